"use strict";
// Where things and groups stand before their boxes get room: as far from one another as there are steps between them.
// Worked out for a view when it is opened; the same view always comes out the same.
const APART = 170; // pixels between things that a relation ties
const GROUPS_APART = 300;
const FURTHEST = 6; // steps; what is further from one around which a picture is drawn is drawn as near as that
const GOLDEN_ANGLE = 2.399963229728653;
const SCREEN = 1.6; // width / height of the whole

// How many steps there are from one to each: along "next", which has the neighbours of each.
function stepsFrom(from, next, furthest) {
  const steps = new Array(next.length).fill(furthest);
  steps[from] = 0;
  let edge = [from];
  for (let far = 1; edge.length; far += 1) {
    edge = edge.flatMap((one) => next[one]).filter((one) => steps[one] > far && (steps[one] = far));
  }
  return steps;
}

// Gives boxes that pairs (of their numbers) tie their places; those that hang together stand together.
function settleParts(boxes, pairs, apart) {
  const next = boxes.map(() => new Set());
  for (const [one, other] of pairs) {
    next[one].add(other);
    next[other].add(one);
  }
  const near = next.map((some) => [...some].sort((one, two) => one - two));
  const steps = boxes.map((_, from) => stepsFrom(from, near, Infinity));
  const parts = [];
  steps.forEach((row, one) => {
    const part = row.flatMap((far, other) => (far < Infinity ? [other] : []));
    if (part[0] === one) parts.push(part);
  });
  parts.sort((one, two) => two.length - one.length || one[0] - two[0]);
  const drawn = parts.map((part) => settledPart(part.map((one) => part.map((other) => apart * steps[one][other]))));
  const corners = sideBySide(drawn.map((spots) => [Math.max(...spots.map((spot) => spot.x)) + apart, Math.max(...spots.map((spot) => spot.y)) + 0.6 * apart]));
  parts.forEach((part, number) => part.forEach((one, place) => {
    boxes[one].x = drawn[number][place].x + corners[number][0];
    boxes[one].y = drawn[number][place].y + corners[number][1];
  })); // prettier-ignore
}

// Places, from 0 on, in which distances follow those that are wanted (stress majorization), the longer side across.
function settledPart(wanted) {
  let places = fanned(twoDirections(wanted), wanted);
  for (let round = 0; round < 40; round += 1) places = drawnOn(places, wanted);
  places = lying(places);
  const [left, top] = ["x", "y"].map((side) => Math.min(...places.map((place) => place[side])));
  return places.map(({ x, y }) => ({ x: x - left, y: y - top }));
}

// Every pair drawn towards its distance, all at once.
function drawnOn(places, wanted) {
  return places.map((one, number) => {
    let [x, y] = [0, 0];
    places.forEach((other, place) => {
      const [dx, dy] = [one.x - other.x, one.y - other.y];
      const gap = Math.sqrt(dx * dx + dy * dy);
      const ratio = gap > 1e-9 ? wanted[number][place] / gap : 0;
      x += other.x + ratio * dx;
      y += other.y + ratio * dy;
    });
    return { x: x / places.length, y: y / places.length };
  });
}

// The two main directions of the distances (classical scaling), found by repeated multiplication.
function twoDirections(wanted) {
  const matrix = centredSquares(wanted);
  let [across, down] = [Math.cos, Math.sin].map((turned) => wanted.map((_, number) => turned(number * GOLDEN_ANGLE)));
  for (let round = 0; round < 30; round += 1) {
    [across, down] = [normal(times(matrix, across)), times(matrix, down)];
    const shared = dot(across, down);
    down = normal(down.map((value, number) => value - shared * across[number]));
  }
  return [across, down].map((column) => {
    const length = Math.sqrt(Math.abs(dot(column, times(matrix, column))));
    return column.map((value) => value * length);
  });
}

function centredSquares(wanted) {
  const squares = wanted.map((row) => row.map((value) => value * value));
  const rows = squares.map((row) => row.reduce((sum, value) => sum + value, 0) / row.length);
  const mean = rows.reduce((sum, value) => sum + value, 0) / rows.length;
  return squares.map((row, one) => row.map((value, other) => -0.5 * (value - rows[one] - rows[other] + mean)));
}

const dot = (one, other) => one.reduce((sum, value, number) => sum + value * other[number], 0);
const times = (matrix, column) => matrix.map((row) => dot(row, column));
const normal = (column) => {
  const length = Math.sqrt(dot(column, column)) || 1;
  return column.map((value) => value / length);
};

// Those that would stand on one spot are fanned out a little.
function fanned([across, down], wanted) {
  const reach = (0.05 * Math.max(...wanted.map((row) => Math.max(...row)))) / Math.sqrt(wanted.length);
  return across.map((x, number) => {
    const far = reach * Math.sqrt(number + 1);
    return { x: x + far * Math.cos(number * GOLDEN_ANGLE), y: down[number] + far * Math.sin(number * GOLDEN_ANGLE) };
  });
}

// Turned so that the widest direction lies across.
function lying(places) {
  const mean = (side) => places.reduce((sum, place) => sum + place[side], 0) / places.length;
  const middle = { x: mean("x"), y: mean("y") };
  const moved = places.map(({ x, y }) => [x - middle.x, y - middle.y]);
  const sum = (value) => moved.reduce((all, place) => all + value(place), 0);
  const turn = Math.atan2(2 * sum(([x, y]) => x * y), sum(([x, y]) => x * x - y * y)) / 2;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  return moved.map(([x, y]) => ({ x: x * cos + y * sin, y: y * cos - x * sin }));
}

// The top left corners of rectangles that don't overlap, together about as wide and high as a screen: each, the larger
// first, where the whole stays smallest.
function sideBySide(sizes) {
  const placed = [];
  const corners = [];
  const area = (number) => sizes[number][0] * sizes[number][1];
  for (const number of [...sizes.keys()].sort((one, two) => area(two) - area(one) || one - two)) {
    const [across, down] = sizes[number];
    const spots = [[0, 0], ...placed.flatMap((box) => [[box.right, box.top], [box.left, box.bottom], [box.right, 0], [0, box.bottom]])]; // prettier-ignore
    const hits = ([x, y]) => placed.some((box) => x < box.right && box.left < x + across && y < box.bottom && box.top < y + down);
    const extent = ([x, y]) => Math.max(...[...placed, { right: x + across, bottom: y + down }].map((box) => Math.max(box.right / SCREEN, box.bottom)));
    const free = spots.filter((spot) => !hits(spot)).map(([x, y]) => ({ x, y, high: Math.round(extent([x, y])) }));
    const { x, y } = free.reduce((best, spot) => (spot.high - best.high || spot.y - best.y || spot.x - best.x) < 0 ? spot : best); // prettier-ignore
    corners[number] = [x, y];
    placed.push({ left: x, top: y, right: x + across, bottom: y + down });
  }
  return corners;
}
