"use strict";
// Ties the parts together: starts the picture, reacts to clicks and keys, changes language and filter.
const nodes = new vis.DataSet(data.network.nodes.map((node) => ({ ...node, shape: "custom", ctxRenderer: renderBox })));
const edges = new vis.DataSet(data.network.edges);
const SMALLEST = 0.08;
const LARGEST = 2.5;
// Smaller than this the picture starts at its most connected part instead of showing all.
const readable = () => (window.innerWidth <= 720 ? 0.66 : 0.45);
const MOVE = { duration: 350, easingFunction: "easeInOutQuad" };
const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
const moved = () => (calm.matches ? false : MOVE);

function refresh() {
  litNow = lit();
  edges.update(data.lines.map(lineLook));
  nodes.update(data.boxes.map((box) => ({ id: box.id, hidden: !boxShown(box) })));
  network.redraw();
}

function choose(what) {
  state.chosen = what;
  showCard();
  showTip(null);
  refresh();
}

function toggleKind(kind) {
  if (!state.hiddenKinds.delete(kind)) state.hiddenKinds.add(kind);
  for (const button of document.querySelectorAll("[data-filter]")) {
    button.setAttribute("aria-pressed", String(!state.hiddenKinds.has(button.dataset.filter)));
  }
  byId("show-all").hidden = !state.hiddenKinds.size;
  refresh();
}

function showAllKinds() {
  [...state.hiddenKinds].forEach(toggleKind);
  byId("legend").querySelector("[data-filter]").focus();
}

// Every text of the page says itself again in another language.
function speak(lang) {
  state.lang = lang;
  document.documentElement.lang = lang;
  const say = (attribute, text) => {
    for (const element of document.querySelectorAll(`[data-${attribute}]`)) {
      element.textContent = text(element.getAttribute(`data-${attribute}`));
    }
  };
  say("word", pageWord);
  say("kinds", (kind) => data.words.kinds[kind][lang]);
  say("one", oneWord);
  say("thing", (id) => things.get(id).labels[lang]);
  say("relation", (id) => relations.get(id).words[lang]);
  say("when", (id) => (things.get(id) ?? relations.get(id)).when[lang]);
  say("predicate", predicateWord);
  say("value", (key) => {
    const [id, number] = key.split(" ");
    return things.get(id).values[number].labels[lang];
  });
  for (const element of document.querySelectorAll("[data-word-label]")) {
    element.setAttribute("aria-label", pageWord(element.dataset.wordLabel));
  }
  for (const button of document.querySelectorAll("[data-lang]")) {
    button.setAttribute("aria-pressed", String(button.dataset.lang === lang));
  }
  byId("made").textContent = filled(pageWord("made"), data.counts);
  if (byId("hidden-notice")) byId("hidden-notice").textContent = filled(pageWord("hidden"), { ...data.counts, all: data.counts.things });
  for (const button of document.querySelectorAll("[data-filter]")) button.title = pageWord("legendHint");
  if (!network) return;
  byId("search").placeholder = pageWord("search");
  showCard();
  refresh();
}

// The part of the picture that no panel covers, in pixels from its top left corner.
function clearPart() {
  const frame = byId("picture").getBoundingClientRect();
  const clear = { left: 0, right: frame.width, top: 0, bottom: frame.height };
  const card = byId("card");
  if (!card.hidden && frame.width > 720) clear.right -= card.offsetWidth + 32;
  else if (!card.hidden) clear.bottom -= card.offsetHeight;
  return clear;
}

function look(x, y, scale, animation) {
  const clear = clearPart();
  const frame = byId("picture").getBoundingClientRect();
  const offset = { x: (clear.left + clear.right - frame.width) / 2, y: (clear.top + clear.bottom - frame.height) / 2 };
  network.moveTo({ position: { x: x - offset.x / scale, y: y - offset.y / scale }, scale, animation });
}

function extent() {
  const places = network.getPositions();
  const sides = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (const box of data.boxes.filter(boxShown)) {
    const { x, y } = places[box.id];
    sides.left = Math.min(sides.left, x - box.room[0] / 2);
    sides.right = Math.max(sides.right, x + box.room[0] / 2);
    sides.top = Math.min(sides.top, y - box.anchor);
    sides.bottom = Math.max(sides.bottom, y - box.anchor + box.room[1]);
  }
  return sides;
}

// Moves the middle of a window so that the window shows no emptiness beyond an end, or all if it is wide enough.
function within(middle, start, end, room) {
  if (end - start <= room) return (start + end) / 2;
  return Math.min(Math.max(middle, start + room / 2), end - room / 2);
}

