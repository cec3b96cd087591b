"""What speaks for and against two things of two language versions being one: features with weights.

Names, posts, meetings, places in the text, and what no two names of one thing can say.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kg.gazetteer import shipped
from kg.records import Name
from kg.resolve import body_name, human_name
from kg.resolve.abbreviations import abbreviated
from kg.resolve.body_name import BodyName
from kg.resolve.body_word import Word
from kg.resolve.home import is_of_another
from kg.resolve.score import Feature
from kg.resolve.short_forms import OF_ANOTHER, QUALITIES, REGIONS
from kg.resolve.sound import loose, sound_of_title

_ALIKE = 0.7
_IN_PART = 0.5
_ONLY_A_KIND = 0.3  # at most, for Museum beside Hagenburg Museum

Tie = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Seen:
    """A thing as one version tells of it: its place among those of its type, its ties to what both versions have.

    ``sole`` are the kinds of body (embassy, university) of which it is the only one there, or its class (Program);
    ``homes`` the states that a body is of, ``holders`` the names of the people who have posts at it; ``company`` is how
    many people both versions tell of.
    """

    type: str
    names: tuple[Name, ...]
    rank: float
    alone: bool
    ties: frozenset[Tie]
    sole: frozenset[str] = frozenset()
    homes: frozenset[str] = frozenset()
    holders: frozenset[str] = frozenset()
    company: int = 0


def same_name(one: Seen, other: Seen) -> float:
    """The names are one in meaning or sound, as far as names alone can tell.

    Of people whom both versions name in full the full names count: Дәурен Ибраев and Daniyar Ibraev are both Д. Ибраев.
    """
    if one.type == "Person":
        return max((human_name.name_score(m.text, t.text) for m, t in _telling(one, other)), default=0.0)
    return max((_title_score(m, t) for m, t in _named(one, other)), default=0.0)


def names_alike(one: Seen, other: Seen) -> float:
    """Foreign names share most of their sounds, though no rule makes them equal: Şimşek and Шимшек.

    Not those that have two words in common and differ in a third: Kim Young-hee, Ким Ён Хо.
    """
    if one.type != "Person" or same_name(one, other) >= _IN_PART:
        return 0.0
    ratios = [
        _ratio(pair[0].text, pair[1].text)
        for pair in _named(one, other)
        if all(human_name.human_name(n.text).full for n in pair)
        and human_name.by_syllables(pair[0].text, pair[1].text) is not False
    ]
    best = max(ratios, default=0.0)
    return best if best >= _ALIKE else 0.0


def _ratio(one: str, other: str) -> float:
    """Return the share of their loose sounds that two names of people have in common."""
    from rapidfuzz import fuzz

    return fuzz.token_sort_ratio(*(" ".join(map(loose, human_name.human_name(n).words)) for n in (one, other))) / 100


def _may_be_one(one: str, other: str) -> bool:
    return human_name.name_score(one, other) >= human_name.JOINS or _ratio(one, other) >= _ALIKE


def same_posts(one: Seen, other: Seen) -> float:
    """The same person holds the same post at both, or the two hold the same post at the same body."""
    shared = one.ties & other.ties
    if any(tie[0] == "post" for tie in shared):
        return 1.0
    return 0.5 if any(tie[0] == "holder" for tie in shared) else 0.0


def same_ties(one: Seen, other: Seen) -> float:
    """They take part in the same meetings, agreements, programmes or bodies, or are parts of the same body."""
    shared = len({tie for tie in one.ties & other.ties if tie[0] not in ("post", "holder")})
    return min(1.0, shared / 2)


def same_place_in_text(one: Seen, other: Seen) -> float:
    """They come at about the same place among the things of their class."""
    return max(0.0, 1.0 - 2 * abs(one.rank - other.rank))


def only_ones_left(one: Seen, other: Seen) -> float:
    """Each is the only thing of its class in its version that has no counterpart yet."""
    return float(one.alone and other.alone)


def only_ones_of_kind(one: Seen, other: Seen) -> float:
    """Each is the only embassy, or university, or ministry, or the only programme, of which its version tells."""
    return float(bool(one.sole & other.sole))


def only_programmes(one: Seen, other: Seen) -> float:
    """Each is the only programme of which its version tells, and the versions have two people in common.

    Titles are translated freely: Fast Lane, Экспресс-коридор.
    """
    return float(one.type == "Program" and bool(one.sole & other.sole) and min(one.company, other.company) > 1)


def other_meaning(one: Seen, other: Seen) -> float:
    """Words of their names that are known to mean something mean different things: a university and a chair.

    A city that acts is no department of it.
    """
    if one.type not in ("Organization", "Program", "Role") or same_name(one, other) >= body_name.JOINS:
        return 0.0
    if only_programmes(one, other):
        return 0.0
    if _is_place(one) != _is_place(other):
        return 1.0
    mine, theirs = ([body_name.body_name(n.text, n.lang) for n in seen.names] for seen in (one, other))
    return float(all(_contradict(m, t) for m in mine for t in theirs))


def _is_place(seen: Seen) -> bool:
    """Tell whether a body is a city or region itself, which is none of its departments."""
    return any(shipped().find(name.text, name.lang, "Place") for name in seen.names)


def part_and_whole(one: Seen, other: Seen) -> float:
    """One is by its names a part of the other, as a fund's office is, or is in a region and does not govern it."""
    return float(one.type == "Organization" and (_of_the_other(one, other) or _of_the_other(other, one)))


