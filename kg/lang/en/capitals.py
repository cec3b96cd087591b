"""Names of several parts: runs of words with capitals, and the chains that of, for, on, in and and make of them.

Office for Democratic Institutions and Human Rights; Confederation of Asia-Pacific Chambers of Commerce and Industry;
Embassy of Kazakhstan in Poland. The head of such a name is the last word before its first preposition.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kg.gazetteer import Entry
from kg.lang.cues import cues
from kg.lang.en.morphology import forms_of
from kg.lang.en.phrase import Phrase
from kg.lang.en.where_people_begin import DEED, FIRST_NAMES, ends_in_person, is_domain, person_like, post_of_someone

_LOCATED = cues("en").words["located"]
_SENT = cues("en").words["sent"]
_RELATING = cues("en").words["relating-nouns"]
_LEGAL_FORMS = cues("en").words["legal-forms"]
_BEFORE_NAMES = cues("en").words["before-names"]
_TITLES_AND_SURNAMES = cues("en").words["titles-and-surnames"]
_MEANS = cues("en").words["means-of-transport"]
_LONGEST_RUN, _MOST_FIELDS = 9, 4  # tokens of a run, fields that commas join in one name
_ROMAN = re.compile(r"^(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})$")


@dataclass(slots=True)
class Segment:
    """One part of a name behind a preposition: "of" + the Republic of Kazakhstan."""

    word: str
    first: int
    last: int
    entry: Entry | None = None
    head: str = ""
    chain: Chain | None = None


@dataclass(slots=True)
class Chain:
    """What follows the head of a name: an abbreviation in brackets, parts behind prepositions, a brand at the end."""

    last: int
    acronym: str = ""
    bracket: tuple[int, int] | None = None
    segments: list[Segment] = field(default_factory=list)
    brand: tuple[int, int] | None = None
    numbered: bool = False


def run_end(phrase: Phrase, at: int) -> int:
    """Return the last token of the run of capitals that begins at a token.

    Plural possessives go on (Miners' Trade Union, Children's Hospital), so do joined names (Turkey–Kazakhstan Group);
    a region's name ends at its noun where no body follows (Karatal Region Zhandos Mukhamedi).
    """
    last = at
    while last + 1 < phrase.size and last - at < _LONGEST_RUN:
        following = last + 1
        if (joined := _joined_genitive(phrase, last)) is not None:
            last = joined
        elif phrase.genitive_within(last):
            last = following if phrase.name(following) else following + 1
        elif (
            phrase.possessive(last)
            or honorific_at(phrase, following)
            or post_of_someone(phrase, following)
            or _of_a_unit(phrase, at, following)
        ):
            break
        elif phrase.name(following) and phrase.taken[following] is None:
            last = following
        elif (phrase.tokens[following].text == "&" and phrase.name(following + 1)) or _joined_by_dash(
            phrase, following
        ):
            last = following + 1
        else:
            break
    return _region_end(phrase, at, last)


def _of_a_unit(phrase: Phrase, at: int, following: int) -> bool:
    """Head of Unit Zsolt Konya: behind the noun of a body that a post is of, a first name begins a person."""
    if phrase.bare(following) not in FIRST_NAMES or not (phrase.name(following) and phrase.name(following + 1)):
        return False
    noun = phrase.lemma(following - 1)
    of_post = phrase.lower(at - 1) == "of" and phrase.lemma(at - 2) in phrase.cues.roles
    return of_post and noun in phrase.cues.organizations and noun not in _BEFORE_NAMES


def _joined_genitive(phrase: Phrase, at: int) -> int | None:
    """Return the second genitive of Miners' and Metalworkers' Union, if a token is the first one of such two."""
    if not phrase.possessive(at) or not phrase.name(at) or not phrase.bare(at).lower().endswith("s"):
        return None
    joint = at + 2 if phrase.lower(at + 1) in ("'", "’") else at + 1
    second = joint + 1
    joined = phrase.lower(joint) == "and" and phrase.name(second) and phrase.taken[second] is None
    return second if joined and phrase.genitive_within(second) else None


def honorific_at(phrase: Phrase, at: int) -> bool:
    """Tell whether a title of address stands here, which always begins a person's name: Mr, Dr, H.E."""
    if at not in phrase.honorifics:
        return False
    # Zenon Maj
    surname = phrase.lower(at) in _TITLES_AND_SURNAMES and phrase.name(at - 1)
    return not surname or phrase.lower(at + 1) == "."


