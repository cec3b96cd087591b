"""Capitals side by side that are not one name: whose decree it is and who is appointed by it, a bishop's see."""

from __future__ import annotations

from kg.lang.cues import cues
from kg.lang.ru.names import named_by_form, read_name
from kg.lang.ru.phrase import Phrase
from kg.lang.ru.settled_names import allowed_cases

_CLERGY = cues("ru").words["clergy"]
_OF_ALL = cues("ru").words["of-all-the-land"]
_OF_A_SEE = ("ский", "ского", "скому", "ским", "ском", "цкий", "цкого", "цкому", "цким", "цком")
_ENOUGH = 0.5  # of the weight of the likeliest reading


def two_people(phrase: Phrase, at: int) -> bool:
    """Указом Президента Ивана Белова Ермек Сагынов назначен: two words in the genitive, then two in the nominative."""
    words = tuple(phrase.tokens[i].text for i in range(at, at + 4))
    first, second = read_name(words[:2], allowed_cases(phrase, at), ()), read_name(words[2:], ("Nom", "Gen"), ())
    owns = any(name.case == "Gen" and name.weight > _ENOUGH * first[0].weight for name in first)
    told = named_by_form(words[1]) == "Surn" or (
        named_by_form(words[3]) == "Surn" and any(f.name == "Name" for f in phrase.forms[at + 2])
    )
    return owns and told and bool(second) and second[0].case == "Nom"


def names_a_see(phrase: Phrase, at: int) -> bool:
    """митрополит Астанайский и Казахстанский Александр, Патриарх Московский и всея Руси: what a bishop is of."""
    if phrase.lower(at - 1) in _OF_ALL:
        return True
    if not phrase.lower(at).endswith(_OF_A_SEE):
        return False
    before = at - 2 if at > 1 and phrase.lower(at - 1) == "и" and phrase.lower(at - 2).endswith(_OF_A_SEE) else at
    behind = phrase.lower(at + 1) == "и" or (at + 1 < phrase.size and phrase.name_like[at + 1])
    return behind and bool(phrase.lemmas(before - 1) & _CLERGY)
