"""What takes up something named before in a Russian text: oblique pronouns, and глава for the post's own name."""

from __future__ import annotations

from kg.lang.ru.phrase import Phrase
from kg.lang.syntax import Chunk, Sentence

_GENDER = {"он": "Masc", "она": "Fem", "оно": "Neut"}
_KINDS = ("Organization", "Program", "Agreement")
_TAKES_A_BODY = frozenset({"join", "leave", "count", "participate", "join.in"})
_ANY_HEAD = frozenset({"глава", "руководитель"})


def use_official_titles(phrases: list[Phrase]) -> None:
    """Call the глава of a body by the post that the text gives the same body elsewhere (председатель)."""
    roles = [c for p in phrases for c in p.chunks if c.kind == "Role" and "absorbed" not in c.flags and c.owner is not None]
    official: dict[str, Chunk] = {}
    for role in roles:
        assert role.owner is not None
        if role.kind_of == "head" and role.lemma not in _ANY_HEAD and " " not in role.label and not role.plural:
            official.setdefault(_body(role.owner), role)
    for role in roles:
        assert role.owner is not None
        found = official.get(_body(role.owner))
        if role.label.casefold() in _ANY_HEAD and found is not None and not role.plural:
            role.label, role.lemma = found.label, found.lemma


def _body(owner: Chunk) -> str:
    return owner.known or owner.label.casefold()


def resolve_pronouns(sentences: list[Sentence], phrases: list[Phrase]) -> None:
    """Let к ней, в неё, из него mean the body or programme named last before it."""
    seen: list[tuple[Chunk, str]] = []
    for sentence, phrase in zip(sentences, phrases, strict=True):
        of_clause = {id(c): clause for clause in sentence.clauses for c in clause.chunks}
        for chunk in sentence.chunks:
            clause = of_clause.get(id(chunk))
            if chunk.kind in _KINDS and chunk.proper:
                seen.append((chunk, phrase.grammar[chunk].gender))
            elif chunk.kind == "Pronoun" and chunk.function in ("to", "from", "at", "object") and clause is not None:
                if not clause.concepts & _TAKES_A_BODY:
                    continue
                gender = _GENDER.get(chunk.label, "")
                found = [c for c, g in reversed(seen) if gender and (not g or g == gender or c.label == c.acronym)]
                if found and (chunk.function != "at" or clause.lemma == "состоять"):
                    _become(chunk, found[0])


def _become(pronoun: Chunk, what: Chunk) -> None:
    pronoun.kind, pronoun.label, pronoun.lemma, pronoun.proper = what.kind, what.label, what.lemma, True
    pronoun.acronym, pronoun.known, pronoun.core, pronoun.state = what.acronym, what.known, what.core, what.state
    pronoun.owner, pronoun.names, pronoun.kind_of = what.owner, list(what.names), what.kind_of
    pronoun.rule = "pronoun.body"
    pronoun.flags |= what.flags & {"named-by-owner", "unexplained"}
    if pronoun.function == "at":
        pronoun.function = "to"