def _joined_by_dash(phrase: Phrase, at: int) -> bool:
    """Turkey–Kazakhstan: a dash without spaces between two names."""
    token = phrase.tokens[at]
    if token.kind != "dash" or not phrase.name(at + 1) or phrase.taken[at + 1] is not None:
        return False
    return phrase.tokens[at - 1].end == token.start and token.end == phrase.tokens[at + 1].start


def _region_end(phrase: Phrase, at: int, last: int) -> int:
    """Cut a run behind the noun of a region when no other noun of the cue words follows it."""
    for i in range(at + 1, last):
        if phrase.cues.places.get(phrase.lemma(i)) == "region" and not any(
            phrase.lemma(j) in table
            for j in range(i + 1, last + 1)
            for table in (phrase.cues.organizations, phrase.cues.roles, phrase.cues.events, phrase.cues.programs)
        ):
            return i
    return last


def head_in(phrase: Phrase, first: int, last: int) -> tuple[int, int, str] | None:
    """Return (first token, last token, lemma) of the last head noun of a body between two tokens."""
    for at in range(last, first - 1, -1):
        found = head_at(phrase, at, first)
        if found:
            return found
    return None


def head_at(phrase: Phrase, at: int, first: int = 0) -> tuple[int, int, str] | None:
    """Return (first token, last token, lemma) of a head noun of a body that ends at a token, a plural too."""
    table = phrase.cues.organizations
    word = phrase.lemma(at)
    if word == "international" and (at == first or phrase.name(at + 1)):
        return None  # Democrat International is a body, the International Conference is none
    if word in phrase.cues.organizations_end:
        two = f"{phrase.lower(at - 1)} {word}"
        if at - 1 >= first and two in table:
            return at - 1, at, two
        if word in table:
            return at, at, word
    text = phrase.bare(at)
    return (at, at, text) if text in table and text[0].isupper() else None


def follow(phrase: Phrase, head: int, lemma: str, *, plural: bool = False) -> Chain:
    """Return what belongs to the name behind its head noun."""
    chain = Chain(head)
    _number(phrase, chain)
    _bracket(phrase, chain)
    while _next_segment(phrase, chain, lemma):
        if not chain.acronym:
            _bracket(phrase, chain)
        if chain.segments[-1].chain is not None:
            break
    if not plural:
        _brand(phrase, chain)
    return chain


def _number(phrase: Phrase, chain: Chain) -> None:
    """Institution No. 17, School № 5: the number is part of the name."""
    at = chain.last + 1
    if phrase.lower(at) not in ("no", "no.", "№") or not phrase.tokens[chain.last].capital:
        return
    at += 2 if phrase.lower(at + 1) == "." else 1
    if at < phrase.size and phrase.tokens[at].kind == "number":
        chain.last, chain.numbered = at, True


def in_brackets(phrase: Phrase, last: int) -> Chain:
    """Return the abbreviation in brackets behind a token, as a chain without any part."""
    chain = Chain(last)
    _bracket(phrase, chain)
    return chain


