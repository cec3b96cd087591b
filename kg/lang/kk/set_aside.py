"""Endings and small words by which a Kazakh clause says that something is not so yet, or not so at all.

қосылмақшы, қатысқалы отыр      what is meant to be done
кездескісі келді                what somebody wishes
сайлана жаздады                 what almost happened
тағайындалыпты-мыс              what is only said
X емес, Y тағайындалды          X is named only to be denied; X ғана емес, Y is not
"""

from __future__ import annotations

from kg.lang.kk.phrase import Phrase
from kg.lang.syntax import Chunk, Clause

_WISH = ("ғысы", "гісі", "қысы", "кісі")
_ABOUT_TO = ("ғалы", "гелі", "қалы", "келі")
_HEARSAY = ("-мыс", "-міс")
_ALMOST = ("жаздады", "жаздаған", "жаздап", "жаздапты")
_ASKS = frozenset({"ма", "ме", "ба", "бе", "па", "пе"})
_ONLY = frozenset({"ғана", "қана"})
_NAMES = frozenset({"Person", "Organization", "Place", "Country"})
_EVEN = frozenset({"да", "де", "та", "те", "дағы", "дегі"})


def set_aside(phrase: Phrase, clause: Clause) -> str:
    """Return the modality that an ending gives a clause, "" if there is none such."""
    first, last = clause.predicate
    if clause.form == "nominal":
        first = clause.first
    for i in range(first, last + 1):
        low = phrase.lower(i)
        reading = phrase.verbal(i)
        if low.endswith(_HEARSAY):
            return "hypothetical"
        if low in _ALMOST and i > first:
            return "denied"
        if low.endswith(_WISH) and "келу" in phrase.lemmas(i + 1):
            return "proposed"
        if low.endswith(_ABOUT_TO) and phrase.lemmas(i + 1) & phrase.cues.words["stands"]:
            return "planned"
        if clause.form != "nominal" and reading is not None and reading.mood == "Int":
            return "planned"
    behind = phrase.lower(last + 1)
    if clause.form != "nominal" and behind in _ASKS:
        return "hypothetical"  # кіре ме, жоқ па, белгісіз
    return "proposed" if clause.form == "conditional" and behind in phrase.cues.words["better"] else ""


def not_only(phrase: Phrase, at: int) -> bool:
    """Мүше болып қана қоймай, директоры ғана емес: what is denied is that it was all."""
    return phrase.lower(at - 1) in _ONLY


def depends(phrase: Phrase, clause: Clause, following: list[Clause]) -> bool:
    """Тағайындалса, ғимарат салады: a condition of what lies ahead; X баяндаса, Y қолдады only sets two deeds apart."""
    if clause.form != "conditional" or phrase.lower(clause.predicate[1] + 1) in _EVEN:
        return False
    main = next((c for c in following if c.form in ("finite", "nominal")), None)
    return main is not None and main.form == "finite" and (main.future or main.modality == "hypothetical")


def another(phrase: Phrase, chunk: Chunk) -> bool:
    """Tell whether a name is denied in favour of another of its kind: X емес, Y; not X ғана емес, Y."""
    at = chunk.last + 1
    if chunk.kind not in _NAMES | {"Pronoun"} or phrase.lower(at) != "емес" or phrase.lower(at + 1) != ",":
        return False
    behind = [phrase.taken[i] for i in range(at + 2, phrase.size)]
    wanted = {chunk.kind} if chunk.kind in _NAMES else {"Person", "Organization"}  # оны емес, Y-ты таңдады
    return any(c is not None and c.kind in wanted for c in behind[:_NEAR])


_NEAR = 6  # tokens behind the comma within which the other one is named
