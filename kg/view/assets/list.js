"use strict";
// The same as a list, for the keyboard, for screen readers and for looking things up: what is in sight, or all inside it.
const ON_PAGE = 50;
const list = { page: 0, order: "ties" };

// All things of the view: those around one, or everything on the shelf, whatever the picture has room for.
function thingsOfView() {
  if (state.view.around !== undefined) {
    const near = new Set([state.view.around]);
    for (const tie of tiesOn(state.view.around)) near.add(otherEnd(tie, state.view.around));
    return [...near].filter((thing) => graph.thingOn[thing]);
  }
  const [first, end] = [graph.shelves.first[state.view.shelf], graph.shelves.end[state.view.shelf]];
  const found = [];
  for (let thing = first; thing < end; thing += 1) if (graph.thingOn[thing]) found.push(thing);
  return found;
}

function inOrder(things) {
  const collator = new Intl.Collator(state.lang);
  const names = list.order === "name" ? new Map(things.map((thing) => [thing, labelOf(thing)])) : null;
  const orders = {
    ties: (one, two) => graph.degree[two] - graph.degree[one] || one - two,
    name: (one, two) => collator.compare(names.get(one), names.get(two)) || one - two,
    date: (one, two) => graph.things.first[two] - graph.things.first[one] || one - two,
  };
  return things.sort(orders[list.order]);
}

function showList() {
  if (state.mode !== "list") return;
  const things = inOrder(thingsOfView());
  const pages = Math.max(1, Math.ceil(things.length / ON_PAGE));
  list.page = Math.min(list.page, pages - 1);
  const rows = things.slice(list.page * ON_PAGE, (list.page + 1) * ON_PAGE);
  byId("list-rows").replaceChildren(...rows.map(rowOf));
  byId("list-groups").replaceChildren(...groupItems());
  byId("list-groups").hidden = !byId("list-groups").children.length;
  byId("list-count").textContent = filled(pageWord("inside"), { count: numberText(things.length) });
  byId("list-page").textContent = pages > 1 ? `${numberText(list.page + 1)} / ${numberText(pages)}` : "";
  byId("list-before").disabled = list.page === 0;
  byId("list-after").disabled = list.page >= pages - 1;
  byId("list-empty").hidden = things.length > 0;
}

function groupItems() {
  if (!scene?.groups) return [];
  return scene.boxes.filter(boxShown).map((box) => {
    const names = box.top.map((thing) => labelOf(thing)).join(", ");
    return make("li", {}, make("button", { type: "button", "data-shelf": box.shelf }, words(names), make("span", { class: "soft" }, filled(pageWord("inside"), { count: numberText(box.count) }))));
  });
}

function rowOf(thing) {
  const details = make("details", {}, make("summary", {}, numberText(graph.degree[thing])));
  details.addEventListener("toggle", () => details.open && details.children.length === 1 && details.append(...insideOf(thing)), { once: true });
  const cells = [
    make("th", { scope: "row" }, make("button", { type: "button", class: "link", "data-thing": thing }, words(labelOf(thing)))),
    make("td", {}, oneWord(kindOf(thing))),
    make("td", {}, whenText(thing)),
    make("td", {}, graph.degree[thing] || graph.disputed.has(thing) ? details : ""),
  ];
  return make("tr", {}, ...cells);
}

const insideOf = (thing) => [...disputesOf(thing), ...sectionsOf(thing).flatMap(([name, rows]) => sectionElement(name, rows)), valuesElement(thing)];

function startList() {
  byId("list-order").addEventListener("change", () => {
    list.order = byId("list-order").value;
    list.page = 0;
    showList();
  });
  const turn = (step) => {
    list.page += step;
    showList();
    byId("list").scrollTop = 0;
    byId("list-rows").querySelector("button")?.focus({ preventScroll: true });
  };
  byId("list-before").addEventListener("click", () => turn(-1));
  byId("list-after").addEventListener("click", () => turn(1));
}
