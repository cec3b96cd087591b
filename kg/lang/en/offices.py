"""Posts that are told by another noun than the one for who has them: the directorship of X, in charge of X.

in charge of the Fund, at its helm, took the reins of the Fund     whoever is so heads it
the chairmanship of the Union passed to X                          the noun of the office tells the post
"""

from __future__ import annotations

from kg.lang.cues import cues
from kg.lang.en.morphology import forms_of
from kg.lang.en.phrase import Phrase
from kg.lang.syntax import Chunk

_HELMS = cues("en").words["helms"]
_TAKEN = cues("en").words["taken-by-heads"]
_OFFICES = {f"{post}ship": post for post in cues("en").words["posts-of-offices"]} | {
    "presidency": "president",
    "vice-presidency": "vice-president",
    "mayoralty": "mayor",
    "premiership": "prime minister",
    "captaincy": "captain",
}
_MENTIONS = _HELMS | _TAKEN | frozenset(_OFFICES)
AS_TOLD = frozenset({"role.office", "role.helm"})


def find_offices(phrase: Phrase) -> None:
    """Take such nouns as posts where a body is named whose they are."""
    if phrase.title or phrase.present.isdisjoint(_MENTIONS):
        return
    for at, lemma in enumerate(phrase.lemmas):
        if lemma not in _MENTIONS or phrase.taken[at] is not None or phrase.lower(at + 1) != "of":
            continue
        body = _body(phrase, at + 2 + (phrase.tag(at + 2) == "D"))
        if body is None:
            continue
        if lemma in _OFFICES:
            _take(phrase, phrase.phrase_start(at), at, _OFFICES[lemma], "role.office", body)
        elif (first := _begins(phrase, at, lemma)) >= 0:
            _take(phrase, first, at, "head", "role.helm", body)


def _begins(phrase: Phrase, at: int, lemma: str) -> int:
    """Return where in charge or at the helm begins, or what a verb of taking has taken; -1 for neither."""
    first = at - (phrase.lower(at - 1) == "the")
    if lemma in _HELMS and lemma != "head" and phrase.lower(first - 1) in ("in", "at"):
        return first - 1
    verb = phrase.lower(first - 1) if phrase.tag(first - 1) in ("V", "X", "G", "B") else ""
    taking = any(form.base in ("take", "assume", "hold") for form in forms_of(verb))
    return first if lemma in _TAKEN and taking else -1


def _body(phrase: Phrase, at: int) -> Chunk | None:
    body = phrase.taken[at] if at < phrase.size else None
    body = body.top() if body is not None else None
    return body if body is not None and body.kind == "Organization" and (body.proper or not body.plural) else None


def _take(phrase: Phrase, first: int, last: int, lemma: str, rule: str, body: Chunk) -> None:
    label = lemma.capitalize()
    post = phrase.chunk("Role", first, last, label=label, lemma=lemma, rule=rule)
    post.kind_of, post.owner, post.value = phrase.cues.roles.get(lemma, "head"), body, lemma
    body.inside = post
    phrase.take(post)
