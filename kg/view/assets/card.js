"use strict";
// The card at the side and the tooltip: what is known of a thing or a relation, and the words that say it.
const POINTS = ["Meeting", "Election", "Agreement"]; // things whose date is worth saying wherever they are named
const NOT_SURE = 0.75; // below this a quote says how sure we are

function quoteOf(quote) {
  const named = words(quote.headline || quote.announcement);
  const source = quote.url ? make("a", { href: quote.url, target: "_blank", rel: "noopener noreferrer" }, named) : named;
  const notes = [quote.published[state.lang]];
  if (quote.confidence < NOT_SURE) notes.push(`${pageWord("confidence")} ${Math.round(quote.confidence * 100)} %`);
  const after = notes.filter(Boolean).map((note) => ` · ${note}`);
  const text = make("p", { dir: "auto", class: quote.text.length > 600 ? "long-text" : "" }, quote.text);
  text.classList.toggle("quoted", quote.quoted);
  return make("blockquote", { title: quote.rule }, text, make("cite", {}, source, ...after));
}

function quotesOf(relation, most) {
  const [first, rest] = [relation.quotes.slice(0, most), relation.quotes.slice(most)];
  if (!rest.length) return first.map(quoteOf);
  const summary = make("summary", {}, `${pageWord("more")} ${rest.length}`);
  return [...first.map(quoteOf), make("details", {}, summary, ...rest.map(quoteOf))];
}

function linkTo(thing) {
  const button = make("button", { type: "button", class: "to", "data-open": thing.id }, iconOf(thing.kind));
  button.append(words(thing.labels[state.lang]));
  return button;
}

function kindOf(thing) {
  return make("span", { class: `kind kind-${thing.kind}` }, iconOf(thing.kind), oneWord(thing.kind));
}

function closeButton() {
  const cross = byId("zoom-out").firstElementChild.cloneNode(true);
  cross.firstElementChild.setAttribute("d", "M5 5l10 10M15 5L5 15");
  cross.setAttribute("width", "18");
  return make("button", { type: "button", class: "close", "aria-label": pageWord("close"), "data-close": "" }, cross);
}

function whenOf(thing) {
  const status = ["planned", "cancelled"].includes(thing.status) ? pageWord(thing.status) : "";
  return [thing.when[state.lang], status].filter(Boolean).join(", ");
}

function namesOf(thing) {
  const seen = thing.names.filter(([, name]) => name !== thing.labels[state.lang]);
  if (!seen.length) return [];
  const list = make("dl");
  for (const lang of new Set(seen.map((pair) => pair[0]))) {
    const names = seen.filter((pair) => pair[0] === lang).map(([, name]) => words(name, { class: name.length > 600 ? "long-text" : "" }));
    const value = make("dd", lang ? { lang } : {}, ...names.flatMap((name, number) => (number ? [" · ", name] : [name])));
    list.append(make("dt", {}, lang || pageWord("also")), value);
  }
  return [make("h3", {}, pageWord("names")), list];
}

// Topics, numbers and dates: what is said of a thing that ties it to no other.
function valuesOf(thing) {
  if (!thing.values.length) return [];
  const items = thing.values.map((value) => {
    const name = make("span", { class: "soft" }, `${predicateWord(value.predicate)}: `);
    const said = make("p", { class: "said" }, name, words(value.labels[state.lang]));
    return make("li", {}, said, ...quotesOf(value, 1));
  });
  return [make("h3", {}, pageWord("facts")), make("ul", { class: "only" }, ...items)];
}

function inOrder(id) {
  const name = (relation) => otherEnd(relation, id).labels[state.lang];
  const date = (relation) => relation.order || otherEnd(relation, id).order || "";
  return [...relationsOf.get(id)].sort(
    (one, two) => two.post - one.post || date(two).localeCompare(date(one)) || name(one).localeCompare(name(two), state.lang),
  );
}

