"use strict";
// The graph: columns of stretches of things put together once; quotes and values unpacked by stretches when a card asks
// for them. Things and relations stand in stretches by their IRIs; the number of a thing is its place in the picture's order.
// A thing, a relation, an announcement is a number; "on" arrays say which pass the filters.
const graph = {};
const stretches = new Map();

async function unpack(id) {
  const element = byId(id);
  const bytes = Uint8Array.from(atob(element.textContent), (character) => character.charCodeAt(0));
  element.remove();
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return JSON.parse(await new Response(stream).text());
}

// The row of a thing or tie in the stretch that holds it: the last that begins at it or before.
async function detailOf(starts, column, place) {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (starts[middle] <= place) low = middle;
    else high = middle - 1;
  }
  if (!stretches.has(low)) stretches.set(low, unpack(`details-${low}`));
  const stretch = await stretches.get(low);
  return { row: stretch[column][place - starts[low]], read: (quote) => readQuote(quote, stretch.announcements) };
}

function readQuote([announcement, start, end, sure, rule, marked, text], ids) {
  return { announcement: graph.announced.get(ids[announcement]), start, end, sure, rule, marked: Boolean(marked), text };
}

async function quotesOf(relation) {
  const { row, read } = await detailOf(graph.stretches.tie, "quotes", relation);
  return row.map(read);
}

async function valuesOf(thing) {
  const { row, read } = await detailOf(graph.stretches.thing, "values", graph.things.place[thing]);
  return row.map(([predicate, labels, quotes]) => ({ predicate, labels, quotes: quotes.map(read) }));
}

// The further names of all things, in the order of the stretches.
function allNames() {
  graph.names ??= unpack("names").then((stretches) => stretches.flat());
  return graph.names;
}

const namesOf = async (thing) => (await allNames())[graph.things.place[thing]];

// Columns of several stretches as one; those named are numbers of texts or sayings, which are counted on.
function joined(stretches, part, counted) {
  const columns = {};
  for (const name of Object.keys(stretches[0]?.[part] ?? {})) {
    const column = stretches.flatMap((one) => (counted[name] ? one[part][name].map((value) => value + one[counted[name]]) : one[part][name]));
    columns[name] = typeof column[0] === "number" ? Int32Array.from(column) : column;
  }
  return columns;
}

// All texts and sayings in one row each; every stretch keeps where its own begin.
function joinTexts(stretches) {
  const [texts, sayings] = [[], []];
  for (const one of stretches) {
    one.firstText = texts.length;
    one.firstSaying = sayings.length / settings.languages.length;
    for (const text of one.texts) texts.push(text);
    for (const number of one.sayings) sayings.push(number + one.firstText);
  }
  return { texts, sayings: Int32Array.from(sayings) };
}

// Things in the picture's order, which has their places.
function ordered(things, order, base) {
  const columns = { place: Int32Array.from(order) };
  for (const [name, column] of Object.entries(things)) columns[name] = Int32Array.from(order, (place) => column[place]);
  columns.iri = order.map((place) => things.iri[place].slice(base.length));
  return columns;
}

// A relation without a time of its own was when the meeting at its end was.
function dateByMeetings({ from, to, dated, first, last }, { kind, first: began, last: ended }) {
  for (let tie = 0; tie < from.length; tie += 1) {
    const point = dated[tie] ? undefined : [from[tie], to[tie]].find((end) => graph.points.has(graph.kinds[kind[end]]) && (began[end] || ended[end]));
    if (point !== undefined) [first[tie], last[tie]] = [began[point], ended[point]];
  }
}

function startsOf(stretches, part, column) {
  let start = 0;
  return stretches.map((one) => (start += one[part][column].length) - one[part][column].length);
}

// Relations by thing: those of thing n are list[start[n]] up to list[start[n + 1]].
function adjacency(count, from, to) {
  const start = new Int32Array(count + 1);
  for (let r = 0; r < from.length; r += 1) {
    start[from[r] + 1] += 1;
    start[to[r] + 1] += 1;
  }
  for (let n = 0; n < count; n += 1) start[n + 1] += start[n];
  const next = start.slice();
  const list = new Int32Array(2 * from.length);
  for (let r = 0; r < from.length; r += 1) {
    list[next[from[r]]] = r;
    next[from[r]] += 1;
    list[next[to[r]]] = r;
    next[to[r]] += 1;
  }
  return { start, list };
}

