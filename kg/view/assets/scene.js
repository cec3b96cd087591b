"use strict";
// What is in sight: the groups of a shelf, the things of a leaf, or a thing among those that it is tied to.
// Boxes and lines have ids as in Python: "t3" a thing, "g2" a group, "tag-r7" the name of relation 7, "r7" its line.
const GROUP_WIDTH = 222;
const GROUP_ROWS = 3;
const ROOM = 3.2; // times the boxes' own area that a picture is drawn to before boxes are moved apart
const ROOM_OF_GROUPS = 1.9;
const MOST_AROUND = 44; // things around one; the rest waits in the list
const NAMED_LINES = 60; // names of relations that have boxes of their own; where there are more, lines bear them
const HALF_ICON = settings.sizes.ICON_HEIGHT / 2;
const exact = new Map(settings.whole ? settings.network.nodes.map((node) => [node.id, node]) : []);

// The numbers of the things in sight, whatever the filters say.
function thingsIn(view) {
  if (view.around !== undefined) return around(view.around);
  if (graph.inside.has(view.shelf)) return [];
  const [first, end] = [graph.shelves.first[view.shelf], graph.shelves.end[view.shelf]];
  return Array.from({ length: end - first }, (_, number) => first + number);
}

// A thing, those tied to it, and while there is room those tied to these: by meetings first, the best connected first.
function around(centre) {
  const found = new Set([centre]);
  for (let turn = 0, edge = [centre]; turn < 2 && found.size < MOST_AROUND; turn += 1) {
    const near = new Set();
    for (const thing of edge) {
      if (turn && thing !== centre && !graph.points.has(kindOf(thing))) continue;
      for (const tie of tiesOf(thing)) if (graph.tieOn[tie]) near.add(otherEnd(tie, thing));
    }
    edge = [...near].filter((thing) => !found.has(thing)).sort((one, two) => graph.degree[two] - graph.degree[one] || one - two);
    if (turn && edge.length > MOST_AROUND - found.size) break;
    edge.slice(0, MOST_AROUND - found.size).forEach((thing) => found.add(thing));
  }
  return [...found];
}

const viewKey = (view) => (view.around === undefined ? `in ${view.shelf}` : `around ${view.around}`);

function sceneOf(view) {
  const inner = view.around === undefined ? graph.inside.get(view.shelf) : undefined;
  const scene = inner ? groupScene(view.shelf, inner) : thingScene(view);
  scene.boxes.forEach((box) => (box.key = box.id));
  scene.byId = new Map(scene.boxes.map((box) => [box.id, box]));
  if (scene.settled) spread(scene.boxes, [], 0, 2);
  else place(scene);
  return scene;
}

function place(scene) {
  const numbers = new Map(scene.boxes.map((box, number) => [box.id, number]));
  const lines = scene.lines.map((line) => [numbers.get(line.from), numbers.get(line.to)]);
  drawTogether(scene.boxes, scene.groups ? ROOM_OF_GROUPS : ROOM);
  spread(scene.boxes, scene.groups ? [] : lines, scene.boxes.length > 180 ? 20 : 80, scene.groups ? 2 * GAP : GAP);
}

// Brings settled places to about the room that the boxes need, in the shape of the window.
function drawTogether(boxes, room) {
  const side = (name, less, more) => [Math.min(...boxes.map((box) => box[name] - box[less])), Math.max(...boxes.map((box) => box[name] + box[more]))];
  const [[left, right], [top, bottom]] = [side("x", "left", "right"), side("y", "up", "down")];
  const frame = byId("picture").getBoundingClientRect();
  const aspect = Math.min(2.1, Math.max(0.6, frame.width / Math.max(frame.height, 1)));
  const wanted = room * boxes.reduce((sum, box) => sum + (box.left + box.right + GAP) * (box.up + box.down + GAP), 0);
  const [across, down] = [Math.sqrt(wanted * aspect) / (right - left), Math.sqrt(wanted / aspect) / (bottom - top)];
  const even = Math.sqrt(across * down);
  const limit = (scale) => Math.min(1.5, Math.max(0.2, Math.min(even * 1.7, Math.max(even / 1.7, scale))));
  for (const box of boxes) {
    box.x = (box.x - (left + right) / 2) * limit(across);
    box.y = (box.y - (top + bottom) / 2) * limit(down);
  }
}

function groupScene(shelf, inner) {
  const boxes = inner.map((number) => {
    const high = 20 + GROUP_ROWS * 21 + 26;
    return { id: `g${number}`, shelf: number, kind: "group", width: GROUP_WIDTH, height: high, x: 0, y: 0, ...reach(GROUP_WIDTH, high), up: high / 2 + 8 };
  });
  const scene = { boxes, lines: [], groups: true, shelf };
  const home = homes(scene);
  const strongest = tiesBetween(home, graph.shelves.first[shelf], () => true).slice(0, 2 * boxes.length);
  settleParts(boxes, strongest, GROUPS_APART);
  refreshGroups(scene);
  return scene;
}

