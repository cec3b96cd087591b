"use strict";
// Moves boxes apart until none overlap, and off lines that aren't theirs. The same boxes always end in the same places.
const GAP = 14;
const CLEAR = 5;

// boxes: {x, y, left, right, up, down}: a middle and how far it reaches; lines: pairs of numbers of boxes.
function spread(boxes, lines, tidy, gap) {
  for (let turn = 0; turn < tidy + 400; turn += 1) {
    const aside = turn < tidy && lines.length ? offLines(boxes, lines) : 0;
    if (!apart(boxes, gap) && !aside) return;
  }
  for (let turn = 0; turn < 200 && apart(boxes, gap); turn += 1) {
    for (const box of boxes) {
      box.x *= 1.04;
      box.y *= 1.04;
    }
  }
}

function apart(boxes, gap) {
  const push = boxes.map(() => ({ x: 0, y: 0, hits: 0 }));
  let hit = false;
  for (let one = 0; one < boxes.length; one += 1) {
    const a = boxes[one];
    for (let two = one + 1; two < boxes.length; two += 1) {
      const b = boxes[two];
      const [right, left] = [a.x + a.right + gap - (b.x - b.left), b.x + b.right + gap - (a.x - a.left)];
      if (right <= 0.01 || left <= 0.01) continue;
      const [below, above] = [a.y + a.down + gap - (b.y - b.up), b.y + b.down + gap - (a.y - a.up)];
      if (below <= 0.01 || above <= 0.01) continue;
      hit = true;
      const across = Math.min(right, left) <= Math.min(below, above);
      const x = across ? (right <= left ? -right : left) * 0.51 : 0;
      const y = across ? 0 : (below <= above ? -below : above) * 0.51;
      push[one].x += x;
      push[one].y += y;
      push[two].x -= x;
      push[two].y -= y;
      push[one].hits += 1;
      push[two].hits += 1;
    }
  }
  boxes.forEach((box, number) => {
    const calm = Math.sqrt(Math.max(1, push[number].hits));
    box.x += push[number].x / calm;
    box.y += push[number].y / calm;
  });
  return hit;
}

function offLines(boxes, lines) {
  let moved = 0;
  const limit = (value) => Math.max(-24, Math.min(24, value));
  const push = boxes.map(() => [0, 0]);
  for (const [from, to] of lines) {
    const [a, b] = [boxes[from], boxes[to]];
    const [dx, dy] = [b.x - a.x, b.y - a.y];
    const length = Math.hypot(dx, dy) || 1;
    const [nx, ny] = [-dy / length, dx / length];
    boxes.forEach((box, number) => {
      if (number === from || number === to) return;
      const [x, y] = [box.x + (box.right - box.left) / 2, box.y + (box.down - box.up) / 2];
      const share = ((x - a.x) * dx + (y - a.y) * dy) / length ** 2;
      if (share <= 0.03 || share >= 0.97) return;
      const offset = (x - a.x) * nx + (y - a.y) * ny;
      const lack = ((box.left + box.right) * Math.abs(nx) + (box.up + box.down) * Math.abs(ny)) / 2 + CLEAR - Math.abs(offset);
      if (lack <= 0) return;
      moved += 1;
      const way = offset >= 0 ? lack : -lack;
      push[number][0] += 0.3 * way * nx;
      push[number][1] += 0.3 * way * ny;
    });
  }
  boxes.forEach((box, number) => {
    box.x += limit(push[number][0]);
    box.y += limit(push[number][1]);
  });
  return moved;
}

// Draws every pair towards its distance in steps (stress majorization, one after another), near pairs most.
function settle(places, steps, unit, rounds) {
  for (let round = 0; round < rounds; round += 1) {
    for (let one = 1; one < places.length; one += 1) {
      let [x, y, sum] = [0, 0, 0];
      for (let two = 0; two < places.length; two += 1) {
        if (one === two) continue;
        const wanted = unit * steps[one][two];
        const weight = 1 / steps[one][two] ** 2;
        const [dx, dy] = [places[one].x - places[two].x, places[one].y - places[two].y];
        const gap = Math.hypot(dx, dy) || 1;
        x += weight * (places[two].x + (wanted * dx) / gap);
        y += weight * (places[two].y + (wanted * dy) / gap);
        sum += weight;
      }
      places[one].x = x / sum;
      places[one].y = y / sum;
    }
  }
}
