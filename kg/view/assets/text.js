"use strict";
// Text that fits: measured with the fonts that the reader has, broken evenly, shortened where there is no room.
const FACE = '-apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif';
const ruler = document.createElement("canvas").getContext("2d");
const widths = new Map();

function widthOf(text, size, weight = 600) {
  const key = `${weight} ${size} ${text}`;
  if (!widths.has(key)) {
    if (widths.size > 20000) widths.clear();
    ruler.font = `${weight} ${size}px ${FACE}`;
    widths.set(key, ruler.measureText(text).width);
  }
  return widths.get(key);
}

function shorten(text, size, limit, weight) {
  const letters = [...text];
  let [low, high] = [1, letters.length];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (widthOf(`${letters.slice(0, middle).join("")}…`, size, weight) <= limit) low = middle;
    else high = middle - 1;
  }
  return `${letters.slice(0, low).join("").replace(/[\s,.\-]+$/, "")}…`;
}

function cut(word, size, limit, weight) {
  const parts = [""];
  for (const letter of word) {
    if (widthOf(parts.at(-1) + letter, size, weight) > limit && parts.at(-1) && !/\p{M}/u.test(letter)) parts.push("");
    parts[parts.length - 1] += letter;
  }
  return parts;
}

function fill(pieces, size, limit, weight) {
  const lines = [];
  for (const piece of pieces) {
    const longer = lines.length ? `${lines.at(-1)} ${piece}` : piece;
    if (lines.length && widthOf(longer, size, weight) <= limit) lines[lines.length - 1] = longer;
    else lines.push(piece);
  }
  return lines;
}

// Breaks a text into at most so many lines of at most so many pixels, as evenly as possible.
function wrap(text, size, limit, most, weight = 600) {
  const pieces = text
    .slice(0, 600)
    .trim()
    .split(/\s+/)
    .flatMap((word) => (widthOf(word, size, weight) > limit ? cut(word, size, limit, weight) : [word]));
  let lines = fill(pieces, size, limit, weight);
  if (lines.length > most) return [...lines.slice(0, most - 1), shorten(lines.slice(most - 1).join(" "), size, limit, weight)];
  for (let narrow = limit - 6; lines.length > 1 && narrow > limit / 2; narrow -= 6) {
    if (pieces.some((piece) => widthOf(piece, size, weight) > narrow)) break;
    const tighter = fill(pieces, size, narrow, weight);
    if (tighter.length > lines.length) break;
    lines = tighter;
  }
  return lines;
}

// Up to two first letters of a person's name, the last word's included ("Берік Имашев" -> "БИ").
function initials(name) {
  const parts = name
    .slice(0, 200)
    .split(/[\s.\-]+/)
    .filter((word) => /^\p{L}/u.test(word));
  const chosen = parts.length < 2 ? parts : [parts[0], parts.at(-1)];
  return chosen.map((word) => [...word][0].toUpperCase()).join("").slice(0, 2);
}