function fit(animation, smallest = SMALLEST) {
  const sides = extent();
  if (sides.left === Infinity) return;
  const clear = clearPart();
  const scale = Math.min(
    (clear.right - clear.left - 40) / (sides.right - sides.left),
    (clear.bottom - clear.top - 40) / (sides.bottom - sides.top),
    1.15,
  );
  if (scale >= smallest) return look((sides.left + sides.right) / 2, (sides.top + sides.bottom) / 2, Math.max(scale, SMALLEST), animation);
  const busiest = [...relationsOf].reduce((best, one) => (one[1].length > best[1].length ? one : best))[0];
  const { x, y } = network.getPosition(busiest);
  const across = (clear.right - clear.left - 40) / smallest;
  const down = (clear.bottom - clear.top - 40) / smallest;
  look(within(x, sides.left, sides.right, across), within(y, sides.top, sides.bottom, down), smallest, animation);
}

function goTo(id) {
  const { x, y } = network.getPosition(id);
  look(x, y, Math.max(network.getScale(), 0.85), moved());
}

function zoom(factor) {
  const scale = Math.min(LARGEST, Math.max(SMALLEST, network.getScale() * factor));
  network.moveTo({ scale, animation: moved() });
}

function pan(x, y) {
  const at = network.getViewPosition();
  const step = 90 / network.getScale();
  network.moveTo({ position: { x: at.x + x * step, y: at.y + y * step } });
}

function pictureKey(event) {
  const keys = {
    ArrowLeft: () => pan(-1, 0),
    ArrowRight: () => pan(1, 0),
    ArrowUp: () => pan(0, -1),
    ArrowDown: () => pan(0, 1),
    "+": () => zoom(1.25),
    "=": () => zoom(1.25),
    "-": () => zoom(0.8),
    0: () => fit(moved()),
  };
  if (event.ctrlKey || event.metaKey || !(event.key in keys)) return;
  keys[event.key]();
  event.preventDefault();
}

function pointerMoved(event) {
  const frame = byId("picture").getBoundingClientRect();
  const point = { x: event.clientX - frame.left, y: event.clientY - frame.top };
  const what = event.pointerType === "touch" || event.buttons ? null : whatIsAt(point);
  const same = what?.thing === hovered?.thing && what?.relation === hovered?.relation;
  hovered = what;
  byId("picture").style.cursor = what ? "pointer" : "grab";
  showTip(what, point.x, point.y);
  if (!same) refresh();
}

function clicked(event) {
  const opened = event.target.closest("[data-open]");
  const filter = event.target.closest("[data-filter]");
  const lang = event.target.closest("[data-lang]");
  if (opened) {
    byId("list").open = false;
    choose({ thing: opened.dataset.open });
    goTo(opened.dataset.open);
    byId("card-title").focus();
  } else if (filter) toggleKind(filter.dataset.filter);
  else if (lang) speak(lang.dataset.lang);
  else if (event.target.closest("[data-close]")) closeCard();
}

function closeCard() {
  choose(null);
  byId("picture").focus({ preventScroll: true });
}

// A name of a relation keeps its place between the things it joins while one of them is dragged.
function dragged({ nodes: ids }) {
  if (!ids.length || !relationsOf.has(ids[0])) return;
  for (const relation of relationsOf.get(ids[0])) {
    const tag = `tag-${relation.id}`;
    if (!boxes.has(tag)) continue;
    const [from, to] = [network.getPosition(relation.from), network.getPosition(relation.to)];
    network.moveNode(tag, (from.x + to.x) / 2, (from.y + to.y) / 2);
  }
}

function startPicture() {
  network = new vis.Network(byId("picture"), { nodes, edges }, data.network.options);
  network.on("click", ({ pointer }) => choose(whatIsAt(pointer.DOM)));
  network.on("dragging", dragged);
  const places = network.getPositions();
  network.on("beforeDrawing", (ctx) => writeLooseHeading(ctx, places));
  network.on("zoom", () => showTip(null));
  byId("picture").addEventListener("pointermove", pointerMoved);
  byId("picture").addEventListener("pointerleave", () => {
    hovered = null;
    showTip(null);
    refresh();
  });
  byId("picture").addEventListener("keydown", pictureKey);
  byId("zoom-in").addEventListener("click", () => zoom(1.3));
  byId("zoom-out").addEventListener("click", () => zoom(1 / 1.3));
  byId("fit").addEventListener("click", () => fit(moved()));
  byId("show-all").addEventListener("click", showAllKinds);
  darkScheme.addEventListener("change", refresh);
  startSearch();
  refresh();
  fit(false, readable());
}

document.addEventListener("click", clicked);
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  if (byId("list")?.open) byId("list").open = false;
  else if (state.chosen) closeCard();
});
if (data.things.length) startPicture();
