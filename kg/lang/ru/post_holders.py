"""Who holds the posts of a Russian sentence: those before a name, or behind it behind a comma, dash or bracket."""

from __future__ import annotations

from dataclasses import replace

from kg.lang.cues import cues
from kg.lang.ru.latin_spelling import spelt_in_latin
from kg.lang.ru.one_of_several import over_one_of, single_out
from kg.lang.ru.out_of_bodies import body_behind_name, out_of_body
from kg.lang.ru.phrase import CASES, Grammar, Group, Phrase, adjectives_of
from kg.lang.ru.posts_of_each import give_each_a_post
from kg.lang.ru.prepositions import COMPOUND, GOVERNED
from kg.lang.ru.role_bodies import MINISTERS
from kg.lang.ru.settled_names import settle_name
from kg.lang.syntax import Chunk

_JOINTS = frozenset({"и", "–", "—", "-"})  # президент и председатель правления, Президент — председатель правления
_REST = 7  # tokens of a body's name that stand between what is read of it and who has a post there
_GOES_ON = frozenset({"по", "в", "во"})
_IN_TIME = tuple(
    tuple(words.split(" ")) for words in sorted(cues("ru").words["times-past"] | cues("ru").words["times-present"])
)
_NOW = tuple(tuple(words.split(" ")) for words in sorted(cues("ru").words["times-present"]))
_TITLES = cues("ru").words["titles-cut-short"]
_COMPLEMENT = 7  # tokens that a noun for what someone is may take behind it: борец с ксенофобией
_CLOSING = (",", ".", ")", "", ";", "–", "—")


def attach_posts(phrase: Phrase) -> None:
    """Give each person the posts that stand right before the name, or behind it behind a comma, a dash, a bracket."""
    ending: dict[int, Chunk] = {}
    seconds: dict[Chunk, Chunk] = {}
    give_each_a_post(phrase)
    # ректор Академии при Президенте Х: the president is whom the academy belongs to, and not X
    outer = [
        c
        for c in phrase.chunks
        if c.kind == "Role" and "absorbed" not in c.flags and phrase.lower(c.first - 1) != "при" and c.inside is None
    ]
    single_out(phrase, outer)
    for role in outer:
        if role.plural:
            _of_each_body(phrase, role)
        out_of_body(phrase, role)
        second = _at_second_body(phrase, role)
        if second is not None:
            seconds[role] = second
        ending.setdefault(phrase.ends[role], role)
    for chunk in sorted((c for c in phrase.chunks if c.kind == "Person"), key=lambda c: c.first):
        if "absorbed" in chunk.flags:
            continue
        _posts_before(phrase, chunk, ending)
        _posts_behind(phrase, chunk, spelt_in_latin(phrase, chunk))
        _body_in_brackets(phrase, chunk)
        body_behind_name(phrase, chunk)
        for second in [seconds[role] for role in chunk.posts if role in seconds]:
            second.inside = chunk
            chunk.posts.append(second)
            phrase.chunks.append(second)


def _of_each_body(phrase: Phrase, role: Chunk) -> None:
    """представители института, фонда «Исток» и Казгидромета: those of several bodies, each in the genitive."""
    at = phrase.ends[role] + 1
    listed: list[Chunk] = []
    if role.owner is None or role.owner.kind != "Organization":
        return
    while phrase.lower(at) in (",", "и"):
        body = phrase.starting(at + 1)
        if not isinstance(body, Chunk) or body.kind != "Organization" or "Gen" not in phrase.cases_of(body):
            break
        listed.append(body)
        at = phrase.ends[body] + 1
    if not listed or phrase.lower(phrase.begin_of(listed[-1]) - 1) != "и":
        return
    phrase.ends[role] = at - 1
    role.parties = listed
    for body in listed:
        body.inside, body.function = role, "owner"


