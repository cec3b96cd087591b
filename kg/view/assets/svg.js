"use strict";
// An SVG element that can be drawn on like a canvas, as far as our boxes and vis-network's lines do it.
const SVG = "http://www.w3.org/2000/svg";

class SvgCanvas {
  constructor(left, top, width, height, ground) {
    this.root = document.createElementNS(SVG, "svg");
    this.root.setAttribute("xmlns", SVG);
    this.root.setAttribute("viewBox", [left, top, width, height].map(Math.round).join(" "));
    this.root.setAttribute("width", String(Math.round(width)));
    this.root.setAttribute("height", String(Math.round(height)));
    this.element("rect", { x: left, y: top, width, height, fill: ground });
    Object.assign(this, { fillStyle: "#000", strokeStyle: "#000", lineWidth: 1, globalAlpha: 1, font: "", textAlign: "left", textBaseline: "middle", lineJoin: "round", lineCap: "butt", dash: [], steps: "", shape: "", kept: [] });
  }

  element(name, attributes, text = "") {
    const element = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) {
      if (value !== "" && value !== null) element.setAttribute(key, typeof value === "number" ? String(Math.round(value * 100) / 100) : value);
    }
    if (text) element.textContent = text;
    this.root.append(element);
    return element;
  }

  save() {
    const { fillStyle, strokeStyle, lineWidth, globalAlpha, font, textAlign, textBaseline, lineJoin, lineCap, dash, steps } = this;
    this.kept.push({ fillStyle, strokeStyle, lineWidth, globalAlpha, font, textAlign, textBaseline, lineJoin, lineCap, dash, steps });
  }

  restore() {
    Object.assign(this, this.kept.pop() ?? {});
  }

  translate(x, y) {
    this.steps += `translate(${Math.round(x * 100) / 100} ${Math.round(y * 100) / 100}) `;
  }

  rotate(turn) {
    this.steps += `rotate(${Math.round((turn * 18000) / Math.PI) / 100}) `;
  }

  scale() {}

  setLineDash(dash) {
    this.dash = Array.isArray(dash) ? dash : [];
  }

  beginPath() {
    this.shape = "";
  }

  add(letter, ...numbers) {
    this.shape += letter + numbers.map((number) => Math.round(number * 100) / 100).join(" ");
  }

  moveTo(x, y) {
    this.add("M", x, y);
  }

  lineTo(x, y) {
    this.add("L", x, y);
  }

  quadraticCurveTo(...numbers) {
    this.add("Q", ...numbers);
  }

  bezierCurveTo(...numbers) {
    this.add("C", ...numbers);
  }

  closePath() {
    this.shape += "Z";
  }

  arc(x, y, radius) {
    this.shape += `M${x - radius} ${y}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0Z`;
  }

  roundRect(x, y, width, height, radius) {
    const [a, b, c, d] = Array.isArray(radius) ? radius : [radius, radius, radius, radius];
    this.add("M", x + a, y);
    this.add("H", x + width - b);
    this.add("a", b, b, 0, 0, 1, b, b);
    this.add("V", y + height - c);
    this.add("a", c, c, 0, 0, 1, -c, c);
    this.add("H", x + d);
    this.add("a", d, d, 0, 0, 1, -d, -d);
    this.add("V", y + a);
    this.add("a", a, a, 0, 0, 1, a, -a);
    this.closePath();
  }

  paint(given, attributes) {
    const outline = given?.outline ?? this.shape;
    if (outline) this.element("path", { d: outline, transform: this.steps.trim(), opacity: this.globalAlpha === 1 ? "" : this.globalAlpha, ...attributes });
  }

  fill(given) {
    this.paint(given, { fill: this.fillStyle });
  }

  stroke(given) {
    const { strokeStyle: stroke, lineWidth, dash, lineJoin, lineCap } = this;
    this.paint(given, { fill: "none", stroke, "stroke-width": lineWidth, "stroke-dasharray": dash.join(" "), "stroke-linejoin": lineJoin, "stroke-linecap": lineCap === "butt" ? "" : lineCap });
  }

  fillRect(x, y, width, height) {
    this.element("rect", { x, y, width, height, fill: this.fillStyle, transform: this.steps.trim() });
  }

  label(text, x, y, room, attributes) {
    const [, weight, size] = /(?:(\d+) )?([\d.]+)px/.exec(this.font) ?? [null, "400", "12"];
    const anchor = { center: "middle", right: "end" }[this.textAlign] ?? "start";
    const wide = room && this.measureText(text).width > room;
    const lower = this.textBaseline === "middle" ? 0.35 * Number(size) : 0;
    this.element("text", {
      x, y: y + lower, "font-family": FACE, "font-weight": weight ?? "400", "font-size": size, "text-anchor": anchor, transform: this.steps.trim(),
      opacity: this.globalAlpha === 1 ? "" : this.globalAlpha, textLength: wide ? room : "", lengthAdjust: wide ? "spacingAndGlyphs" : "", ...attributes,
    }, text); // prettier-ignore
  }

  fillText(text, x, y, room) {
    this.label(text, x, y, room, { fill: this.fillStyle });
  }

  strokeText(text, x, y, room) {
    this.label(text, x, y, room, { fill: "none", stroke: this.strokeStyle, "stroke-width": this.lineWidth, "stroke-linejoin": "round" });
  }

  measureText(text) {
    ruler.font = this.font;
    return ruler.measureText(text);
  }
}
