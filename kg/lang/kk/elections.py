"""Elections and referendums in Kazakh text, named by whom they elect."""

from __future__ import annotations

from kg.lang.kk.alphabet import THERE
from kg.lang.kk.phrase import Phrase


def find_elections(phrase: Phrase) -> None:
    """Take elections and referendums named by whom they elect: Президент сайлауы, Сенат депутаттарын сайлау."""
    elections = phrase.cues.words["elections"]
    for at, reading in enumerate(phrase.nominals):
        if reading is None or reading.lemma not in elections or phrase.taken[at] is not None:
            continue
        if reading.verb_form and reading.verb_form != "Vnoun":
            continue
        begin = _elected(phrase, at)
        following = phrase.first(at + 1)
        if begin == at or (
            reading.possessor != "3"
            and following is not None
            and following.pos in ("NOUN", "PROPN")
            and phrase.lower(at + 1) not in ("кезінде", "қарсаңында", "барысында")
        ):
            continue
        label = phrase.named(begin, at, reading)
        chunk = phrase.chunk(
            "Election",
            begin,
            at,
            label=label[:1].upper() + label[1:],
            lemma=reading.lemma,
            rule="election.head-noun",
            function=phrase.function(at, reading),
        )
        for i in range(begin, at):
            inner = phrase.taken[i]
            if inner is not None:
                inner.flags.add("absorbed")
                if inner in phrase.chunks:
                    phrase.chunks.remove(inner)
        phrase.take(chunk)


def _elected(phrase: Phrase, at: int) -> int:
    """Return where the words begin that tell which election it is: adjectives, a body, a post, депутаттарын."""
    i, found = at - 1, False
    begin = at
    while i >= 0 and at - i < 9:
        chunk = phrase.taken[i]
        if chunk is not None:
            if chunk.kind not in ("Organization", "Role", "Country") or chunk.function in ("at", "attributive"):
                break
            found = found or chunk.kind in ("Organization", "Role")
            begin = i = chunk.first
            i -= 1
            continue
        reading = phrase.first(i)
        if phrase.tokens[i].kind != "word" or reading is None:
            break
        if phrase.lower(i).endswith(THERE):
            break
        if reading.pos == "ADJ" or phrase.lower(i) in ("тыс", "кезектен"):
            begin = i
        elif reading.lemma in phrase.cues.words["elected"] and reading.case in ("Nom", "Acc", "Gen", ""):
            begin, found = i, True
        elif (
            found
            and reading.lemma in phrase.cues.words["elected-of"]
            and reading.case in ("", "Nom")
            and begin == i + 1
        ):
            begin = i  # ауыл әкімдерін сайлау
        else:
            break
        i -= 1
    return begin if found or (begin < at and phrase.nominals[at].lemma == "референдум") else at  # type: ignore[union-attr]