def _at_second_body(phrase: Phrase, role: Chunk) -> Chunk | None:
    """президент Союза писателей и Ассоциации издателей Х: return the same post at the second of two bodies."""
    joined = phrase.lower(phrase.ends[role] + 1) == "и"
    if not joined or role.plural or role.owner is None or role.owner.kind != "Organization":
        return None
    body = phrase.starting(phrase.ends[role] + 2)
    if not isinstance(body, Chunk) or body.kind != "Organization" or body.plural or not body.proper:
        return None
    cases, behind = phrase.cases_of(body), phrase.starting(phrase.ends[body] + 1)
    named = isinstance(behind, Chunk) and behind.kind == "Person"
    closed = phrase.lower(phrase.ends[body] + 1) in _CLOSING and len(cases) < len(CASES)
    if "Gen" not in cases or not (named or closed):
        return None
    second = replace(role, owner=body, posts=[], flags=set(role.flags))
    phrase.grammar[second] = phrase.grammar[role]
    phrase.ends[role] = phrase.ends[second] = phrase.ends[body]
    return second


def _posts_before(phrase: Phrase, person: Chunk, ending: dict[int, Chunk]) -> None:
    edge = _before_what_he_is(phrase, ending, _before_title(phrase, person.first))
    touching = True
    while True:
        role = _ending_at(phrase, ending, edge, touching)
        if role is None and touching:
            role = _before_rest_of_name(phrase, ending, edge)
        if role is None and not touching:
            role = _told_apart_in_time(phrase, ending, edge)
        if role is None or role.inside is not None or role.plural or _rather_several(phrase, role, person):
            return
        cases = _of_one_holder(phrase, role, _cases_here(phrase, role))
        if _only_what_one_becomes(phrase, role, person):
            return
        own = touching and not role.value and role.kind_of != "membership"
        if _rather_of_another(phrase, role, person) or not settle_name(phrase, person, cases, beside_post=own):
            return
        if person.posts:
            _share_owner(phrase, role, person.posts[-1])
        if on_post(phrase, role) and "Nom" not in phrase.grammar[person].cases:
            role.flags.add("former")  # сменила на посту директора Павла Лунина: he has it no more
        person.posts.append(role)
        role.inside = person
        edge, touching = phrase.begin_of(role) if role.kind_of == "staff" else role.first, False


def _rather_several(phrase: Phrase, role: Chunk, person: Chunk) -> bool:
    """Учителя школы Анна Зимина и Олег Дудин: a post that may be a plural is one before names that can but act."""
    if phrase.grammar[role].number or "Nom" not in phrase.grammar[role].cases:
        return False
    nouns = [f for i in range(role.first, role.last + 1) for f in phrase.forms[i] if f.lemma == role.lemma]
    if not any(f.number == "Plur" and f.case == "Nom" for f in nouns):
        return False
    other = phrase.starting(person.last + 2) if phrase.lower(person.last + 1) in ("и", ",") else None
    cases = phrase.grammar[other].cases if isinstance(other, Chunk) and other.kind == "Person" else ()
    role.plural = "Nom" in cases and "Gen" not in cases and settle_name(phrase, person, ("Nom",), surely=True)
    if role.plural:
        phrase.grammar[role] = Grammar(("Nom",), "Plur", "", True, phrase.grammar[role].begin)
    return role.plural


def _before_title(phrase: Phrase, first: int) -> int:
    """Return where a name begins together with a title cut short before it: проф. Х, д-р Х."""
    title = first - 1 - (phrase.lower(first - 1) == ".")
    return title if title > 0 and phrase.lower(title) in _TITLES else first


def _before_what_he_is(phrase: Phrase, ending: dict[int, Chunk], edge: int) -> int:
    """директор фонда «Веста» | известный художник | Х: return where what somebody is begins, behind a post."""
    group = next((g for g in phrase.groups.values() if g.last == edge - 1), None)
    if group is None or group.kind != "noun" or not group.animate or group.number != "Sing" or phrase.taken[group.head]:
        return edge
    role = ending.get(group.first - 1)
    told = role is not None and role.owner is not None and role.owner.proper and not role.plural
    return group.first if told and role is not None and set(phrase.grammar[role].cases) & set(group.cases) else edge


