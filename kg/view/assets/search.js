"use strict";
// The search box: names in all languages, suggestions, keys up, down, Enter and Escape.
const MOST_FOUND = 8;
const LONGEST = 300; // characters of a name that search looks at
// "Ё" finds "е", "É" finds "e": marks fall away, case too.
const folded = (text) => text.slice(0, LONGEST).normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const index = data.things.map((thing) => {
  const names = [...Object.values(thing.labels), ...thing.names.map(([, name]) => name)];
  return { thing, texts: [...new Set(names.map(folded))] };
});
let at = -1;

// Ranks a thing: 0 a name starts so, 1 a word in a name does, 2 it is inside, 3 not at all.
function rank(texts, wanted) {
  const ranks = texts.map((text) => {
    const place = text.indexOf(wanted);
    if (place <= 0) return place === 0 ? 0 : 3;
    return /[\s«"“(\-]/.test(text[text.lastIndexOf(wanted) - 1]) || text.includes(` ${wanted}`) ? 1 : 2;
  });
  return Math.min(3, ...ranks);
}

function find(wanted) {
  const ranked = index.map(({ thing, texts }) => ({ thing, rank: rank(texts, wanted) })).filter((hit) => hit.rank < 3);
  const links = (hit) => relationsOf.get(hit.thing.id).length;
  return ranked.sort((one, two) => one.rank - two.rank || links(two) - links(one)).slice(0, MOST_FOUND);
}

function suggest() {
  const wanted = folded(byId("search").value.trim());
  const found = byId("found");
  at = -1;
  if (!wanted) return closeFound();
  const hits = find(wanted);
  const items = hits.map(({ thing }, number) =>
    make(
      "li",
      { role: "option", id: `found-${number}`, "aria-selected": "false", "data-found": thing.id },
      iconOf(thing.kind),
      make("span", {}, words(thing.labels[state.lang]), make("span", { class: "soft" }, oneWord(thing.kind))),
    ),
  );
  const none = make("li", { role: "option", "aria-disabled": "true", "aria-selected": "false", class: "soft" }, pageWord("nothing"));
  found.replaceChildren(...(items.length ? items : [none]));
  found.hidden = false;
  byId("search").setAttribute("aria-expanded", "true");
  if (items.length) mark(0);
}

function mark(number) {
  const items = [...byId("found").querySelectorAll("[data-found]")];
  if (!items.length) return;
  at = (number + items.length) % items.length;
  items.forEach((item, place) => item.setAttribute("aria-selected", String(place === at)));
  items[at].scrollIntoView({ block: "nearest" });
  byId("search").setAttribute("aria-activedescendant", items[at].id);
}

function closeFound() {
  byId("found").hidden = true;
  byId("search").setAttribute("aria-expanded", "false");
  byId("search").removeAttribute("aria-activedescendant");
}

function pick(id) {
  closeFound();
  byId("search").value = things.get(id).labels[state.lang].slice(0, LONGEST);
  if (!isShown(id)) toggleKind(things.get(id).kind);
  choose({ thing: id });
  goTo(id);
}

function searchKey(event) {
  if (event.key === "ArrowDown") mark(at + 1);
  else if (event.key === "ArrowUp") mark(at - 1);
  else if (event.key === "Enter") byId("found").querySelector('[aria-selected="true"][data-found]')?.click();
  else if (event.key === "Escape") closeFound();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

function startSearch() {
  const input = byId("search");
  input.addEventListener("input", suggest);
  input.addEventListener("focus", suggest);
  input.addEventListener("keydown", searchKey);
  input.addEventListener("blur", () => setTimeout(closeFound, 150));
  byId("found").addEventListener("pointerdown", (event) => event.preventDefault());
  byId("found").addEventListener("click", (event) => {
    const item = event.target.closest("[data-found]");
    if (item) pick(item.dataset.found);
  });
}
