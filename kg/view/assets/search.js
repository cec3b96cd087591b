"use strict";
// The search box: names in all languages and alphabets, suggestions, keys up, down, Enter and Escape.
const MOST_FOUND = 8;
const LONGEST = 200; // characters of a name that search looks at
const LATIN = new Map(Object.entries({
  а: "a", ә: "a", б: "b", в: "v", г: "g", ғ: "g", д: "d", е: "e", ё: "e", ж: "zh", з: "z", и: "i", й: "i", к: "k", қ: "k", л: "l", м: "m", н: "n", ң: "n",
  о: "o", ө: "o", п: "p", р: "r", с: "s", т: "t", у: "u", ұ: "u", ү: "u", ф: "f", х: "kh", һ: "kh", ц: "ts", ч: "ch", ш: "sh", щ: "shch", ъ: "", ы: "y",
  і: "i", ь: "", э: "e", ю: "iu", я: "ia", q: "k", w: "v", y: "y", ı: "i",
})); // prettier-ignore

// One form for all ways to write a name: "Қайрат", "кайрат" and "Kairat" are found by each other.
function folded(text) {
  const bare = text.slice(0, LONGEST).toLowerCase().replace(/й/g, "и").normalize("NFKD").replace(/\p{M}/gu, "");
  let found = "";
  for (const letter of bare) found += LATIN.get(letter) ?? letter;
  return found.replace(/yu/g, "iu").replace(/ya/g, "ia").replace(/kh|h/g, "h").replace(/y/g, "i").replace(/i+/g, "i");
}

let index = null; // for each thing its folded names, each after a line break
let at = -1;
let suggestedFor = null;

async function indexed() {
  if (index) return index;
  const names = await allNames();
  const made = new Array(graph.size);
  for (let thing = 0; thing < graph.size; thing += 1) {
    const all = new Set([...settings.languages.map((lang) => labelOf(thing, lang)), ...names[graph.things.place[thing]]]);
    let text = "";
    for (const name of all) text += `\n${folded(name)}`;
    made[thing] = text;
    if (thing % 4000 === 3999) await new Promise((go) => setTimeout(go));
  }
  index = made;
  return index;
}

// Ranks: 0 a name starts so, 1 a word in a name does, 2 it is inside.
function rank(text, wanted) {
  if (text.includes(`\n${wanted}`)) return 0;
  for (let place = text.indexOf(wanted); place >= 0; place = text.indexOf(wanted, place + 1)) {
    if (/[\s«"“(\-.]/.test(text[place - 1])) return 1;
  }
  return 2;
}

async function find(typed) {
  const texts = await indexed();
  const wanted = folded(typed.trim());
  const hits = [];
  if (!wanted) return hits;
  for (let thing = 0; thing < texts.length; thing += 1) {
    if (texts[thing].includes(wanted)) hits.push({ thing, rank: rank(texts[thing], wanted) });
  }
  return hits.sort((one, two) => one.rank - two.rank || graph.degree[two.thing] - graph.degree[one.thing] || one.thing - two.thing);
}

async function suggest() {
  const typed = byId("search").value;
  const hits = (await find(typed)).slice(0, MOST_FOUND);
  if (typed !== byId("search").value) return;
  at = -1;
  suggestedFor = typed;
  if (!typed.trim()) return closeFound();
  const items = hits.map(({ thing }, number) =>
    make(
      "li",
      { role: "option", id: `found-${number}`, "aria-selected": "false", "data-found": thing },
      iconOf(kindOf(thing)),
      make("span", {}, words(labelOf(thing)), make("span", { class: "soft" }, [oneWord(kindOf(thing)), whenOf(thing)].filter(Boolean).join(" · "))),
    ),
  );
  const none = make("li", { role: "option", "aria-disabled": "true", "aria-selected": "false", class: "soft" }, pageWord("nothing"));
  byId("found").replaceChildren(...(items.length ? items : [none]));
  byId("found").hidden = false;
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
  suggestedFor = null;
  byId("found").hidden = true;
  byId("search").setAttribute("aria-expanded", "false");
  byId("search").removeAttribute("aria-activedescendant");
}

function pick(thing) {
  closeFound();
  byId("search").value = labelOf(thing).slice(0, LONGEST);
  showThing(thing);
}

async function searchKey(event) {
  if (event.key === "ArrowDown") mark(at + 1);
  else if (event.key === "ArrowUp") mark(at - 1);
  else if (event.key === "Enter") {
    event.preventDefault();
    if (suggestedFor !== byId("search").value) await suggest();
    byId("found").querySelector('[aria-selected="true"][data-found]')?.click();
    return;
  } else if (event.key === "Escape") closeFound();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

function startSearch() {
  const input = byId("search");
  input.addEventListener("input", suggest);
  input.addEventListener("focus", () => (input.value.trim() ? suggest() : indexed()));
  input.addEventListener("keydown", searchKey);
  input.addEventListener("blur", () => setTimeout(closeFound, 150));
  byId("found").addEventListener("pointerdown", (event) => event.preventDefault());
  byId("found").addEventListener("click", (event) => {
    const item = event.target.closest("[data-found]");
    if (item) pick(Number(item.dataset.found));
  });
}