def _bracket(phrase: Phrase, chain: Chain) -> None:
    """Take the abbreviation in brackets that follows: (CEC), (hereinafter – the NCE), (NAS RA)."""
    opening = chain.last + 1
    if opening not in phrase.pairs or phrase.tokens[opening].text != "(":
        return
    close = phrase.pairs[opening]
    inside = [i for i in range(opening + 1, close) if phrase.tokens[i].kind == "word"]
    if not inside or close - opening > 6 or not phrase.tokens[inside[-1]].acronym:
        return
    if len(inside) == 2 and phrase.tokens[inside[0]].acronym and inside[1] == inside[0] + 1:
        chain.acronym = phrase.words(inside[0], inside[1])
    elif any(phrase.lower(i) not in ("hereinafter", "the", "hereafter", "or") for i in inside[:-1]):
        return
    else:
        chain.acronym = phrase.tokens[inside[-1]].text
    chain.bracket = (opening, close)
    chain.last = close
    phrase.known.acronyms.add(chain.acronym)


def _next_segment(phrase: Phrase, chain: Chain, lemma: str) -> bool:
    at = chain.last + 1
    word = phrase.lower(at)
    begin = at + 1
    if phrase.lower(begin) == "the":
        begin += 1
    if word == "named" and phrase.lower(at + 1) == "after":
        return _named_after(phrase, chain, at + 2)
    if not phrase.name(begin) or phrase.taken[begin] is not None or _numbers(phrase, at, begin):
        return False
    if word in ("of", "for", "on", "against"):
        if word == "on" and phrase.tokens[begin].kind != "word":
            return False
        if word in ("on", "for") and (_charge_of_an_envoy(phrase, chain, begin) or _undertaking(phrase, begin)):
            return False
        return _add(phrase, chain, word, begin)
    if _goes_on_behind(phrase, chain, word, begin):
        chain.segments.append(Segment(word, begin, run_end(phrase, begin)))
        chain.last = run_end(phrase, begin)
        return True
    if word == "with" and phrase.lower(chain.last) in _RELATING and chain.segments:
        return _add(phrase, chain, "of", begin)  # Group for Cooperation with the Parliament of Norway
    if (word == "in" and lemma in _LOCATED) or (word == "to" and lemma in _SENT):
        found = phrase.longest_known(begin, "Country", "Place", "Organization")
        if found is not None or word == "to":
            return _add(phrase, chain, word, begin)
        if len(chain.segments) == 0 or chain.segments[-1].word != "in":
            end = run_end(phrase, begin)
            chain.segments.append(Segment("in", begin, end))
            chain.last = end
            return True
        return False
    if word in ("and", "&", ",") and begin == at + 1:
        return _joined(phrase, chain, word, begin)
    return word == "the" and _what_it_does(phrase, chain, begin)


def _numbers(phrase: Phrase, at: int, begin: int) -> bool:
    """Tell whether what follows is no part of a name: a quote, of the VIII convocation."""
    numbered = _ROMAN.match(phrase.bare(begin)) is not None and phrase.tag(begin + 1) == "N"
    return numbered or phrase.tokens[at].kind == "quote"


def _undertaking(phrase: Phrase, begin: int) -> bool:
    """Works with the Agency on the Green Belt project: capitals before a noun for what is done."""
    end = run_end(phrase, begin)
    noun = phrase.lemma(end + 1)
    return phrase.tag(end + 1) == "N" and (noun in phrase.cues.programs or noun in phrase.cues.events)


def _charge_of_an_envoy(phrase: Phrase, chain: Chain, begin: int) -> bool:
    """Representative of the Assembly on Central Asia: the region is the charge of the envoy, no part of a name.

    So is any field behind a body that is known without it: of the European Union for Foreign Affairs.
    """
    if chain.segments or phrase.lemma(chain.last) in _LOCATED:
        return False  # Head of the Office for Central Asia
    i = chain.last
    while i > 0 and phrase.name(i):
        i -= 1
    found = phrase.longest_known(begin, "Place", "Country") or phrase.longest_known(i + 1, "Organization")
    if found is None and f"{phrase.lower(begin)} {phrase.lower(begin + 1)}" not in phrase.cues.words["large-regions"]:
        return False
    i -= phrase.lower(i) == "the"
    return phrase.lower(i) == "of" and phrase.cues.roles.get(phrase.lemma(i - 1)) == "envoy"


