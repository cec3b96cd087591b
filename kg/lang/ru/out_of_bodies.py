"""Where someone works, told by из or с: врач из районной больницы X; эксперт X из Института климата."""

from __future__ import annotations

from kg.lang.ru.phrase import Phrase
from kg.lang.syntax import Chunk

_OUT_OF = frozenset({"из", "с", "со"})
_CLOSING = frozenset({",", ".", ")", "", ";", "–", "—", ":"})


def out_of_body(phrase: Phrase, role: Chunk) -> None:
    """Give a post the body that it is told to be from: инженер с Кировского завода X; X, инженер с завода «Х»."""
    if (
        role.owner is not None
        or role.kind_of != "staff"
        or role.plural
        or phrase.lower(phrase.ends[role] + 1) not in _OUT_OF
    ):
        return
    body = _body_at(phrase, phrase.ends[role] + 2)
    if body is None:
        return
    behind = phrase.starting(phrase.ends[body] + 1)
    named = isinstance(behind, Chunk) and behind.kind == "Person"
    begin = phrase.begin_of(role)
    aside = phrase.lower(begin - 1) in (",", "(", "–", "—") and phrase.lower(phrase.ends[body] + 1) in _CLOSING
    if named or (begin > 1 and aside):
        role.owner, phrase.ends[role] = body, phrase.ends[body]


def body_behind_name(phrase: Phrase, person: Chunk) -> None:
    """эксперт X из Института климата: the body behind the name is that of a post without one."""
    if phrase.lower(person.last + 1) != "из" or len(person.posts) != 1:
        return
    post = person.posts[0]
    if post.owner is None and post.kind_of == "staff" and post.first < person.first and "of-thing" not in post.flags:
        body = _body_at(phrase, person.last + 2)
        if body is not None and body.inside is None:
            post.owner = body


def _body_at(phrase: Phrase, at: int) -> Chunk | None:
    """Return the body with a name, in the genitive, whose phrase begins at a token."""
    body = phrase.starting(at)
    if not isinstance(body, Chunk) or body.kind != "Organization" or body.plural or not body.proper:
        return None
    return body if "Gen" in phrase.cases_of(body) else None
