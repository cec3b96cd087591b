"""At which body a post is: what stands before it (CEC Chairman) or behind of (Head of the Department of Energy)."""

from __future__ import annotations

import re

from kg.lang.cues import cues
from kg.lang.en.bodies_behind_posts import belonged_to, explained, go_on, part_of
from kg.lang.en.capitals import Chain, follow, honorific_at, in_brackets, run_end
from kg.lang.en.demonyms import demonyms
from kg.lang.en.ministries import MINISTERS, extend, field_end, name_ministry, of_a_person, sent_to
from kg.lang.en.morphology import singular
from kg.lang.en.phrase import Phrase
from kg.lang.en.posts_of_towns import TOWNS, of_its_town, of_region, of_town
from kg.lang.en.where_people_begin import before_a_first_name
from kg.lang.syntax import Chunk

_OF_STATES = cues("en").words["posts-without-ministry"]


_ENVOYS, _MISSIONS = cues("en").words["envoys"], cues("en").words["missions-abroad"]
_FIELD = re.compile(r"(?:tion|sion|ment|ness|ing|ism|ship|ities|ology|ics|ance|ence|ity|ture|rights|affairs|children)$")
_NO_BODIES = cues("en").words["no-owners"]
_SPELLS = cues("en").words["spells"]
_BRANDED = cues("en").words["branded"]
_OURS = frozenset({"our", "my"})
_AT_ANY_BODY = cues("en").words["posts-of-any-body"]
_JOINING = frozenset({",", "and", "&", "the"})
_LONGEST_CHARGE = 14  # tokens of the states and regions that someone is in charge of


def owner_before(phrase: Phrase, chunk: Chunk, begin: int) -> None:
    """CEC Chairman, Kazakhstan's Prime Minister, the Union's Chairman; his name's possessive is no body."""
    before = phrase.taken[begin - 1] if begin else None
    if before is None and begin > 1 and phrase.tokens[begin - 1].text in ("'", "’"):
        before = phrase.taken[begin - 2]
    before = before or _firm_before(phrase, chunk, begin)
    if before is None:
        if begin and phrase.tags[begin - 1] == "O":
            word = phrase.lower(begin - 1)
            chunk.flags.add("of-person" if word in ("his", "her") else "of-us" if word in _OURS else "of-pronoun")
        return
    if before.kind == "Role" and phrase.possessive(before.last) and before.inside is None:
        chunk.owner, before.inside = before.owner, chunk  # the Minister's adviser X is no minister
        if before.owner is None:
            chunk.flags.add("of-unknown")
        return
    if before.kind in ("Organization", "Country", "Place") and before.inside is None:
        if before.value == "any" and not before.proper and phrase.tokens[before.first].capital:
            before.value = ""  # Committee Chairman X: of the committee spoken of
        if phrase.lower(before.first - 1) in phrase.cues.words["former"]:
            chunk.flags.add("former")
        town = before.kind == "Place" and not phrase.possessive(before.last) and before.kind_of != "region"
        if town and chunk.lemma not in phrase.cues.words["posts-of-towns"]:
            return
        whole = _body_of_board(phrase, before) if before.kind_of == "board" else None
        if whole is not None:
            _of_its_board(phrase, chunk, before, whole)
            return
        chunk.owner = before
        before.inside = chunk


def _body_of_board(phrase: Phrase, board: Chunk) -> Chunk | None:
    """Return whose board is named before the noun: that of Kazna Fund Board, of Kazna Fund Management Board."""
    if board.owner is not None:
        return board.owner if board.owner.inside is board else None
    last = board.last - 1
    while last > board.first and phrase.lower(last) in phrase.cues.words["inner"] | {"supervisory", "governing"}:
        last -= 1
    if last <= board.first or phrase.lemma(last) not in phrase.cues.organizations or board.rule == "gazetteer":
        return None
    label = phrase.words(board.first, last)
    body = phrase.chunk(
        "Organization", board.first, last, label=label, lemma=phrase.lemma(last), rule="organization.head-noun"
    )
    body.core, body.kind_of = label, phrase.cues.organizations[body.lemma]
    for at in range(body.first, body.last + 1):
        phrase.taken[at] = body
    phrase.chunks.append(body)
    return body


