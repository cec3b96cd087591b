"""What is claimed of the encounters of an announcement, once all that it says of them is known."""

from __future__ import annotations

from kg.extract.encounters import PRIVATE, Encounter
from kg.extract.reader import Reader
from kg.extract.taking_part import bring_bodies
from kg.lang.dates import datatype
from kg.records import Literal, Name, Span

_BEHIND = frozenset({"meeting.speaker", "meeting.acted"})  # rules by which what is told later adds to an encounter


def merged(encounters: list[Encounter]) -> list[Encounter]:
    """Join a headline with the encounter that it announces, and drop what has no day or never took place."""
    body = [e for e in encounters if not e.title or e.told]
    for title in (e for e in encounters if e.title and not (e.told or e.denied)):
        home = next(
            (
                e
                for e in body
                if e.alike(title.kind)
                and set(e.parts) & set(title.parts)
                and not e.denied
                and not (e.date and title.date and e.date != title.date)
            ),
            None,
        )
        if home is None and not title.parts:
            home = next((e for e in body if e.kind == title.kind and not e.denied), None)
        if home is not None:
            title.planned = home.planned
            home.absorb(title)
        elif title.date:
            body.append(title)
    return [e for e in body if not e.denied and not (e.lapsed and e.lapsed == e.date)]


def claim_encounter(reader: Reader, encounter: Encounter) -> None:
    """Claim an encounter that has a day, or is worth keeping as undated; one of which no more is known is left out."""
    draft = reader.draft
    for key in encounter.absent:
        encounter.parts.pop(key, None)
    bring_bodies(reader, encounter)
    if not encounter.date and encounter.planned:
        return
    held = not encounter.planned and not encounter.cancelled
    if not encounter.parts and (not encounter.date or (held and not _convened(encounter))):
        return
    modality = "asserted" if encounter.date or _on_an_unknown_day(reader, encounter) else "undated"
    named = encounter.label and encounter.date
    key = draft.thing("Meeting", [Name(_label(encounter), draft.lang)] if named else [])
    two = encounter.kind == "Gathering" and _of_two(encounter)
    kind = "BilateralMeeting" if two else encounter.kind

    def claim(predicate: str, value: str | Literal, span: Span | None, rule: str, confidence: float = 0.9) -> None:
        draft.claim(key, predicate, value, [span or encounter.evidence], rule, confidence=confidence, modality=modality)

    for predicate, day in (("schema:startDate", encounter.date), ("schema:endDate", encounter.end_date)):
        if day:
            claim(predicate, Literal(day, datatype(day)), encounter.date_evidence, "meeting.day")
    if encounter.cancelled:
        claim("schema:eventStatus", Literal("schema:EventCancelled", "iri"), encounter.evidence, "meeting.cancelled")
    elif encounter.planned:
        claim("schema:eventStatus", Literal("schema:EventScheduled", "iri"), encounter.evidence, "meeting.planned")
    claim("kg:meetingKind", Literal(f"kg:{kind}", "iri"), encounter.evidence, "meeting.kind")
    for part in encounter.parts.values():
        claim("kg:participant", part.key, part.evidence, part.rule, part.confidence)
    for organizer, span in encounter.organizers.items():
        claim("schema:organizer", organizer, span, "meeting.organizer", 0.85)
    if encounter.place:
        claim("schema:location", encounter.place, encounter.place_evidence, "meeting.place")
    for text, span in encounter.topics:
        claim("kg:topic", Literal(text, "string", draft.lang), span, "meeting.topic", 0.8)


def _of_two(encounter: Encounter) -> bool:
    """Tell whether two people met, and not a board at whose meeting two of those who came are named."""
    people = [part for key, part in encounter.parts.items() if key.startswith("person")]
    whose = [key for key, part in encounter.parts.items() if part.rule == "meeting.of"]
    sitting = len(whose) == 1 and whose[0].startswith("organization")
    return len(people) == 2 and not sitting


def _convened(encounter: Encounter) -> bool:
    """Tell whether a place or whoever holds it says that something was held, though nobody is known to have come."""
    return encounter.kind != "Visit" and bool(encounter.place or encounter.organizers)


def _on_an_unknown_day(reader: Reader, encounter: Encounter) -> bool:
    """Tell whether an encounter that was held lacks its day only because the text has no day of publication.

    Nothing like "on Tuesday" can be dated then; that those who are named met is a fact all the same. Who only speaks
    behind it may be speaking elsewhere: without a day nothing holds the two together.
    """
    held = not encounter.planned and not encounter.cancelled
    people = sum(key.startswith("person") and part.rule not in _BEHIND for key, part in encounter.parts.items())
    private = encounter.kind in PRIVATE | {"Gathering"} and encounter.kind != "Visit"
    return reader.published is None and held and private and people > 1


def _label(encounter: Encounter) -> str:
    return encounter.label[:1].upper() + encounter.label[1:]
