"use strict";
// The card at the side and the tooltip: what is known of a thing, a relation or an announcement, and the words that say it.
const AT_ONCE = 25; // relations of a section that are shown before one asks for more

function sureChip(sure) {
  return sure < 100 * settings.sizes.NOT_SURE ? make("span", { class: "chip doubt" }, `${pageWord("doubtful")}, ${sure} %`) : null;
}

function sourceOf(number) {
  const { headline, id, url, day } = graph.announcements;
  const link = /^https?:/i.test(url[number])
    ? make("a", { href: url[number], target: "_blank", rel: "noopener noreferrer", class: "out", "aria-label": pageWord("original") }, "↗")
    : null;
  const name = make("button", { type: "button", class: "source", "data-announcement": number }, words(headline[number] || id[number]));
  return [name, day[number] ? ` · ${saying(graph.announcements.published[number])}` : "", link ? " " : "", link];
}

function quoteElement(quote) {
  const text = make("p", { dir: "auto", class: quote.text.length > 600 ? "long-text" : "" }, quote.text);
  text.classList.toggle("quoted", quote.marked);
  const where = filled(pageWord("offsets"), { start: quote.start, end: quote.end, rule: quote.rule });
  return make("blockquote", { title: where }, text, make("cite", {}, ...sourceOf(quote.announcement), " ", sureChip(quote.sure)));
}

// Quotes come when they are unpacked: the first one at once, the rest behind "more".
function quotesElement(promise, most = 1) {
  const holder = make("div", { class: "quotes" });
  holder.ready = promise.then((quotes) => {
    const rest = quotes.slice(most);
    holder.append(...quotes.slice(0, most).map(quoteElement));
    if (rest.length) holder.append(make("details", {}, make("summary", {}, `${pageWord("more")} ${rest.length}`), ...rest.map(quoteElement)));
    if (!quotes.length && most > 1) holder.append(make("p", { class: "soft" }, pageWord("noQuotes")));
  });
  return holder;
}

function linkTo(thing) {
  return make("button", { type: "button", class: "to", "data-thing": thing }, iconOf(kindOf(thing)), words(labelOf(thing)));
}

const kindChip = (kind) => make("span", { class: `kind kind-${kind}` }, iconOf(kind), oneWord(kind));

function closeButton() {
  const cross = byId("icon-close").content.firstElementChild.cloneNode(true);
  return make("button", { type: "button", class: "close", "aria-label": pageWord("close"), "data-close": "" }, cross);
}

const whenText = (thing) => [whenOf(thing), statusOf(thing) ? pageWord(statusOf(thing)) : ""].filter(Boolean).join(", ");

function namesElement(thing) {
  const holder = make("div");
  holder.ready = namesOf(thing).then((others) => {
    const label = labelOf(thing);
    const rows = knownIn(thing).map((lang) => [lang, [labelOf(thing, lang)].filter((name) => name !== label)]);
    rows.push(["", others.filter((name) => name !== label)]);
    const filledRows = rows.filter(([, names]) => names.length);
    if (!filledRows.length) return;
    const list = make("dl");
    for (const [lang, names] of filledRows) {
      const value = make("dd", { lang: lang || null }, ...names.flatMap((name, number) => [number ? " · " : "", words(name, { class: name.length > 600 ? "long-text" : null })]));
      list.append(make("dt", {}, lang || pageWord("also")), value);
    }
    holder.append(make("h3", {}, pageWord("names")), list);
  });
  return holder;
}

// Topics, numbers and dates: what is said of a thing that ties it to no other.
function valuesElement(thing) {
  const holder = make("div");
  holder.ready = valuesOf(thing).then((values) => {
    if (!values.length) return;
    const items = values.map((value) => {
      const name = make("span", { class: "soft" }, `${predicateWord(value.predicate)}: `);
      const said = make("p", { class: "said" }, name, words(value.labels[languageAt(state.lang)]));
      return make("li", {}, said, quotesElement(Promise.resolve(value.quotes)));
    });
    holder.append(make("h3", {}, pageWord("facts")), make("ul", { class: "only" }, ...items));
  });
  return holder;
}

