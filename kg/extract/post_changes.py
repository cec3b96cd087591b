"""Who is given a post, loses it, stays or works on it, by the verbs that say so.

М.Т. Ерман ОСК мүшесі болып тағайындалды          an appointment, from the day that is named
Щегорцова хатшы міндетінен босатылды              an end
"""

from __future__ import annotations

from itertools import pairwise

from kg.extract.post_bodies import post_body
from kg.extract.reader import Reader
from kg.extract.tenure import PUBLIC, Post
from kg.extract.when_and_where import day_of_dateline
from kg.lang.syntax import Chunk, Clause, Sentence

_GIVING = {"appoint", "become"}
_WITHOUT_ROLE = frozenset({"appoint", "dismiss", "join"})  # verbs that change posts of which no word stands by
_OF_OWN_POST = frozenset({"enters", "successor"})  # flags by which a clause does
_JOINT = 2  # tokens that join two bodies, an article with them
_FEW_SENTENCES = 400  # code points before a successor is told of within which it is told whom he follows


def changes_of_posts(reader: Reader, known: list[Post]) -> list[Post]:
    """Appointments, elections to a post, dismissals, and that someone works or stays as something.

    ``known`` are the posts that the text has told so far: a successor gets that of whoever he follows.
    """
    found: list[Post] = []
    for _, sentence, clause in reader.clauses():
        roles = [c for c in clause.chunks if c.kind == "Role" and not c.inside]
        if not roles and clause.concepts.isdisjoint(_WITHOUT_ROLE) and clause.flags.isdisjoint(_OF_OWN_POST):
            continue
        roles = _given_or_lost(clause, roles)
        for role in roles:
            post = _change(reader, sentence, clause, role)
            if post is not None:
                found.append(post)
            elif role.plural and role.function == "as" and clause.concepts & _GIVING and not clause.negated:
                found.extend(_each_of_them(reader, sentence, clause, role))
        # приказом ректора: whose order it is leaves nothing
        roles = [r for r in roles if not r.plural and "onto" not in r.flags and r.function != "about"]
        if "dismiss" in clause.concepts and not roles and not clause.negated:
            found.extend(_left_own_post(reader, sentence, clause))
            _end_what_was_given(sentence, clause, found)
        if clause.concepts & {"appoint", "join"} and not clause.negated and all(r.function == "owner" for r in roles):
            found.extend(_elected_to(reader, sentence, clause))
        if "enters" in clause.flags and not clause.negated and all(r.function == "subject" for r in roles):
            found.extend(_entered_own_post(reader, sentence, clause))
        if "successor" in clause.flags and not roles and not clause.negated:
            found.extend(_successor(reader, sentence, clause, known, found))
        elif clause.concepts & {"appoint"} and not roles and not clause.negated:
            found.extend(_chosen_of_those_who_ran(reader, sentence, clause))
    return found


def _given_or_lost(clause: Clause, roles: list[Chunk]) -> list[Chunk]:
    """Return those posts of a clause of which its verb may say that they are given, lost or held."""
    if any(r.function in ("as", "from-post") for r in roles):
        # Президент назначил X директором; Президенттің өкімімен X директор қызметінен босатылды
        roles = [r for r in roles if r.function not in ("subject", "owner")]
    if "dismiss" in clause.concepts and not clause.passive and clause.having("object", "Person"):
        roles = [r for r in roles if r.function != "subject"]  # Президент уволил ректора X: he dismisses, X leaves
    if (
        clause.concepts & {"appoint", "become", "dismiss", "work"}
        and not clause.having("as")
        and not clause.having("from-post")
    ):
        roles = [r for r in roles if r.function in ("subject", "to", "from", "object")]
    return roles


def _successor(
    reader: Reader, sentence: Sentence, clause: Clause, known: list[Post], changes: list[Post]
) -> list[Post]:
    """X босатылды. Оның орнына Y тағайындалды: Y gets the post that X had, told right before."""
    followed = clause.having("instead", "Person", "Pronoun")
    people = [c for c in _whom(clause) if c.kind == "Person" and c.thing and c not in followed]
    if len(people) != 1 or not clause.concepts & {"appoint", "become", "visit"}:
        return []
    named = {c.thing for c in followed if c.kind == "Person"}
    left = [p for p in changes if p.ended and p.evidence.start > sentence.start - _FEW_SENTENCES]
    left = [p for p in left if not named or p.person in named] or [p for p in known if p.person in named]
    left = [p for p in left if p.person != people[0].thing and p.evidence.start < people[0].start]
    if not left:
        return []
    start, modality = _from_when(reader, sentence, clause)
    quote = reader.quote(sentence, clause, people[0])
    return [
        Post(people[0].thing, left[-1].role, left[-1].body, quote, "post.appointed", start=start, modality=modality)
    ]


