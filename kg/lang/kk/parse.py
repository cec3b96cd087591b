"""A Kazakh sentence understood: its tokens, chunks with the part each plays, and clauses."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import partial
from itertools import pairwise, takewhile

from kg.gazetteer import load
from kg.lang.cues import cues
from kg.lang.dated import dated, free_dates
from kg.lang.dates import DateMention, dates_of_story
from kg.lang.free_numbers import free_numbers
from kg.lang.given import Given
from kg.lang.kk.alphabet import GENITIVE, THERE
from kg.lang.kk.body_names import reaches_beyond
from kg.lang.kk.clauses import find_clauses
from kg.lang.kk.coordination import AND, coordinate
from kg.lang.kk.datelines import leave_dateline, leave_day
from kg.lang.kk.elections import find_elections
from kg.lang.kk.encounters import find_encounters
from kg.lang.kk.known_names import find_known_bodies, find_known_names, find_other_known_names
from kg.lang.kk.letterheads import is_name, stays
from kg.lang.kk.lists import spell_out
from kg.lang.kk.marks import mark
from kg.lang.kk.ministries import give_to_hosts
from kg.lang.kk.morphology import lemma_of
from kg.lang.kk.name_modifiers import bare_modifier
from kg.lang.kk.organizations import find_organizations
from kg.lang.kk.outside import take_given
from kg.lang.kk.people import find_certain_people, find_likely_people
from kg.lang.kk.persons import case_splits
from kg.lang.kk.phrase import Known, Phrase
from kg.lang.kk.places import find_places, find_places_behind_names, learn_towns
from kg.lang.kk.post_holders import attach_posts
from kg.lang.kk.programs import find_agreements, find_programs
from kg.lang.kk.regions_meant import name_regions
from kg.lang.kk.roles import find_roles
from kg.lang.letterheads import in_small_letters, rewritten
from kg.lang.syntax import Chunk, Sentence
from kg.lang.tokens import brackets, sentences, tokens
from kg.lang.weekdays import choose_weekdays
from kg.publisher import letterhead
from kg.records import Announcement, Line, Span

ABBREVIATIONS = frozenset(
    [
        "т.б",
        "т.с.с",
        "млн",
        "млрд",
        "мың",
        "тг",
        "теңге",
        "қ",
        "к",
        "к-сі",
        "обл",
        "ауд",
        "ж",
        "жж",
        "м.а",
        "б.з",
        "б",
        "проф",
        "акад",
        "доц",
        "ақпан",
        "қар",
        "тел",
        "ред",
        "ғ",
        "кг",
        "см",
        "км",
        "т.ғ.д",
        "ф.ғ.д",
    ]
)
_ON_A_WEEKDAY = (
    "күні",
    "күнгі",
    "күнінде",
    "біде",
    "бідегі",
    "мада",
    "мадағы",
    "бісінде",
    "масында",
)  # сейсенбі күні, сейсенбіде, жұмада
_GIVEN_OR_LEFT = frozenset({"as", "from-post"})
_OWNS_OR_SITS = cues("kk").words["whole"] | cues("kk").words["boards-with-members"]
_COMPOSITION = cues("kk").words["composition"]
_REGIONAL = cues("kk").words["regional"]


def lemma(word: str) -> str:
    """Return the dictionary form of a word."""
    return lemma_of(word)


def name_bases(word: str) -> list[str]:
    """Return what the last word of a person's name may be in the nominative if it stands in another case."""
    return [base for base, case in case_splits(word) if case != "Nom"]


def head_of(name: str) -> str:
    """Return the dictionary form of the noun that a body's name is built on: the last one."""
    last = name.rsplit(" ", maxsplit=1)[-1]
    return last if last.isupper() else lemma_of(last)  # АҚ, ЖШС


