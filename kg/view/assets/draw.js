"use strict";
// Draws boxes on vis-network's canvas and finds what is under the pointer. Sizes come from Python, so nothing overlaps.
const FACE = '-apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif';
const paths = new Map();
let network = null;
let litNow = null;
let hovered = null;
const drawn = new Set();

function path(outline) {
  if (!paths.has(outline)) paths.set(outline, new Path2D(outline));
  return paths.get(outline);
}

function rounded(ctx, left, top, width, height, radius) {
  ctx.beginPath();
  ctx.roundRect(left, top, width, height, radius);
}

// Writes centred lines; a line wider than its room is squeezed into it. "halo" keeps text readable over lines.
function write(ctx, texts, x, top, size, step, room, ink, weight, halo) {
  ctx.font = `${weight} ${size}px ${FACE}`;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  texts.forEach((text, number) => {
    const y = top + step * (number + 0.5) + 0.5;
    if (halo) {
      ctx.strokeStyle = halo;
      ctx.lineWidth = 4;
      ctx.lineJoin = "round";
      ctx.strokeText(text, x, y, room);
    }
    ctx.fillStyle = ink;
    ctx.fillText(text, x, y, room);
  });
}

function ring(ctx, ink, active, draw) {
  if (!active) return;
  ctx.strokeStyle = ink;
  ctx.globalAlpha *= 0.3;
  ctx.lineWidth = 8;
  draw();
  ctx.stroke();
  ctx.globalAlpha /= 0.3;
}

function drawFramed(ctx, box, look, x, y, active) {
  const [width, height] = box.sizes[state.lang];
  const ink = look.ink[theme()];
  const radius = look.form === "pill" ? height / 2 : 10;
  const outline = () => rounded(ctx, x - width / 2, y - height / 2, width, height, radius);
  ring(ctx, ink, active, outline);
  outline();
  ctx.fillStyle = look.form === "pill" ? ink : look.tint[theme()];
  ctx.fill();
  ctx.strokeStyle = ink;
  ctx.lineWidth = 1.6;
  ctx.stroke();
  const { BOX_TEXT: size, BOX_LINE: step } = data.sizes;
  const texts = box.lines[state.lang];
  const text = look.form === "pill" ? colour("onInk") : colour("ink");
  write(ctx, texts, x, y - (texts.length * step) / 2, size, step, width - 18, text, 600);
}

function drawCalendar(ctx, box, look, x, y, active) {
  const [width, height] = box.sizes[state.lang];
  const { BAND_HEIGHT: band, ICON_TEXT: size, ICON_LINE: step, PILL_TEXT: small } = data.sizes;
  const [left, top, ink] = [x - width / 2, y - height / 2, look.ink[theme()]];
  const outline = () => rounded(ctx, left, top, width, height, 9);
  ring(ctx, ink, active, outline);
  outline();
  ctx.fillStyle = look.tint[theme()];
  ctx.fill();
  rounded(ctx, left, top, width, band, [9, 9, 0, 0]);
  ctx.fillStyle = ink;
  ctx.fill();
  outline();
  ctx.strokeStyle = ink;
  ctx.lineWidth = 1.6;
  ctx.setLineDash(box.status ? [6, 4] : []);
  ctx.stroke();
  ctx.setLineDash([]);
  write(ctx, [box.band[state.lang]], x, top, small, band, width - 14, colour("onInk"), 600);
  const texts = box.lines[state.lang];
  write(ctx, texts, x, (top + band + y + height / 2) / 2 - (texts.length * step) / 2, size, step, width - 18, colour("ink"), 500);
}

function drawIcon(ctx, box, look, x, y, active) {
  const ink = look.ink[theme()];
  const { ICON_HEIGHT: high, ICON_GAP: gap, ICON_TEXT: size, ICON_LINE: step } = data.sizes;
  ctx.translate(x, y);
  if (active) {
    ctx.strokeStyle = ink;
    ctx.globalAlpha *= 0.3;
    ctx.lineWidth = 9;
    ctx.stroke(path(look.outline));
    ctx.globalAlpha /= 0.3;
  }
  ctx.fillStyle = ink;
  ctx.strokeStyle = colour("ground");
  ctx.lineWidth = 3;
  ctx.lineJoin = "round";
  ctx.stroke(path(look.outline));
  ctx.fill(path(look.outline));
  if (look.mark) {
    ctx.strokeStyle = colour("onInk");
    ctx.lineWidth = 2.4;
    ctx.lineCap = "round";
    ctx.stroke(path(look.mark));
  }
  const letters = box.letters[state.lang];
  if (letters) write(ctx, [letters], 0, -10, 14, 20, 30, colour("onInk"), 600);
  ctx.translate(-x, -y);
  const width = box.sizes[state.lang][0];
  write(ctx, box.lines[state.lang], x, y + high / 2 + gap, size, step, width, colour("ink"), 600, colour("ground"));
}