def _of_its_board(phrase: Phrase, chunk: Chunk, board: Chunk, body: Chunk) -> None:
    """Kazna Board Chairman: the board says which post it is, and whose board it is where."""
    if body.last < board.last:
        chunk.label = f"{phrase.words(body.last + 1, board.last)} {chunk.label}"
        board.flags.add("absorbed")
    else:
        body = board
    chunk.owner, body.inside = body, chunk


def _firm_before(phrase: Phrase, chunk: Chunk, begin: int) -> Chunk | None:
    """Chevron Executive Vice President X, Alstom CEO Y: one capital that nothing else explains is whose the post is."""
    at = begin - 1
    ranked = phrase.lower(begin) in cues("en").words["ranks-of-posts"] and begin < chunk.last
    if at < 1 or not (ranked or chunk.lemma in ("ceo", "chief executive officer")) or phrase.possessive(at):
        return None
    if chunk.lemma not in _AT_ANY_BODY or not phrase.name(at) or phrase.name(at - 1):
        return None
    word = phrase.bare(at)
    if word in phrase.known.names or of_a_person(phrase, at) or phrase.known_as(word, "Country", "Place"):
        return None
    if word.lower() in phrase.cues.words["domains"] or word.lower() in phrase.cues.organizations:
        return None
    firm = phrase.chunk("Organization", at, at, label=word, lemma=word, rule="organization.before-post")
    firm.core, firm.confidence = word, 0.7
    phrase.known.brands.add(word)
    phrase.take(firm)
    return firm


def read_behind(phrase: Phrase, chunk: Chunk) -> None:
    """Read on behind the noun: of the Management Board of the NCE, for International Relations of the University."""
    while True:
        at = chunk.last + 1
        if phrase.lower(at) == "(" and _says_the_same(phrase, at):
            at = phrase.pairs[at] + 1
            phrase.taken[chunk.last + 1 : at] = [chunk] * (at - chunk.last - 1)
            chunk.last, chunk.end = at - 1, phrase.tokens[at - 1].end
        word = phrase.lower(at)
        begin = at + 1
        while phrase.tag(begin) in ("D", "J") and phrase.taken[begin] is None and begin - at < 4:
            begin += 1
        begin += word == "of" and _of_the_town(phrase, begin)
        if phrase.possessive(chunk.last) or begin >= phrase.size:
            return
        if _taken_up(phrase, chunk, word, begin):
            return
        owner = phrase.taken[begin] or _described(phrase, word, begin)
        if _over_what(phrase, chunk, word, at + 1) or (owner is not None and _elsewhere(phrase, chunk, word, owner)):
            return
        of_envoy = word == "for" and chunk.kind_of == "envoy"
        if (word in ("of", "at", "to") or of_envoy or _employed(phrase, chunk, word)) and owner is not None:
            _of_body(phrase, chunk, owner, word)
            return
        if word in ("at", "with") and phrase.taken[begin] is None and _any_body(phrase, chunk, begin):
            return
        if word in ("of", "for", "on", "in") and phrase.taken[begin] is None and _widened(phrase, chunk, word, begin):
            continue
        if chunk.kind_of == "membership" and word == "of" and belonged_to(phrase, chunk, begin):
            return
        if word == "of" and phrase.name(begin) and phrase.taken[begin] is None and chunk.owner is None:
            chunk.flags.add("of-unknown")  # Director of the Southern Reach: of none that is spoken of
        return


def _taken_up(phrase: Phrase, chunk: Chunk, word: str, begin: int) -> bool:
    """Director of the latter, of our institute, of its branch: a body that a word takes up."""
    at = chunk.last + 1
    if word == "of" and phrase.lowers[at + 1 : at + 3] == ["the", "latter"]:
        _of_the_latter(phrase, chunk, at + 2)
        return True
    if word not in ("of", "at", "to", "in") or phrase.tags[begin] != "O":
        return False
    if word == "of" or not _own_wish(phrase, begin):
        _of_possessed(phrase, chunk, begin)
    return True