function disputeElement(row) {
  if (row.kind === "maybe the same") {
    const [{ thing }] = row.said;
    return make("li", {}, make("p", {}, pageWord("maybeSame")), linkTo(thing));
  }
  const known = new Map(graph.announcements.id.map((id, number) => [id, number]));
  const sources = (ids) => ids.filter((id) => known.has(id)).map((id) => make("div", { class: "soft" }, ...sourceOf(known.get(id))));
  const items = row.said.map((one) => {
    const value = one.thing === null ? words(one.value) : linkTo(one.thing);
    const denied = one.denied.length ? [make("p", {}, pageWord("deniedBy")), ...sources(one.denied)] : [];
    return make("li", {}, value, ...sources(one.announcements), ...denied);
  });
  return make("li", {}, make("p", {}, `${pageWord("differ")}: ${predicateWord(row.predicate)}`), make("ul", {}, ...items));
}

function disputesOf(thing) {
  const rows = graph.disputed.get(thing);
  return rows ? [make("ul", { class: "disputes" }, ...rows.map(disputeElement))] : [];
}

const dayOfTie = (tie, other) => (graph.points.has(kindOf(other)) && graph.things.first[other]) || graph.relations.first[tie] || 0;

function sectionsOf(thing) {
  const sections = new Map([["posts", []], ["memberships", []], ["participants", []], ["meetings", []], ["members", []], ["relations", []]]);
  const takesPart = settings.predicates.takesPart;
  for (const tie of tiesOn(thing)) {
    const other = otherEnd(tie, thing);
    const own = graph.relations.from[tie] === thing;
    const name = isPost(tie)
      ? own ? (kindOf(thing) === "Person" ? "posts" : "memberships") : "members"
      : kindOf(other) === "Meeting" ? "meetings" : own && takesPart.includes(predicateOf(tie)) && kindOf(thing) === "Meeting" ? "participants" : "relations"; // prettier-ignore
    sections.get(name).push({ tie, other, day: dayOfTie(tie, other) });
  }
  for (const rows of sections.values()) rows.sort((one, two) => two.day - one.day || graph.degree[two.other] - graph.degree[one.other] || one.tie - two.tie);
  return [...sections].filter(([, rows]) => rows.length);
}

function tieItem({ tie, other }) {
  const when = tieWhen(tie);
  const how = make("p", { class: "how" }, words(wordsOf(tie)), when ? ` · ${when}` : "", " ", sureChip(graph.relations.sure[tie]));
  return make("li", {}, linkTo(other), how, quotesElement(quotesOf(tie)));
}

function sectionElement(name, rows) {
  const list = make("ul", {}, ...rows.slice(0, AT_ONCE).map(tieItem));
  const parts = [make("h3", {}, `${pageWord(name)} · ${numberText(rows.length)}`), list];
  if (rows.length > AT_ONCE) parts.push(moreButton(list, rows, AT_ONCE));
  return parts;
}

function moreButton(list, rows, shown) {
  const label = (left) => `${pageWord("more")} ${numberText(left)}`;
  const button = make("button", { type: "button", class: "wide" }, label(rows.length - shown));
  button.addEventListener("click", () => {
    list.append(...rows.slice(shown, shown + AT_ONCE).map(tieItem));
    shown += AT_ONCE;
    if (shown >= rows.length) button.remove();
    else button.textContent = label(rows.length - shown);
  });
  return button;
}