def read(announcement: Announcement, given: Sequence[Given] = ()) -> list[Sentence]:
    """Return the sentences of an announcement in Kazakh, understood as far as grammar goes.

    The text is read twice: names that one sentence gives in full help to read their short forms in another.
    """
    known = Known(cues("kk"), load())
    dates = dates_of_story(announcement.text, "kk", announcement.published, weekdays=True)
    spans = [
        (number, line, span)
        for number, line in enumerate(announcement.lines)
        if line.kind in ("title", "paragraph")
        for span in sentences(announcement.text, line.start, line.end, ABBREVIATIONS)
        if not (line.kind == "title" and _shouted(announcement.text[span.start : span.end]))
    ]
    phrases = [_phrase(announcement.text, span.start, span.end, known) for _, _, span in spans]
    if (letterhead := _letterhead(announcement, known)) is not None:
        spans, phrases = [letterhead[0], *spans], [letterhead[1], *phrases]
    for phrase in phrases:
        learn_towns(phrase)
    for phrase in phrases:
        find_certain_people(phrase)
        find_organizations(phrase)
    found: list[Sentence] = []
    starts = [d.start for d in dates]
    for (number, line, span), phrase in zip(spans, phrases, strict=True):
        inside = dates[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        phrase.forget_chunks()
        sentence = Sentence(span.start, span.end, number, line.kind == "title", phrase.tokens, phrase.readings)
        _take_dates(phrase, inside)
        _find_all(phrase, given)
        _take_numbers(phrase)
        sentence.chunks = _in_order(phrase)
        _set_functions(phrase, sentence.chunks)
        days = leave_dateline(phrase, sentence.chunks, takewhile(partial(_beside, number), reversed(found)))
        sentence.clauses = find_clauses(phrase, sentence.chunks)
        leave_day(sentence, days)
        mark(phrase, sentence.chunks, sentence.clauses)
        for clause in sentence.clauses:
            choose_weekdays(clause)
        found.append(sentence)
    spell_out(found)
    name_regions(found)
    give_to_hosts(found, known.gazetteer)
    return found


def _beside(line: int, sentence: Sentence) -> bool:
    return sentence.line == line


def _shouted(text: str) -> bool:
    """Tell whether a headline is all in capitals, so that they tell no names."""
    letters = [c for c in text if c.isalpha()]
    return len(letters) > 12 and sum(c.isupper() for c in letters) > 0.8 * len(letters)


def _letterhead(announcement: Announcement, known: Known) -> tuple[tuple[int, Line, Span], Phrase] | None:
    """Return the letterhead in capitals as a phrase if, up to a comma and a town, it is nothing but a body's name."""
    line, text = letterhead(announcement), announcement.text
    if line is None or not _shouted(text[line.start : line.end]):
        return None
    end = line.start + len(text[line.start : line.end].partition(",")[0])
    named = partial(is_name, text=text, gazetteer=known.gazetteer)
    cut = in_small_letters(tokens(text, line.start, end), stays, named, known.gazetteer)
    phrase = Phrase(rewritten(text, cut), cut, brackets(cut), known)
    find_known_names(phrase)
    find_known_bodies(phrase)
    find_organizations(phrase)
    bodies = [c for c in phrase.chunks if c.kind == "Organization" and "absorbed" not in c.flags and c.proper]
    states = {i for c in phrase.chunks if c.kind == "Country" for i in range(c.first, c.last + 1)}
    whole = any(states.issuperset(range(c.first)) and c.last == len(phrase.tokens) - 1 for c in bodies)
    span = Span(line.start, end)
    return ((announcement.lines.index(line), line, span), phrase) if whole and len(cut) > 1 else None


def _phrase(text: str, start: int, end: int, known: Known) -> Phrase:
    cut = tokens(text, start, end)
    return Phrase(text, cut, brackets(cut), known)


def _find_all(phrase: Phrase, given: Sequence[Given]) -> None:
    find_known_names(phrase)
    find_known_bodies(phrase)
    find_certain_people(phrase)
    find_organizations(phrase)
    find_agreements(phrase)
    find_programs(phrase)
    find_other_known_names(phrase)
    find_places(phrase)
    find_roles(phrase)
    take_given(phrase, given)
    find_likely_people(phrase)
    find_places_behind_names(phrase)
    find_elections(phrase)
    find_encounters(phrase)
    attach_posts(phrase)


def _take_dates(phrase: Phrase, dates: Iterable[DateMention]) -> None:
    for date, inside in free_dates(dates, phrase.tokens, phrase.free):
        if phrase.tokens[inside[0]].kind == "initials":
            continue  # Б.Ж. Маман: initials, no б.ж. (this year)
        if date.coming and not phrase.lower(inside[-1]).endswith(_ON_A_WEEKDAY):
            continue  # дүйсенбі мен жұма аралығында: a timetable
        chunk = phrase.chunk(
            "Date", inside[0], inside[-1], label=date.value, lemma="", rule=f"date.{date.kind}", function="date"
        )
        dated(chunk, date)
        towards = phrase.lower(inside[-1]).endswith(("ға", "ге", "қа", "ке", "на", "не"))
        if date.relation == "on" and towards and phrase.lower(inside[-1]) != "ертесіне":
            chunk.flags.add("towards")  # 24 мамырға шегерілді
        if phrase.lower(inside[-1]).endswith(THERE):
            chunk.flags.add("attributive")  # 7 желтоқсандағы жиналыс
        if phrase.lower(chunk.last + 1) == "емес":
            chunk.kind_of = "not"  # 22 наурызда емес, 5 сәуірде
        phrase.take(chunk)


def _take_numbers(phrase: Phrase) -> None:
    for first, last, value in free_numbers(phrase.text, phrase.tokens, phrase.taken, phrase.counting, "kk"):
        chunk = phrase.chunk(
            "Number", first, last, label=str(value), lemma="", rule="number", function=phrase.function(last)
        )
        chunk.value = str(value)
        phrase.take(chunk)


def _in_order(phrase: Phrase) -> list[Chunk]:
    chunks = sorted((c for c in phrase.chunks if "absorbed" not in c.flags), key=lambda c: (c.first, c.last))
    for chunk in chunks:
        if chunk.owner is not None and chunk.owner.inside is None and chunk.owner is not chunk:
            chunk.owner.inside = chunk
        if chunk.function == "owner":
            chunk.surface = phrase.words(chunk.first, chunk.last)
    _owners(phrase, chunks)
    for chunk in chunks:
        if chunk.kind == "Organization":
            _without_state(phrase, chunk)
            reading = phrase.nominal(chunk.last)
            if not chunk.proper and reading is not None and reading.possessor == "1Plur":
                chunk.flags.add("ours")
        elif chunk.kind == "Role" and chunk.kind_of == "membership" and chunk.possessed:
            if chunk.owner is None:
                _body_of_membership(chunks, chunk)
            if chunk.owner is not None and not chunk.plural:
                _bodies_of_membership(phrase, chunks, chunk, chunk.owner)
    return chunks


def _body_of_membership(chunks: list[Chunk], role: Chunk) -> None:
    """ХАҚҚ-ның 1993 жылдан бергі құрылтайшы мүшесі: a date may stand between the body and the membership."""
    for before in reversed([c for c in chunks if c.last < role.first and c.inside is None]):
        if before.kind == "Organization" and before.function == "owner":
            role.owner, before.inside = before, role
        if before.kind not in ("Date", "Number"):
            return


def _bodies_of_membership(phrase: Phrase, chunks: list[Chunk], role: Chunk, last: Chunk) -> None:
    """X одағы мен Y қауымдастығының мүшесі: the bodies joined to the one right before a membership own it too."""
    for before in reversed([c for c in chunks if c.last < last.first and c.inside is None]):
        between = [phrase.lower(i) for i in range(before.last + 1, last.first) if phrase.taken[i] is None]
        joined = between == [","] if role.parties else len(between) == 1 and between[0] in AND
        if not joined or before.kind != "Organization" or before.function != "subject" or before.first == 0:
            return
        before.function, before.inside = "owner", role
        role.parties.append(before)
        last = before


def _branch_of(before: Chunk, chunk: Chunk) -> bool:
    """Tell whether a common noun is the regional branch of the body named before it."""
    named = before.kind == "Organization" and before.proper and before.function == "subject"
    return named and not chunk.proper and chunk.possessed and chunk.value in _REGIONAL


def _without_state(phrase: Phrase, chunk: Chunk) -> None:
    """Split a body's name into its state and the rest: Қырғыз Республикасы + Орталық … комиссиясы."""
    chunk.core = chunk.label
    if chunk.owner is not None and chunk.owner.kind == "Country":
        chunk.state = chunk.owner.known or chunk.owner.label
        return
    words = chunk.label.split(" ")
    for length in range(min(3, len(words) - 1), 0, -1):
        last = words[length - 1]
        for name in (last, *(last[: -len(e)] for e in GENITIVE if last.endswith(e))):
            found = phrase.known.gazetteer.find(" ".join([*words[: length - 1], name]), "kk", "Country")
            if len(found) == 1:
                chunk.state, chunk.core = found[0].id, " ".join(words[length:])
                return


def _owners(phrase: Phrase, chunks: list[Chunk]) -> None:
    """Give an organisation, programme or encounter the owner in the genitive right before it."""
    for index, chunk in enumerate(chunks[1:], start=1):
        before, first = chunks[index - 1], chunk.first
        place = None
        if before.function == "attributive" and index > 1 and before.last == first - 1 and chunk.possessed:
            # ДИАҚБ-ның Қазақстандағы миссиясы: where it is stands between the owner and what is owned
            place, before, first = before, chunks[index - 2], before.first
        if chunk.kind == "Delegation":
            while first - 1 > before.last and phrase.taken[first - 1] is None and bare_modifier(phrase, first - 1):
                first -= 1  # ПАА-ның байқаушылар тобы
        if chunk.owner is None and before.inside is None and phrase.touching(before, first):
            _own(phrase, before, chunk)
            if place is not None and chunk.owner is before and "named-by-owner" in chunk.flags:
                chunk.label = f"{phrase.words(place.first, place.last)} {chunk.label}"
        if chunk.owner is None and chunk.rule == before.rule == "organization.of-one-noun":
            chunk.owner = before.owner  # Жарты Айдың Аққайың және Қостанай филиалдары


def _own(phrase: Phrase, before: Chunk, chunk: Chunk) -> None:
    part_of = before.kind == "Organization" and before.function == "subject" and before.proper and chunk.possessed
    part_of = part_of and (
        chunk.lemma in phrase.cues.words["part"]
        or chunk.kind_of in ("unit", "part", "branch")
        or (chunk.kind_of == "state" and before.kind_of in ("", "state", "weak"))  # Федералдық Жиналысы Думасы
        or not (chunk.proper or chunk.plural or chunk.value or chunk.lemma in _OWNS_OR_SITS)
    )
    if part_of and (
        phrase.known_as(phrase.tokens[chunk.first].text, "Country") or reaches_beyond(phrase, before.last, chunk.first)
    ):
        return  # Норвегия Хельсинки комитеті is part of nothing named before it, nor Халықаралық астық кеңесі
    if before.kind == "Program" and before.proper and chunk.kind == "Organization":
        _of_program(phrase, before, chunk)
        return
    if (
        chunk.kind == "Delegation"
        and before.function in ("owner", "subject")
        and before.kind in ("Organization", "Country")
    ):
        chunk.owner, before.inside = before, chunk
        return
    if before.kind not in ("Country", "Organization", "Place") or chunk.kind not in ("Organization", "Place"):
        return
    if chunk.function == "attributive" or not (
        chunk.possessed or chunk.acronym == chunk.label or chunk.kind == "Place"
    ):
        return  # what is owned bears the possessive: Қазақстанның Еуразиялық экономикалық одаққа мүше екені owns none
    if chunk.function == "to" and phrase.lower(chunk.last + 1).startswith("мүше") and before.kind != "Country":
        return  # X консерваториясының Еуразия кеңесіне мүше болғаны: it owns no council that it belongs to
    if before.kind == "Organization" and chunk.kind == "Place" and (not chunk.kind_of or chunk.kind_of == "region"):
        return  # X федерациясының Лозаннада өткен конгресі: it owns the congress, not the town
    chamber = before.lemma == "парламент" and chunk.lemma == "палата"  # Парламенті Өкілдер палатасының
    if before.kind == "Organization" and chunk.proper and chunk.lemma in phrase.cues.words["whole"] and not chamber:
        return  # ҰКО-ның Еуропа кардиология қоғамына мүше: such a body belongs to none, the owner acts
    if part_of is False and _branch_of(before, chunk):
        # Білім қызметкерлері кәсіподағының, кәсіподағы облыстық ұйымы
        part_of = True
        chunk.label = f"{chunk.value} {chunk.label}"
        chunk.value = ""
    # ҚР ОСК, Оман Сыртқы істер министрлігі, Өзбекстан Республикасы Орталық сайлау комиссиясы
    entry = phrase.known.gazetteer.by_id(chunk.known) if chunk.known else None
    of_states = chunk.kind_of == "state" or chunk.lemma == "министрлік" or (entry is not None and bool(entry.state))
    state = before.kind == "Country" and before.function == "subject" and (before.label.isupper() or of_states)
    if before.function == "owner" or part_of or state:
        chunk.owner = before
        before.inside = chunk
        if chunk.kind == "Organization" and chunk.kind_of == "branch" and before.proper:
            # ДИАҚБ-ның Қазақстандағы сайлауды бақылау миссиясы, ДИАҚБ миссиясы for short
            head = chunk.label.split(" ")[-1]
            chunk.proper, chunk.label = True, f"{chunk.value} {head}" if chunk.value else chunk.label
            chunk.names = [f"{before.label} {head}", *([f"{before.acronym} {head}"] if before.acronym else [])]
            chunk.flags.add("named-by-owner")
        elif chunk.kind == "Organization" and not (chunk.proper or chunk.plural) and chunk.kind_of != "unit":
            # Жетіөзен облысының прокуратурасы: the owner's name makes it one
            chunk.proper = before.proper and chunk.possessed
            chunk.label = f"{chunk.value} {chunk.label}" if chunk.value else chunk.label
            chunk.flags.add("named-by-owner")


def _of_program(phrase: Phrase, program: Chunk, body: Chunk) -> None:
    """«Жасыл ауыл» жобасының бағыттаушы комитеті: a board of a programme is named by it."""
    if body.proper or not body.possessed or body.plural or body.lemma not in phrase.cues.words["part"]:
        return
    body.owner, program.inside = program, body
    reading = phrase.nominal(program.last)
    bare = phrase.named(program.first, program.last, reading)
    body.names.append(f"{bare} {body.value} {body.label}" if body.value else f"{bare} {body.label}")
    program.function, program.surface = "owner", phrase.words(program.first, program.last)
    body.label, body.proper = f"{body.value} {body.label}" if body.value else body.label, True
    body.flags.add("named-by-owner")


def _set_functions(phrase: Phrase, chunks: list[Chunk]) -> None:
    outer = [c for c in chunks if c.inside is None]
    for chunk in outer:
        _postposition(phrase, chunk)
    for before, chunk in pairwise(outer):
        if chunk.kind == before.kind == "Role" and before.function == "subject" and chunk.function in _GIVEN_OR_LEFT:
            _joined_by_a_dash(phrase, before, chunk)
    coordinate(phrase, outer)


def _joined_by_a_dash(phrase: Phrase, before: Chunk, post: Chunk) -> None:
    """Премьер-Министрдің орынбасары – Ұлттық экономика министрі болып тағайындалды: both posts are got or left."""
    begin = post.first if post.owner is None else min(post.first, post.owner.first)
    between = phrase.tokens[before.last + 1 : begin]
    if len(between) == 1 and between[0].kind == "dash" and not before.plural:
        before.function = post.function


def _postposition(phrase: Phrase, chunk: Chunk) -> None:
    behind = chunk.last + 1
    while behind < phrase.size and phrase.taken[behind] is chunk:
        behind += 1
    if chunk.kind == "Event" and phrase.lower(behind) == "(" and behind in phrase.pairs:
        behind = phrase.pairs[behind] + 1  # сапар (25–27 ақпан) барысында
    if chunk.function == "owner" and phrase.lower(behind + 1) in _COMPOSITION and phrase.pos(behind) == "ADJ":
        behind += 1  # кеңестің жаңа құрамына
    word = phrase.lower(behind)
    if word in phrase.cues.postpositions and chunk.kind != "Date":
        successor = phrase.cues.postpositions[word] == "instead" and chunk.kind in ("Person", "Pronoun")
        if phrase.cues.postpositions[word] in ("as", "from-post", "instead") and chunk.kind != "Role" and not successor:
            return
        if phrase.cues.postpositions[word] == "during" and chunk.kind != "Event":
            return
        if word in phrase.cues.words["behind-case"] and chunk.function == "subject" and chunk.kind != "Event":
            return  # Имашев бұрын директор болған: an adverb, where no case asks for it
        chunk.function = phrase.cues.postpositions[word]
    elif word in ("өзі", "өздері") and chunk.function == "owner":
        chunk.function = "subject"  # ССП-ның өзі
    elif chunk.kind == "Place" and chunk.function == "subject" and word in _REGIONAL:
        chunk.function = ""  # Қарағанды облыстық «X» қоғамы
    elif (
        chunk.kind in ("Country", "Place", "Organization") and chunk.function == "subject" and _modifies(phrase, behind)
    ):
        chunk.function = ""  # Ұлыбритания азаматы: no subject, the next noun belongs to it
    elif chunk.kind == "Organization" and chunk.function == "subject" and _spelt(phrase, chunk.first, behind):
        chunk.function = ""  # парламент – Эдускунтаның депутаты
    elif word == "бастаған" and chunk.kind == "Person":
        chunk.flags.add("leads")


def _spelt(phrase: Phrase, first: int, at: int) -> bool:
    """Tell whether a dash follows, and the name of a body in the genitive: what it is stands before its name."""
    if at + 1 >= phrase.size or phrase.tokens[at].kind != "dash" or phrase.tokens[first].capital:
        return False
    name = phrase.taken[at + 1]
    return name is not None and name.kind == "Organization" and name.proper and name.function == "owner"


def _modifies(phrase: Phrase, at: int) -> bool:
    """Tell whether a noun with the possessive and no chunk of its own follows."""
    reading = phrase.first(at)
    return (
        reading is not None
        and phrase.taken[at] is None
        and reading.pos == "NOUN"
        and reading.possessor == "3"
        and not reading.verb_form
    )
