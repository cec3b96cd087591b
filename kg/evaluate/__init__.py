"""How far the program is from a careful reader: labelled announcements, the facts of graphs, and what tells them apart.

The form of labels and what counts as stated are in data/gold/README.md.
"""

from kg.evaluate.facts import Fact, Part
from kg.evaluate.found import facts_of
from kg.evaluate.labels import Labels, labelled, read_labels
from kg.evaluate.match import Difference, compare, counted, hasty
from kg.evaluate.measure import Evaluated, Evaluation, evaluate
from kg.evaluate.score import Score

__all__ = [
    "Difference",
    "Evaluated",
    "Evaluation",
    "Fact",
    "Labels",
    "Part",
    "Score",
    "compare",
    "counted",
    "evaluate",
    "facts_of",
    "hasty",
    "labelled",
    "read_labels",
]
