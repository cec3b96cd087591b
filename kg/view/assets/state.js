"use strict";
// What the page knows (data, from Python) and what the reader chose (state).
const data = JSON.parse(document.getElementById("data").textContent);
const things = new Map(data.things.map((one) => [one.id, one]));
const relations = new Map(data.relations.map((one) => [one.id, one]));
const boxes = new Map(data.boxes.map((one) => [one.id, one]));
const lines = new Map(data.lines.map((one) => [one.id, one]));
const looks = new Map(data.looks.map((one) => [one.kind, one]));
const relationsOf = new Map(data.things.map((one) => [one.id, []]));
for (const relation of data.relations) {
  relationsOf.get(relation.from).push(relation);
  relationsOf.get(relation.to).push(relation);
}

const darkScheme = window.matchMedia("(prefers-color-scheme: dark)");
const state = {
  lang: data.languages[0],
  hiddenKinds: new Set(),
  chosen: null, // {thing: id} or {relation: id}
};

const byId = (id) => document.getElementById(id);
const theme = () => (darkScheme.matches ? 1 : 0);
const colour = (name) => data.page[name][theme()];
const pageWord = (name) => data.words.page[name][state.lang];
const oneWord = (kind) => data.words.one[kind][state.lang];
const predicateWord = (predicate) => data.words.predicates[predicate]?.[state.lang] ?? predicate;
const filled = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));
const otherEnd = (relation, id) => things.get(relation.from === id ? relation.to : relation.from);
const isShown = (id) => !state.hiddenKinds.has(things.get(id).kind);

// Makes an element; text only ever becomes text.
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children.filter((child) => child !== null));
  return element;
}

// Text of unknown direction and language, kept apart from what stands around it.
const words = (text, attributes = {}) => make("bdi", { dir: "auto", ...attributes }, text);
const iconOf = (kind) => document.querySelector(`#legend svg.kind-${kind}`).cloneNode(true);

// Which things and relations stand out while something is chosen; null when everything does.
function lit() {
  if (!state.chosen) return null;
  if (state.chosen.relation) {
    const relation = relations.get(state.chosen.relation);
    return { things: new Set([relation.from, relation.to]), relations: new Set([relation.id]) };
  }
  const own = relationsOf.get(state.chosen.thing);
  return {
    things: new Set([state.chosen.thing, ...own.flatMap((relation) => [relation.from, relation.to])]),
    relations: new Set(own.map((relation) => relation.id)),
  };
}
