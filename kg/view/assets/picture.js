"use strict";
// The scene on vis-network's canvas: moving in it, pointing at it, going into what is inside.
const SMALLEST = 0.08;
const LARGEST = 2.5;
const MOVE = { duration: 300, easingFunction: "easeInOutQuad" };
const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
const moved = () => (calm.matches ? false : MOVE);
const narrow = () => window.innerWidth <= 720;
// Smaller than this the picture starts at its most connected part instead of showing all.
const readable = () => (narrow() ? 0.62 : 0.45);
const scenes = new Map();
let network = null;
let nodes = null;
let edges = null;
let scene = null;
let hovered = null;
let lit = null;

function openPicture() {
  network = new vis.Network(byId("picture"), {}, settings.network.options);
  network.on("click", ({ pointer }) => clickedAt(pointer.DOM));
  network.on("dragging", dragged);
  network.on("zoom", () => showTip(null));
  network.on("beforeDrawing", writeLooseHeading);
  const picture = byId("picture");
  picture.addEventListener("dblclick", (event) => {
    const frame = picture.getBoundingClientRect();
    const what = whatIsAt({ x: event.clientX - frame.left, y: event.clientY - frame.top });
    if (what?.thing !== undefined) go({ view: { around: what.thing }, chosen: narrow() ? null : { thing: what.thing } });
  });
  picture.addEventListener("pointermove", pointerMoved);
  picture.addEventListener("pointerleave", () => {
    hovered = null;
    showTip(null);
    refresh();
  });
  picture.addEventListener("keydown", pictureKey);
  byId("zoom-in").addEventListener("click", () => zoom(1.3));
  byId("zoom-out").addEventListener("click", () => zoom(1 / 1.3));
  byId("fit").addEventListener("click", () => fit(moved()));
  darkScheme.addEventListener("change", refresh);
}

// Brings a view to the canvas; its layout is made once for each language and kept.
function showScene(keepCamera = false) {
  const key = `${viewKey(state.view)} ${state.lang}`;
  const changing = state.view.around !== undefined && graph.near.start[state.view.around + 1] - graph.near.start[state.view.around] > MOST_AROUND;
  if (!scenes.has(key) || changing) scenes.set(key, sceneOf(state.view));
  scene = scenes.get(key);
  if (scene.groups) refreshGroups(scene);
  countMore();
  lit = litNow();
  nodes = new vis.DataSet(scene.boxes.map((box) => ({ id: box.id, x: box.x, y: box.y, shape: "custom", ctxRenderer: renderBox, hidden: !boxShown(box) })));
  edges = new vis.DataSet(scene.lines.map(lineLook));
  scene.looks = new Map(scene.lines.map((line) => [line.id, JSON.stringify(lineLook(line))]));
  scene.lineById = new Map(scene.lines.map((line) => [line.id, line]));
  const camera = keepCamera ? { position: network.getViewPosition(), scale: network.getScale() } : null;
  network.setData({ nodes, edges });
  if (camera) network.moveTo(camera);
  else fit(false, readable());
  sayWhere();
}

// Filters, pointing and choosing change how boxes and lines look, not where they are.
function refresh() {
  if (!scene) return;
  lit = litNow();
  const changed = scene.lines.map((line) => lineLook(line)).filter((look) => {
    const text = JSON.stringify(look);
    const isNew = scene.looks.get(look.id) !== text;
    scene.looks.set(look.id, text);
    return isNew;
  });
  if (changed.length) edges.update(changed);
  network.redraw();
}

function refreshFiltered() {
  if (scene.groups || state.view.around !== undefined) return showScene(true);
  countMore();
  nodes.update(scene.boxes.map((box) => ({ id: box.id, hidden: !boxShown(box) })));
  refresh();
  sayWhere();
}

// How many relations of each thing lead out of the picture.
function countMore() {
  if (scene.groups) return;
  const inside = new Map();
  for (const line of scene.lines) {
    if (line.id.endsWith("-b") || !lineShown(line)) continue;
    for (const end of [graph.relations.from[line.tie], graph.relations.to[line.tie]]) inside.set(end, (inside.get(end) ?? 0) + 1);
  }
  for (const box of scene.boxes) if (box.thing !== undefined) box.more = graph.degree[box.thing] - (inside.get(box.thing) ?? 0);
}