async function openStore() {
  const core = await unpack("core");
  const { base, order, shelves, from, to, saidIn, disputes } = core.pop();
  const [stretches, told] = [core.filter((one) => one.things), core.filter((one) => one.announcements)];
  const number = new Int32Array(order.length);
  order.forEach((place, thing) => (number[place] = thing));
  graph.kinds = settings.looks.map((look) => look.kind);
  graph.points = new Set(settings.points);
  Object.assign(graph, joinTexts(core), {
    things: ordered(joined(stretches, "things", { label: "firstSaying", when: "firstSaying" }), order, base),
    relations: joined(stretches, "relations", { predicate: "firstText", words: "firstSaying", when: "firstSaying" }),
    announcements: told.length ? joined(told, "announcements", { published: "firstSaying" }) : { id: [], headline: [], url: [], published: [], day: [] },
    shelves: Object.fromEntries(Object.entries(shelves).map(([name, column]) => [name, Int32Array.from(column)])),
    stretches: { thing: startsOf(stretches, "things", "kind"), tie: startsOf(stretches, "relations", "when") },
    disputes: numbered(disputes, number),
  });
  Object.assign(graph.relations, { from: Int32Array.from(from, (end) => number[end]), to: Int32Array.from(to, (end) => number[end]), saidIn: Int32Array.from(saidIn) });
  if (from.length) dateByMeetings(graph.relations, graph.things);
  const { said } = graph.relations;
  graph.size = graph.things.kind.length;
  graph.ties = from.length;
  graph.near = adjacency(graph.size, graph.relations.from, graph.relations.to);
  graph.saidAt = new Int32Array(graph.ties + 1);
  for (let r = 0; r < graph.ties; r += 1) graph.saidAt[r + 1] = graph.saidAt[r] + said[r];
  graph.disputed = new Map();
  for (const row of graph.disputes) graph.disputed.set(row.thing, [...(graph.disputed.get(row.thing) ?? []), row]);
  graph.thingOn = new Uint8Array(graph.size).fill(1);
  graph.tieOn = new Uint8Array(graph.ties).fill(1);
  graph.degree = new Int32Array(graph.size);
  graph.known = new Map(graph.things.iri.map((iri, thing) => [iri, thing]));
  graph.announced = new Map(graph.announcements.id.map((id, place) => [id, place]));
  graph.inside = new Map(); // shelf -> its inner shelves
  graph.shelves.parent.forEach((parent, shelf) => graph.inside.set(parent, [...(graph.inside.get(parent) ?? []), shelf]));
}

// What announcements differ on, with the numbers of things for their places.
function numbered(disputes, number) {
  const of = (place) => (place === null ? null : number[place]);
  return disputes.map((row) => ({ ...row, thing: of(row.thing), said: row.said.map((one) => ({ ...one, thing: of(one.thing) })) }));
}

const languageAt = (lang) => settings.languages.indexOf(lang);
const saying = (number, lang = state.lang) => graph.texts[graph.sayings[number * settings.languages.length + languageAt(lang)]];
const labelOf = (thing, lang) => saying(graph.things.label[thing], lang);
const kindOf = (thing) => graph.kinds[graph.things.kind[thing]];
const lookOf = (kind) => settings.looks.find((look) => look.kind === kind);
const whenOf = (thing) => saying(graph.things.when[thing]);
const statusOf = (thing) => ["", "planned", "cancelled"][graph.things.status[thing]];
const knownIn = (thing) => settings.languages.filter((_, number) => graph.things.known[thing] & (1 << number));
const predicateOf = (tie) => graph.texts[graph.relations.predicate[tie]];
const wordsOf = (tie) => saying(graph.relations.words[tie]);
const isUnsure = (tie) => graph.relations.sure[tie] < 100 * settings.sizes.NOT_SURE;
const isPost = (tie) => settings.predicates.posts.includes(predicateOf(tie));
const otherEnd = (tie, thing) => (graph.relations.from[tie] === thing ? graph.relations.to[tie] : graph.relations.from[tie]);
const tiesOf = (thing) => graph.near.list.subarray(graph.near.start[thing], graph.near.start[thing + 1]);
const tiesOn = (thing) => [...tiesOf(thing)].filter((tie) => graph.tieOn[tie]);
const saidIn = (tie) => graph.relations.saidIn.slice(graph.saidAt[tie], graph.saidAt[tie + 1]);

// When a relation was, in words: its own time, else that of the meeting at its end.
function tieWhen(tie) {
  const own = saying(graph.relations.when[tie]);
  if (own) return own;
  const point = [graph.relations.from[tie], graph.relations.to[tie]].find((end) => graph.points.has(kindOf(end)));
  return point === undefined ? "" : whenOf(point);
}

// The most connected things of a stretch, people and bodies before what they did.
function topOf(first, end, most) {
  const found = [];
  for (let thing = first; thing < end; thing += 1) {
    if (!graph.thingOn[thing]) continue;
    const worth = graph.degree[thing] + (["Person", "Organization"].includes(kindOf(thing)) ? 1_000_000 : 0);
    if (found.length === most && worth <= found[most - 1].worth) continue;
    found.push({ thing, worth });
    found.sort((one, two) => two.worth - one.worth || one.thing - two.thing);
    if (found.length > most) found.pop();
  }
  return found.map((one) => one.thing);
}

// The shelf without inner shelves that a thing stands on.
function leafOf(thing) {
  let shelf = 0;
  for (;;) {
    const inner = (graph.inside.get(shelf) ?? []).find((one) => graph.shelves.first[one] <= thing && thing < graph.shelves.end[one]);
    if (inner === undefined) return shelf;
    shelf = inner;
  }
}
