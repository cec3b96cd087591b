"""Which body a common noun takes up (қауымдастық, the Association, палатамыз), by what the text has named so far."""

from __future__ import annotations

import re

from kg.extract.bodies import Bodies, Body
from kg.extract.draft import Draft
from kg.gazetteer import Gazetteer
from kg.lang.cues import Cues
from kg.lang.packs import pack
from kg.lang.syntax import Chunk
from kg.names import fold
from kg.publisher import publishers

# Code points within which two bodies named before a common noun are as near as each other: some two sentences.
_NEAR = 350
# Code points within which a body was named a moment ago: one sentence or less.
_JUST_NOW = 120
_STEM = 5  # letters of a word that its cases leave as they are
_ENDS = re.compile(r"[.!?…]\s|\n")


class Antecedents:
    """The bodies of one announcement as what a noun may take up; ``languages`` are those of its paragraphs."""

    def __init__(
        self,
        draft: Draft,
        bodies: Bodies,
        gazetteer: Gazetteer,
        cues: Cues,
        languages: set[str],
        aliases: dict[str, Body],
    ) -> None:
        self._text = draft.text
        self._bodies = bodies
        self._gazetteer = gazetteer
        self._cues = cues
        self._languages = languages
        self._aliases = aliases
        self._published_by = [[w[:_STEM] for w in fold(words).split()] for words in publishers(draft.announcement)]

    def body(self, chunk: Chunk) -> str:
        """Return the key of the body that a common noun takes up, "" if there is none: mostly the last of that kind."""
        if chunk.plural:
            return ""
        if chunk.value:
            return self._described(chunk)
        chosen = self._aliases.get(chunk.lemma) or self._chosen(chunk, self._fitting(chunk))
        if chosen is None:
            return ""
        chosen.seen.append(chunk.start)
        return chosen.key

    def last(self, chunk: Chunk, count: int) -> list[str]:
        """Return the last ``count`` bodies named before a common noun whose head noun it is, if there are as many."""
        synonyms = self._cues.synonyms.get(chunk.lemma, {chunk.lemma})
        fits = [
            b
            for b in self._bodies
            if b.kind == "Organization" and b.lemmas & synonyms and any(s < chunk.start for s in b.seen)
        ]
        fits.sort(key=lambda b: max(s for s in b.seen if s < chunk.start))
        return [b.key for b in fits[-count:]] if len(fits) >= count else []

    def main(self, fitting: set[str] | None = None) -> str:
        """Return the organisation that the announcement names most, the first of equals; of ``fitting`` head nouns."""
        bodies = [
            b for b in self._bodies if b.kind == "Organization" and (fitting is None or self.is_called(b, fitting))
        ]
        return _most_named(bodies)

    def main_region(self) -> str:
        """Return the region that the announcement names most, the first of equals."""
        return _most_named([b for b in self._bodies if b.kind == "Place" and b.lemmas & self._cues.regional])

    def is_called(self, body: Body, nouns: set[str]) -> bool:
        """Tell whether one of the nouns is the head of a body's name, here or in the gazetteer."""
        return bool(body.lemmas & nouns) or bool(self._known_lemmas(body) & nouns)

    def is_ours(self, chunk: Chunk) -> bool:
        """Tell whether a noun is said by the body that it means: палатамыз, біздің палата, our Chamber."""
        before = self._text[max(0, chunk.start - _STEM * 3) : chunk.start].split()
        ours = self._cues.words.get("ours", frozenset())
        return "ours" in chunk.flags or bool(before and before[-1].lower() in ours)

    def _fitting(self, chunk: Chunk) -> list[Body]:
        synonyms = self._cues.synonyms.get(chunk.lemma, {chunk.lemma})
        named = {chunk.lemma} | (self._cues.words.get("legal-forms", frozenset()) & synonyms)  # X JSC is a company too
        fits = [b for b in self._bodies if b.lemmas & named and b.kind in ("Organization", "Place")]
        if not fits:
            fits = [b for b in self._bodies if b.lemmas & synonyms and b.kind in ("Organization", "Place")]
            # проректор вуза X: no academy that is named only later
            fits = [b for b in fits if min(b.seen, default=0) < chunk.start]
        fits = fits or [b for b in self._bodies if b.kind == "Organization" and self._known_lemmas(b) & synonyms]
        ends = _ENDS.search(self._text, chunk.end)
        sentence = range(chunk.end, ends.start() if ends else len(self._text))
        # the library takes part together with the Library of Brno: another than the one named there
        others = [b for b in fits if not any(start in sentence for start in b.seen)]
        # Hospital Director X received the director of the Hospital of Brno: another than his own
        return others or [b for b in fits if b.kind == "Place" or any(start not in sentence for start in b.seen)]

    def _chosen(self, chunk: Chunk, fits: list[Body]) -> Body | None:
        """Return the one of the bodies of a kind that a noun means where it stands."""
        if fits and self.is_ours(chunk):  # палатамыз: the one that speaks is the one told of first
            return min(fits, key=lambda b: (not self.publishes(b), min(b.seen, default=chunk.start)))
        before = [(max(s for s in b.seen if s < chunk.start), b) for b in fits if any(s < chunk.start for s in b.seen)]
        near = [pair for pair in before if chunk.start - pair[0] < _NEAR]
        own = [b for b in fits if self.publishes(b)] if len(fits) > 1 else []
        if len(own) == 1 and not any(b is not own[0] and chunk.start - start < _JUST_NOW for start, b in before):
            return own[0]
        if len(near) > 1:
            # the federation whose conference it is, not that of which a guest is president
            alone = [pair for pair in near if pair[1].alone_at < chunk.start]
            return self._of_several(alone or near)
        if before:
            last = max(before, key=lambda pair: pair[0])[1]
            main = max(before, key=lambda pair: (len(pair[1].seen), pair[0]))[1]
            return main if len(main.seen) >= 2 * len(last.seen) else last
        return fits[0] if len(fits) == 1 else None

    def _of_several(self, near: list[tuple[int, Body]]) -> Body:
        """Of two named just now, return the one that the announcement is about; of X and Y in one sentence, X."""
        most = max(len(b.seen) for _, b in near)
        main_ones = [(start, b) for start, b in near if len(b.seen) == most]
        # the federation that has done something, not that of which a guest is president
        main_ones = [m for m in main_ones if m[1].by_itself] or main_ones
        last = max(start for start, _ in main_ones)
        together = [m for m in main_ones if not _ENDS.search(self._text, m[0], last)]
        return min(together, key=lambda m: m[0])[1]

    def publishes(self, body: Body) -> bool:
        """Tell whether a body is the one that publishes: the press service of the university says университет of it."""
        stems = [[word[:_STEM] for word in name.split()] for name in body.names if " " in name]
        return any(_stands_in(stem, words) for stem in stems for words in self._published_by)

    def _described(self, chunk: Chunk) -> str:
        """Облыстық сот for Аққайың облыстық соты: the body whose name has the same modifiers, if it is the only one."""
        words = set(fold(chunk.value).split())
        fits = [
            b
            for b in self._bodies
            if b.kind == "Organization" and chunk.lemma in b.lemmas and any(words <= set(n.split()) for n in b.names)
        ]
        return fits[0].key if len(fits) == 1 else ""

    def _known_lemmas(self, body: Body) -> set[str]:
        """Return the head nouns of a known body's names in the announcement's languages (A-WEB is a қауымдастық)."""
        entry = self._gazetteer.by_id(body.known) if body.known else None
        if entry is None:
            return set()
        heads = {pack(n.lang).head_of(n.text) for n in entry.names if n.lang in self._languages}
        return heads | {head.lower() for head in heads}  # АҚ stays as it is


def _most_named(bodies: list[Body]) -> str:
    return max(bodies, key=lambda b: (len(b.seen), -min(b.seen))).key if bodies else ""


def _stands_in(stems: list[str], words: list[str]) -> bool:
    return any(words[at : at + len(stems)] == stems for at in range(len(words) - len(stems) + 1))
