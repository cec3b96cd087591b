"""The table of pairs of names, compared by us, by rapidfuzz and by rigour, each at its best threshold.

    python -m tests.benchmarks.bench_names

rigour is no dependency of ours; without it its row is left out (pip install rigour).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rapidfuzz import fuzz

from kg.resolve.score import JOINS
from kg.resolve.slug import latin
from tests.resolve.pairs import Figures, Pair, figures, pairs, score


def main() -> None:
    """Print precision, recall and F1 of each way to compare, for people, for bodies and for all."""
    for kind, table in (("people", _of("Person")), ("bodies", _of("Organization")), ("all", pairs())):
        print(f"{kind}, {len(table)} pairs")
        _row("habar", figures(table, score, JOINS))
        for name, compare in _others().items():
            _row(name, _best(table, compare))


def _of(kind: str) -> list[Pair]:
    return [pair for pair in pairs() if pair.kind == kind]


def _others() -> dict[str, Callable[[Pair], float]]:
    found: dict[str, Callable[[Pair], float]] = {
        "token_sort_ratio": lambda p: fuzz.token_sort_ratio(p.one.casefold(), p.other.casefold()) / 100,
        "the same, in Latin": lambda p: fuzz.token_sort_ratio(latin(p.one), latin(p.other)) / 100,
    }
    try:
        import rigour  # noqa: F401 - says whether it is there
    except ImportError:
        return found
    return {**found, "rigour": _rigour}


def _rigour(pair: Pair) -> float:
    """Compare two names as rigour's users do: what its tables of names explain first, then the rest by its distance."""
    from rigour.names import Name, NameTypeTag, align_person_name_order, analyze_names, compare_parts, pair_symbols

    tag = NameTypeTag.PER if pair.kind == "Person" else NameTypeTag.ORG

    def compare(one: Name, other: Name) -> float:
        best = 0.0
        for paired in pair_symbols(one, other) or [()]:
            used = {part for alignment in paired for part in (*alignment.qps, *alignment.rps)}
            left, right = ([p for p in name.parts if p not in used] for name in (one, other))
            rest = compare_parts(*(align_person_name_order(left, right) if pair.kind == "Person" else (left, right)))
            lengths = [max(len(a.qstr), len(a.rstr)) for a in (*paired, *rest)]
            scores = [a.score for a in (*paired, *rest)]
            total = sum(s * n for s, n in zip(scores, lengths, strict=True)) / max(1, sum(lengths))
            best = max(best, total)
        return best

    mine, theirs = (analyze_names(tag, [name]) for name in (pair.one, pair.other))
    return max((compare(one, other) for one in mine for other in theirs), default=0.0)


def _best(table: Sequence[Pair], compare: Callable[[Pair], float]) -> Figures:
    return max((figures(table, compare, step / 100) for step in range(101)), key=lambda found: found.f1)


def _row(name: str, found: Figures) -> None:
    precision = found.right / max(1, found.right + found.wrong)
    recall = found.right / max(1, found.right + found.missed)
    print(f"  {name:18} at {found.threshold:.2f}   P {precision:.3f}   R {recall:.3f}   F1 {found.f1:.3f}")


if __name__ == "__main__":
    main()