def _what_it_does(phrase: Phrase, chain: Chain, begin: int) -> bool:
    """Continue with the object of a deed: Centre for Monitoring the Caspian Sea."""
    deed = bool(chain.segments) and chain.segments[-1].word == "for" and phrase.lower(chain.last).endswith("ing")
    if deed:
        chain.last = run_end(phrase, begin)
        chain.segments.append(Segment("for", begin, chain.last))
    return deed


def _goes_on_behind(phrase: Phrase, chain: Chain, word: str, begin: int) -> bool:
    """Organisation for Co-operation between Railways, for Carriage by Rail; Academies of Sciences in Asia (AASA)."""
    end = run_end(phrase, begin)
    if word == "by":
        return bool(chain.segments) and end == begin and phrase.lower(begin) in _MEANS
    if word == "between":
        return phrase.lower(chain.last) in _RELATING and _plural(phrase, end)
    return word == "in" and begin == chain.last + 2 and _letters_behind(phrase, end)


def _letters_behind(phrase: Phrase, last: int) -> bool:
    """Tell whether nothing but an abbreviation in brackets stands behind a token."""
    opening = last + 1
    return (
        phrase.lower(opening) == "(" and phrase.pairs.get(opening) == opening + 2 and phrase.tokens[opening + 1].acronym
    )


def _named_after(phrase: Phrase, chain: Chain, begin: int) -> bool:
    """Kazakh National University named after Al-Farabi: whose name a body bears is part of its own."""
    if begin >= phrase.size or not phrase.name(begin) or phrase.taken[begin] is not None:
        return False
    end = run_end(phrase, begin)
    chain.segments.append(Segment("named after", begin, end))
    chain.last = end
    return True


def _joined(phrase: Phrase, chain: Chain, word: str, begin: int) -> bool:
    """Continue behind and: Commerce and Industry, Democratic Institutions and Human Rights; not behind a full name."""
    if not chain.segments or chain.segments[-1].entry is not None or chain.segments[-1].chain is not None:
        return False
    end = run_end(phrase, begin)
    if phrase.longest_known(begin, "Country", "Organization") or ends_in_person(phrase, begin, end) > end:
        return False
    if any(phrase.lemma(i) in phrase.cues.roles and not _plural(phrase, i) for i in range(begin, end + 1)):
        return False
    head = head_in(phrase, begin, end)
    if head is not None and not _plural(phrase, head[1]) and not is_domain(phrase, begin):
        return False
    before = chain.segments[-1].last
    spelt = word == "," and (_spelt_behind(phrase, begin) or _lists_fields(phrase, chain, begin))
    fields = is_domain(phrase, begin) and (
        is_domain(phrase, before) or is_domain(phrase, before - 1) or chain.segments[-1].first == before
    )
    if word == "," and not spelt and not fields:
        return False
    return _add_run(phrase, chain, word, begin, end)


def _add_run(phrase: Phrase, chain: Chain, word: str, begin: int, end: int) -> bool:
    """Add a run of capitals to a name, but for the person whose name it may end in."""
    cut = ends_in_person(phrase, begin, end)
    if cut >= begin:
        chain.segments.append(Segment(word, begin, cut))
        chain.last = cut
    return cut >= begin