function relationItem(relation, id) {
  const other = otherEnd(relation, id);
  const when = relation.when[state.lang] || (POINTS.includes(other.kind) ? other.when[state.lang] : "");
  const how = make("p", { class: "how" }, words(relation.words[state.lang]), when ? ` · ${when}` : "");
  return make("li", {}, linkTo(other), how, ...quotesOf(relation, 1));
}

function thingCard(thing) {
  const own = inOrder(thing.id);
  const title = make("h2", { id: "card-title", tabindex: "-1" }, words(thing.labels[state.lang], { class: "long-text" }));
  const when = whenOf(thing);
  return [
    closeButton(),
    kindOf(thing),
    title,
    when ? make("p", { class: "when" }, when) : null,
    ...namesOf(thing),
    ...(own.length ? [make("h3", {}, `${pageWord("relations")} · ${own.length}`)] : []),
    make("ul", {}, ...own.map((relation) => relationItem(relation, thing.id))),
    ...valuesOf(thing),
  ];
}

function relationCard(relation) {
  const quotes = relation.quotes.length ? relation.quotes.map(quoteOf) : [make("p", { class: "soft" }, pageWord("noQuotes"))];
  const when = relation.when[state.lang];
  return [
    closeButton(),
    make("h2", { id: "card-title", tabindex: "-1" }, words(relation.words[state.lang], { class: "long-text" })),
    when ? make("p", { class: "when" }, when) : null,
    make("ul", { class: "ends" }, make("li", {}, linkTo(things.get(relation.from))), make("li", {}, linkTo(things.get(relation.to)))),
    make("h3", {}, pageWord("quotes")),
    make("div", { class: "only" }, ...quotes),
  ];
}

function showCard() {
  const card = byId("card");
  card.hidden = !state.chosen;
  if (!state.chosen) return card.replaceChildren();
  const { thing, relation } = state.chosen;
  const parts = thing ? thingCard(things.get(thing)) : relationCard(relations.get(relation));
  card.replaceChildren(...parts.filter((part) => part !== null));
  card.scrollTop = 0;
}

// The languages that a thing has a name in, the reader's first.
function knownFirst(thing) {
  return [...thing.known].sort((one, two) => (two === state.lang) - (one === state.lang));
}

function thingTip(thing) {
  const names = knownFirst(thing).map((lang) =>
    make("p", { class: "name" }, make("span", { class: "code" }, lang), words(thing.labels[lang], { class: "clip", lang })),
  );
  if (!names.length) names.push(make("p", { class: "name" }, words(thing.labels[state.lang], { class: "clip" })));
  const sub = [oneWord(thing.kind), whenOf(thing)].filter(Boolean).join(" · ");
  const quotes = [...inOrder(thing.id), ...thing.values].flatMap((said) => said.quotes.slice(0, 1));
  return [...names, make("p", { class: "sub" }, sub), ...tipQuotes(quotes)];
}

function relationTip(relation) {
  const ends = [things.get(relation.from), things.get(relation.to)].map((thing) => thing.labels[state.lang]);
  const sub = [...ends, relation.when[state.lang]].filter(Boolean).join(" · ");
  const name = make("p", { class: "name" }, words(relation.words[state.lang], { class: "clip" }));
  return [name, make("p", { class: "sub clip" }, words(sub)), ...tipQuotes(relation.quotes)];
}

function tipQuotes(quotes) {
  return quotes.slice(0, 2).map((quote) => {
    const part = quoteOf(quote);
    part.firstElementChild.classList.replace("long-text", "clip") || part.firstElementChild.classList.add("clip");
    return part;
  });
}

function showTip(what, x, y) {
  const tip = byId("tip");
  tip.hidden = !what;
  if (!what) return;
  tip.replaceChildren(...(what.thing ? thingTip(things.get(what.thing)) : relationTip(relations.get(what.relation))));
  const frame = tip.parentElement.getBoundingClientRect();
  const left = Math.min(x + 16, frame.width - tip.offsetWidth - 8);
  const top = y + 20 + tip.offsetHeight > frame.height ? y - tip.offsetHeight - 14 : y + 20;
  tip.style.left = `${Math.max(8, left)}px`;
  tip.style.top = `${Math.max(8, top)}px`;
}
