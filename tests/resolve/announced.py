"""Extractions written by hand, in a line for each thing that is told."""

from __future__ import annotations

from collections.abc import Iterable

from kg.gazetteer import load
from kg.records import Announcement, Claim, Entity, Extraction, Literal, Name, Resolution, Span, Thing

Post = tuple[str, ...]
"""Person, post, body and perhaps since when: ("Асқар Беделов", "Ректор", "Тобыл университеті")."""

Meeting = tuple[str, str, str]
"""Day, kind and who takes part, parted by commas: ("2021-03-04", "kg:Seminar", "Асқар Беделов, Сәуле Ниязова")."""


def announced(
    id_: str,
    *posts: Post,
    day: str = "2021-03-05",
    lang: str = "kk",
    met: Iterable[Meeting] = (),
    ended: Iterable[Post] = (),
    people: Iterable[str] = (),
    bodies: Iterable[str] = (),
    publisher: str | None = None,
    url: str | None = None,
) -> Extraction:
    """Return what an announcement says: posts, posts that are over, meetings, and people and bodies named alone."""
    said = _Said(lang)
    for name in people:
        said.thing("Person", name)
    for name in bodies:
        said.thing("Organization", name)
    for modality, told in (("asserted", posts), ("ended", tuple(ended))):
        for post in told:
            said.post(post, modality)
    for meeting in met:
        said.meeting(meeting)
    announcement = Announcement(id_, f"text of {id_}", lang, day or None, publisher=publisher, url=url)
    return Extraction(announcement, tuple(said.things.values()), (), tuple(said.claims))


class _Said:
    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.things: dict[str, Thing] = {}
        self.claims: list[Claim] = []
        self._keys: dict[tuple[str, str], str] = {}

    def thing(self, kind: str, name: str) -> str:
        """Return the key of a thing of this name."""
        if (kind, name) not in self._keys or not name:
            key = f"{kind.lower()}-{len(self.things) + 1}"
            self._keys[kind, name] = key
            rows = load().find(name, self.lang, kind) if name else ()
            short = kind == "Person" and ("." in name or " " not in name)
            names = (Name(name, self.lang, "short" if short else "full"),) if name else ()
            self.things[key] = Thing(key, kind, names, rows[0].id if len(rows) == 1 else None)
        return self._keys[kind, name]

    def post(self, post: Post, modality: str) -> None:
        """Say that a person holds, or held, a post."""
        person, role, body, *since = post
        key = self.thing("Membership", "")
        ties = [
            ("org:member", "Person", person),
            ("org:role", "Role", role),
            ("org:organization", "Organization", body),
        ]
        for predicate, kind, name in ties:
            if name:
                self._claim(key, predicate, self.thing(kind, name), modality)
        for start in since:
            self._claim(key, "schema:startDate", Literal(start, "date"), modality)

    def meeting(self, meeting: Meeting) -> None:
        """Say that people met."""
        day, kind, who = meeting
        key = self.thing("Meeting", "")
        self._claim(key, "schema:startDate", Literal(day, "date"))
        self._claim(key, "kg:meetingKind", Literal(kind, "iri"))
        for name in who.split(", "):
            self._claim(key, "kg:participant", self.thing("Person", name))

    def _claim(self, subject: str, predicate: str, object_: str | Literal, modality: str = "asserted") -> None:
        self.claims.append(Claim(subject, predicate, object_, (Span(0, 1),), "by-hand", modality=modality))


def homes(resolution: Resolution, kind: str) -> list[str]:
    """Return for each entity of a class the ids of the announcements that tell of it: "a1 a2", sorted."""
    return sorted(" ".join(sorted({home for home, _ in entity.members})) for entity in of(resolution, kind))


def of(resolution: Resolution, kind: str) -> list[Entity]:
    """Return the entities of a class."""
    return [entity for entity in resolution.entities if entity.type == kind]