function drawTag(ctx, box, x, y, active) {
  const [width, height] = box.sizes[state.lang];
  const texts = box.lines[state.lang];
  const { PILL_TEXT: size, PILL_LINE: step } = data.sizes;
  rounded(ctx, x - width / 2, y - height / 2, width, height, Math.min(height / 2, 10));
  ctx.fillStyle = colour("ground");
  ctx.fill();
  ctx.strokeStyle = colour(active ? "accent" : "line");
  ctx.lineWidth = active ? 1.6 : 1;
  ctx.stroke();
  const ink = colour(active ? "ink" : "soft");
  write(ctx, texts, x, y - (texts.length * step) / 2, size, step, width - 8, ink, 500);
}

// What is not lit is drawn faintly on opaque ground, so that lines don't show through it.
function fade(ctx, box, look, x, y) {
  const [width, height] = box.sizes[state.lang];
  ctx.fillStyle = colour("ground");
  if (look?.form === "icon") {
    ctx.translate(x, y);
    ctx.fill(path(look.outline));
    ctx.translate(-x, -y);
  } else {
    rounded(ctx, x - width / 2, y - height / 2, width, height, look?.form === "pill" || !look ? height / 2 : 10);
    ctx.fill();
  }
  ctx.globalAlpha = 0.22;
}

function isLit(box) {
  if (!litNow) return true;
  return box.relation ? litNow.relations.has(box.relation) : litNow.things.has(box.id);
}

function isActive(box) {
  const chosen = state.chosen;
  if (box.relation) return hovered?.relation === box.relation || chosen?.relation === box.relation;
  return hovered?.thing === box.id || chosen?.thing === box.id;
}

// vis-network calls this for every node in view.
function renderBox({ ctx, id, x, y }) {
  const box = boxes.get(id);
  const look = looks.get(box.kind);
  const draw = () => {
    drawn.add(id);
    if (!isLit(box)) fade(ctx, box, look, x, y);
    if (box.relation) drawTag(ctx, box, x, y, isActive(box));
    else if (look.form === "icon") drawIcon(ctx, box, look, x, y, isActive(box));
    else if (look.form === "calendar") drawCalendar(ctx, box, look, x, y, isActive(box));
    else drawFramed(ctx, box, look, x, y, isActive(box));
    ctx.globalAlpha = 1;
  };
  const round = look && look.form === "icon";
  const [width, height] = round ? [data.sizes.ICON_HEIGHT, data.sizes.ICON_HEIGHT] : box.sizes[state.lang];
  return { drawNode: draw, nodeDimensions: { width, height } };
}

// Things that nothing ties to others stand apart below; a heading says why.
function writeLooseHeading(ctx, places) {
  const shown = data.boxes.filter((box) => relationsOf.get(box.id)?.length === 0 && boxShown(box));
  if (!shown.length || !data.relations.length) return;
  const left = Math.min(...shown.map((box) => places[box.id].x - box.room[0] / 2));
  const top = Math.min(...shown.map((box) => places[box.id].y - box.anchor));
  ctx.font = `500 14px ${FACE}`;
  ctx.textAlign = "left";
  ctx.textBaseline = "alphabetic";
  ctx.fillStyle = colour("soft");
  ctx.globalAlpha = litNow ? 0.3 : 1;
  ctx.fillText(pageWord("loose"), left, top - 14);
  ctx.globalAlpha = 1;
}

// What is at a point of the picture element: {thing}, {relation} or null. A box counts with its text.
function whatIsAt(point) {
  const at = network.DOMtoCanvas(point);
  for (const [id, { x, y }] of Object.entries(network.getPositions())) {
    const box = boxes.get(id);
    if (!boxShown(box)) continue;
    const [width, height] = box.sizes[state.lang];
    const icon = looks.get(box.kind)?.form === "icon";
    const top = icon ? y - data.sizes.ICON_HEIGHT / 2 : y - height / 2;
    if (Math.abs(at.x - x) <= width / 2 && at.y >= top && at.y <= top + height) {
      return box.relation ? { relation: box.relation } : { thing: id };
    }
  }
  const line = network.getEdgeAt(point);
  return line === undefined ? null : { relation: lines.get(line).relation };
}

function boxShown(box) {
  if (!box.relation) return isShown(box.id);
  const relation = relations.get(box.relation);
  return isShown(relation.from) && isShown(relation.to);
}

function lineLook(line) {
  const relation = relations.get(line.relation);
  const chosen = litNow && litNow.relations.has(line.relation);
  const near = hovered?.relation === line.relation;
  const name = chosen || near ? "accent" : line.strong ? "strong" : "line";
  const opacity = litNow && !chosen ? 0.15 : 1;
  return {
    id: line.id,
    color: { color: colour(name), hover: colour("accent"), highlight: colour("accent"), opacity },
    width: chosen || near ? 2.4 : 1.6,
    hidden: !(isShown(relation.from) && isShown(relation.to)),
  };
}