def _before_rest_of_name(phrase: Phrase, ending: dict[int, Chunk], edge: int) -> Chunk | None:
    """профессор кафедры МГУ | имени Ломоносова | Х: a post before words that only go on with the name of its body."""
    for end in range(edge - 2, max(-1, edge - _REST), -1):
        role = ending.get(end)
        if role is not None:
            fits = role.owner is not None and not role.plural and _goes_on_with_name(phrase, end + 1, edge)
            if fits:
                phrase.ends[role] = edge - 1
            return role if fits else None
        taken = phrase.taken[end]
        if taken is not None and taken.kind not in ("Place", "Country", "Organization"):
            return None
    return None


def _goes_on_with_name(phrase: Phrase, first: int, end: int) -> bool:
    """Tell whether words between a body and a name belong to the body: genitives, по and a place, имени and whose."""
    named_after = phrase.lower(first) == "имени"
    if named_after or phrase.lower(first) in _GOES_ON:
        first += 1
    elif phrase.tokens[first].kind == "quote":
        return phrase.pairs.get(first) == end - 1
    at = first
    while at < end:
        thing = phrase.starting(at)
        genitive = thing is not None and (named_after or at > first or "Gen" in phrase.cases_of(thing))
        place = isinstance(thing, Chunk) and thing.kind in ("Place", "Country", "Organization")
        town = isinstance(thing, Group) and any(f.name == "Geox" and f.known for f in phrase.forms[thing.head])
        if thing is None or not (place or town or (isinstance(thing, Group) and thing.kind == "noun" and named_after)):
            return False
        if not genitive and phrase.lower(first - 1) not in _GOES_ON:
            return False
        for i in range(at, phrase.end_of(thing) + 1):
            if (inner := phrase.taken[i]) is not None:
                inner.flags.add("of-phrase")
        at = phrase.end_of(thing) + 1
    return at == end


def _told_apart_in_time(phrase: Phrase, ending: dict[int, Chunk], edge: int) -> Chunk | None:
    """министр X, а в прошлом ректор Y Иванов: return the post before words that say when the other was held."""
    at = edge - 1
    told = next((words for words in _IN_TIME if tuple(phrase.lowers[max(0, edge - len(words)) : edge]) == words), ())
    if not told:
        return None
    at -= len(told)
    later = phrase.taken[edge]
    if phrase.lower(at) in ("а", "и"):
        at -= 1
    role = ending.get(at - 1) if phrase.lower(at) == "," else ending.get(at)
    if role is None or later is None:
        return None
    if " ".join(told) in phrase.cues.words["times-past"]:
        later.flags.add("former")
    return role


def on_post(phrase: Phrase, role: Chunk) -> bool:
    """Tell whether a post is one that somebody is followed on: на посту директора."""
    first = phrase.begin_of(role)
    held = phrase.lemmas(first - 1) & phrase.cues.words["post-word"]
    return phrase.lower(first - 2) in ("на", "в") and bool(held)


def _only_what_one_becomes(phrase: Phrase, role: Chunk, person: Chunk) -> bool:
    """Председателем правления Сапаргалиев станет: a post in the instrumental is no title of a name that is in none."""
    mine = phrase.grammar[person].cases
    surname_alone = " " not in person.label  # a foreign name in full may be in any case
    return surname_alone and phrase.grammar[role].cases == ("Ins",) and "Nom" in mine and "Ins" not in mine


def _rather_of_another(phrase: Phrase, role: Chunk, person: Chunk) -> bool:
    """сын лидера Ливии Саиф аль-Ислам: the post is of whom the name belongs to, if the name is a nominative."""
    noun = next((g for g in phrase.groups.values() if g.last == role.first - 1), None)
    oblique = "Nom" not in phrase.grammar[role].cases and "Nom" in phrase.grammar[person].cases
    return noun is not None and noun.animate and noun.kind == "noun" and oblique and "Nom" in noun.cases


def _cases_here(phrase: Phrase, chunk: Chunk) -> tuple[str, ...]:
    """Return a chunk's cases that the preposition before it allows."""
    word, _ = phrase.preposition(chunk.first)
    governed = COMPOUND.get(word) or GOVERNED.get(word)
    own = phrase.grammar[chunk].cases
    if not governed:
        return tuple(c for c in own if c != "Loc") or own
    return tuple(c for c in own if c in governed) or own


