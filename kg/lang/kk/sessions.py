"""A noun that is a body or an encounter (кеңес, жиналыс): which of the two a Kazakh sentence means."""

from __future__ import annotations

from kg.lang.cues import cues
from kg.lang.kk.phrase import Phrase

_DONE_WITH_SESSIONS = cues("kk").words["done-with-sessions"]
_SESSIONS_DO = cues("kk").words["what-sessions-do"]
_TAKES_PLACE = cues("kk").words["takes-place"]
_DONE_TO_IT = {
    "Acc": _DONE_WITH_SESSIONS,
    "Dat": frozenset({"қатысу", "қатынасу"}),
    "Nom": _SESSIONS_DO,  # Кеңес 2 мамырда … өтті
}

_MADE = frozenset({"өткізу", "ұйымдастыру"})


def is_held(phrase: Phrase, at: int, lemma: str) -> bool:
    """Тамыз кеңесі өтті: a noun that is a body or an encounter is the latter when it is held, and from then on."""
    if lemma not in phrase.cues.events or sits(phrase, at) or _has_posts(phrase, at):
        return False
    if lemma not in phrase.known.held and not _named_by_capitals(phrase, at) and _what_follows_holds(phrase, at, lemma):
        phrase.known.held.add(lemma)
    if lemma in phrase.known.held and lemma in phrase.known.heads:
        return _what_follows_holds(phrase, at, lemma)  # the text has a body of this noun, and holds one elsewhere
    return lemma in phrase.known.held


def sits(phrase: Phrase, at: int) -> bool:
    """Палатаның кеңесі алғашқы отырысын 9 ақпанда өткізді: a noun that holds a session of its own is a body."""
    last = next((r for i in range(phrase.size - 1, at, -1) if (r := phrase.verbal(i))), None)
    own = phrase.nominal(at)
    if last is None or last.voice == "Pass" or own is None or own.case not in ("", "Nom"):
        return False
    acts = last.lemma in phrase.cues.words["done-by-bodies"]
    if acts and own.possessor == "3" and phrase.head(at, phrase.cues.words["in-session"]):
        return True  # директорлар кеңесі X-ті тағайындады
    holds = last.lemma == "өткізу"
    if not holds and own.possessor != "3":
        return False
    later = [found for i in range(at + 1, phrase.size) if (found := phrase.head(i, phrase.cues.events))]
    sessions = [r for _, lemma, r in later if phrase.cues.events[lemma][0] == "Session"]
    if holds:
        return any(r.case in ("", "Nom", "Acc") for r in sessions)
    # орталықтың кеңесі 2 қарашадағы отырысында өзгеріс енгізді
    return any(r.case == "Loc" and r.possessor == "3" for r in sessions)


def _has_posts(phrase: Phrase, at: int) -> bool:
    """Қадағалау кеңесінің төрайымы: a board whose post follows is a body, whatever is held in the text."""
    if not phrase.head(at, phrase.cues.words["in-session"]):
        return False
    post = phrase.head(at + 1, phrase.cues.roles)
    return post is not None and post[0] == at + 1 and post[2].possessor == "3"


def _named_by_capitals(phrase: Phrase, at: int) -> bool:
    """Қазақстан халқы Ассамблеясы, Директорлар кеңесі: a capital within the sentence makes the noun a body's name."""
    return phrase.tokens[at].capital and at > 0


def _what_follows_holds(phrase: Phrase, at: int, lemma: str) -> bool:
    """Tell whether the noun is held (кеңес те болды), or what one does with an encounter is done (жиналысты ашты)."""
    behind = at + 1
    while phrase.lower(behind) in ("да", "де", "та", "те", "болып"):
        behind += 1
    following = phrase.first(behind)
    if following is None:
        return False
    if following.verb_form in ("Fin", "Conv") and following.lemma in phrase.cues.words["holding"]:
        return True
    if following.verb_form == "Part" and following.lemma in _MADE:
        return True  # көшпелі кеңес өткізген әкім
    case = next((r.case for r in phrase.readings[at] if r.lemma == lemma), "")
    doing = _DONE_TO_IT.get(case or "Nom", frozenset())
    later = [r for i in range(at + 1, phrase.size) if (r := phrase.verbal(i)) is not None and r.lemma in doing]
    if case in ("", "Nom"):
        if phrase.lower(at - 1) in phrase.cues.words["of-sessions"] and phrase.lower(phrase.size - 2) in _TAKES_PLACE:
            return True  # одақ пен агенттіктің бірлескен кеңесі 15 наурызда болады
        last = next((r for i in range(phrase.size - 1, at, -1) if (r := phrase.verbal(i))), None)
        return last in later and not any(phrase.head(i, phrase.cues.events) for i in range(at + 1, phrase.size))
    return bool(later)