def _lists_fields(phrase: Phrase, chain: Chain, begin: int) -> bool:
    """Committee on Agriculture, Forestry and Food: behind on or for, words for fields and deeds."""
    if chain.segments[0].word not in ("on", "for"):
        return False
    at = begin
    for _ in range(_MOST_FIELDS):
        end = run_end(phrase, at)
        if end - at > 1 or not (is_domain(phrase, at) or is_domain(phrase, end) or DEED.search(phrase.lower(end))):
            return False
        if any(phrase.bare(i) in FIRST_NAMES or phrase.lemma(i) in phrase.cues.roles for i in range(at, end + 1)):
            return False
        mark = phrase.lower(end + 1)
        if phrase.lower(at - 1) == "and":
            return not phrase.name(end + 1)
        if mark not in (",", "and") or not phrase.name(end + 2) or phrase.taken[end + 2] is not None:
            return False
        at = end + 2
    return False


def _spelt_behind(phrase: Phrase, begin: int) -> bool:
    """Research Centre for Islamic History, Art and Culture (IRCICA): the letters behind say that the list is a name."""
    for i in range(begin, min(begin + 8, phrase.size)):
        if phrase.lower(i) == "(":
            return phrase.pairs.get(i) == i + 2 and phrase.tokens[i + 1].acronym and i > begin
        if not phrase.name(i) and phrase.lower(i) not in (",", "and", "&"):
            return False
    return False


def _plural(phrase: Phrase, at: int) -> bool:
    return phrase.lemma(at) != phrase.bare(at).lower()


def _add(phrase: Phrase, chain: Chain, word: str, begin: int) -> bool:
    found = phrase.longest_known(begin, "Country", "Place")
    if found is not None and not any(
        more(phrase, found[0]) for more in (_region_follows, _body_follows, _line_follows)
    ):
        last, entry = found
        chain.segments.append(Segment(word, begin, last, entry))
        chain.last = last
        return True
    end = run_end(phrase, begin)
    if phrase.lower(end + 1) == "and" and (phrase.lower(end), phrase.lower(end + 2)) in phrase.known.joined:
        end = run_end(phrase, end + 2)  # Board of the Forestry and Wildlife Committee
    if phrase.lower(begin) in phrase.cues.words["board-members"]:
        end = begin  # Board of Directors Graham Whitlock
    known = phrase.longest_known(begin, "Organization")
    head = head_in(phrase, begin, end)
    if head is not None and head[0] < head[1] and head[0] < begin:
        head = None
    if head is not None and head[1] < end and _only_describes(phrase, head[1], end):
        head = None  # Union of Court Reporters, Institute of Plant Protection
    if head is not None and head[1] == begin == end and _several_behind(phrase, end):
        head = None  # Union of Port and River Workers
    if head is not None and f"{phrase.lower(begin)} {phrase.lower(begin + 1)}" in phrase.cues.words["domains"]:
        head = None  # Academy of Public Administration
    if known is not None and (head is None or known[0] >= head[1]):
        segment = Segment(word, begin, known[0], known[1], known[1].kind)
        segment.chain = follow(phrase, known[0], phrase.lemma(known[0]))
        segment.chain.brand = None
        chain.segments.append(segment)
        chain.last = segment.chain.last
        return True
    if head is not None and not _plural(phrase, head[1]) and word != "for":
        segment = Segment(word, begin, head[1], None, head[2])
        segment.chain = follow(phrase, head[1], head[2])
        chain.segments.append(segment)
        chain.last = segment.chain.last
        return True
    if head is None and is_acronym_at(phrase, begin):
        segment = Segment(word, begin, begin, None, phrase.bare(begin))
        segment.chain = Chain(begin)
        chain.segments.append(segment)
        chain.last = begin
        return True
    return _add_run(phrase, chain, word, begin, end)


def _only_describes(phrase: Phrase, head: int, end: int) -> bool:
    """Tell whether the noun of a body describes what stands behind it: people in the plural, a deed or a field."""
    if phrase.bare(head) in _LEGAL_FORMS:
        return False  # the Board of Sary Su JSC Aidar Kenes
    people = _plural(phrase, end) and end - head < 3 and not person_like(phrase, end)
    return people or bool(DEED.search(phrase.lower(head + 1)))