def _of_the_other(one: Seen, other: Seen) -> bool:
    mine, theirs = ([kinds_in(name) for name in seen.names] for seen in (one, other))
    if theirs and all(kinds and kinds <= REGIONS for kinds in theirs):
        return any(not kinds <= _GOVERNING for kinds in mine)
    part = bool(mine) and all(kinds & OF_ANOTHER for kinds in mine) and not any(map(_says_part, other.names))
    whole = part and any((m & t) - _BY_FIELD for m in mine for t in theirs)
    return whole and not any(word.state or word.place for name in other.names for word in _words(name))


def _says_part(name: Name) -> bool:
    return any(word.ids & OF_ANOTHER for word in _words(name))


def of_another(one: Seen, other: Seen) -> float:
    """One is a state's own body, called by its bare name, and the other somebody's whom no table knows: Dagestan's."""
    if one.type != "Organization":
        return 0.0
    pairs = [pair for mine, theirs in _named(one, other) for pair in ((mine, theirs), (theirs, mine))]
    return float(any(is_of_another(bare, longer) for bare, longer in pairs))


def other_home(one: Seen, other: Seen) -> float:
    """They are bodies of different states: the national banks of two neighbours."""
    return float(bool(one.homes and other.homes) and one.homes.isdisjoint(other.homes))


def other_holders(one: Seen, other: Seen) -> float:
    """People have posts at both, and nobody at both of them: one version leaves out a museum, one the other museum."""
    pairs = [(mine, theirs) for mine in one.holders for theirs in other.holders]
    return float(bool(pairs) and not any(_may_be_one(*pair) for pair in pairs))


def other_person(one: Seen, other: Seen) -> float:
    """Both are named in words and the names share few sounds: two versions may name two people in one place."""
    if one.type != "Person" or same_name(one, other) or names_alike(one, other):
        return 0.0
    apart = [[human_name.human_name(n.text) for n in seen.names] for seen in (one, other)]
    full = [any(name.full for name in names) for names in apart]
    if all(full):
        return 1.0
    lone = [
        word for names, named in zip(apart, full, strict=True) if not named for name in names for word in name.words
    ]
    initials = any(name.initials for names in apart for name in names)
    whole = [word for names, named in zip(apart, full, strict=True) if named for name in names for word in name.words]
    alike = any(_ratio(mine, theirs) >= _ALIKE for mine in lone for theirs in whole)
    return float(any(full) and bool(lone) and not (initials or alike))


FEATURES = (
    Feature(0.9, same_name),
    Feature(0.45, names_alike),
    Feature(0.4, same_posts),
    Feature(0.4, same_ties),
    Feature(0.1, same_place_in_text),
    Feature(0.3, only_ones_left),
    Feature(0.2, only_ones_of_kind),
    Feature(0.2, only_programmes),
    Feature(-0.5, other_meaning),
    Feature(-0.6, other_home),
    Feature(-1.5, of_another),  # never, whatever else is alike
    Feature(-1.5, part_and_whole),
    Feature(-0.3, other_holders),
    Feature(-0.55, other_person),  # so that all else together makes a doubt, never a join
)

_GOVERNING = REGIONS | {"akimat", "administration", "government"}

_BY_FIELD = QUALITIES | REGIONS | body_name.WIDE | {"police", "prosecutor", "procuracy", "customs"}
"""Kinds that a body and its parts may be called by alike: the Almaty police, the Police Department of Almaty."""


def _telling(one: Seen, other: Seen) -> Iterable[tuple[Name, Name]]:
    """Return the pairs of names of two people by which they are compared: of full names alone where both have one."""
    pairs = list(_named(one, other))
    return [pair for pair in pairs if all(human_name.human_name(name.text).full for name in pair)] or pairs


def _named(one: Seen, other: Seen) -> Iterable[tuple[Name, Name]]:
    return ((mine, theirs) for mine in one.names for theirs in other.names)


def _title_score(one: Name, other: Name) -> float:
    heard = sound_of_title(one.text)
    if heard and heard == sound_of_title(other.text):
        return 1.0
    one, other = _spelled_out(one), _spelled_out(other)
    score = body_name.name_score(one.text, one.lang, other.text, other.lang)
    generic = any(body_name.body_name(name.text, name.lang).generic for name in (one, other))
    return min(score, _ONLY_A_KIND) if generic and score < body_name.JOINS else score


def _spelled_out(name: Name) -> Name:
    """Return the words that letters alone stand for, if they are any body's of that kind: ДЧС, a region's."""
    words = abbreviated(name.text, name.lang)
    return Name(" ".join(words), name.lang) if words else name


def _contradict(one: BodyName, other: BodyName) -> bool:
    mine, theirs = ([w for w in name.words if w.ids and w.weight in ("heavy", "kind")] for name in (one, other))
    return bool(mine and theirs) and not any(m.ids & t.ids for m in mine for t in theirs)


def kinds_in(name: Name) -> frozenset[str]:
    """Return the kinds of bodies of which a name speaks."""
    return frozenset(id_ for word in _words(name) if word.weight == "kind" for id_ in word.ids)


def _words(name: Name) -> tuple[Word, ...]:
    return body_name.body_name(name.text, name.lang).words