const reach = (width, height) => ({ left: width / 2, right: width / 2, up: height / 2, down: height / 2 });

// What groups say and what ties them follows the filters.
function refreshGroups(scene) {
  for (const box of scene.boxes) {
    const [start, end] = [graph.shelves.first[box.shelf], graph.shelves.end[box.shelf]];
    box.top = topOf(start, end, GROUP_ROWS);
    box.count = 0;
    for (let thing = start; thing < end; thing += 1) box.count += graph.thingOn[thing];
    box.rows = box.top.map((thing, row) => {
      const name = labelOf(thing).slice(0, 120);
      const weight = row ? 500 : 650;
      return widthOf(name, 13, weight) > GROUP_WIDTH - 46 ? shorten(name, 13, GROUP_WIDTH - 46, weight) : name;
    });
  }
  const strongest = tiesBetween(homes(scene), graph.shelves.first[scene.shelf], (tie) => graph.tieOn[tie]);
  scene.lines = strongest.slice(0, Math.max(12, 2 * scene.boxes.length)).map(([one, other, count]) => {
    const [from, to] = [scene.boxes[one].id, scene.boxes[other].id];
    return { id: `${from}-${to}`, from, to, count };
  });
}

// The number of the group of each thing on a shelf, from its first on.
function homes(scene) {
  const first = graph.shelves.first[scene.shelf];
  const home = new Int16Array(graph.shelves.end[scene.shelf] - first);
  scene.boxes.forEach(({ shelf }, number) => home.fill(number, graph.shelves.first[shelf] - first, graph.shelves.end[shelf] - first));
  return home;
}

// The pairs of groups that ties join, the strongest first: [one, other, how many].
function tiesBetween(home, first, isOn) {
  const ties = new Map();
  const last = first + home.length;
  for (let tie = 0; tie < graph.ties; tie += 1) {
    const [from, to] = [graph.relations.from[tie], graph.relations.to[tie]];
    if (from < first || to < first || from >= last || to >= last || !isOn(tie)) continue;
    const [one, two] = [home[from - first], home[to - first]].sort((a, b) => a - b);
    if (one !== two) ties.set(one * 1000 + two, (ties.get(one * 1000 + two) ?? 0) + 1);
  }
  const strongest = [...ties].sort((one, two) => two[1] - one[1] || one[0] - two[0]);
  return strongest.map(([pair, count]) => [Math.floor(pair / 1000), pair % 1000, count]);
}

function thingScene(view) {
  const members = thingsIn(view);
  const inSight = new Set(members);
  const boxes = members.map((thing) => thingBox(thing));
  let ties = [...new Set(members.flatMap((thing) => [...tiesOf(thing)]))].filter((tie) => inSight.has(graph.relations.from[tie]) && inSight.has(graph.relations.to[tie]));
  const settled = settings.whole && view.shelf === 0;
  if (view.around !== undefined) ring(boxes, view.around);
  else if (!settled) settleParts(boxes, pairsOf(ties, members), APART);
  const all = ties.length;
  const weight = (tie) => Math.min(graph.near.start[graph.relations.from[tie] + 1] - graph.near.start[graph.relations.from[tie]], 999) + (isQuiet(tie) ? 0 : 1000);
  if (all > settings.sizes.MOST_LINES) ties = ties.sort((one, two) => weight(two) - weight(one) || one - two).slice(0, settings.sizes.MOST_LINES);
  ties.sort((one, two) => one - two);
  const boxed = settled ? (tie) => exact.has(`tag-r${tie}`) : (tie) => !isQuiet(tie);
  const named = ties.filter(boxed);
  const lines = [];
  const tags = settled || named.length <= (view.around === undefined ? NAMED_LINES : NAMED_LINES / 3) ? new Set(named) : new Set();
  const at = new Map(boxes.map((box) => [box.thing, box]));
  for (const tie of ties) {
    const [from, to] = [at.get(graph.relations.from[tie]), at.get(graph.relations.to[tie])];
    if (tags.has(tie)) {
      const tag = tagBox(tie);
      [tag.x, tag.y] = [(from.x + to.x) / 2, (from.y + to.y) / 2];
      boxes.push(tag);
      lines.push({ id: `r${tie}-a`, tie, from: from.id, to: tag.id, strong: true });
      lines.push({ id: `r${tie}-b`, tie, from: tag.id, to: to.id, strong: true, arrow: hasArrow(tie) });
    } else {
      lines.push({ id: `r${tie}`, tie, from: from.id, to: to.id, strong: !isQuiet(tie), arrow: !isQuiet(tie) && hasArrow(tie), said: true });
    }
  }
  if (settled) {
    for (const box of boxes) {
      const spot = exact.get(box.id);
      if (spot) [box.x, box.y] = [spot.x, spot.y];
    }
  }
  return { boxes, lines, left: all - ties.length, settled, members };
}