def _over_what(phrase: Phrase, chunk: Chunk, word: str, begin: int) -> bool:
    """Director for Russia, Central Asia and OSCE at the Kazna Fund: the body stands behind what is in his charge."""
    if word != "for" or chunk.owner is not None or chunk.kind_of not in ("head", "deputy"):
        return False
    at = begin
    while at < phrase.size and at - begin < _LONGEST_CHARGE and (phrase.name(at) or phrase.lower(at) in _JOINING):
        at += 1
    behind = at + 1 + (phrase.lower(at + 1) == "the")
    body = phrase.taken[behind] if phrase.lower(at) == "at" and behind < phrase.size else None
    if body is None or body.kind != "Organization" or body.inside is not None:
        return False
    inner = [c for c in dict.fromkeys(phrase.taken[begin:at]) if c is not None and c.inside is None]
    if not any(c.kind in ("Country", "Place") for c in inner):
        return False
    for one in inner:
        one.inside = chunk
        one.flags.add("absorbed")
    phrase.taken[chunk.last + 1 : at] = [chunk] * (at - chunk.last - 1)
    chunk.last, chunk.end = at - 1, phrase.tokens[at - 1].end
    _of_body(phrase, chunk, body, "at")
    return chunk.owner is not None


def _elsewhere(phrase: Phrase, chunk: Chunk, word: str, owner: Chunk) -> bool:
    """Ambassador to Norway; received the Ambassador at the Ministry: his charge, or where he was."""
    if word == "at":
        return chunk.lemma in _ENVOYS and owner.lemma not in _MISSIONS
    return word in ("in", "to", "for") and _sphere(phrase, chunk, owner)


def _says_the_same(phrase: Phrase, at: int) -> bool:
    """Toraga (Speaker) of the Kenesh: a post of one word in brackets, behind one and before whose it is."""
    close = phrase.pairs.get(at, 0)
    return close == at + 2 and phrase.lemma(at + 1) in phrase.cues.roles and phrase.lower(close + 1) == "of"


def _employed(phrase: Phrase, chunk: Chunk, word: str) -> bool:
    """X, a geologist with the Peat Institute: where someone who is described works."""
    start = phrase.phrase_start(chunk.first)
    described = phrase.lower(start) in ("a", "an", "the") and phrase.lower(start - 1) in (",", "(", "–", "—")
    return word == "with" and described and chunk.kind_of in ("staff", "deputy")


def _of_the_town(phrase: Phrase, at: int) -> bool:
    """Head of the city's Water Department: whose department it is has been told."""
    town = at < phrase.size and phrase.taken[at] is None and phrase.possessive(at) and phrase.tags[at] == "N"
    noun = singular(phrase.bare(at).lower()) if town else ""
    return town and phrase.cues.places.get(noun, "venue") != "venue" and phrase.name(at + 1)


def _described(phrase: Phrase, word: str, begin: int) -> Chunk | None:
    """Chairman of the regional trade union centre, of the mining company Outola: behind nouns that tell which it is."""
    begin += phrase.lower(begin) in demonyms() and phrase.taken[begin] is None
    firm = phrase.taken[begin] if begin < phrase.size and word in ("of", "at") else None
    if firm is not None and firm.kind == "Organization" and firm.proper:
        return firm  # of the Swiss company Helvetic Traction
    at = begin
    while at - begin < 4 and at < phrase.size and phrase.taken[at] is None and phrase.tags[at] in ("N", "G", "J"):
        at += 1
    body = phrase.taken[at] if word in ("of", "at") and begin < at < phrase.size else None
    if body is not None and body.rule == "organization.brand" and not phrase.tokens[at].capital:
        return body
    if body is not None and body.kind == "Organization" and body.proper and phrase.lower(at - 1) in _BRANDED:
        return body  # of the Austrian port operator Hafen Tulln GmbH
    told = body is not None and body.kind == "Organization" and not body.proper and body.value and not body.plural
    return body if told and phrase.phrase_start(at) < begin else None


