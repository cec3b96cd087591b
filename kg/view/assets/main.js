"use strict";
// Ties the parts together: where the reader is, what is chosen, and the address that leads back there.
Object.assign(state, { view: { shelf: 0 }, chosen: null, mode: "picture" });
let ownAddress = "";

// Goes somewhere: a change of view, choice or mode is a step that "back" undoes.
function go(change, { replace = false } = {}) {
  const before = viewKey(state.view);
  if (change.view && state.mode === "list") list.page = 0;
  Object.assign(state, change);
  const isNew = viewKey(state.view) !== before;
  showMode();
  showCard();
  if (isNew) showScene();
  else refresh();
  showList();
  writeAddress(replace);
}

// Opens a thing's card where it stands; what hides it gives way.
function showThing(thing) {
  if (!graph.thingOn[thing]) {
    state.hiddenKinds.delete(kindOf(thing));
    applyFilters();
    if (!graph.thingOn[thing]) showEverything();
  }
  const inSight = scene.byId.has(`t${thing}`);
  go({ chosen: { thing }, ...(inSight ? {} : { view: { shelf: leafOf(thing) } }) });
  goTo(thing);
}

function filtersChanged() {
  applyFilters();
  refreshFiltered();
  showCard();
  showList();
  writeAddress(true);
}

function speak(lang) {
  speakPage(lang);
  sayPeriod();
  if (!network) return;
  const places = scene;
  showCard();
  showScene(true);
  if (places !== scene && !scene.settled) fit(false, readable());
  showList();
  writeAddress(true);
}

function showMode() {
  const isList = state.mode === "list";
  byId("list").hidden = !isList;
  byId("picture").parentElement.classList.toggle("as-list", isList);
  for (const button of document.querySelectorAll("[data-mode]")) button.setAttribute("aria-pressed", String(button.dataset.mode === state.mode));
}

// The way to where one is: everything, the groups on the way, the thing in the middle.
function sayWhere() {
  const steps = [];
  for (let shelf = state.view.around === undefined ? state.view.shelf : leafOf(state.view.around); shelf > 0; shelf = graph.shelves.parent[shelf]) steps.unshift(shelf);
  const items = [make("button", { type: "button", "data-shelf": 0 }, pageWord("everything"))];
  const used = new Set();
  for (const shelf of steps) {
    const tops = topOf(graph.shelves.first[shelf], graph.shelves.end[shelf], 3);
    const top = tops.find((thing) => !used.has(thing)) ?? tops[0];
    used.add(top);
    if (top !== undefined) items.push(make("button", { type: "button", "data-shelf": shelf }, words(labelOf(top), { class: "step" })));
  }
  if (state.view.around !== undefined) items.push(make("button", { type: "button", "data-around": state.view.around }, words(`${pageWord("around")}: ${labelOf(state.view.around)}`, { class: "step" })));
  items.at(-1).setAttribute("aria-current", "true");
  if (items.length > 4) items.splice(1, items.length - 3, make("span", { class: "soft" }, "…"));
  byId("where").hidden = items.length < 2;
  byId("where").replaceChildren(make("ol", {}, ...items.map((item) => make("li", {}, item))));
  const shown = scene.boxes.filter((box) => box.kind !== "tag" && boxShown(box)).length;
  const word = scene.groups ? "sightGroups" : "sightThings";
  byId("sight").textContent = filled(pageWord(word), { count: numberText(shown) });
  const hidden = scene.left ?? 0;
  byId("left-out").hidden = !hidden && shown > 0;
  byId("left-out").textContent = shown ? filled(pageWord("leftOut"), { count: numberText(hidden) }) : pageWord("filteredOut");
}

const nameOf = (thing) => graph.things.iri[thing];

function addressNow() {
  const address = new URLSearchParams();
  if (state.view.around !== undefined) address.set("around", nameOf(state.view.around));
  else if (state.view.shelf) address.set("in", state.view.shelf);
  const { thing, tie, announcement } = state.chosen ?? {};
  if (thing !== undefined) address.set("thing", nameOf(thing));
  if (tie !== undefined) address.set("relation", tie);
  if (announcement !== undefined) address.set("announcement", graph.announcements.id[announcement]);
  if (state.mode === "list") address.set("as", "list");
  if (state.hiddenKinds.size) address.set("without", [...state.hiddenKinds].sort().join(" "));
  if (!isWholeTime()) {
    address.set("since", isoOf(sinceDay()));
    address.set("until", isoOf(untilDay()));
  }
  if (state.lang !== settings.languages[0]) address.set("lang", state.lang);
  return address.toString();
}

