"""Who takes part in an encounter by its own phrase: встреча X с Y, переговоры между X и Y."""

from __future__ import annotations

from kg.lang.cues import cues
from kg.lang.ru.phrase import Grammar, Group, Phrase
from kg.lang.syntax import Chunk, Clause, Sentence

_WORDS = cues("ru").words
_ABOUT_SOMEONE = _WORDS["about-someone"]
_OPENED = frozenset({"открытие", "закрытие"})
_TALKS = frozenset({"Gathering", "BilateralMeeting", "Negotiations", "Call"})
_WHOSE = {"его": "он", "её": "она", "ее": "она"}


def say_whose(phrase: Phrase, sentence: Sentence) -> None:
    """Make a party of the pronoun before an encounter: его переговоры с ректором are those of him and the rector."""
    for clause in sentence.clauses:
        for event in [c for c in clause.chunks if c.kind == "Event" and "weak" not in c.flags]:
            at = phrase.begin_of(event) - 1
            label = _WHOSE.get(phrase.lower(at), "")
            if not label or phrase.taken[at] is not None:
                continue
            chunk = phrase.chunk("Pronoun", at, at, label=label, lemma=label, rule="pronoun")
            chunk.function, chunk.proper = "with", False
            phrase.take(chunk, Grammar(()))
            event.parties.append(chunk)
            for chunks in (sentence.chunks, clause.chunks):
                chunks.append(chunk)
                chunks.sort(key=lambda c: (c.first, c.last))


def parties_of(phrase: Phrase, clause: Clause) -> None:
    """Give each encounter noun those whom its own phrase names: встреча X с Y, переговоры между X и Y."""
    chunks = sorted((c for c in clause.chunks), key=lambda c: c.first)
    verbs = range(clause.predicate[0], clause.predicate[1] + 1)
    for event in (c for c in chunks if c.kind == "Event"):
        edge = _behind_makeup(phrase, phrase.ends[event])
        event.parties += _at_whose_place(phrase, clause, event)
        for chunk in (c for c in chunks if c.first > event.last):
            if any(edge < v < chunk.first for v in verbs) and not clause.concepts & {"hold"}:
                break
            of_what = event.lemma in _OPENED or (chunk.kind == "Person" and event.lemma in _ABOUT_SOMEONE)
            if chunk.function == "owner" and of_what:
                pass  # вечер композитора X, открытие Дома учёных: whose work or what it is about
            elif chunk.function == "owner" and (phrase.begin_of(chunk) == edge + 1 or chunk.group >= 0):
                event.parties.append(chunk)
            elif chunk.function in ("with", "between"):
                event.parties.append(chunk)
                if event.lemma in ("встреча", "беседа", "разговор") and clause.passive is False:
                    event.kind_of = "BilateralMeeting"
            elif (
                chunk.function == "to"
                and event.kind_of == "Visit"
                and not ("visit" in clause.concepts and event.function != "subject")
                and chunk.kind in ("Place", "Country", "Organization")
            ):
                chunk.function = "at"
            elif chunk.kind == "Event":
                break
            edge = phrase.ends[chunk]


def _behind_makeup(phrase: Phrase, end: int) -> int:
    """заседание нового состава правления: whose it is stands behind the noun for those whom a board is made up of."""
    thing = phrase.starting(end + 1)
    return thing.last if isinstance(thing, Group) and thing.lemma == "состав" and "Gen" in thing.cases else end


def _at_whose_place(phrase: Phrase, clause: Clause, event: Chunk) -> list[Chunk]:
    """Совещание у вице-премьера X прошло; у директора Y состоялась встреча: whose guests meet meets them."""
    if event.kind_of not in _TALKS or "weak" in event.flags:
        return []
    held = event.function == "subject" and "hold" in clause.concepts
    hosts = clause.having("beside", "Person") if held or clause.form == "nominal" or event.function == "owner" else []
    right_behind = phrase.ends[event] + 2
    return [c for c in hosts if held or phrase.begin_of(c) == right_behind]