def _of_the_latter(phrase: Phrase, chunk: Chunk, last: int) -> None:
    """The executive director of the latter: of the body named last."""
    bodies = [c for c in phrase.chunks if c.kind == "Organization" and c.proper and c.last < chunk.first]
    if bodies:
        chunk.owner = max(bodies, key=lambda c: c.last).top()
        for i in range(chunk.last + 1, last + 1):
            phrase.taken[i] = chunk
        chunk.last, chunk.end = last, phrase.tokens[last].end


def _sphere(phrase: Phrase, chunk: Chunk, where: Chunk) -> bool:
    """UNDP Representative in Kazakhstan, Kazakhstan's Ambassador to Austria: the state is no owner of the post."""
    if where.kind not in ("Country", "Place") or where.inside is not None:
        return False
    far = chunk.kind_of == "head" and chunk.owner is not None and chunk.owner.kind == "Organization"  # EBRD Head for X
    if chunk.kind_of not in ("envoy", "staff") and not (far and phrase.lower(chunk.last + 1) == "for"):
        return False
    if chunk.owner is None or chunk.owner.first > chunk.first:
        return False
    if chunk.owner.kind == "Country" and chunk.kind_of == "envoy":
        sent_to(phrase, chunk, chunk.owner)
    else:
        where.inside = chunk
    if where.inside is not None:
        chunk.last, chunk.end = where.last, where.end
    return where.inside is not None


def _own_wish(phrase: Phrase, at: int) -> bool:
    """Released from the post of chairman at his own request: that is no body."""
    return "own" in phrase.lowers[at + 1 : at + 3] or phrase.lower(at + 1) in _NO_BODIES


def _of_possessed(phrase: Phrase, chunk: Chunk, at: int) -> None:
    """Dean of its Faculty of Law: a body with a name of its own; head of its council: one of the body spoken of."""
    owned = phrase.taken[at + 1] if at + 1 < phrase.size else None
    if owned is not None and owned.proper and owned.kind == "Organization" and owned.inside is None:
        chunk.owner = owned
        owned.inside = chunk
    else:
        chunk.flags.add("of-pronoun")


def _of_body(phrase: Phrase, chunk: Chunk, owner: Chunk, word: str) -> None:
    if owner.kind not in ("Organization", "Country", "Place") or (chunk.owner is not None and word != "of"):
        return
    if word == "to" and owner.kind == "Country":
        return
    if phrase.lemma(owner.last + 1) in phrase.cues.events and phrase.tag(owner.last + 1) in ("N", "P"):
        return  # delegates to the Union congress: the Union's is the congress
    go_on(phrase, chunk, owner)
    owner = part_of(phrase, explained(phrase, owner))
    if owner.inside is not None:
        owner = owner.top()
    if owner.kind not in ("Organization", "Country", "Place") or owner is chunk:
        return
    if chunk.owner is None:
        chunk.owner = owner
        owner.inside = chunk
    if not owner.proper and owner.kind_of in ("unit", "part") and owner.owner is None:
        _unit(phrase, chunk, owner)
    elif chunk.owner is owner and owner.kind == "Country":
        sent_to(phrase, chunk, owner)


def _unit(phrase: Phrase, chunk: Chunk, unit: Chunk) -> None:
    """Head of the department of the Ministry: the unit is part of the post, its owner is the body."""
    at = unit.last + 1
    begin = at + 1
    while phrase.tag(begin) in ("D", "J") and phrase.taken[begin] is None and begin - at < 4:
        begin += 1
    body = phrase.taken[begin] if begin < phrase.size else None
    words = phrase.words(unit.first, unit.last)
    if phrase.lower(at) == "of" and body is None and _named_by_its_whole(phrase, unit, begin):
        return
    chunk.label = (
        f"{chunk.label} of the {words}" if unit.lemma != "mission" else f"{chunk.label} of {words.capitalize()}"
    )
    if phrase.lower(at) in ("of", "at") and body is not None and body.kind in ("Organization", "Country", "Place"):
        chunk.owner = body
        body.inside = chunk
        unit.flags.add("absorbed")
    elif unit.kind_of == "unit":
        chunk.owner = None if chunk.owner is unit else chunk.owner  # ICRC Head of Mission X
        for i in range(chunk.last + 1, unit.last + 1):
            phrase.taken[i] = chunk
        chunk.last, chunk.end = unit.last, unit.end
        chunk.flags.add("unit")
        unit.flags.add("absorbed")