// The ends of ties, as numbers among some things.
function pairsOf(ties, things) {
  const number = new Map(things.map((thing, place) => [thing, place]));
  return ties.map((tie) => [number.get(graph.relations.from[tie]), number.get(graph.relations.to[tie])]);
}

const isQuiet = (tie) => settings.predicates.takesPart.includes(predicateOf(tie)) || settings.predicates.dashed.includes(predicateOf(tie));
const isDashed = (tie) => settings.predicates.dashed.includes(predicateOf(tie));
const hasArrow = (tie) => kindOf(graph.relations.from[tie]) !== "Person" && !settings.predicates.equal.includes(predicateOf(tie));

// The centre in the middle, the others around it, class beside class, then drawn to their distances.
function ring(boxes, centre) {
  const middle = boxes.findIndex((box) => box.thing === centre);
  [boxes[0], boxes[middle]] = [boxes[middle], boxes[0]];
  const number = new Map(boxes.map((box, place) => [box.thing, place]));
  const next = boxes.map((box) => [...new Set([...tiesOf(box.thing)].map((tie) => number.get(otherEnd(tie, box.thing))))].filter((one) => one !== undefined));
  const steps = boxes.map((_, from) => stepsFrom(from, next, FURTHEST));
  const rest = boxes.slice(1).sort((one, two) => graph.things.kind[one.thing] - graph.things.kind[two.thing] || one.thing - two.thing);
  rest.forEach((box, place) => {
    const turn = (2 * Math.PI * place) / rest.length;
    const far = 190 * steps[0][number.get(box.thing)] + 40 * (place % 2);
    [box.x, box.y] = [1.5 * far * Math.cos(turn), far * Math.sin(turn)];
  });
  [boxes[0].x, boxes[0].y] = [0, 0];
  settle(boxes, steps, 175, 60);
}

function thingBox(thing) {
  const look = lookOf(kindOf(thing));
  const box = { id: `t${thing}`, thing, look, kind: look.form, x: 0, y: 0, status: statusOf(thing), disputed: graph.disputed.has(thing) };
  const { sizes, padding } = settings;
  const name = labelOf(thing);
  if (look.form === "icon") {
    box.lines = wrap(name, sizes.ICON_TEXT, look.width, look.lines, 600);
    const across = Math.max(sizes.ICON_HEIGHT, ...box.lines.map((line) => widthOf(line, sizes.ICON_TEXT, 600))) / 2 + 2;
    box.letters = look.kind === "Person" ? initials(name) : "";
    return Object.assign(box, { width: 2 * across, left: across, right: across, up: HALF_ICON, down: HALF_ICON + sizes.ICON_GAP + box.lines.length * sizes.ICON_LINE });
  }
  const isCalendar = look.form === "calendar";
  const [size, step, weight] = isCalendar ? [sizes.ICON_TEXT, sizes.ICON_LINE, 500] : [sizes.BOX_TEXT, sizes.BOX_LINE, 600];
  box.lines = wrap(name, size, look.width, look.lines, weight);
  let across = Math.max(sizes.ICON_HEIGHT, ...box.lines.map((line) => widthOf(line, size, weight) + 2 * padding.box[0]));
  if (isCalendar) {
    const status = box.status ? pageWord(box.status) : "";
    const band = [whenOf(thing) || oneWord(look.kind), status].filter(Boolean).join(", ").slice(0, 120);
    box.band = widthOf(band, sizes.PILL_TEXT, 600) > 270 ? shorten(band, sizes.PILL_TEXT, 260, 600) : band;
    across = Math.max(across, widthOf(box.band, sizes.PILL_TEXT, 600) + 2 * padding.box[0]);
  }
  box.height = box.lines.length * step + 2 * padding.box[1] + (isCalendar ? sizes.BAND_HEIGHT : 0);
  box.width = Math.round(across);
  return Object.assign(box, reach(box.width, box.height));
}

function tagBox(tie) {
  const { sizes, padding } = settings;
  const text = isUnsure(tie) ? `${wordsOf(tie)} ?` : wordsOf(tie);
  const lines = wrap(text, sizes.PILL_TEXT, sizes.PILL_WIDTH, 3, 500);
  const width = Math.round(Math.max(...lines.map((line) => widthOf(line, sizes.PILL_TEXT, 500))) + 2 * padding.pill[0]);
  const height = lines.length * sizes.PILL_LINE + 2 * padding.pill[1];
  return { id: `tag-r${tie}`, tie, kind: "tag", lines, width, height, unsure: isUnsure(tie), ...reach(width, height) };
}

const boxShown = (box) => (box.kind === "group" ? box.count > 0 : box.kind === "tag" ? graph.tieOn[box.tie] === 1 : graph.thingOn[box.thing] === 1);
const lineShown = (line) => line.count !== undefined || graph.tieOn[line.tie] === 1;