def _chosen_of_those_who_ran(reader: Reader, sentence: Sentence, clause: Clause) -> list[Post]:
    """Two ran for the post of chairman: X and Y. The congress elected Y: the post is the one that they ran for."""
    people = [c for c in _whom(clause) if c.kind == "Person" and c.thing]
    if len(people) != 1 or clause.having("to", "Organization"):
        return []
    for before in reversed([s for s in reader.sentences if s.end <= sentence.start]):
        if before.end < sentence.start - _FEW_SENTENCES:
            return []
        for other in before.clauses:
            sought = [c for c in other.having("as", "Role") if not c.plural and c.inside is None]
            ran = any(c.kind == "Person" and c.thing == people[0].thing for c in before.chunks)
            if len(sought) == 1 and ran and other.modality == "proposed" and not other.negated:
                body = post_body(reader, before, sought[0])
                start, modality = _from_when(reader, sentence, clause)
                quote = reader.quote(sentence, clause, people[0])
                post = Post(people[0].thing, sought[0], body, quote, "post.appointed", start=start, modality=modality)
                return [post] if body else []
    return []


def _each_of_them(reader: Reader, sentence: Sentence, clause: Clause, role: Chunk) -> list[Post]:
    """Действительными членами академии избраны X и Y: each of several gets the post that is named once.

    Директорами музеев «Исток» и «Север» назначены X и Y: each gets it at the body whose turn it is.
    """
    people = [c for c in _whom(clause) if c.kind == "Person" and c.thing]
    body = post_body(reader, sentence, role) if len(people) > 1 else ""
    several = _several_bodies(reader, sentence, role)
    bodies = several or [body for _ in people]
    if not body or len(bodies) != len(people) or not all(bodies):
        return []
    start, modality = _from_when(reader, sentence, clause)
    quote = reader.quote(sentence, clause, *people, role)
    each = zip(people, bodies, strict=True)
    return [Post(p.thing, role, b, quote, "post.appointed", start=start, modality=modality) for p, b in each]


def _several_bodies(reader: Reader, sentence: Sentence, role: Chunk) -> list[str]:
    """Return the bodies at which a plural post is, where an and joins others to the first or last, which owns it."""
    bodies = [c for c in sentence.chunks if c.kind == "Organization" and c.function != "subject"]
    if role.owner not in bodies:
        return []
    marks = reader.register.cues.words["and"]
    joints = [_joint(sentence, one, other, marks) for one, other in pairwise(bodies)]
    first = last = bodies.index(role.owner)
    while joints[last : last + 1] == [","]:
        last += 1
    if joints[last : last + 1] == ["and"]:
        return [reader.body(c) for c in bodies[first : last + 2]]
    last = first
    if first and joints[first - 1] == "and":
        first -= 1
        while first and joints[first - 1] == ",":
            first -= 1
    return [reader.body(c) for c in bodies[first : last + 1]] if last > first else []


def _joint(sentence: Sentence, one: Chunk, other: Chunk, marks: frozenset[str]) -> str:
    """Return what stands between two bodies of a list, an article aside: "and", a comma, or "" for anything else."""
    between = [t.text.lower() for t in sentence.tokens[one.last + 1 : other.first]]
    if not between or len(between) > _JOINT:
        return ""
    return "and" if not marks.isdisjoint(between) else "," if between[0] == "," else ""


def _end_what_was_given(sentence: Sentence, clause: Clause, posts: list[Post]) -> None:
    """X was elected co-chair in 2019; his term expired in December: the same sentence says that it is over."""
    if clause.subjects or not posts or not sentence.start <= posts[-1].evidence.start < sentence.end:
        return
    posts[-1].ended = True


def _elected_to(reader: Reader, sentence: Sentence, clause: Clause) -> list[Post]:
    """The congress elected X to its Executive Committee: who is elected to a committee is its member."""
    words = reader.register.cues.words
    bodies = [c for c in clause.having("to", "Organization") if c.lemma in words.get("collegial", ())]
    joined = "appoint" not in clause.concepts  # в состав совета вошли X и Y
    whom = clause.subjects if joined and clause.past else [] if joined else _whom(clause)
    people = [c for c in whom if c.kind == "Person" and c.thing]
    people = [c for c in people if not any(post.owner in bodies for post in c.posts)]  # X (председатель)
    body = reader.body(bodies[0]) if len(bodies) == 1 else ""
    if not body or not people:
        return []
    start, modality = _from_when(reader, sentence, clause)
    title = min(words["elected-to"]).capitalize()
    found = []
    for person in people:
        role = _named_by_verb(sentence, clause, title)
        role.kind_of = "membership"
        quote = reader.quote(sentence, clause, person, bodies[0])
        found.append(Post(person.thing, role, body, quote, "post.elected-to", start=start, modality=modality))
    return found


