"""What a person means by the IRI, the slug or a name of a thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import unquote

from kg.names import fold
from kg.records import Entity

AT = " @ "
"""Between a name and the id of the announcement in which it is meant: "Асқар Беделов @ 2021-03-05-kk"."""


@dataclass(frozen=True, slots=True)
class Reference:
    """The thing that is meant, or why it can't be told, as the end of a sentence."""

    entity: Entity | None = None
    names: bool = False
    fault: str = ""


class References:
    """Finds things by IRI, slug or name among the entities of a resolution."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self._by_slug: dict[str, Entity] = {}
        self._by_name: dict[str, list[Entity]] = defaultdict(list)
        for entity in entities:
            self._by_slug[entity.slug] = entity
            for text in sorted({fold(name.text) for name in entity.names}):
                self._by_name[text].append(entity)

    def find(self, reference: str) -> Reference:
        """Return the thing that is meant; a name that several things bear means none of them."""
        name, _, announcement = reference.partition(AT)
        slug = slug_of(name.strip())
        if slug in self._by_slug:
            return Reference(self._by_slug[slug])
        found = self._by_name.get(fold(name), [])
        if announcement:
            found = [e for e in found if any(home == announcement.strip() for home, _ in e.members)]
        if not found:
            return Reference(fault=f"names nothing that the announcements tell of: {reference}")
        if len(found) > 1:
            slugs = ", ".join(entity.slug for entity in found[:5])
            return Reference(fault=f"is ambiguous: {reference} may be {slugs}; write one of these instead")
        return Reference(found[0], names=True)


def slug_of(reference: str) -> str:
    """Return the slug in an IRI ("https://…/id/person/berik-imashev" -> "person/berik-imashev"), or what is given."""
    if "://" not in reference:
        return reference
    return unquote("/".join(reference.rstrip("/").split("/")[-2:]))