def _of_one_holder(phrase: Phrase, role: Chunk, cases: tuple[str, ...]) -> tuple[str, ...]:
    """Указом главы государства X назначен: the cases of a post that one name shares, which a plural alone does not."""
    if phrase.grammar[role].number:
        return cases
    nouns = [f for i in range(role.first, role.last + 1) for f in phrase.forms[i] if f.lemma == role.lemma]
    single = {f.case for f in nouns if f.number == "Sing"}
    return tuple(c for c in cases if c in single) or cases


def _ending_at(phrase: Phrase, ending: dict[int, Chunk], edge: int, touching: bool) -> Chunk | None:
    """Return the post that ends right before a token, or behind a comma or and for a second one."""
    before = edge - 1
    while (
        before >= 0
        and phrase.tokens[before].text in "»”)"
        and phrase.tokens[before].kind in ("quote", "punct")
        and before not in ending
    ):
        before -= 1
    if before not in ending and phrase.tokens[edge - 1].text == ")" and edge - 1 in phrase.opens:
        before = phrase.opens[edge - 1] - 1  # губернатор провинции Х (Республика Корея) Пак Сон Ху
        for i in range(before + 1, edge):
            if before in ending and (inner := phrase.taken[i]) is not None:
                inner.flags.add("of-phrase")
    if touching and phrase.lower(before) in ("–", "—") and before - 1 in ending:
        return ending[before - 1] if _told_by_dash(phrase, ending[before - 1], edge) else None
    if touching and phrase.lower(before) == ",":
        before = _before_apposition(phrase, before, edge) or _before_relative(phrase, before)
    if touching or (before in ending and before == edge - 1):
        return ending.get(before)
    if (over := _over_degrees(phrase, before)) in ending:
        return ending[over]
    if phrase.lower(before) in (",", "и", "–", "—"):
        return ending.get(before - 1)
    return None


def _told_by_dash(phrase: Phrase, role: Chunk, name: int) -> bool:
    """гостей принимала его заместитель – Карина X: behind a verb a dash tells the name of whoever has the post."""
    person = phrase.taken[name]
    begin = phrase.begin_of(role)
    if person is None or role.plural or not set(phrase.grammar[role].cases) & {"Nom", "Acc"}:
        return False
    closed = phrase.lower(person.last + 1) in (".", ",", ";", "", "!", "?", "(")
    listed = phrase.lower(begin - 1) in (":", ",", ";") and begin > 0  # председатель – X, секретарь – Y
    return closed and (listed or any(f.pos in ("VERB", "PRTS") for i in range(begin) for f in phrase.forms[i][:1]))


def _over_degrees(phrase: Phrase, at: int) -> int:
    """директор центра, д.м.н., профессор X: return where the words before a degree in letters end."""
    first, letters = at, 0
    while at > first - 12 and at >= 0:
        token = phrase.tokens[at]
        if token.kind == "initials" or len(token.text) == 1 or phrase.lower(at) == "phd":
            letters += token.kind != "punct"
        elif token.text not in (",", "."):
            break
        at -= 1
    return at if letters > 1 or (letters and phrase.lower(at + 2) == "phd") else -1


def _before_apposition(phrase: Phrase, comma: int, name: int) -> int:
    """наша директор, Майра Сейсенбай, отметила: a name in full between commas, or at the end, says who has the post."""
    person = phrase.taken[name]
    if person is None or person.last == name or person.kind != "Person":
        return 0
    end = person.last + 1
    ends = phrase.lower(end) in (".", "", ";", "!")
    behind = phrase.forms[end + 1][:1] if end + 1 < phrase.size else ()
    goes_on = phrase.lower(end) == "," and any(form.pos in ("VERB", "PRTS") for form in behind)
    return comma - 1 if ends or goes_on else 0