// Posts as bars and meetings as dots along the years.
function stripOf(sections) {
  const rows = sections.filter(([name]) => ["posts", "memberships", "meetings"].includes(name)).flatMap(([name, own]) => own.map((one) => ({ ...one, name })));
  const dated = rows.filter(({ day }) => day);
  if (dated.length < 2) return [];
  const ends = dated.map(({ tie, day, name }) => [day, name === "meetings" || graph.relations.last[tie] === OPEN ? day : graph.relations.last[tie]]);
  const first = Math.min(...ends.map(([day]) => day));
  const last = Math.max(...ends.map(([, day]) => day), first + 1);
  const x = (day) => 6 + (308 * (day - first)) / (last - first);
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const add = (name, attributes) => {
    const shape = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) shape.setAttribute(key, value);
    svg.append(shape);
  };
  const posts = dated.map((row, number) => [row, ends[number]]).filter(([row]) => row.name !== "meetings").slice(0, 6);
  const base = 8 + 7 * posts.length;
  svg.setAttribute("viewBox", `0 0 320 ${base + 10}`);
  svg.setAttribute("class", "strip");
  svg.setAttribute("aria-hidden", "true");
  posts.forEach(([{ tie }, [from, to]], number) => {
    const open = graph.relations.last[tie] === OPEN;
    add("rect", { x: x(from), y: 3 + 7 * number, width: Math.max(4, (open ? 314 : x(to)) - x(from)), height: 4, rx: 2, class: open ? "bar open" : "bar" });
  });
  add("path", { d: `M6 ${base}H314`, class: "axis" });
  dated.forEach((row, number) => row.name === "meetings" && add("circle", { cx: x(ends[number][0]), cy: base, r: 3.5, class: "dot" }));
  const captions = make("p", { class: "ends-of-strip" }, make("span", {}, monthText(first)), make("span", {}, monthText(last)));
  return [make("h3", {}, pageWord("timeline")), svg, captions];
}

function thingCard(thing) {
  const sections = sectionsOf(thing);
  const when = whenText(thing);
  const isCentre = state.view.around === thing;
  const more = make("button", { type: "button", class: "wide", "data-around": thing }, pageWord("surroundings"));
  return [
    closeButton(),
    kindChip(kindOf(thing)),
    make("h2", { id: "card-title", tabindex: "-1" }, words(labelOf(thing), { class: "long-text" })),
    when ? make("p", { class: "when" }, when) : null,
    sections.length && !isCentre ? more : null,
    ...disputesOf(thing),
    namesElement(thing),
    ...stripOf(sections),
    ...sections.flatMap(([name, rows]) => sectionElement(name, rows)),
    valuesElement(thing),
  ];
}

function tieCard(tie) {
  const when = tieWhen(tie);
  return [
    closeButton(),
    make("h2", { id: "card-title", tabindex: "-1" }, words(wordsOf(tie), { class: "long-text" })),
    make("p", { class: "when" }, when, " ", sureChip(graph.relations.sure[tie])),
    make("ul", { class: "ends" }, make("li", {}, linkTo(graph.relations.from[tie])), make("li", {}, linkTo(graph.relations.to[tie]))),
    make("h3", {}, pageWord("quotes")),
    make("div", { class: "only" }, quotesElement(quotesOf(tie), 50)),
  ];
}

function announcementCard(number) {
  const { headline, id, url, day } = graph.announcements;
  const ties = [];
  for (let tie = 0; tie < graph.ties; tie += 1) if (saidIn(tie).includes(number)) ties.push(tie);
  const items = ties.slice(0, 200).map((tie) =>
    make("li", {}, linkTo(graph.relations.from[tie]), make("p", { class: "how" }, make("button", { type: "button", class: "source", "data-tie": tie }, words(wordsOf(tie)))), linkTo(graph.relations.to[tie])),
  );
  const link = /^https?:/i.test(url[number]) ? make("p", {}, make("a", { href: url[number], target: "_blank", rel: "noopener noreferrer" }, pageWord("original"))) : null;
  return [
    closeButton(),
    make("span", { class: "kind bare" }, pageWord("announcement")),
    make("h2", { id: "card-title", tabindex: "-1" }, words(headline[number] || id[number], { class: "long-text" })),
    make("p", { class: "when" }, [day[number] ? saying(graph.announcements.published[number]) : "", id[number]].filter(Boolean).join(" · ")),
    link,
    make("h3", {}, `${pageWord("says")} · ${numberText(ties.length)}`),
    make("ul", {}, ...items),
  ];
}

