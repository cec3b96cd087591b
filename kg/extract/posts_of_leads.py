"""Posts of people of whom the headline gives the name and the first sentence below it the post alone.

Ольга Лапина отказалась от переговоров
Премьер-министр Исландии заявила, что …  Ольга Лапина напомнила, что …

The first sentence of news says again what its headline says. Who acts there by a post that nobody in the text has is
who acts in the headline, if the text goes on with that name and the sentence names nobody at all.
"""

from __future__ import annotations

from kg.extract.draft import cover
from kg.extract.post_bodies import post_body
from kg.extract.reader import Reader
from kg.extract.tenure import Post
from kg.lang.syntax import Chunk, Sentence

_GOES_ON = 2  # sentences behind the first one within which the name stands again


def posts_of_leads(reader: Reader) -> list[Post]:
    """Return the post that the first sentence below a headline tells of whom the headline names, if it does."""
    first = reader.sentences[0].line if reader.sentences else 0
    headline = [s for s in reader.sentences if s.line == first or s.title]
    rest = reader.sentences[len(headline) :]
    if not headline or len(rest) < 1 + 1 or headline != reader.sentences[: len(headline)]:
        return []
    named = [c for s in headline for c in s.chunks if c.kind == "Person" and c.proper and c.inside is None]
    person = next((c for c in named if c.function == "subject" and _acts(headline, c)), None)
    if person is None or any(c.thing != person.thing or c.posts for c in named) or not person.thing:
        return []
    role = _who_acts(rest[0])
    if role is None or any(c.kind in ("Person", "Pronoun") for c in rest[0].chunks) or not _goes_on(rest, person):
        return []
    human = reader.register.human(person.thing)
    if human.posts or human.got or human.given:
        return []
    body = post_body(reader, rest[0], role)
    if not body or any(p[1] == body and p[2] == "head" for h in reader.register.humans for p in h.posts):
        return []
    quote = cover(reader.whole(person), reader.whole(role))
    return [Post(person.thing, role, body, quote, "post.lead", confidence=0.7)]


def _acts(headline: list[Sentence], person: Chunk) -> bool:
    """Tell whether someone does what a clause of the headline says, denied or not."""
    clauses = [c for s in headline for c in s.clauses if person in c.chunks]
    return any(c.form == "finite" and not c.passive for c in clauses)


def _who_acts(sentence: Sentence) -> Chunk | None:
    """Return the post of a head by which alone the sentence names who acts in its main clause."""
    for clause in sentence.clauses:
        if clause.form == "finite" and clause.having("subject"):
            roles = [c for c in clause.having("subject") if c.kind == "Role" and not c.plural and c.inside is None]
            plain = not clause.passive and len(clause.having("subject")) == 1
            good = [
                r for r in roles if r.kind_of == "head" and r.owner is not None and not r.flags & {"former", "acting"}
            ]
            return good[0] if plain and good else None
    return None


def _goes_on(rest: list[Sentence], person: Chunk) -> bool:
    """Tell whether the text goes on with the same name, before any other."""
    behind = [c for s in rest[1 : 1 + _GOES_ON] for c in s.chunks if c.kind == "Person" and c.proper]
    return bool(behind) and behind[0].thing == person.thing and behind[0].function == "subject"