def _named_by_its_whole(phrase: Phrase, unit: Chunk, begin: int) -> bool:
    """Director of the regional branch of Aralgaz: capitals behind it tell which branch that is."""
    if not phrase.name(begin) or unit.kind_of != "part" or phrase.title:
        return False
    end = run_end(phrase, begin)
    people = any(phrase.bare(i) in phrase.known.names for i in range(begin, end + 1))
    if people or not phrase.free(begin, end) or phrase.tag(end + 1) not in ("PUNCT", "C", "V", "A", "M", "W", ""):
        return False
    first = phrase.phrase_start(unit.first)
    first += phrase.tag(first) in ("D", "O")
    unit.first, unit.start = first, phrase.tokens[first].start
    unit.last, unit.end, unit.proper = end, phrase.tokens[end].end, True
    unit.label = unit.core = phrase.words(first, end)
    unit.rule, unit.value = "organization.branch", ""
    unit.flags -= {"relational"}
    for i in range(first, end + 1):
        phrase.taken[i] = unit
    return True


def _widened(phrase: Phrase, chunk: Chunk, word: str, begin: int) -> bool:
    """Make the words behind of or for part of the post: a board, a field (Minister of Foreign Affairs), a mission."""
    if phrase.name(begin):
        if word == "in":
            return False
        end = run_end(phrase, begin)
        board = next(
            (i for i in range(begin, end + 1) if phrase.cues.organizations.get(phrase.lemma(i)) == "board"), None
        )
        if board is not None:
            chain = follow(phrase, board, "board") if phrase.lower(board + 1) == "of" and phrase.lower(board + 2) in (
                "directors", "trustees", "governors") else Chain(board)  # fmt: skip
            return extend(phrase, chunk, chain.last)
        if chunk.lemma in MINISTERS:
            return name_ministry(phrase, chunk, begin)
        if phrase.lemma(begin) == "chair" and phrase.lower(begin + 1) == "of":
            return _department(phrase, chunk, begin)
        if end == begin and phrase.cues.places.get(phrase.lemma(begin)) == "region" and word == "of":
            return of_region(phrase, chunk, begin)
        stop = field_end(phrase, begin)
        stop = _field_by_shape(phrase, begin, end) if word == "for" and stop < begin else stop
        if stop < begin and word == "of" and (of_town(phrase, chunk, begin) or _any_body(phrase, chunk, begin)):
            return False
        return stop >= begin and extend(phrase, chunk, stop)
    return word != "in" and phrase.tags[begin] == "N" and _widened_by_nouns(phrase, chunk, word, begin)


def _widened_by_nouns(phrase: Phrase, chunk: Chunk, word: str, begin: int) -> bool:
    """Head of mission, curator of textiles at the museum, the coordinator of international projects, X."""
    end = begin
    while phrase.tag(end + 1) == "N" and phrase.taken[end + 1] is None:
        end += 1
    if phrase.cues.organizations.get(phrase.lemma(end)) == "board" or phrase.lemma(end) in ("mission", "delegation"):
        return extend(phrase, chunk, end)
    if phrase.cues.places.get(phrase.lemma(end)) in TOWNS and word == "of" and of_its_town(phrase, chunk, end):
        return False
    if chunk.kind_of == "membership" or word not in ("of", "for"):
        return False
    told = word == "for" and phrase.lemma(end) not in _SPELLS
    told = told or (word == "of" and (_at_a_body(phrase, end) or _then_a_name(phrase, end)))
    return told and extend(phrase, chunk, end)


def _field_by_shape(phrase: Phrase, begin: int, end: int) -> int:
    """Commissioner for Data Protection Elio Ricci: up to the last word that no name has."""
    if phrase.lower(end + 1) == "and" and phrase.name(end + 2) and phrase.taken[end + 2] is None:
        further = run_end(phrase, end + 2)  # for Political and Peacebuilding Affairs
        end = further if any(_FIELD.search(phrase.lower(i)) for i in range(end + 2, further + 1)) else end
    fits = [i for i in range(begin, end + 1) if _FIELD.search(phrase.lower(i))]
    if not fits and end - begin < 3 and phrase.lower(end + 1) == "of" and phrase.free(begin, end):
        return end  # Director for Central Asia of the Bank: the body comes behind the field
    return fits[-1] if fits and phrase.free(begin, fits[-1]) else begin - 1


