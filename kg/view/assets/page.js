"use strict";
// What every page of ours shares: its settings (from Python), its words, its language.
const settings = JSON.parse(document.getElementById("settings").textContent);
const darkScheme = window.matchMedia("(prefers-color-scheme: dark)");
const state = { lang: settings.languages[0] };

const byId = (id) => document.getElementById(id);
const theme = () => (darkScheme.matches && !state.onPaper ? 1 : 0);
const colour = (name) => settings.page[name][theme()];
const pageWord = (name) => settings.words.page[name][state.lang];
const oneWord = (kind) => settings.words.one[kind][state.lang];
const kindsWord = (kind) => settings.words.kinds[kind][state.lang];
const predicateWord = (predicate) =>
  Object.hasOwn(settings.words.predicates, predicate) ? settings.words.predicates[predicate][state.lang] : predicate;
const filled = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => (Object.hasOwn(values, name) ? values[name] : whole));
const numberText = (number) => number.toLocaleString("ru").replaceAll("\u00a0", "\u202f");

// Makes an element; text only ever becomes text.
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== null) element.setAttribute(name, value);
  element.append(...children.flat().filter((child) => child !== null && child !== ""));
  return element;
}

// Text of unknown direction and language, kept apart from what stands around it.
const words = (text, attributes = {}) => make("bdi", { dir: "auto", ...attributes }, text);
const iconOf = (kind) => byId(`icon-${kind}`).content.firstElementChild.cloneNode(true);

// What stands in the markup says itself again in another language.
function speakPage(lang) {
  state.lang = lang;
  document.documentElement.lang = lang;
  for (const element of document.querySelectorAll("[data-word]")) element.textContent = filled(pageWord(element.dataset.word), settings.counts);
  for (const element of document.querySelectorAll("[data-kinds]")) element.textContent = kindsWord(element.dataset.kinds);
  for (const element of document.querySelectorAll("[data-word-label]")) {
    const text = pageWord(element.dataset.wordLabel);
    element.setAttribute("aria-label", text);
    if (element.hasAttribute("placeholder")) element.setAttribute("placeholder", text);
    if (element.hasAttribute("title")) element.setAttribute("title", text);
  }
  for (const button of document.querySelectorAll("[data-lang]")) {
    button.setAttribute("aria-pressed", String(button.dataset.lang === lang));
  }
}
