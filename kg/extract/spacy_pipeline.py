"""A spaCy pipeline of the user's as one more source of mentions (pip install 'habar[spacy]').

Its entities fill what grammar did not take and override nothing. Labels are those of the common schemes (PERSON, ORG,
GPE, LOC, FAC, EVENT; PER in Russian models; KazNERD's for Kazakh) or our own (Program); others are passed over. The
``id`` of an entity ruler's pattern, where it has one, is the name in the nominative:
{"label": "ORG", "pattern": "Тобыл қорының", "id": "Тобыл қоры"}.
"""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from typing import Any

from kg.errors import KgError
from kg.lang.given import KINDS, Given
from kg.records import Announcement

KIND_OF_LABEL = {
    "PERSON": "Person",
    "PER": "Person",
    "ORG": "Organization",
    "ORGANISATION": "Organization",
    "ORGANIZATION": "Organization",
    "GPE": "Place",
    "LOC": "Place",
    "LOCATION": "Place",
    "FAC": "Place",
    "FACILITY": "Place",
    "EVENT": "Event",
    "PROJECT": "Program",
    **{kind: kind for kind in KINDS},
}
"""What a label means here; a Place that the gazetteer has as a state becomes one."""

_REMEDY = "install it with: pip install 'habar[spacy]'"


class Pipeline:
    """A loaded pipeline; ``digest`` changes when it might find something else.

    ``nlp`` is a spacy.Language. Raises KgError when it is none.
    """

    def __init__(self, nlp: Callable[[str], Any]) -> None:
        if not hasattr(nlp, "to_bytes"):
            raise KgError(
                f"nlp is {type(nlp).__name__}, not a spaCy pipeline; give what spacy.load or spacy.blank returns"
            )
        self._nlp = nlp
        self.digest = sha256(nlp.to_bytes()).hexdigest()[:32]

    def mentions(self, announcement: Announcement) -> tuple[Given, ...]:
        """Return what the pipeline finds in the headline and paragraphs of an announcement, in order.

        Raises KgError that names the announcement when the pipeline fails on it.
        """
        found: list[Given] = []
        for line in announcement.lines:
            if line.kind in ("title", "paragraph"):
                for entity in self._entities(announcement, line.start, line.end):
                    kind = KIND_OF_LABEL.get(entity.label_)
                    if kind is not None:
                        start, end = line.start + entity.start_char, line.start + entity.end_char
                        found.append(Given(start, end, kind, f"spacy.{entity.label_}", entity.ent_id_))
        return tuple(found)

    def _entities(self, announcement: Announcement, start: int, end: int) -> Any:
        try:
            return self._nlp(announcement.text[start:end]).ents
        except Exception as error:
            what = str(error).split("\n", 1)[0]
            raise KgError(
                f"{announcement.source or announcement.id}: the spaCy pipeline failed on it ({what}); "
                "mend the pipeline, or leave the announcement or --spacy out"
            ) from None


def load(model: str) -> Pipeline:
    """Return the pipeline of an installed package or a folder.

    Raises KgError, with the remedy, when spaCy is not installed or there is no such pipeline.
    """
    try:
        import spacy
    except ImportError:
        raise KgError(f"spaCy is not installed; {_REMEDY}") from None
    try:
        nlp = spacy.load(model)
    except OSError:
        raise KgError(
            f"spaCy has no pipeline {model}; give the folder of one, or the name of one that is installed"
        ) from None
    except Exception as error:
        what = str(error).split("\n", 1)[0]
        raise KgError(f"the spaCy pipeline {model} can't be loaded ({what}); mend it or give another") from None
    return Pipeline(nlp)
