"use strict";
// Pages to read: the language, what is shown, and the list that a cell leads to.
const hiddenKinds = new Set();

function plain(text) {
  return text.toLowerCase().replace(/й/g, "и").normalize("NFKD").replace(/\p{M}/gu, "");
}

function sift() {
  const wanted = plain(byId("search")?.value.trim() ?? "");
  let shown = 0;
  for (const year of document.querySelectorAll(".year")) {
    let inYear = 0;
    for (const event of year.querySelectorAll(".event")) {
      event.hidden = hiddenKinds.has(event.dataset.kind) || (wanted !== "" && !plain(event.textContent).includes(wanted));
      inYear += event.hidden ? 0 : 1;
    }
    year.hidden = !inYear;
    shown += inYear;
  }
  if (byId("none")) byId("none").hidden = shown > 0 || !document.querySelector(".year");
}

function openNamed() {
  const named = location.hash.length > 1 ? byId(location.hash.slice(1)) : null;
  if (named?.tagName !== "DETAILS") return;
  named.open = true;
  named.scrollIntoView({ block: "center" });
  named.firstElementChild.focus({ preventScroll: true });
}

document.addEventListener("click", (event) => {
  const lang = event.target.closest("[data-lang]");
  const filter = event.target.closest("[data-filter]");
  if (lang) speakPage(lang.dataset.lang);
  if (!filter) return;
  if (!hiddenKinds.delete(filter.dataset.filter)) hiddenKinds.add(filter.dataset.filter);
  filter.setAttribute("aria-pressed", String(!hiddenKinds.has(filter.dataset.filter)));
  sift();
});
byId("search")?.addEventListener("input", sift);
window.addEventListener("hashchange", openNamed);
openNamed();
document.documentElement.dataset.ready = "";
