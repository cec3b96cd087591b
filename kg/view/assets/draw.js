"use strict";
// Draws boxes on a canvas, or on what looks like one to us (svg.js).
const paths = new Map();

function path(outline) {
  if (!paths.has(outline)) paths.set(outline, Object.assign(new Path2D(outline), { outline }));
  return paths.get(outline);
}

function rounded(ctx, left, top, width, height, radius) {
  ctx.beginPath();
  ctx.roundRect(left, top, width, height, radius);
}

// Writes centred lines; a line wider than its room is squeezed into it. "halo" keeps text readable over lines.
function write(ctx, texts, x, top, { size, step, room, ink, weight = 600, halo = "" }) {
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

function glow(ctx, ink, active, draw) {
  if (!active) return;
  const before = ctx.globalAlpha;
  ctx.strokeStyle = ink;
  ctx.globalAlpha = 0.3 * before;
  ctx.lineWidth = 8;
  draw();
  ctx.globalAlpha = before;
}

function drawFramed(ctx, box, x, y, active) {
  const { look, width, height } = box;
  const ink = look.ink[theme()];
  const radius = look.form === "pill" ? height / 2 : 10;
  const outline = () => rounded(ctx, x - width / 2, y - height / 2, width, height, radius);
  glow(ctx, ink, active, () => (outline(), ctx.stroke()));
  outline();
  ctx.fillStyle = look.form === "pill" ? ink : look.tint[theme()];
  ctx.fill();
  ctx.strokeStyle = ink;
  ctx.lineWidth = 1.6;
  ctx.stroke();
  const { BOX_TEXT: size, BOX_LINE: step } = settings.sizes;
  const text = look.form === "pill" ? colour("onInk") : colour("ink");
  write(ctx, box.lines, x, y - (box.lines.length * step) / 2, { size, step, room: width - 16, ink: text });
}

function drawCalendar(ctx, box, x, y, active) {
  const { look, width, height } = box;
  const { BAND_HEIGHT: band, ICON_TEXT: size, ICON_LINE: step, PILL_TEXT: small } = settings.sizes;
  const [left, top, ink] = [x - width / 2, y - height / 2, look.ink[theme()]];
  const outline = () => rounded(ctx, left, top, width, height, 9);
  glow(ctx, ink, active, () => (outline(), ctx.stroke()));
  outline();
  ctx.fillStyle = look.tint[theme()];
  ctx.fill();
  rounded(ctx, left, top, width, band, [9, 9, 0, 0]);
  ctx.fillStyle = ink;
  ctx.fill();
  outline();
  ctx.strokeStyle = ink;
  ctx.lineWidth = 1.6;
  if (box.status) ctx.setLineDash([6, 4]);
  ctx.stroke();
  if (box.status) ctx.setLineDash([]);
  write(ctx, [box.band], x, top, { size: small, step: band, room: width - 14, ink: colour("onInk") });
  const middle = (top + band + y + height / 2) / 2;
  write(ctx, box.lines, x, middle - (box.lines.length * step) / 2, { size, step, room: width - 18, ink: colour("ink"), weight: 500 });
}

function drawIcon(ctx, box, x, y, active) {
  const { look } = box;
  const ink = look.ink[theme()];
  const { ICON_GAP: gap, ICON_TEXT: size, ICON_LINE: step } = settings.sizes;
  ctx.save();
  ctx.translate(x, y);
  glow(ctx, ink, active, () => ctx.stroke(path(look.outline)));
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
  if (box.letters) write(ctx, [box.letters], 0, -10, { size: 14, step: 20, room: 30, ink: colour("onInk") });
  ctx.restore();
  write(ctx, box.lines, x, y + HALF_ICON + gap, { size, step, room: box.width, ink: colour("ink"), halo: colour("ground") });
}

function drawTag(ctx, box, x, y, active) {
  const { width, height } = box;
  const { PILL_TEXT: size, PILL_LINE: step } = settings.sizes;
  rounded(ctx, x - width / 2, y - height / 2, width, height, Math.min(height / 2, 10));
  ctx.fillStyle = colour("ground");
  ctx.fill();
  ctx.strokeStyle = colour(active ? "accent" : box.unsure ? "doubt" : "line");
  ctx.lineWidth = active ? 1.6 : 1;
  if (box.unsure) ctx.setLineDash([2, 3]);
  ctx.stroke();
  if (box.unsure) ctx.setLineDash([]);
  const ink = colour(active ? "ink" : "soft");
  write(ctx, box.lines, x, y - (box.lines.length * step) / 2, { size, step, room: width - 8, ink, weight: 500 });
}

// A pile of cards: its most connected things, and how many there are.
function drawGroup(ctx, box, x, y, active) {
  const { width, height } = box;
  const [left, top] = [x - width / 2, y - height / 2];
  ctx.lineWidth = 1.2;
  for (const shift of [8, 4, 0]) {
    rounded(ctx, left + shift, top - shift, width - 2 * shift, height, 12);
    if (!shift) glow(ctx, colour("accent"), active, () => (rounded(ctx, left, top, width, height, 12), ctx.stroke()));
    ctx.lineWidth = 1.2;
    rounded(ctx, left + shift, top - shift, width - 2 * shift, height, 12);
    ctx.fillStyle = colour("surface");
    ctx.fill();
    ctx.strokeStyle = colour("line");
    ctx.stroke();
  }
  ctx.textAlign = "left";
  ctx.textBaseline = "middle";
  box.rows.forEach((name, row) => {
    const middle = top + 22 + row * 21;
    const look = lookOf(kindOf(box.top[row]));
    ctx.fillStyle = look.ink[theme()];
    ctx.beginPath();
    if (look.form === "icon") ctx.arc(left + 18, middle, 5, 0, 2 * Math.PI);
    else ctx.roundRect(left + 12.5, middle - 4, 11, 8, 2);
    ctx.fill();
    ctx.font = `${row ? 500 : 650} 13px ${FACE}`;
    ctx.fillStyle = colour("ink");
    ctx.fillText(name, left + 32, middle + 0.5);
  });
  ctx.strokeStyle = colour("rule");
  ctx.lineWidth = 1;
  ctx.beginPath();
  ctx.moveTo(left + 1, top + height - 28);
  ctx.lineTo(left + width - 1, top + height - 28);
  ctx.stroke();
  ctx.font = `500 12px ${FACE}`;
  ctx.fillStyle = colour("soft");
  ctx.fillText(filled(pageWord("inside"), { count: numberText(box.count) }), left + 14, top + height - 13);
}

// A small sign at the shape's shoulder: how many relations lead out of sight, or that texts differ.
function drawSign(ctx, text, x, y, ground, ink, edge) {
  const width = Math.max(16, widthOf(text, 10.5, 650) + 9);
  rounded(ctx, x - width / 2, y - 8, width, 16, 8);
  ctx.fillStyle = ground;
  ctx.fill();
  ctx.strokeStyle = edge;
  ctx.lineWidth = 1.2;
  ctx.stroke();
  write(ctx, [text], x, y - 8, { size: 10.5, step: 16, room: width, ink, weight: 650 });
}

function drawSigns(ctx, box, x, y) {
  const side = box.kind === "icon" ? HALF_ICON - 3 : box.width / 2 - 4;
  const top = y - box.up + (box.kind === "icon" ? 4 : 1);
  if (box.disputed) drawSign(ctx, "!", x - side, top, colour("doubt"), colour("onInk"), colour("ground"));
  const more = box.more ?? 0;
  if (more > 0) drawSign(ctx, `+${more > 999 ? "999" : more}`, x + side, top, colour("surface"), colour("soft"), colour("line"));
}

// What is not lit is drawn faintly on opaque ground, so that lines don't show through it.
function fade(ctx, box, x, y) {
  ctx.fillStyle = colour("ground");
  if (box.kind === "icon") {
    ctx.save();
    ctx.translate(x, y);
    ctx.fill(path(box.look.outline));
    ctx.restore();
  } else {
    rounded(ctx, x - box.width / 2, y - box.height / 2, box.width, box.height, box.kind === "pill" || box.kind === "tag" ? box.height / 2 : 10);
    ctx.fill();
  }
  ctx.globalAlpha = 0.25;
}

const PAINTERS = { group: drawGroup, tag: drawTag, icon: drawIcon, calendar: drawCalendar, box: drawFramed, pill: drawFramed };

function drawBox(ctx, box, x, y, lit, active) {
  if (!lit) fade(ctx, box, x, y);
  PAINTERS[box.kind](ctx, box, x, y, active);
  if (box.thing !== undefined) drawSigns(ctx, box, x, y);
  ctx.globalAlpha = 1;
}