function showCard() {
  const card = byId("card");
  card.hidden = !state.chosen;
  if (!state.chosen) return card.replaceChildren();
  const { thing, tie, announcement } = state.chosen;
  const parts = thing !== undefined ? thingCard(thing) : tie !== undefined ? tieCard(tie) : announcementCard(announcement);
  card.replaceChildren(...parts.filter((part) => part !== null));
  card.scrollTop = 0;
}

// The languages that a thing has a name in, the reader's first.
const knownFirst = (thing) => [...knownIn(thing)].sort((one, two) => (two === state.lang) - (one === state.lang));

async function thingTip(thing) {
  const names = knownFirst(thing).map((lang) =>
    make("p", { class: "name" }, make("span", { class: "code" }, lang), words(labelOf(thing, lang), { class: "clip", lang })),
  );
  if (!names.length) names.push(make("p", { class: "name" }, words(labelOf(thing), { class: "clip" })));
  const sub = [oneWord(kindOf(thing)), whenText(thing)].filter(Boolean).join(" · ");
  const first = sectionsOf(thing).flatMap(([, rows]) => rows).slice(0, 2);
  let quotes = (await Promise.all(first.map(({ tie }) => quotesOf(tie)))).flatMap((own) => own.slice(0, 1));
  if (!quotes.length) quotes = (await valuesOf(thing)).flatMap((value) => value.quotes.slice(0, 1));
  return [...names, make("p", { class: "sub" }, sub), ...tipQuotes(quotes)];
}

async function tieTip(tie) {
  const ends = [graph.relations.from[tie], graph.relations.to[tie]].map((thing) => labelOf(thing));
  const sub = [...ends, tieWhen(tie)].filter(Boolean).join(" · ");
  const name = make("p", { class: "name" }, words(wordsOf(tie), { class: "clip" }));
  return [name, make("p", { class: "sub clip" }, words(sub)), ...tipQuotes(await quotesOf(tie))];
}

function groupTip(box) {
  const counts = new Map();
  for (let thing = graph.shelves.first[box.shelf]; thing < graph.shelves.end[box.shelf]; thing += 1) {
    if (graph.thingOn[thing]) counts.set(kindOf(thing), (counts.get(kindOf(thing)) ?? 0) + 1);
  }
  const names = topOf(graph.shelves.first[box.shelf], graph.shelves.end[box.shelf], 6).map((thing) => make("p", { class: "name" }, words(labelOf(thing), { class: "clip" })));
  const kinds = settings.looks.filter((look) => counts.has(look.kind)).map((look) => `${kindsWord(look.kind)} ${numberText(counts.get(look.kind))}`);
  return [...names, make("p", { class: "sub" }, kinds.join(" · "))];
}

function tipQuotes(quotes) {
  return quotes.slice(0, 2).map((quote) => {
    const part = quoteElement(quote);
    part.firstElementChild.classList.remove("long-text");
    part.firstElementChild.classList.add("clip");
    return part;
  });
}

let tipped = 0; // what was pointed at last wins, however long its quotes take

async function showTip(what, x, y) {
  const tip = byId("tip");
  tipped += 1;
  const turn = tipped;
  if (!what) return void (tip.hidden = true);
  const parts = what.group ? groupTip(what.group) : what.line ? [make("p", { class: "name" }, filled(pageWord("ties"), { count: numberText(what.line.count) }))] : what.thing !== undefined ? await thingTip(what.thing) : await tieTip(what.tie);
  if (turn !== tipped) return;
  tip.replaceChildren(...parts);
  tip.hidden = false;
  const frame = tip.parentElement.getBoundingClientRect();
  const left = Math.min(x + 16, frame.width - tip.offsetWidth - 8);
  const top = y + 20 + tip.offsetHeight > frame.height ? y - tip.offsetHeight - 14 : y + 20;
  tip.style.left = `${Math.max(8, left)}px`;
  tip.style.top = `${Math.max(8, top)}px`;
}
