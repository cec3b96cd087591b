"""Posts and bodies whose nouns stand in no list: a noun for a person before a name, a noun for a thing before its own.

логист Анель Байтас, диспетчер ТОО «Х» Олег Лим     who does what, before a name
водоканал «Родник», пожарная часть № 3              what is called by a name in quotes or by a number, and is no work
"""

from __future__ import annotations

from functools import lru_cache

from kg.lang.cues import cues
from kg.lang.ru.phrase import Grammar, Group, Phrase, nouns_of
from kg.lang.syntax import Chunk

_OWNERS = ("Organization", "Country")
_NEAR = frozenset({"в", "во", "на", "у", "из", "с", "со", "к", "от", "возле", "около", "при"})
_WORDS = cues("ru").words
_SEEN = _WORDS["shown"]
# What bodies do, and works and goods don't.
_ACTS = _WORDS["bodies-act"]
_LONGEST = 8  # tokens of a name in quotes


def may_be_unlisted(phrase: Phrase, group: Group) -> bool:
    """Tell whether a noun group stands where a post or body may stand that no list has."""
    if group.kind != "noun" or group.number != "Sing":
        return False
    at = group.last + 1
    if at >= phrase.size:
        return False
    if group.animate:
        return phrase.name_like[at] or phrase.taken[at] is not None
    return phrase.lower(at) == "№" or (phrase.tokens[at].kind == "quote" and at in phrase.pairs)


def find_unlisted(phrase: Phrase, group: Group) -> bool:
    """Take the trade of a person or the body that a noun names which no list has."""
    if not may_be_unlisted(phrase, group):
        return False
    return _find_trade(phrase, group) if group.animate else _find_facility(phrase, group)


def _find_trade(phrase: Phrase, group: Group) -> bool:
    """Take логист for a post in логист Анель Байтас, логист ТОО «Х» Анель Байтас."""
    if group.lemma in phrase.cues.words["kin"] or not any(f.known for f in nouns_of(phrase.tokens[group.head].text)):
        return False
    if phrase.tokens[group.head].capital and not phrase.opening(group.head):
        return False
    behind = phrase.starting(group.last + 1)
    owner = None
    if isinstance(behind, Chunk) and behind.kind in _OWNERS and behind.proper and "Gen" in phrase.cases_of(behind):
        owner = behind
        behind = phrase.starting(phrase.ends[owner] + 1)
        after = phrase.ends[owner] + 1
        named = isinstance(behind, Chunk) and behind.kind == "Person"
        named = named or (after + 1 < phrase.size and phrase.name_like[after] and phrase.name_like[after + 1])
    else:
        named = isinstance(behind, Chunk) and behind.kind == "Person" and behind.first < behind.last
        # конкурент Марка Лоу: whose he is, and not who
        named = named and behind is not None and bool(set(phrase.cases_of(behind)) & set(group.cases))
    if not named:
        return False
    begin = _its_rank(phrase, group)
    word = phrase.nominative(group, begin).lower()
    chunk = phrase.chunk(
        "Role", begin, group.last, label=word[:1].upper() + word[1:], lemma=group.lemma, rule="role.unlisted"
    )
    chunk.kind_of, chunk.owner, chunk.confidence = "staff", owner, 0.8
    end = group.last if owner is None else phrase.ends[owner]
    phrase.take(chunk, Grammar(group.cases, group.certain_number, group.gender, True, group.first), end)
    return True


def _its_rank(phrase: Phrase, group: Group) -> int:
    """Return where a trade begins with the words of its rank: ведущий гидролог, главный ихтиолог."""
    begin = group.head
    while begin > group.first and phrase.lemmas(begin - 1) & phrase.cues.words["post-modifier"]:
        begin -= 1
    return begin


def _find_facility(phrase: Phrase, group: Group) -> bool:
    """Take водоканал «Родник» for a body where it is somewhere, someone's or gone to; фильм «Родник» is none."""
    words = phrase.cues.words
    if phrase.lemmas_among(group.first, group.last + 1) & (words["works"] | {"тот", "число"}):  # в том числе «Х»
        return False
    if group.lemma in words["times"] | words["leadership"]:
        return False  # в настоящее время «Х» имеет …, под руководством «Х»
    if not _may_be_a_body(phrase, group):
        return False
    at = group.last + 1
    if phrase.lower(at) == "№":
        if not phrase.lower(at + 1).isdigit():
            return False
        close = at + 1
    else:
        close = phrase.pairs[at]
        if not 1 < close - at < _LONGEST or not phrase.tokens[at + 1].text[:1].isupper():
            return False
        phrase.known.learn_quoted(phrase.words(at + 1, close - 1), "Organization")
    for old in {id(c): c for c in phrase.taken[at : close + 1] if c is not None}.values():
        phrase.drop(old)
    begin = next((i for i in range(group.first, group.head) if not phrase.lemmas(i) & words["plain"]), group.head)
    label = phrase.nominative(group, begin) + phrase.text[phrase.tokens[group.last].end : phrase.tokens[close].end]
    kind = _kind_of_body(group.lemma) or group.lemma  # хлопкозавод is taken up as завод
    chunk = phrase.chunk("Organization", begin, close, label=label, lemma=kind, rule="organization.unlisted")
    chunk.confidence = 0.75
    if phrase.tokens[at].kind == "quote":
        chunk.names = [phrase.words(at + 1, close - 1)]
    phrase.known.learn_head(kind, phrase.tokens[group.head].text)
    owner = phrase.starting(close + 1)
    end = close
    if (
        isinstance(owner, Chunk)
        and owner.kind in ("Place", "Country")
        and owner.proper
        and "Gen" in phrase.cases_of(owner)
    ):
        chunk.owner, end = owner, phrase.ends[owner]
    phrase.take(chunk, Grammar(group.cases, group.certain_number, group.gender, group.animate, group.first), end)
    return True


def _may_be_a_body(phrase: Phrase, group: Group) -> bool:
    """Tell whether a named thing is where someone is, goes to or has a post."""
    if phrase.preposition(group.first)[0] in _NEAR or _kind_of_body(group.lemma):
        return True
    before = group.first - 1
    if before < 0:
        return bool(phrase.lemmas_among(0, phrase.size) & _ACTS)
    if "Gen" in group.cases and phrase.lemmas(before) & phrase.cues.roles.keys():
        return True
    if "Gen" in group.cases and any(g.last == before and g.kind == "noun" for g in phrase.groups.values()):
        return False  # группа дружбы «Х»: the name is that of the group
    if phrase.lemmas_among(0, phrase.size) & _ACTS:
        return True
    return any(phrase.lemmas(i) & _SEEN for i in range(max(0, before - 2), before + 1))


@lru_cache(maxsize=65_536)
def _kind_of_body(lemma: str) -> str:
    """Return the noun for a body that one is compounded on: спецшкола, телецентр, агропарк; "" if none."""
    heads = (head for head in cues("ru").organizations if lemma.endswith(head) and len(lemma) > len(head) > 4)
    return max(heads, key=len, default="")