def _several_behind(phrase: Phrase, at: int) -> bool:
    """Tell whether and joins a noun to several, which both describe: Port and River Workers, School and Town Unions."""
    if phrase.lower(at + 1) != "and" or not phrase.name(at + 2) or phrase.taken[at + 2] is not None:
        return False
    end = run_end(phrase, at + 2)
    if end == at + 2 or not _plural(phrase, end):
        return False
    people = phrase.bare(end).lower().endswith("ers")
    return people or (phrase.lower(at - 1) != "the" and phrase.lemma(end) in phrase.cues.organizations)


def _body_follows(phrase: Phrase, at: int) -> bool:
    """Tell whether a known name is only the beginning of a body's (Astana in Astana Opera Theatre)."""
    if phrase.possessive(at) or not phrase.name(at + 1) or phrase.taken[at + 1] is not None:
        return False
    head = head_in(phrase, at + 1, run_end(phrase, at + 1))
    return head is not None and not _plural(phrase, head[1])


def _region_follows(phrase: Phrase, at: int) -> bool:
    """Tell whether a known name is only the beginning of a region's (Almaty in Almaty Region)."""
    return phrase.cues.places.get(phrase.lemma(at + 1)) == "region" and phrase.name(at + 1)


def _line_follows(phrase: Phrase, at: int) -> bool:
    """Tell whether a known name is only the first of several that dashes join: the Baku–Tbilisi–Kars Line."""
    return at + 1 < phrase.size and _joined_by_dash(phrase, at + 1)


def is_acronym_at(phrase: Phrase, at: int) -> bool:
    """Tell whether a token is an abbreviation that may be a body's: no unit, no number (XXVII)."""
    word = phrase.bare(at)
    return phrase.tokens[at].acronym and word not in phrase.cues.not_organizations and not _ROMAN.match(word)


def _brand(phrase: Phrase, chain: Chain) -> None:
    """Take a name that follows the kind of body: National Chamber (NCE) Atameken, University "Turan"."""
    at = chain.last + 1
    if at in phrase.pairs and phrase.tokens[at].kind == "quote" and phrase.free(at, phrase.pairs[at]):
        close = phrase.pairs[at]
        if close - at <= 6 and phrase.tokens[at + 1].text[0].isupper():
            chain.brand = (at + 1, close - 1)
            chain.last = close
        return
    if not phrase.name(at) or phrase.taken[at] is not None or phrase.possessive(chain.last):
        return
    if honorific_at(phrase, at):
        return  # ... Council (ISC) Dr. Jonas Berg: a person follows
    end = run_end(phrase, at)
    one = end == at and at not in (0,) and not person_like(phrase, at)
    shouted = all(phrase.tokens[i].text.isupper() for i in range(at, end + 1))
    known = phrase.known_as(phrase.words(at, end), "Organization")
    named = one and _called_so(phrase, chain, at)
    if named or (one and (chain.acronym or phrase.tokens[at].acronym)) or (shouted and end > at) or known:
        chain.brand = (at, end)
        chain.last = end


def _called_so(phrase: Phrase, chain: Chain, at: int) -> bool:
    """Rowing Club Neptun, Ski School Aspen: a kind of body that has its own name behind it, no post or prize."""
    kind = phrase.lemma(chain.last) in _BEFORE_NAMES and phrase.name(chain.last - 1) and not chain.segments
    if not kind or phrase.lemma(chain.last) != phrase.bare(chain.last).lower():
        return False
    tables = (phrase.cues.roles, phrase.cues.events, phrase.cues.programs, phrase.cues.agreements)
    taken = any(phrase.lemma(at) in table for table in (*tables, phrase.cues.words["occasions"]))
    described = phrase.tag(at + 1) in ("N", "V") and phrase.lower(at + 1) in phrase.cues.organizations
    return not taken and not described and phrase.tokens[at].text.isalpha() and not forms_of(phrase.lower(at))