def _any_body(phrase: Phrase, chunk: Chunk, begin: int) -> bool:
    """Managing Director of Liwa Capital, partner at Hanriver Advisory: a body that only the post before it tells."""
    if chunk.lemma not in _AT_ANY_BODY or chunk.owner is not None or not phrase.name(begin):
        return False
    end = run_end(phrase, begin)
    if phrase.lower(end + 1) == "of" and end > begin:  # Director of the Financial Intelligence Unit of Mongolia
        after = end + 2 + (phrase.tag(end + 2) == "D")
        state = phrase.taken[after] if after < phrase.size else None
        if state is None or state.kind != "Country" or state.inside is not None or not phrase.free(begin, end):
            return False
        label = phrase.words(begin, end)
        body = phrase.chunk("Organization", begin, state.last, label=label, lemma=label, rule="organization.of-post")
        body.core, body.confidence, body.state, body.owner = label, 0.7, state.known or state.label, state
        body.label = phrase.words(begin, state.last)
        state.inside = body
        phrase.take(body)
        chunk.owner, body.inside = body, chunk
        return True
    cut = before_a_first_name(phrase, begin, end) if chunk.lemma in phrase.cues.words["heads-of-firms"] else end
    ends = phrase.tag(end + 1) in ("PUNCT", "", "C", "V", "A", "M", "W", "X") or honorific_at(phrase, end + 1)
    ends = ends or (end > begin and phrase.lower(end + 1) == "in" and phrase.name(end + 2))  # the Amber House in X
    before_a_name = cut < end
    ends, end = ends or before_a_name, cut
    alone = end == begin and (chunk.lemma in _OF_STATES or len(phrase.bare(begin)) < 4)
    if alone or not ends or end - begin > 3 or not phrase.free(begin, end) or phrase.possessive(end):
        return False
    words = [phrase.bare(i) for i in range(begin, end + 1)]
    known = any(phrase.known_as(word, "Country", "Place") or word in phrase.known.names for word in words)
    if (
        known
        or phrase.lemma(end) in phrase.cues.words["domains"]
        or any(of_a_person(phrase, at) for at in range(begin, min(begin + (1 if before_a_name else 2), phrase.size)))
    ):
        return False
    label, chain = phrase.words(begin, end), in_brackets(phrase, end)
    body = phrase.chunk("Organization", begin, chain.last, label=label, lemma=label, rule="organization.of-post")
    body.core, body.confidence, body.acronym = label, 0.7, chain.acronym
    phrase.known.brands.add(label)
    phrase.take(body)
    chunk.owner, body.inside = body, chunk
    return True


def _at_a_body(phrase: Phrase, last: int) -> bool:
    begin = last + 2 + (phrase.lower(last + 2) == "the")
    body = phrase.taken[begin] if phrase.lower(last + 1) in ("at", "of") and begin < phrase.size else None
    return body is not None and body.kind == "Organization"


def _then_a_name(phrase: Phrase, last: int) -> bool:
    """Tell whether two capitals or more that end at a mark stand behind a comma: a name in apposition."""
    at = last + 2
    while honorific_at(phrase, at) or (phrase.lower(at) == "." and at > last + 2):
        at += 1
    end = run_end(phrase, at) if phrase.lower(last + 1) == "," and phrase.name(at) else at
    return at < end < at + 4 and phrase.free(at, end) and phrase.tag(end + 1) in ("PUNCT", "")


def _department(phrase: Phrase, chunk: Chunk, at: int) -> bool:
    """Head of the Chair of Agronomy: a chair of a university."""
    chain = follow(phrase, at, "chair")
    label = phrase.words(at, chain.last)
    body = phrase.chunk("Organization", at, chain.last, label=label, lemma="chair", rule="organization.head-noun")
    body.core = label
    phrase.take(body)
    chunk.owner, body.inside = body, chunk
    return False