def _before_relative(phrase: Phrase, closing: int) -> int:
    """Ректор университета, предоставившего зал, X: return where the words before such a clause end."""
    for comma in range(closing - 1, max(0, closing - 12), -1):
        if phrase.lower(comma) != "," or phrase.taken[comma] is not None:
            continue
        tells = any(f.pos == "PRTF" for f in phrase.forms[comma + 1]) or "который" in phrase.lemmas(comma + 1)
        return comma - 1 if tells else closing
    return closing


def _posts_behind(phrase: Phrase, person: Chunk, end: int) -> None:
    """Имашев, председатель ЦИК, ...; Уршула Гацек – глава Миссии; Имашев (председатель ЦИК)."""
    at = end + 1
    mark = phrase.lower(at)
    if mark not in (",", "(", "–", "—", "-"):
        return
    if mark == "," and (now := _over_now(phrase, at)):
        at = now  # Игорь Лось, ныне директор «Х»
    elif phrase.lower(at + 1) in ("его", "её", "ее", "их") or phrase.lower(at + 1) in phrase.cues.words["these-days"]:
        at += 1  # Игорь Лось, его исполнительный директор
    elif mark != "(" and (over := _over_trade(phrase, person, at)):
        at = over  # Александра Брюна, известного ботаника, члена палаты
    role = _post_at(phrase, at + 1)
    if role is None or not _is_of(phrase, person, role, mark):
        return
    person.posts.append(role)
    role.inside = person
    while mark != "(" and (further := _further_post(phrase, person, role, mark)) is not None:
        _share_owner(phrase, role, further)
        role = further
        person.posts.append(role)
        role.inside = person


def _over_now(phrase: Phrase, comma: int) -> int:
    """X, в настоящее время – директор музея: return where the words for now end, with the dash behind them, else 0."""
    for words in _NOW:
        end = comma + len(words)
        if tuple(phrase.lowers[comma + 1 : end + 1]) == words:
            return end + (phrase.tokens[end + 1].kind == "dash") if end + 1 < phrase.size else 0
    return 0


def _post_at(phrase: Phrase, at: int) -> Chunk | None:
    """Return the post whose phrase begins at a token."""
    at = over_one_of(phrase, at)
    role = phrase.starting(at)
    if role is None or (not isinstance(role, Chunk) and phrase.starting(role.head) is not role):
        role = _role_in_group(phrase, at)
    if not isinstance(role, Chunk) or role.kind != "Role":
        role = _role_in_group(phrase, at)
    return role


def _is_of(phrase: Phrase, person: Chunk, role: Chunk, mark: str) -> bool:
    """Tell whether a post behind a name and a mark is that person's, and settle the case of both."""
    if role.inside is not None or role.plural or "of-thing" in role.flags:
        return False
    end = _behind_its_town(phrase, phrase.ends[role])
    closing = phrase.lower(end + 1)
    behind = phrase.starting(end + 2 if closing in ("–", "—") else end + 1)
    if isinstance(behind, Chunk) and behind.kind == "Person":
        return False  # председатель – X, заместитель – Y: the second post is Y's
    shared = [c for c in phrase.grammar[person].cases if c in phrase.grammar[role].cases]
    if not shared:
        return False
    if (mark == "(" and closing != ")") or (
        mark == "," and closing not in (",", ".", ")", "", ";", "–", "—", "и", ":", "!", "?")
    ):
        return False
    if mark == "," and person.posts and any(p.first > role.first for p in person.posts):
        return False
    if not settle_name(phrase, person, tuple(shared)):
        return False
    phrase.grammar[role] = Grammar(tuple(shared), "Sing", phrase.grammar[role].gender, True, phrase.grammar[role].begin)
    return True


def _further_post(phrase: Phrase, person: Chunk, role: Chunk, mark: str) -> Chunk | None:
    """X, сопредседатель движения и депутат совета, …: return the next post of someone whom one has been told of."""
    at = _behind_its_town(phrase, phrase.ends[role]) + 1
    if phrase.lower(at) not in ("и", ","):
        return None
    further = _post_at(phrase, at + 1)
    if further is None or not _is_of(phrase, person, further, mark):
        return None
    end = _behind_its_town(phrase, phrase.ends[further]) + 1
    # X, директор школы, учитель и врач: who is named by what they are alone may be others
    if phrase.lower(end) == "и" or (phrase.lower(end) == "," and _post_at(phrase, end + 1) is not None):
        return None
    return further if further.owner is not None or phrase.lower(at) == "и" else None