// What stands out while something is chosen; null when everything does.
function litNow() {
  if (!state.chosen || scene.groups) return null;
  const { thing, tie, announcement } = state.chosen;
  if (thing !== undefined && thing === state.view.around) return null; // all of the picture is about it
  const ties = thing !== undefined ? [...tiesOf(thing)] : tie !== undefined ? [tie] : scene.lines.map((line) => line.tie).filter((one) => saidIn(one).includes(announcement));
  const ends = new Set(ties.flatMap((one) => [graph.relations.from[one], graph.relations.to[one]]));
  if (thing !== undefined) ends.add(thing);
  return scene.boxes.some((box) => ends.has(box.thing)) ? { things: ends, ties: new Set(ties) } : null;
}

const isLit = (box) => !lit || (box.kind === "tag" ? lit.ties.has(box.tie) : lit.things.has(box.thing));

function isActive(box) {
  if (box.kind === "group") return hovered?.group === box;
  if (box.kind === "tag") return hovered?.tie === box.tie || state.chosen?.tie === box.tie;
  return hovered?.thing === box.thing || state.chosen?.thing === box.thing;
}

// vis-network calls this for every node in view.
function renderBox({ ctx, id, x, y }) {
  const box = scene.byId.get(id);
  const size = box.kind === "icon" ? [settings.sizes.ICON_HEIGHT, settings.sizes.ICON_HEIGHT] : [box.width, box.height];
  return { drawNode: () => drawBox(ctx, box, x, y, isLit(box), isActive(box)), nodeDimensions: { width: size[0], height: size[1] } };
}

// Whether a name fits on the middle of its line without lying under a box.
function hasRoom(line, text) {
  const [a, b] = [scene.byId.get(line.from), scene.byId.get(line.to)];
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = Math.hypot(dx, dy) || 1;
  const half = widthOf(text, 11, 400) / 2 + 6;
  if (2 * half > length) return false;
  return [-1, -0.5, 0, 0.5, 1].every((share) => {
    const [x, y] = [(a.x + b.x) / 2 + (share * half * dx) / length, (a.y + b.y) / 2 + (share * half * dy) / length];
    return !scene.boxes.some((box) => x > box.x - box.left - 3 && x < box.x + box.right + 3 && y > box.y - box.up - 3 && y < box.y + box.down + 3);
  });
}

function lineLook(line) {
  if (line.count !== undefined) {
    const near = hovered?.line?.id === line.id || hovered?.group?.id === line.from || hovered?.group?.id === line.to;
    const width = Math.min(9, 1 + 1.1 * Math.log2(line.count));
    return { id: line.id, from: line.from, to: line.to, width, color: { color: colour(near ? "accent" : "line"), opacity: near ? 0.9 : 0.5, inherit: false } };
  }
  const chosen = lit?.ties.has(line.tie);
  const near = hovered?.tie === line.tie;
  const unsure = isUnsure(line.tie);
  const name = chosen || near ? "accent" : unsure ? "doubt" : line.strong ? "strong" : "line";
  const look = {
    id: line.id, from: line.from, to: line.to, width: chosen || near ? 2.4 : 1.6, hidden: !lineShown(line),
    color: { color: colour(name), opacity: lit && !chosen ? 0.15 : 1, inherit: false },
    dashes: unsure ? [2, 5] : isDashed(line.tie) ? [6, 5] : false,
    arrows: { to: { enabled: Boolean(line.arrow), scaleFactor: 0.5 } },
    label: " ", // an empty one would leave the old one standing
  }; // prettier-ignore
  if (line.said && (chosen || near || (!lit && scene.lines.length <= 170))) {
    const text = (unsure ? `${wordsOf(line.tie)} ?` : wordsOf(line.tie)).slice(0, 60);
    line.room ??= hasRoom(line, text);
    if (line.room) {
      look.label = text;
      const ink = colour(chosen || near ? "ink" : "soft");
      look.font = { size: 11, face: FACE, color: ink, align: "middle", strokeWidth: 4, strokeColor: colour("ground"), vadjust: 0 };
    }
  }
  return look;
}

// Things that nothing ties to others stand apart below; a heading says why.
function writeLooseHeading(ctx) {
  if (!scene?.settled || !graph.ties) return;
  const shown = scene.boxes.filter((box) => box.thing !== undefined && graph.near.start[box.thing] === graph.near.start[box.thing + 1] && boxShown(box));
  if (!shown.length) return;
  ctx.font = `500 14px ${FACE}`;
  ctx.textAlign = "left";
  ctx.textBaseline = "alphabetic";
  ctx.fillStyle = colour("soft");
  ctx.globalAlpha = lit ? 0.3 : 1;
  ctx.fillText(pageWord("loose"), Math.min(...shown.map((box) => box.x - box.left)), Math.min(...shown.map((box) => box.y - box.up)) - 14);
  ctx.globalAlpha = 1;
}