def _left_own_post(reader: Reader, sentence: Sentence, clause: Clause) -> list[Post]:
    """Басқарма төрағасының орынбасары X қызметінен кетті: the post that stands with the name is held no more.

    It is not said that this post is the one that was left, so no day is given to its end.
    """
    people = [c for c in _whom(clause) if c.kind == "Person" and c.thing]
    if clause.modality != "asserted" or (clause.future and clause.form != "complement"):
        return []  # намерен уйти в отставку
    posts = []
    together = len(people) == 1 or (people and people[0].group >= 0 and len({c.group for c in people}) == 1)
    for person, role in [(c, role) for c in people for role in c.posts] if together else ():
        body = post_body(reader, sentence, role, person)
        if body:
            evidence = reader.quote(sentence, clause, person)
            posts.append(Post(person.thing, role, body, evidence, "post.dismissed", ended=True, modality="ended"))
    return posts


def _entered_own_post(reader: Reader, sentence: Sentence, clause: Clause) -> list[Post]:
    """Театрдың жаңа директоры X 1 наурызда қызметіне кірісті: the post that stands with the name begins that day.

    So does one that stands for its holder: the new deputy minister took up his work on 2 March.
    """
    start = _day(reader, sentence, clause)
    if not start or clause.modality != "asserted" or clause.future:
        return []
    people = [c for c in clause.subjects if c.kind == "Person" and c.thing and len(c.posts) == 1]
    who = people or [c for c in clause.subjects if c.kind == "Role" and reader.person(c)]
    if len(who) != 1:
        return []
    role = who[0].posts[0] if people else who[0]
    body = post_body(reader, sentence, role, who[0] if people else None)
    quote = reader.quote(sentence, clause, who[0])
    return [Post(reader.person(who[0]), role, body, quote, "post.appointed", start=start)] if body else []


def _change(reader: Reader, sentence: Sentence, clause: Clause, role: Chunk) -> Post | None:
    stays = clause.negated and "dismiss" in clause.concepts and clause.modality == "asserted" and not clause.future
    if role.plural or (clause.negated and not stays):
        return None
    holds = clause.form == "nominal" and role.function == "as" and role.kind_of in (*PUBLIC, "staff", "member")
    people = [c for c in clause.having("subject", "Person") if c.thing] if holds else _whom(clause)
    if len(people) > 1:
        people = _paired_with(clause, role, people)
    if len(people) != 1:
        return None
    person = people[0]
    body = post_body(reader, sentence, role, person if person.kind == "Person" else None)
    key = reader.person(person) or _taken_up(reader, sentence, person)
    if not body or not key:
        return None
    evidence = reader.quote(sentence, clause, person, role)
    kept = {"as", "to", "subject", "object"}
    leaves = "dismiss" in clause.concepts and "onto" not in role.flags
    if role.function == "owner" and any(c.kind == "Role" for c in clause.having("from-post")):
        return None  # by decree of the President he was relieved of his post
    if leaves and role.function in ("from-post", "from", "owner", "subject", "object", "as"):
        on = reader.dates(clause, sentence)  # not the day since when it was held
        on = on or ([] if clause.future else _day_above(reader, sentence))
        end = on[-1].value if on else ""
        if stays or _only_may_leave(reader, clause, end):
            return Post(key, role, body, evidence, "post.not-left")
        modality = clause.modality if clause.modality != "asserted" else "asserted" if end else "ended"
        return Post(key, role, body, evidence, "post.dismissed", ended=True, end=end, modality=modality)
    if (clause.concepts & {"appoint", "become"} and role.function in kept) or "onto" in role.flags:
        start, modality = _from_when(reader, sentence, clause, key)
        return Post(key, role, body, evidence, "post.appointed", start=start, modality=modality)
    if holds:  # X 2 мамырдан бастап директор лауазымында
        since = next((d.value for d in clause.having("date") if d.kind_of == "since"), "")
        return Post(key, role, body, evidence, "post.works", start=since, modality=clause.modality)
    stood_in = clause.past or (clause.form == "relative" and any("appoint" in c.concepts for c in sentence.clauses))
    if "acting" in role.flags and "work" in clause.concepts and stood_in:
        return None  # who stood in for a while, until he or another got the post
    if "stays" in clause.flags and role.function == "subject" and role.possessed:
        return Post(key, role, body, evidence, "post.stays", modality=_not_yet(clause))
    if "work" in clause.concepts and role.function == "as":
        # қызметін атқарған: what is told of work in the past is a biography
        past = (clause.past and "stays" not in clause.flags) or "former" in role.flags
        modality = "ended" if past else _not_yet(clause)
        told = clause.having("date") if not past else []
        since = next((d.value for d in told if d.kind_of == "since"), "")  # 2015 жылдан бері … болып жұмыс істейді
        new = "fresh" in role.flags and not past and clause.lemma == "be"  # X is the new President: a news
        rule = "post.appointed" if new else "post.works"
        return Post(key, role, body, evidence, rule, ended=past, start=since, modality=modality)
    return None


