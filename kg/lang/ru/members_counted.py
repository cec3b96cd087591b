"""How many members a body has: which numbers of a clause count them, and whether all of them."""

from __future__ import annotations

from kg.lang.cues import cues
from kg.lang.ru.phrase import Group, Phrase, adjectives_of
from kg.lang.syntax import Chunk, Clause

_WORDS = cues("ru").words
_APPROXIMATE = _WORDS["approximate"]
_TOTAL = _WORDS["total"]
_UNITES = _WORDS["unites"]
_BECOMES = _WORDS["comes-to-be"] | {"остаться", "оставаться"}
_HOW_MANY = _WORDS["how-many"]
_COMES_TO = _WORDS["comes-to-number"]
_STAYS = _WORDS["goes-on-being"]
_TO_COLON = 4  # tokens behind a number within which a colon opens the list of those counted
_FIRST_WORDS = 2  # государств – членов союза теперь 36


def mark_number(phrase: Phrase, number: Chunk) -> None:
    """Tell whether a number counts members, and whether exactly: более 40 членов, 36 членов."""
    if phrase.lower(number.first - 1) in _APPROXIMATE or phrase.lower(number.last + 1) in ("с", "из"):
        number.flags.add("approximate")
    if phrase.lower(number.first - 1) == "из" and any(f.number == "Plur" for f in phrase.forms[number.first - 2][:1]):
        return  # объединяет 300 компаний из 12 стран: not how many belong to it
    quantity = phrase.cues.words["quantity"]
    for i in range(number.last + 1, min(number.last + 5, phrase.size)):
        if phrase.tokens[i].kind != "word":
            break
        if phrase.lemmas(i) & quantity or any(
            "-" in lemma and lemma.split("-")[-1] in quantity for lemma in phrase.lemmas(i)
        ):
            number.flags.add("members")
            if phrase.lemmas(i) & phrase.cues.words["members"]:
                number.flags.add("exact")
            break
        if not any(f.pos in ("ADJF", "PRTF", "CONJ") for f in phrase.forms[i]):
            break


def mark_total(phrase: Phrase, clause: Clause, lemmas: frozenset[str], words: list[str]) -> None:
    """Tell whether a clause counts the members of a body."""
    if clause.lemma in _UNITES and any(c.kind == "Organization" for c in clause.subjects):
        # союз, объединяющий 64 зоопарка
        for number in (c for c in clause.chunks if c.kind == "Number" and c.first > clause.predicate[1]):
            _bodies_counted(phrase, number)
    numbers = [c for c in clause.chunks if c.kind == "Number" and "members" in c.flags]
    if numbers and clause.form == "nominal" and clause.having("at", "Pronoun") and _exact(phrase, numbers[-1]):
        clause.concepts = frozenset({"count"})  # теперь в нём 61 член, в нём 190 государств
        clause.flags.add("total")
    _members_counted(phrase, clause, lemmas)
    becomes = numbers and clause.lemma in _BECOMES and not clause.having("as")
    if becomes and (clause.having("at", "Organization") or clause.having("to", "Organization")):
        clause.concepts = frozenset({"count"})  # в совете стало 11 членов
        clause.flags.add("total")
    if numbers and (
        lemmas & (_TOTAL - ({"число"} if "числе" in words else set()))  # в их числе: some of them
        or _in_brackets(phrase, clause, numbers[-1])
        or (clause.form == "nominal" and _in_a_body(phrase, clause, numbers[-1]))
    ):
        clause.flags.add("total")
    if numbers and "join" in clause.concepts and clause.having("to", "Organization") and clause.lemma == "входить":
        some = any(c.proper and c.kind in ("Country", "Organization") for c in clause.having("subject"))
        for chunk in clause.chunks:  # …, в том числе A и B: names in quotes have no case of their own
            if chunk.kind == "Organization" and chunk.proper and chunk.rule == "quoted.known" and chunk.group >= 0:
                chunk.function, some = "subject", True
        # в состав ассоциации входят 24 университета
        clause.concepts = frozenset({"count", "join"}) if some else frozenset({"count"})


def _exact(phrase: Phrase, number: Chunk) -> bool:
    """Tell whether what a number counts can only be members: members by name, or states."""
    return "exact" in number.flags or bool(phrase.lemmas(number.last + 1) & {"государство", "страна"})