// What is at a point of the picture element: {thing}, {tie}, {group}, {line} or null. A box counts with its text.
function whatIsAt(point) {
  const at = network.DOMtoCanvas(point);
  for (const box of scene.boxes) {
    if (at.x < box.x - box.left || at.x > box.x + box.right || at.y < box.y - box.up || at.y > box.y + box.down || !boxShown(box)) continue;
    return box.kind === "tag" ? { tie: box.tie } : box.kind === "group" ? { group: box } : { thing: box.thing };
  }
  const id = network.getEdgeAt(point);
  if (id === undefined) return null;
  const line = scene.lineById.get(id);
  return line.count !== undefined ? { line } : { tie: line.tie };
}

function clickedAt(point) {
  const what = whatIsAt(point);
  showTip(null);
  if (what?.group) go({ view: { shelf: what.group.shelf }, chosen: null });
  else if (what?.line) return;
  else go({ chosen: what });
}

function pointerMoved(event) {
  if (event.pointerType === "touch") return;
  const frame = byId("picture").getBoundingClientRect();
  const point = { x: event.clientX - frame.left, y: event.clientY - frame.top };
  const what = event.buttons ? null : whatIsAt(point);
  const same = what?.thing === hovered?.thing && what?.tie === hovered?.tie && what?.group === hovered?.group && what?.line === hovered?.line;
  if (same) return;
  hovered = what;
  byId("picture").style.cursor = what ? "pointer" : "grab";
  showTip(what, point.x, point.y);
  refresh();
}

// A name of a relation keeps its place between the things it joins while one of them is dragged.
function dragged({ nodes: ids }) {
  if (!ids.length) return;
  const move = (box) => ({ x: box.x, y: box.y } = network.getPosition(box.id));
  scene.lines.forEach((line) => (line.room = undefined));
  const box = scene.byId.get(ids[0]);
  Object.assign(box, move(box));
  for (const tag of scene.boxes) {
    if (tag.kind !== "tag" || ![graph.relations.from[tag.tie], graph.relations.to[tag.tie]].includes(box.thing)) continue;
    const [from, to] = [scene.byId.get(`t${graph.relations.from[tag.tie]}`), scene.byId.get(`t${graph.relations.to[tag.tie]}`)];
    [tag.x, tag.y] = [(from.x + to.x) / 2, (from.y + to.y) / 2];
    network.moveNode(tag.id, tag.x, tag.y);
  }
}

// The part of the picture that no panel covers, in pixels from its top left corner.
function clearPart() {
  const frame = byId("picture").getBoundingClientRect();
  const clear = { left: 0, right: frame.width, top: byId("where").hidden ? 0 : byId("where").offsetHeight + 10, bottom: frame.height };
  const card = byId("card");
  if (!card.hidden && !narrow()) clear.right -= card.offsetWidth + 32;
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
  const sides = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (const box of scene.boxes.filter(boxShown)) {
    sides.left = Math.min(sides.left, box.x - box.left);
    sides.right = Math.max(sides.right, box.x + box.right);
    sides.top = Math.min(sides.top, box.y - box.up - 8);
    sides.bottom = Math.max(sides.bottom, box.y + box.down);
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
  const [across, down] = [clear.right - clear.left - 40, clear.bottom - clear.top - 40];
  const scale = Math.min(across / (sides.right - sides.left), down / (sides.bottom - sides.top), 1.15);
  if (scale >= smallest) return look((sides.left + sides.right) / 2, (sides.top + sides.bottom) / 2, Math.max(scale, SMALLEST), animation);
  const worth = (box) => box.count ?? (box.thing === undefined ? -1 : graph.degree[box.thing]);
  const { x, y } = scene.boxes.filter(boxShown).reduce((best, box) => (worth(box) > worth(best) ? box : best));
  look(within(x, sides.left, sides.right, across / smallest), within(y, sides.top, sides.bottom, down / smallest), smallest, animation);
}

function goTo(thing) {
  const box = scene.byId.get(`t${thing}`);
  if (box) look(box.x, box.y, Math.max(network.getScale(), 0.85), moved());
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
  if (event.ctrlKey || event.metaKey || event.altKey || !Object.hasOwn(keys, event.key)) return;
  keys[event.key]();
  event.preventDefault();
}