function writeAddress(replace) {
  const address = addressNow();
  if (address === ownAddress) return;
  ownAddress = address;
  if (location.protocol === "about:") return; // in a notebook's frame there is no address to keep
  const there = `#${address}`;
  if (replace) history.replaceState(null, "", there);
  else history.pushState(null, "", there);
}

function readAddress() {
  const address = new URLSearchParams(location.hash.slice(1));
  const thingNamed = (name) => (name === null ? undefined : graph.known.get(name));
  const number = (name, most) => {
    const given = Number(address.get(name) ?? NaN);
    return Number.isInteger(given) && given >= 0 && given < most ? given : undefined;
  };
  const [around_, thing, tie] = [thingNamed(address.get("around")), thingNamed(address.get("thing")), number("relation", graph.ties)];
  const announcement = graph.announcements.id.indexOf(address.get("announcement") ?? "");
  const lang = address.get("lang");
  const hidden = (address.get("without") ?? "").split(" ").filter((kind) => graph.kinds.includes(kind));
  state.lang = settings.languages.includes(lang) ? lang : settings.languages[0];
  state.hiddenKinds = new Set(hidden);
  state.mode = address.get("as") === "list" ? "list" : "picture";
  state.view = around_ === undefined ? { shelf: number("in", graph.shelves.first.length) ?? 0 } : { around: around_ };
  state.chosen = thing !== undefined ? { thing } : tie !== undefined ? { tie } : announcement >= 0 && address.has("announcement") ? { announcement } : null;
  if (period.ticks) {
    const { days, after } = period.ticks;
    const tick = (name, otherwise) => {
      const day = Math.round(Date.parse(address.get(name) ?? "") / 86400000) + EPOCH;
      return Number.isNaN(day) ? otherwise : Math.max(0, days.findLastIndex((one) => one <= Math.min(day, after)));
    };
    [period.from, period.to] = [tick("since", 0), tick("until", days.length - 1)];
    if (period.from > period.to) [period.from, period.to] = [period.to, period.from];
    byId("time-from").value = period.from;
    byId("time-to").value = period.to;
  }
  if (thing !== undefined && !address.has("in") && around_ === undefined) state.view = { shelf: leafOf(thing) };
}

function openAddress() {
  readAddress();
  applyFilters();
  speakPage(state.lang);
  sayPeriod();
  showMode();
  showCard();
  showScene();
  showList();
  if (state.chosen?.thing !== undefined) goTo(state.chosen.thing);
  ownAddress = addressNow();
}

function clicked(event) {
  const at = (name) => event.target.closest(`[data-${name}]`);
  const focusCard = () => byId("card-title")?.focus({ preventScroll: true });
  if (at("thing")) {
    showThing(Number(at("thing").dataset.thing));
    focusCard();
  } else if (at("announcement")) {
    go({ chosen: { announcement: Number(at("announcement").dataset.announcement) } });
    focusCard();
  } else if (at("tie")) {
    go({ chosen: { tie: Number(at("tie").dataset.tie) } });
    focusCard();
  } else if (at("around")) {
    const thing = Number(at("around").dataset.around);
    go({ view: { around: thing }, chosen: narrow() ? null : { thing } });
    fit(false, readable());
  } else if (at("shelf")) go({ view: { shelf: Number(at("shelf").dataset.shelf) }, chosen: null });
  else if (at("mode")) go({ mode: at("mode").dataset.mode });
  else if (at("filter")) toggleKind(at("filter").dataset.filter);
  else if (at("lang")) speak(at("lang").dataset.lang);
  else if (at("close")) closeCard();
  else if (at("save")) {
    byId("menu").open = false;
    if (at("save").dataset.save === "print") window.print();
    else save(at("save").dataset.save);
  }
  if (byId("menu").open && !event.target.closest("#menu")) byId("menu").open = false;
  if (byId("key").open && !event.target.closest("#key")) byId("key").open = false;
}

function closeCard() {
  go({ chosen: null });
  byId(state.mode === "list" ? "list" : "picture").focus({ preventScroll: true });
}

function escaped() {
  if (byId("menu").open) byId("menu").open = false;
  else if (byId("key").open) byId("key").open = false;
  else if (state.chosen) closeCard();
}

async function start() {
  await openStore();
  byId("show-all").addEventListener("click", showEverything);
  document.addEventListener("click", clicked);
  document.addEventListener("keydown", (event) => event.key === "Escape" && escaped());
  window.addEventListener("popstate", openAddress);
  startTime();
  openPicture();
  startSearch();
  startList();
  startPrinting();
  openAddress();
  document.documentElement.dataset.ready = "";
}

if (settings.things) start();
else document.addEventListener("click", (event) => event.target.closest("[data-lang]") && speakPage(event.target.closest("[data-lang]").dataset.lang));
