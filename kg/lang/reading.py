"""What a word form may be: one Reading for each way it can be understood."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True, unsafe_hash=True)  # frozen ones take three times as long to make
class Reading:
    """One way to understand a word form, never changed.

    Values are those of Universal Dependencies, "" where a feature has none.
    ``nominative`` is the form without its case ending, with number and possessive kept (комиссиясында ->
    комиссиясы). ``verb_form`` is Fin, Part, Conv, Vnoun (verbal noun: кездесу) or Cond; ``tense`` Past, Pres or Fut;
    ``mood`` "Int" for intention (-мақшы), "Imp", "Opt"; ``polarity`` "Neg"; ``voice`` "Pass".
    """

    lemma: str
    pos: str
    case: str = ""
    number: str = ""
    possessor: str = ""
    nominative: str = ""
    verb_form: str = ""
    tense: str = ""
    mood: str = ""
    polarity: str = ""
    voice: str = ""
