"use strict";
// What is shown: classes that are not hidden, within a time. The slider shows how a network grows.
const period = { ticks: null, from: 0, to: 0, playing: null };
state.hiddenKinds = new Set();

const isWholeTime = () => !period.ticks || (period.from === 0 && period.to === period.ticks.days.length - 1);
const sinceDay = () => (isWholeTime() ? 0 : period.ticks.days[period.from]);
const untilDay = () => (isWholeTime() ? OPEN : (period.ticks.days[period.to + 1] ?? period.ticks.after) - 1);

// Marks what passes the filters. What bears no date is there only while all of the time is shown.
function applyFilters() {
  const { things, relations } = graph;
  const [since, until, all] = [sinceDay(), untilDay(), isWholeTime()];
  const meets = (column, at) => all || (column.first[at] && column.first[at] <= until && since <= column.last[at]);
  const kindOn = graph.kinds.map((kind) => !state.hiddenKinds.has(kind));
  const alive = new Uint8Array(graph.size);
  for (let thing = 0; thing < graph.size; thing += 1) alive[thing] = meets(things, thing) ? 1 : 0;
  graph.tieOn.fill(0);
  for (let tie = 0; tie < graph.ties; tie += 1) {
    const [from, to] = [relations.from[tie], relations.to[tie]];
    if (!meets(relations, tie)) continue;
    alive[from] = alive[to] = 1;
    graph.tieOn[tie] = kindOn[things.kind[from]] && kindOn[things.kind[to]] ? 1 : 0;
  }
  graph.degree.fill(0);
  for (let tie = 0; tie < graph.ties; tie += 1) {
    if (!graph.tieOn[tie]) continue;
    graph.degree[relations.from[tie]] += 1;
    graph.degree[relations.to[tie]] += 1;
  }
  const counts = new Int32Array(graph.kinds.length);
  for (let thing = 0; thing < graph.size; thing += 1) {
    counts[things.kind[thing]] += alive[thing];
    graph.thingOn[thing] = alive[thing] && kindOn[things.kind[thing]] ? 1 : 0;
  }
  for (const button of document.querySelectorAll("[data-filter]")) {
    button.setAttribute("aria-pressed", String(!state.hiddenKinds.has(button.dataset.filter)));
    button.querySelector(".count").textContent = numberText(counts[graph.kinds.indexOf(button.dataset.filter)]);
  }
  byId("show-all").hidden = !state.hiddenKinds.size && isWholeTime();
}

function startTime() {
  const dated = [];
  for (const { first, last } of [graph.things, graph.relations]) {
    for (let at = 0; at < first.length; at += 1) {
      if (!first[at]) continue;
      dated.push(first[at]);
      if (last[at] !== OPEN) dated.push(last[at]);
    }
  }
  const [first, last] = [dated.reduce((a, b) => Math.min(a, b), OPEN), dated.reduce((a, b) => Math.max(a, b), 0)];
  if (last <= first) return;
  period.ticks = ticksOf(first, last);
  period.to = period.ticks.days.length - 1;
  if (!period.to) return void (period.ticks = null);
  byId("time").hidden = false;
  for (const [name, value] of [["from", 0], ["to", period.to]]) {
    byId(`time-${name}`).max = period.to;
    byId(`time-${name}`).value = value;
    byId(`time-${name}`).addEventListener("input", () => setPeriod(Number(byId("time-from").value), Number(byId("time-to").value), name));
  }
  byId("play").addEventListener("click", play);
  drawHistogram();
  sayPeriod();
}

// How many meetings and other dated things there are in each step of the slider.
function drawHistogram() {
  const { days } = period.ticks;
  const bars = Math.min(days.length, 120);
  const counts = new Float64Array(bars);
  const span = period.ticks.after - days[0];
  for (const [column, isOwn] of [[graph.things, (at) => graph.points.has(kindOf(at))], [graph.relations, () => true]]) {
    for (let at = 0; at < column.first.length; at += 1) {
      if (column.first[at] && isOwn(at)) counts[Math.min(bars - 1, Math.floor((bars * (column.first[at] - days[0])) / span))] += 1;
    }
  }
  const most = Math.max(...counts);
  let outline = "";
  counts.forEach((count, number) => {
    const high = count ? Math.max(1.5, (20 * count) / most) : 0;
    outline += `M${number + 0.12} 20V${20 - high}H${number + 0.88}V20Z`;
  });
  byId("histogram").setAttribute("viewBox", `0 0 ${bars} 20`);
  byId("histogram").firstElementChild.setAttribute("d", outline);
}

function sayPeriod() {
  if (!period.ticks) return;
  const { days, step } = period.ticks;
  const [from, to] = [tickText(days[period.from], step), tickText(days[period.to], step)];
  byId("period").textContent = from === to ? from : `${from} – ${to}`;
  byId("time-from").setAttribute("aria-valuetext", from);
  byId("time-to").setAttribute("aria-valuetext", to);
  const share = (tick) => `${(100 * tick) / Math.max(1, days.length - 1)}%`;
  byId("time").style.setProperty("--from", share(period.from));
  byId("time").style.setProperty("--to", share(period.to));
  let undated = 0;
  if (!isWholeTime()) for (let tie = 0; tie < graph.ties; tie += 1) undated += graph.relations.first[tie] ? 0 : 1;
  byId("undated").textContent = undated ? filled(pageWord("undated"), { count: numberText(undated) }) : "";
}

function setPeriod(from, to, moved = "") {
  const last = period.ticks.days.length - 1;
  period.from = Math.max(0, Math.min(from, moved === "to" ? to : last));
  period.to = Math.min(last, Math.max(to, moved === "from" ? from : 0));
  if (period.from > period.to) [period.from, period.to] = [period.to, period.from];
  byId("time-from").value = period.from;
  byId("time-to").value = period.to;
  sayPeriod();
  filtersChanged();
}

// Lets the network grow from the first day to the last, some twelve seconds long; again stops it.
function play() {
  const button = byId("play");
  if (period.playing) {
    clearInterval(period.playing);
    period.playing = null;
  } else {
    const last = period.ticks.days.length - 1;
    const step = Math.max(1, Math.round(last / 80));
    let at = period.to >= last ? period.from : period.to;
    setPeriod(period.from, at);
    period.playing = setInterval(() => {
      at = Math.min(last, at + step);
      setPeriod(period.from, at);
      if (at >= last) play();
    }, 150);
  }
  button.setAttribute("aria-pressed", String(Boolean(period.playing)));
}

function toggleKind(kind) {
  if (!state.hiddenKinds.delete(kind)) state.hiddenKinds.add(kind);
  filtersChanged();
}

function showEverything() {
  state.hiddenKinds.clear();
  if (period.ticks) {
    [period.from, period.to] = [0, period.ticks.days.length - 1];
    byId("time-from").value = period.from;
    byId("time-to").value = period.to;
    sayPeriod();
  }
  filtersChanged();
  byId("legend").querySelector("[data-filter]").focus();
}