def _members_counted(phrase: Phrase, clause: Clause, lemmas: frozenset[str]) -> None:
    """Членами союза являются 36 артелей; число членов союза – 36: the number of those whom a word for members names."""
    roles = [c for c in clause.chunks if c.kind_of == "membership" and c.owner is not None and c.plural]
    if not roles or clause.negated:
        return
    numbers = [c for c in clause.chunks if c.kind == "Number" and "approximate" not in c.flags]
    named = any(c.proper for c in clause.having("subject"))
    listed = named and len(numbers) == 1 and ":" in phrase.lowers[numbers[0].last + 1 : numbers[0].last + _TO_COLON]
    some = any("частности" in phrase.lowers[roles[0].last : n.first] for n in numbers)  # в частности, две организации
    if len(numbers) != 1 or some or (named and not listed) or numbers[0].first < roles[0].last:
        return
    are = roles[0].function == "as" and clause.lemma in _STAYS and "members" in numbers[0].flags
    if are or (clause.form == "nominal" and roles[0].function in ("owner", "object") and not clause.concepts):
        many = are or lemmas & _HOW_MANY or phrase.begin_of(roles[0]) <= _FIRST_WORDS
        numbers[0].flags.add("members")
        clause.flags |= {"total", "of-members"} if many else set()


def _bodies_counted(phrase: Phrase, number: Chunk) -> None:
    """союз объединяет 94 национальных архива: what is united are members, whatever bodies they are."""
    for i in range(number.last + 1, min(number.last + 5, phrase.size)):
        if phrase.lemmas(i) & phrase.cues.organizations.keys():
            number.flags.add("members")
            return
        if not adjectives_of(phrase.tokens[i].text):
            return


def _in_brackets(phrase: Phrase, clause: Clause, number: Chunk) -> bool:
    """объединение «Х» (58 первичных организаций): a number in brackets right behind a body counts its members."""
    before = phrase.taken[number.first - 2] if number.first > 1 else None
    opens = phrase.lower(number.first - 1) == "(" and clause.form == "nominal"
    return opens and before is not None and before.kind == "Organization"


def _in_a_body(phrase: Phrase, clause: Clause, number: Chunk) -> bool:
    """Сегодня в ассоциации 57 членов; в федерации 17 клубов; в составе маслихата 19 депутатов."""
    behind = range(number.last + 1, min(number.last + 4, phrase.size))
    counted = frozenset[str]().union(*(phrase.lemmas(i) for i in behind))
    counted |= {part for lemma in counted if "-" in lemma for part in lemma.split("-")}  # 187 государств-членов
    for chunk in clause.chunks:
        if chunk.kind != "Organization" or chunk.function not in ("at", "to") or chunk.last > number.first:
            continue
        if phrase.lower(phrase.begin_of(chunk) - 1) == "составе":
            return bool(counted & phrase.cues.words["quantity"])
        if chunk.function == "at" and counted & (phrase.cues.words["members"] | {"государство", "страна"}):
            return True
        bodies = counted & phrase.cues.words["quantity"] & phrase.cues.organizations.keys()
        unites = chunk.lemma in phrase.cues.words["uniting"] or chunk.lemma == chunk.acronym
        if chunk.function == "at" and unites and (bodies or _people_counted(phrase, number)):
            return True
    return False


def _people_counted(phrase: Phrase, number: Chunk) -> bool:
    """В ассоциации 64 брокера: who belongs to a union is counted by what they are."""
    behind = phrase.starting(number.last + 1)
    people = isinstance(behind, Group) and behind.animate and "Gen" in behind.cases
    people = people or (isinstance(behind, Chunk) and behind.kind == "Role" and "Gen" in phrase.cases_of(behind))
    if people:
        number.flags.add("members")
    return people


def comes_to_number(phrase: Phrase, clause: Clause, span: range) -> None:
    """Число членов выросло до 27: a number that is reached is the number there is."""
    if clause.lemma not in _COMES_TO or clause.negated or clause.future:
        return
    said = next((i for i in span if phrase.lemmas(i) & _HOW_MANY and i < clause.predicate[0]), None)
    if said is None:
        return
    members = phrase.cues.words["members"]
    counted = any(
        phrase.lemmas(i) & members or any(lemma.startswith("членск") for lemma in phrase.lemmas(i))
        for i in range(said + 1, min(said + 4, clause.predicate[0]))
    )
    numbers = [c for c in clause.chunks if c.kind == "Number" and c.first > clause.predicate[1]]
    if counted and numbers and phrase.lower(numbers[-1].last + 1) not in ("процент", "процента", "процентов", "%"):
        numbers[-1].flags |= {"members", "exact"}
        if phrase.lower(numbers[-1].first - 1) == "до":
            numbers[-1].flags.discard("approximate")
        clause.flags |= {"total", "counts-own"}
        if any(word in ("её", "ее", "его") for word in phrase.lowers[max(0, said - 1) : said + 3]):
            clause.flags.add("of-its")
