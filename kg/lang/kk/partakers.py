"""Who takes part in Kazakh text without a name: delegations, sides, ол and олар."""

from __future__ import annotations

from kg.lang.kk.phrase import Phrase
from kg.lang.reading import Reading


def take_delegation(phrase: Phrase, at: int) -> bool:
    """Take a delegation or a group of guests: делегация, X бастаған топ, қонақтар."""
    reading = phrase.nominal(at)
    if reading is None or reading.lemma not in phrase.cues.words["delegations"]:
        return False
    if reading.lemma == "топ" and not _travels(phrase, at, reading):
        return False
    if reading.lemma == "басшылық" and not _of_a_body(phrase, at, reading):
        return False
    if reading.lemma == "қонақ" and (reading.number != "Plur" or reading.case not in ("", "Nom") or reading.possessor):
        return False  # қонақтар зауытты аралады
    chunk = phrase.chunk(
        "Delegation",
        at,
        at,
        label=reading.lemma,
        lemma=reading.lemma,
        rule="delegation",
        function=phrase.function(at, reading),
    )
    chunk.proper, chunk.possessed = False, reading.possessor == "3"
    phrase.take(chunk)
    return True


def _of_a_body(phrase: Phrase, at: int, reading: Reading) -> bool:
    """Констанца порты басшылығымен: those who head a body, which its name tells right before, in no case."""
    body = phrase.taken[at - 1] if at else None
    named = body is not None and body.kind == "Organization" and body.proper and body.function == "subject"
    return named and reading.possessor == "3" and reading.case in ("Ins", "Acc", "Nom", "")


def _travels(phrase: Phrase, at: int, reading: Reading) -> bool:
    """Tell whether a group is one of people who go somewhere: мамандар тобы, X бастаған топ."""
    return reading.possessor == "3" or reading.case == "Acc" or phrase.lower(at - 1) in ("бастаған", "келген")


def take_side(phrase: Phrase, at: int) -> bool:
    """Тараптар, қазақстандық тарап, кәріс жағы."""
    reading = phrase.nominal(at)
    if phrase.lower(at) in ("жағынан", "тарапынан"):
        return False
    if reading is None or reading.lemma not in phrase.cues.words["side"] or phrase.pos(at) not in ("NOUN", "PROPN"):
        return False
    chunk = phrase.chunk(
        "Side", at, at, label=reading.lemma, lemma=reading.lemma, rule="side", function=phrase.function(at, reading)
    )
    chunk.proper, chunk.plural = False, reading.number == "Plur"
    phrase.take(chunk)
    return True


def _before_a_post(phrase: Phrase, at: int) -> bool:
    """Ол | облыс әкімі X-пен кездесті: a bare noun with its post behind it; of that region it were облыстың."""
    noun, post = phrase.first(at), phrase.head(at + 1, phrase.cues.roles) if at + 1 < phrase.size else None
    bare = noun is not None and noun.pos == "NOUN" and noun.case in ("", "Nom") and not noun.possessor
    return bare and post is not None and post[0] == at + 1 and post[2].possessor == "3"


def take_pronoun(phrase: Phrase, at: int) -> bool:
    """Take ол or олар, where it stands for somebody and is no word before a noun (ол жиында)."""
    reading = phrase.first(at)
    if phrase.lower(at) == "екеуі":
        chunk = phrase.chunk("Pronoun", at, at, label="олар", lemma="олар", rule="pronoun", function="subject")
        chunk.proper, chunk.plural = False, True
        phrase.take(chunk)
        return True  # the two of them
    if reading is None or reading.pos != "PRON" or reading.lemma not in ("ол", "олар"):
        return False
    following = phrase.first(at + 1)
    if (
        phrase.lower(at) == "ол"
        and following is not None
        and following.pos in ("NOUN", "ADJ", "PROPN")
        and not following.verb_form
        and not phrase.tokens[at + 1].capital  # ол Семей қаласында өтеді
        and not _before_a_post(phrase, at + 1)
    ):
        return False
    chunk = phrase.chunk(
        "Pronoun", at, at, label="ол", lemma="ол", rule="pronoun", function=phrase.function(at, reading)
    )
    chunk.proper, chunk.plural = False, reading.number == "Plur"
    phrase.take(chunk)
    return True