def _enters_later(reader: Reader, sentence: Sentence, clause: Clause, person: str) -> bool:
    """Избран X, который приступит к обязанностям 1 июня: until then the post is another's."""
    at = reader.sentences.index(sentence)
    behind = [s for s in reader.sentences[at + 1 : at + 2] if s.line == sentence.line]
    later = sentence.clauses[sentence.clauses.index(clause) + 1 :] + [c for s in behind for c in s.clauses]
    for one in (c for c in later if "enters" in c.flags and c.future and not c.negated):
        who = [one.head] if one.form == "relative" and one.head is not None else one.subjects
        if any(c.thing == person or _taken_up(reader, sentence, c) == person for c in who):
            return True
    return False


def _paired_with(clause: Clause, role: Chunk, people: list[Chunk]) -> list[Chunk]:
    """Төраға болып X, хатшы болып Y сайланды: of as many people as posts, told by turns, who gets this one."""
    given = [c for c in clause.having(role.function, "Role") if not c.plural and c.inside is None]
    told = sorted([*given, *people], key=lambda c: c.start)
    turns = all((one.kind == "Role") != (other.kind == "Role") for one, other in pairwise(told))
    if not turns or len(given) != len(people) or not all(c.kind == "Person" and c.thing for c in people):
        return []
    at = told.index(role)
    return [told[at + 1 if told[0].kind == "Role" else at - 1]]


def _only_may_leave(reader: Reader, clause: Clause, end: str) -> bool:
    """Намерен покинуть пост директора: whoever is only about to leave a post, or is asked to, holds it."""
    ahead = clause.future and clause.modality == "asserted" and end > (reader.published or "9")
    return clause.modality in ("planned", "proposed") or ahead


def posts_by_verbs(reader: Reader) -> list[Post]:
    """X возглавляет институт: the verb itself says which post it is (posts-of-verbs.txt)."""
    found = []
    for _, sentence, clause in reader.clauses():
        title, begins = reader.register.cues.posts_of_verbs.get(clause.lemma, ("", ""))
        roles = clause.having("as", "Role")
        if not title or (begins == "at" and roles) or any("acting" in role.flags for role in roles):
            continue
        bodies = _led(clause, at=begins == "at")
        people = _whom_by_verb(clause) if bodies else []
        key = reader.person(people[0]) if len(people) == 1 else ""
        body = reader.body(bodies[0]) if len(bodies) == 1 else ""
        if not key or not body or clause.negated or reader.draft.type_of(body) != "Organization":
            continue
        role = _named_by_verb(sentence, clause, title)
        past = clause.past and begins != "since" and "stays" not in clause.flags
        start = _day(reader, sentence, clause) if begins == "since" and clause.modality == "asserted" else ""
        days = [d.kind_of for d in clause.having("date")]
        ahead = clause.future and not (_tells_what_is(reader, clause) and "on" not in days)
        modality = "planned" if ahead and clause.modality == "asserted" else clause.modality
        modality = "ended" if past else modality
        if modality == "asserted" and "since" in days and _tells_what_is(reader, clause):
            start = next(d.value for d in clause.having("date") if d.kind_of == "since")
        quote = reader.quote(sentence, clause, people[0], bodies[0])
        found.append(Post(key, role, body, quote, "post.by-verb", past, start, confidence=0.8, modality=modality))
    return found