def _over_trade(phrase: Phrase, person: Chunk, comma: int) -> int:
    """Return the comma or and behind what someone is, if a post follows, else 0.

    X, ботаник, член палаты; X, давний противник застройки, депутат совета.
    """
    noun = phrase.starting(comma + 1)
    if not isinstance(noun, Group) or not noun.animate or phrase.taken[noun.head] is not None or noun.kind != "noun":
        return 0
    if noun.number != "Sing" or not set(noun.cases) & set(phrase.grammar[person].cases):
        return 0
    for end in range(noun.last + 1, min(noun.last + _COMPLEMENT, phrase.size)):
        taken = phrase.taken[end]
        if phrase.lower(end) in (",", "и") and taken is None:
            role = phrase.starting(end + 1)
            if isinstance(role, Chunk) and role.kind == "Role":
                return end
        if phrase.lower(end) == "," or end in phrase.verbs or (taken is not None and taken.kind in ("Person", "Role")):
            return 0
    return 0


def _behind_its_town(phrase: Phrase, end: int) -> int:
    """директор Института океанографии из Гданьска, … : the post goes on with where its body is."""
    place = phrase.taken[end + 2] if end + 2 < phrase.size and phrase.lower(end + 1) in ("из", "в", "во") else None
    return place.last if place is not None and place.kind in ("Place", "Country") and place.first == end + 2 else end


def _role_in_group(phrase: Phrase, at: int) -> Chunk | None:
    """Return the post whose group begins at a token: its modifiers may stand before it (бывший, новый)."""
    for i in range(at, min(at + 4, phrase.size)):
        chunk = phrase.taken[i]
        if chunk is not None:
            return chunk if chunk.kind == "Role" and chunk.first == i else None
        if phrase.tokens[i].kind != "word" or not adjectives_of(phrase.tokens[i].text):
            return None
    return None


def _share_owner(phrase: Phrase, role: Chunk, later: Chunk) -> None:
    """основатель и директор компании: the body that stands behind the second of two posts is the first one's too."""
    if role.owner is not None or later.owner is None or role.known:
        return
    if role.kind_of in ("staff", "membership") and role.lemma not in phrase.cues.words["owner-post"]:
        return
    joined = phrase.lower(phrase.ends[role] + 1) in _JOINTS and phrase.ends[role] == role.last
    entry = phrase.known_as(role.label, "Role")
    of_a_state = entry is not None and entry.parent and role.lemma != "президент"
    if joined and role.lemma not in MINISTERS and not of_a_state:
        role.owner = later.owner


def _body_in_brackets(phrase: Phrase, person: Chunk) -> None:
    """депутат Петров («Единая Россия»), архиепископ Лонгин (РПЦ): a body in brackets is that of a post without one."""
    at = person.last + 1
    if not person.posts or any(role.owner is not None for role in person.posts) or at not in phrase.pairs:
        return
    close = phrase.pairs[at]
    body = phrase.taken[at + 1]
    if phrase.tokens[at].text != "(" or not 1 < close - at < 9:
        return
    if phrase.pairs.get(at + 1) == close - 1 and phrase.tokens[at + 1].kind == "quote":
        body = _quoted_body(phrase, at + 1, close - 1)
    if body is not None and body.kind == "Organization" and phrase.ends[body] == close - 1 and body.inside is None:
        person.posts[0].owner = body


def _quoted_body(phrase: Phrase, start: int, close: int) -> Chunk:
    for old in {id(c): c for c in phrase.taken[start : close + 1] if c is not None}.values():
        phrase.drop(old)
    name = phrase.words(start + 1, close - 1)
    phrase.known.learn_quoted(name, "Organization")
    body = phrase.chunk("Organization", start, close, label=name, lemma=name.lower(), rule="organization.quoted")
    return phrase.take(body, Grammar(CASES))
