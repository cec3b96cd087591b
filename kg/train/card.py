"""The model's card: what it was trained on, under which licence, how good it is and how to make it again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.train.figures import Figure

_CARD = """\
# The Kazakh tagger

Tells which words of a Kazakh sentence name a person, a body, a post, a place, a date, a programme, an event or a law.
A conditional random field (python-crfsuite, L-BFGS); `kg/lang/kk/tagger.py` uses it, `kg/train` makes it.

- **File:** `tagger.crf`, {megabytes:.1f} MB
- **Trained:** {date}
- **Data:** {sentences:,} sentences of the validation part of KazNERD, {copies:,} of them also in a copy rewritten as
  institutions write (initials, abbreviations with endings, ҚР). Numbers of every sort are one class; ADAGE, CONTACT,
  DISEASE, LANGUAGE, MISCELLANEOUS and NON_HUMAN are left out.
- **Licence and attribution:** KazNERD is by Rustem Yeshpanov, Yerbolat Khassanov and Huseyin Atakan Varol, ISSAI,
  Nazarbayev University ("KazNERD: Kazakh Named Entity Recognition Dataset", LREC 2022), licensed under
  [CC BY 4.0](https://creativecommons.org/licenses/by/4.0/). The model is derived from it and may be used under the same
  licence with this attribution; the data itself is not part of Habar.
- **Retrain:** `python -m kg.train --data valid.iob2 --out kg/lang/kk/model --date {date}`. The same data and word lists
  give the same bytes.

## How good it is

A tenth of the sentences ({held:,}) was held out, those that differ only in the spelling of numbers kept together; a
model trained on the rest was measured on it. The model in this folder was then trained on all. A span is right when
start, end and type agree exactly.

### The tagger alone

{alone}

### With grammar, as `kg mentions --lines` prints them

{grammar}

## What to know before using it

- KazNERD is news read on television: full names, few abbreviations, no initials. On announcements it is less sure.
- A post takes its body along (`Қаржы министрлігінің баспасөз хатшысы` is one Role).
- Events and laws are learnt from few examples and badly; don't rest a fact on them.
"""


@dataclass(frozen=True, slots=True)
class Training:
    """What is said of one training: sizes in sentences, the model's in bytes."""

    date: str
    sentences: int
    copies: int
    held: int
    size: int
    alone: Sequence[Figure]
    grammar: Sequence[Figure]


def card(training: Training) -> str:
    """Return the text of CARD.md."""
    return _CARD.format(
        megabytes=training.size / 1_000_000,
        date=training.date,
        sentences=training.sentences,
        copies=training.copies,
        held=training.held,
        alone=table(training.alone),
        grammar=table(training.grammar),
    )


def table(figures: Iterable[Figure]) -> str:
    """Return figures as a Markdown table."""
    rows = ["| type | precision | recall | F1 | right | extra | missed |", "|---|---|---|---|---|---|---|"]
    for f in figures:
        numbers = f"{f.precision:.3f} | {f.recall:.3f} | {f.f1:.3f} | {f.right} | {f.extra} | {f.missed}"
        rows.append(f"| {f.name} | {numbers} |")
    return "\n".join(rows)