def _tells_what_is(reader: Reader, clause: Clause) -> bool:
    """Кеңсені X басқарады: where the present is the future too, what has no day is so now."""
    return "present-is-future" in reader.register.cues.words.get("habits", ()) and "later" not in clause.flags


def _led(clause: Clause, *, at: bool) -> list[Chunk]:
    """Return the bodies that a verb of leading is about: its object, which some verbs have in the instrumental."""
    if clause.passive:
        led = [clause.head] if clause.form == "relative" and clause.head is not None else []
    else:
        led = clause.having("at") if at else clause.having("object") or clause.having("by")
        turned = clause.form == "relative" and clause.head is not None and clause.having("subject", "Person")
        if not led and turned and "stays" in clause.flags and clause.head is not None:
            led = [clause.head]  # the Council, chaired by X
    return [c for c in led if c.kind == "Organization" and c.kind_of != "unit"]


def _whom_by_verb(clause: Clause) -> list[Chunk]:
    """Return who does what a verb says: its subject, or the noun that a relative clause is about."""
    if clause.passive:
        return clause.having("by", "Person") or clause.having("subject", "Person")
    subjects = [c for c in clause.subjects if c.kind in ("Person", "Role")]
    if not subjects and clause.form == "relative" and clause.head is not None and not clause.passive:
        subjects = [clause.head] if clause.head.kind == "Person" else []
    return subjects


def _named_by_verb(sentence: Sentence, clause: Clause, title: str) -> Chunk:
    """Make a chunk of the verb for the post that it means."""
    at = clause.predicate[1]
    token = sentence.tokens[at]
    role = Chunk("Role", at, at, token.start, token.end, title, title.lower(), "post.by-verb")
    role.kind_of = "head"
    return role


def _from_when(reader: Reader, sentence: Sentence, clause: Clause, person: str = "") -> tuple[str, str]:
    """Return from which day the post of a clause is held, "" where nothing tells it, and the modality of having it."""
    modality = _not_yet(clause)
    if modality == "asserted" and _enters_later(reader, sentence, clause, person):
        return "", "planned"
    return _day(reader, sentence, clause) if modality == "asserted" else "", modality


def _not_yet(clause: Clause) -> str:
    if clause.modality != "asserted":
        return clause.modality
    return "planned" if clause.future and clause.concepts & {"appoint", "become"} else "asserted"


def _whom(clause: Clause) -> list[Chunk]:
    """Return who gets or loses the post: the object of an active verb of giving, the subject of any other.

    The powers of X were terminated: he whose they were loses it.
    """
    objects = clause.having("object", "Person", "Pronoun")
    if objects and not clause.passive and "become" not in clause.concepts:
        return objects
    if clause.head is not None and clause.form == "relative" and clause.head.kind == "Person":
        return [clause.head]
    subjects = [c for c in clause.subjects if c.kind in ("Person", "Pronoun")]
    if (
        "dismiss" in clause.concepts
        and (owners := clause.having("owner", "Person"))
        and not clause.having("subject", "Person")
    ):
        return owners
    if clause.passive or clause.concepts & {"become", "dismiss", "work"}:
        return subjects
    return []


def _taken_up(reader: Reader, sentence: Sentence, chunk: Chunk) -> str:
    """Return whom ол takes up: the person that the sentence before this one is about."""
    if chunk.kind != "Pronoun" or chunk.plural:
        return ""
    before = [c for s in reader.sentences for c in s.chunks if c.kind == "Person" and c.start < chunk.start and c.thing]
    here = [c for c in before if c.start >= sentence.start]
    if len({c.thing for c in here}) == 1:
        return here[-1].thing  # полномочия X продлены: она остаётся ректором
    subjects = [c for c in before if c.function == "subject" and c.start >= chunk.start - 600]
    return subjects[-1].thing if subjects else before[-1].thing if before else ""


def _day(reader: Reader, sentence: Sentence, clause: Clause) -> str:
    own = [c for c in clause.having("date") if c.kind_of == "since"] if "appoint" in clause.concepts else []
    if own:  # on 13 March elected her from 17 March
        return own[-1].value
    dates = reader.dates(clause, sentence) or reader.dates(clause, sentence, "since") or _day_above(reader, sentence)
    return dates[-1].value if dates else ""


def _day_above(reader: Reader, sentence: Sentence) -> list[Chunk]:
    """Астана. 11 сәуір. X директор болып сайланды: the day that stands right before the first sentence of a story."""
    at = reader.sentences.index(sentence)
    opening = day_of_dateline(reader, sentence) if at else None
    return [opening] if opening is not None and opening in reader.sentences[at - 1].chunks else []
