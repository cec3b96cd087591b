"""Posts of people: named with them, given to them, taken from them.

ОСК Төрағасы Б.М. Имашев                          a post in the same phrase
М.Т. Ерман ОСК мүшесі болып тағайындалды          an appointment, from the day that is named
Щегорцова хатшы міндетінен босатылды              an end
Миссия басшысы – Уршула Гацек                     a sentence that says no more
"""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.bodies import Body
from kg.extract.draft import cover
from kg.extract.humans import Human
from kg.extract.reader import Reader
from kg.extract.register import HOME_STATE, main_region
from kg.gazetteer import Entry
from kg.lang.syntax import Chunk, Clause, Sentence
from kg.names import fold
from kg.records import Literal, Name, Span

_BESIDE = 3  # tokens between two people who are named together, with an and and a pronoun between them
_FEW_SENTENCES = 400  # code points before a successor is told of within which it is told whom he follows
_DATELINE = 8  # tokens of a sentence that is nothing but a town and a day
_OF_STATES = {"government", "ministry", "parliament", "senate", "mazhilis", "embassy", "agency", "akimat"}
_PUBLIC = {"head", "deputy", "envoy"}


@dataclass(slots=True)
class Post:
    """A post that someone holds, held or got, before it becomes claims."""

    person: str
    role: Chunk
    body: str
    evidence: Span
    rule: str
    ended: bool = False
    start: str = ""
    end: str = ""
    confidence: float = 0.9
    modality: str = "asserted"


def find_posts(reader: Reader) -> None:
    """Claim the posts of an announcement."""
    posts = [*_in_phrases(reader, named=True)]
    _settle(reader, posts)
    bare = [p for p in _in_phrases(reader, named=False) if not _held_by_another(reader, p)]
    _settle(reader, bare)
    posts += bare
    posts += [*_copular(reader), *_remembered(reader)]
    changes = [*_changes(reader, posts), *_by_verbs(reader)]
    _settle(reader, changes)
    for post in _merged(posts + changes):
        if not _only_a_verb(post, posts + changes):
            _claim(reader, post)


def _only_a_verb(post: Post, posts: list[Post]) -> bool:
    """X heads the Federation: no second post, where the text says which post he has there."""
    if post.rule != "post.by-verb":
        return False
    told = [p for p in posts if p.rule != "post.by-verb" and (p.person, p.body) == (post.person, post.body)]
    return any(p.role.kind_of == "head" and p.modality == "asserted" for p in told)


def _held_by_another(reader: Reader, post: Post) -> bool:
    """Бас хатшы Тоқаевқа ... : the post before a name may be another's, who is the subject."""
    mine = {(fold(post.role.label), post.body)}
    others = {(p[0], p[1]) for h in reader.register.humans if h.key != post.person for p in h.posts if not p[3]}
    has_own = any(not p[3] for p in reader.register.human(post.person).posts)
    return bool(mine & others) and (has_own or post.role.kind_of == "head")


def _in_phrases(reader: Reader, *, named: bool) -> list[Post]:
    """Return the posts in one phrase with a name: those whose body is named with them, or those where it is not."""
    found = []
    for sentence in reader.sentences:
        for chunk in sentence.chunks:
            if chunk.kind != "Person" or not chunk.thing:
                continue
            for role in chunk.posts:
                if named != (role.owner is not None) or _is_title(reader, role):
                    continue
                body = post_body(reader, sentence, role, chunk)
                if not body:
                    continue
                ended = "former" in role.flags or _former_clause(sentence, chunk)
                found.append(Post(chunk.thing, role, body, reader.whole(chunk), "post.in-phrase", ended))
    return found


def _is_title(reader: Reader, role: Chunk) -> bool:
    """Профессор X: what he is called, at no body; университеттің профессоры X has a post there."""
    titles = reader.register.cues.words.get("titles", ())
    return role.owner is None and not role.possessed and role.lemma in titles


def _former_clause(sentence: Sentence, person: Chunk) -> bool:
    """Бұрын ... болған X: a relative clause that says what the person was."""
    return any(c.form == "relative" and c.head is person and "before" in c.flags for c in sentence.clauses)


def post_body(reader: Reader, sentence: Sentence, role: Chunk, person: Chunk | None = None) -> str:
    """Return the body of a post: named with it, implied by it (Премьер-Министр), or the one spoken of."""
    entry = _known_post(reader, role)
    if "of-pronoun" in role.flags and (body := _of_its(reader, sentence, role)):
        return body
    if role.owner is not None:
        return _owning_body(reader, sentence, role, role.owner, entry, person)
    if "of-unknown" in role.flags:
        return ""
    if "of-its-before" in role.flags and ((body := _of_the_one_before(reader, role)) or role.kind_of == "head"):
        return body
    if "of-person" in role.flags and (body := _of_whoever_is_named(reader, sentence, role)):
        return body
    if person is not None and (known := _held(reader, role, person)):
        return known
    acting = _sent_by(reader, sentence, role)
    got = role.function == "as" and role.lemma in reader.register.cues.words.get("presidents", frozenset())
    if got and (near := _spoken_of(reader, sentence, role)):
        return near  # президентом избран X, where a federation has been named: hardly the state's
    if entry is not None and entry.parent and _of_the_state(role) and not (acting is not None and role.possessed):
        return _of_a_state(reader, sentence, role, entry.parent)
    if " " in role.label and (unit := _unit_spoken_of(reader, role)):
        return unit
    if acting is not None:
        return reader.body(acting)
    return _spoken_of(reader, sentence, role)


def _of_a_state(reader: Reader, sentence: Sentence, role: Chunk, parent: str) -> str:
    """Return the body of a post that each state has one of, and that is told without its state: the President."""
    if reader.draft.lang == "en" and not _home_named(reader):
        if near := _spoken_of(reader, sentence, role):
            return near  # outgoing president X, in a text about a chamber and no state
        if parent == HOME_STATE and _of_some_body(reader, role):
            return ""
    if reader.draft.lang == "en":
        if abroad := _of_the_hosts(reader, sentence, role):
            return abroad
        if parent == HOME_STATE and (own := _of_whoever_tells(reader, role)):
            return own
    return _known_body(reader, parent) if _about_home(reader) else _main_state(reader)


def _of_the_hosts(reader: Reader, sentence: Sentence, role: Chunk) -> str:
    """In Vilnius the Chairman of the Mazhilis met Prime Minister X: whom ours meet abroad is of the state there."""
    before = [c for s in reader.sentences for c in s.chunks if c.kind == "Place" and c.known and c.start < role.start]
    state = reader.register.state_of(before[-1]) if before else ""
    if (told := _state_of_dateline(reader)) not in ("", HOME_STATE):
        return _known_body(reader, told)
    others = [c for c in sentence.chunks if c.kind == "Person" and c.thing and role not in c.posts]
    ours = {p[1] for c in others if c.first < role.first for p in reader.register.human(c.thing).posts if not p[3]}
    bodies = [body for key in ours if (body := reader.register.body(key)) is not None and body.known]
    entries = [reader.register.gazetteer.by_id(body.known) for body in bodies if body.known]
    home = any(e is not None and (e.state or "").lower() == HOME_STATE for e in entries)
    return _known_body(reader, state) if home and state not in ("", HOME_STATE) else ""


def _state_of_dateline(reader: Reader) -> str:
    """TASHKENT. The academy elected …: the state of the town that a story is told from, "" where nothing tells it."""
    story = [s for s in reader.sentences if not s.title][:1]
    towns = [c for s in story for c in s.chunks[:1] if c.kind == "Place" and c.known and c.first == 0]
    alone = [
        c
        for c in towns
        for s in story
        if len(s.tokens) <= _DATELINE and all(k.kind in ("Place", "Date") for k in s.chunks)
    ]
    return reader.register.state_of(alone[0]) if alone else ""


def _of_whoever_tells(reader: Reader, role: Chunk) -> str:
    """President X told delegates, in the news of a federation that names no state by itself: it is its own."""
    fitting = reader.register.cues.bodies_of_post.get(role.value or role.lemma, set())
    main = reader.register.body(reader.register.main_body())
    chunks = [c for s in reader.sentences for c in s.chunks]
    first = next((c for c in chunks if c.kind == "Organization" and c.thing), None)
    alone = any(c.kind == "Country" and c.known == HOME_STATE and c.inside is None for c in chunks)
    if main is None or first is None or first.thing != main.key or not main.lemmas & fitting or alone:
        return ""
    return "" if "Head of State" in reader.text or main.lemmas & _OF_STATES else main.key


def _owning_body(
    reader: Reader, sentence: Sentence, role: Chunk, owner: Chunk, entry: Entry | None, person: Chunk | None
) -> str:
    """Return the body of a post that is named with it."""
    body = reader.body(owner)
    if owner.kind == "Place" and body:
        body = _regional_body(reader, role, body)
    if not body and not owner.proper and person is not None and _tells_which(owner):
        body = _described_body(reader, owner)
    if not body and owner.kind == "Place" and not owner.proper and reader.draft.lang == "ru" and person is not None:
        body = _of_unnamed_region(reader, role, owner)
    if owner.kind == "Country" and role.kind_of == "envoy":
        body = _spoken_of(reader, sentence, role) or body  # Бас консулы: the consulate, where the text names it
    if owner.kind == "Country" and owner.known == HOME_STATE and entry and entry.parent:
        # Қазақстан Республикасының Премьер-Министрі is at the government, the president at the state
        return _known_body(reader, entry.parent)
    return body or _unit_spoken_of(reader, role)


def _of_unnamed_region(reader: Reader, role: Chunk, place: Chunk) -> str:
    """Аким города X, where no city is named: the акимат города, as a reader would call it."""
    institutions = reader.register.cues.bodies_of_post.get(role.value or role.lemma, set())
    touching = not reader.text[role.end : place.start].strip()  # соседнего района: another than that of the text
    if len(institutions) != 1 or place.plural or not place.surface or not touching:
        return ""
    label = f"{min(institutions).capitalize()} {place.surface}"
    identity = ("Organization", fold(label))
    register = reader.register
    if identity not in register.named:
        key = reader.draft.thing("Organization", [Name(label, reader.draft.lang)])
        register.named[identity] = key
        register.bodies.add(Body(key, "Organization", {fold(label)}, lemmas=set(institutions), seen=[place.start]))
    return register.named[identity]


def _of_its(reader: Reader, sentence: Sentence, role: Chunk) -> str:
    """The Union thanked its new head; X, headed by its President: whom its means inside the sentence, "" if nobody."""
    if role.owner is not None and role.owner.start >= sentence.start:
        return ""
    before = [c for c in sentence.chunks if c.last < role.first and c.kind == "Organization" and reader.body(c)]
    before = [c for c in before if c.inside is None or c.inside.kind != "Organization"]
    led = role.first > 1 and sentence.tokens[role.first - 2].text.lower() == "by"
    subjects = [c for c in before if c.function == "subject" and c.inside is None]
    chosen = before if led or not subjects else subjects
    return reader.body(chosen[-1]) if chosen else ""


def _of_the_one_before(reader: Reader, role: Chunk) -> str:
    """Президентом его стал X: the body that grammar tells, or named last before, unless a person stands behind it."""
    if role.parties:
        return reader.body(role.parties[0])
    before = [c for s in reader.sentences for c in s.chunks if c.start < role.start]
    named = [c for c in before if c.kind in ("Organization", "Person") and c.inside is None]
    if named and named[-1].kind == "Person" and role.first - named[-1].last <= _BESIDE:
        # заместитель председателя комиссии X и её секретарь Y: both are at the body of the first
        owners = [post.owner for post in named[-1].posts if post.owner is not None]
        return reader.body(owners[0]) if owners else ""
    return reader.body(named[-1]) if named and named[-1].kind == "Organization" else ""


def _of_whoever_is_named(reader: Reader, sentence: Sentence, role: Chunk) -> str:
    """The Minister sent an address, read out by her adviser X: the adviser is where the one named before is."""
    before = [c for c in sentence.chunks if c.last < role.first and c.kind in ("Role", "Person") and c.inside is None]
    for chunk in reversed(before):
        if chunk.kind == "Role" and chunk.owner is not None:
            return reader.body(chunk.owner)
        key = reader.person(chunk)
        bodies = [p[1] for p in reader.register.human(key).posts if not p[3]] if key else []
        if bodies:
            return bodies[-1]
    return ""


def _held(reader: Reader, role: Chunk, person: Chunk) -> str:
    """Return where a person has the same post by another sentence of the text."""
    held = {p[1] for p in reader.register.human(person.thing).posts if p[0] == fold(role.label)}
    return held.pop() if len(held) == 1 else ""


def _sent_by(reader: Reader, sentence: Sentence, role: Chunk) -> Chunk | None:
    """Return the body in whose name the holder of a bare post comes, or that a pronoun owns the post of.

    Елшіліктің атынан кеңесші X; оның төрағасы.
    """
    if reader.draft.lang == "en" and role.kind_of in _PUBLIC:
        behalf = [c for c in sentence.chunks if c.function == "on-behalf" and c.kind == "Organization"]
        if len(behalf) == 1 and sum(c.kind == "Person" for c in sentence.chunks) == 1 and reader.body(behalf[0]):
            return behalf[0]  # Director General X spoke for the Agency
    before = [c for c in sentence.chunks if c.last < role.first and c.kind == "Organization" and reader.body(c)]
    if not before:
        return None
    pronoun = next(
        (c for c in sentence.chunks if c.kind == "Pronoun" and c.function == "owner" and c.last == role.first - 1), None
    )
    if pronoun is not None and role.possessed:
        return before[-1]
    sent = [c for c in before if c.function == "on-behalf"]
    fitting = reader.register.cues.bodies_of_post.get(role.value or role.lemma) if reader.draft.lang == "en" else None
    if fitting and len(fitting) == 1 and sent and not _fits(reader, reader.body(sent[-1]), fitting):
        return None  # the union was represented by X; on the other side sat the Vice-Minister
    return sent[-1] if sent and not role.possessed else None


def _tells_which(chunk: Chunk) -> bool:
    """Tell whether the modifiers of a common noun single it out: two words, or a kind of region (аудандық мәслихат)."""
    return " " in chunk.value or "relational" in chunk.flags


def _regional_body(reader: Reader, role: Chunk, region: str) -> str:
    """Облыс прокуроры: the region's прокуратура, not its akimat."""
    fitting = reader.register.cues.bodies_of_post.get(role.value or role.lemma, set())
    if not fitting or reader.register.cues.regional & fitting:
        return region
    for sentence in reader.sentences:
        for chunk in sentence.chunks:
            if (
                chunk.kind == "Organization"
                and chunk.lemma in fitting
                and chunk.owner is not None
                and chunk.thing
                and reader.body(chunk.owner) == region
            ):
                return chunk.thing
    return region


def _described_body(reader: Reader, chunk: Chunk) -> str:
    """Мамандандырылған ауданаралық экономикалық сот: words of description that someone is the head of are a name."""
    behind = reader.text.endswith(chunk.value, chunk.start, chunk.end)  # комитет по безопасности
    label = f"{chunk.label} {chunk.value}" if behind else f"{chunk.value} {chunk.label}"
    label = label[:1].upper() + label[1:]
    identity = ("Organization", fold(label))
    register = reader.register
    if identity not in register.named:
        key = reader.draft.thing("Organization", [Name(label, reader.draft.lang)])
        register.named[identity] = key
        register.bodies.add(Body(key, "Organization", {fold(label)}, lemmas={chunk.lemma}, seen=[chunk.start]))
    chunk.thing = register.named[identity]
    return chunk.thing


def _known_post(reader: Reader, role: Chunk) -> Entry | None:
    """Return the gazetteer's row of a post that only one body has (Премьер-Министр)."""
    gazetteer = reader.register.gazetteer
    if role.known:
        return gazetteer.by_id(role.known)
    found = gazetteer.find(role.label, None, "Role")
    return found[0] if len(found) == 1 and found[0].parent else None


def _unit_spoken_of(reader: Reader, role: Chunk) -> str:
    """Миссия басшысы: the body whose миссия was named."""
    units = [
        c
        for s in reader.sentences
        for c in s.chunks
        if c.kind == "Organization"
        and c.kind_of == "unit"
        and (c.lemma in role.label.casefold() or c.lemma in role.names)
        and c.start < role.start
    ]
    for unit in reversed(units):
        key = reader.body(unit.owner) if unit.owner is not None else unit.thing
        if key:
            return key
    return ""


def _about_home(reader: Reader) -> bool:
    """Tell whether a president without a state is the home state's: when it is named, or no other is."""
    register = reader.register
    if register.abroad:
        return False
    states = {body.known for body in register.bodies if body.kind == "Country" and body.known}
    known = [register.gazetteer.by_id(b.known) for b in register.bodies if b.known and b.kind == "Organization"]
    at_home = any((entry.state or "").lower() == HOME_STATE for entry in known)
    return HOME_STATE in states or at_home or not states


def _of_some_body(reader: Reader, role: Chunk) -> bool:
    """The Academy's medals from President X: in a text about a body that no name tells, the post may be there."""
    fitting = reader.register.cues.bodies_of_post.get(role.value or role.lemma, set())
    return any(
        c.kind == "Organization" and not c.proper and c.lemma in fitting and c.value != "any"
        for s in reader.sentences
        for c in s.chunks
    )


def _home_named(reader: Reader) -> bool:
    """Tell whether a text names the home state or a body of it."""
    register = reader.register
    known = [register.gazetteer.by_id(b.known) for b in register.bodies if b.known]
    return any(e is not None and HOME_STATE in (e.id, (e.state or "").lower()) for e in known)


def _main_state(reader: Reader) -> str:
    """Return the only state that a text names, or the one that it names four times as often as any other."""
    states = sorted((b for b in reader.register.bodies if b.kind == "Country"), key=lambda b: (-len(b.seen), b.key))
    alone = len(states) == 1 or (len(states) > 1 and len(states[0].seen) >= 4 * len(states[1].seen))
    return states[0].key if alone else ""


def _of_the_state(role: Chunk) -> bool:
    return "unit" not in role.flags


def _known_body(reader: Reader, known: str) -> str:
    """Return the body of a gazetteer row, made now if the text names it by a post alone."""
    register = reader.register
    for body in register.bodies:
        if body.known == known:
            return body.key
    entry = register.gazetteer.by_id(known)
    if entry is None:
        return ""
    kind = "Country" if entry.kind == "Country" else "Organization"
    label = entry.label(reader.draft.lang) or entry.names[0].text
    key = reader.draft.thing(kind, [Name(label, reader.draft.lang)], entry.id)
    register.bodies.add(Body(key, kind, {fold(label)}, known=entry.id, seen=[0]))
    return key


def _spoken_of(reader: Reader, sentence: Sentence, role: Chunk) -> str:
    """Return the body that a bare post is at: one of a fitting kind named before it, here or as the main one."""
    of_post = reader.register.cues.bodies_of_post
    fitting = of_post.get(role.label.casefold()) or of_post.get(role.value or role.lemma)
    if fitting is None:
        return ""
    regional = reader.register.cues.regional
    before = [
        (chunk, key)
        for s in reader.sentences
        for chunk in s.chunks
        if chunk.start < role.start
        and (chunk.kind == "Organization" or (chunk.kind_of == "region" and chunk.thing and fitting & regional))
        and (key := reader.body(chunk))
        and _fits(reader, key, fitting)
    ]
    inside = [key for chunk, key in before if chunk.start >= sentence.start and chunk.kind != "Place"]
    if inside:
        return inside[-1]
    main = reader.register.main_body(fitting) or (main_region(reader.register) if fitting & regional else "")
    told = [key for _, key in before]
    if (
        before and main not in told and not fitting & regional
    ):  # of a body that the text names only later nothing has been said yet
        main = max(dict.fromkeys(told), key=told.count)
    return main if before else ""


def _fits(reader: Reader, key: str, fitting: set[str]) -> bool:
    body = reader.register.body(key)
    return body is not None and (bool(body.lemmas & fitting) or bool(reader.register._known_lemmas(body) & fitting))


def _settle(reader: Reader, posts: list[Post]) -> None:
    """Let the register know who holds what, so that a post alone can mean its holder."""
    for post in posts:
        if post.modality not in ("asserted", "ended"):
            continue  # a post that someone is only proposed for brings nobody along
        human = reader.register.human(post.person)
        # a post that is only being given does not yet bring its body to that day's meetings
        kind = "" if post.rule == "post.appointed" or _beside_his_own(human, post) else post.role.kind_of
        if post.rule == "post.appointed" and post.start and not post.ended:
            human.got.append((post.body, post.role.kind_of, post.start))
        if post.rule == "post.appointed" and post.modality == "asserted" and not post.start and not post.ended:
            human.given.append((post.body, post.role.kind_of, post.evidence.start))
        entry = (fold(post.role.label), post.body, kind, post.ended or bool(post.end))
        reader.register.humans.give(human, entry)


def _beside_his_own(human: Human, post: Post) -> bool:
    """X, whose committee Y chairs: who is introduced as the head of one body comes for that one, not for the other."""
    told_apart = post.rule in ("post.by-verb", "post.works")
    return told_apart and any(p[2] in _PUBLIC and not p[3] and p[1] != post.body for p in human.posts)


def _copular(reader: Reader) -> list[Post]:
    """A sentence of a post and a name: Миссия басшысы – Уршула Гацек; X – комитет төрағасы."""
    found = []
    for sentence in reader.sentences:
        for clause in sentence.clauses:
            if clause.form != "nominal" or clause.modality != "asserted":
                continue
            people = clause.having("subject", "Person")
            roles = [r for r in clause.having("subject", "Role") if not r.plural]
            if len(people) == 1 and len(roles) == 1 and len(clause.having("subject")) == 2:
                body = post_body(reader, sentence, roles[0], people[0])
                if body and "former" not in roles[0].flags:
                    found.append(
                        Post(
                            people[0].thing,
                            roles[0],
                            body,
                            cover(reader.whole(people[0]), reader.whole(roles[0])),
                            "post.copular",
                        )
                    )
    _settle(reader, found)
    return found


def _remembered(reader: Reader) -> list[Post]:
    """Return the posts by which a relative clause says that people are known: whom we knew as the former director."""
    found = []
    for _, sentence, clause in reader.clauses():
        person = clause.head
        roles = [r for r in clause.having("as", "Role") if "former" in r.flags and not r.plural]
        if clause.form != "relative" or person is None or person.kind != "Person" or len(roles) != 1 or clause.negated:
            continue
        if person.thing and (body := post_body(reader, sentence, roles[0], person)):
            quote = cover(reader.whole(person), reader.whole(roles[0]))
            found.append(Post(person.thing, roles[0], body, quote, "post.remembered", ended=True))
    return found


def _changes(reader: Reader, known: list[Post]) -> list[Post]:
    """Appointments, elections to a post, dismissals, and that someone works or stays as something.

    ``known`` are the posts that the text has told so far: a successor gets that of whoever he follows.
    """
    found: list[Post] = []
    for _, sentence, clause in reader.clauses():
        roles = [c for c in clause.chunks if c.kind == "Role" and not c.inside]
        if any(r.function in ("as", "from-post") for r in roles):
            roles = [r for r in roles if r.function != "subject"]  # Президент назначил X директором
        if (
            clause.concepts & {"appoint", "become", "dismiss", "work"}
            and not clause.having("as")
            and not clause.having("from-post")
        ):
            roles = [r for r in roles if r.function in ("subject", "to", "from", "object")]
        for role in roles:
            post = _change(reader, sentence, clause, role)
            if post is not None:
                found.append(post)
            elif role.plural and "appoint" in clause.concepts and role.function == "as" and not clause.negated:
                found.extend(_each_of_them(reader, sentence, clause, role))
        roles = [r for r in roles if not r.plural and "onto" not in r.flags]
        if "dismiss" in clause.concepts and not roles and not clause.negated:
            found.extend(_left_own_post(reader, sentence, clause))
            _end_what_was_given(sentence, clause, found)
        if clause.concepts & {"appoint", "join"} and not roles and not clause.negated:
            found.extend(_elected_to(reader, sentence, clause))
        if "successor" in clause.flags and not roles and not clause.negated:
            found.extend(_successor(reader, sentence, clause, known, found))
    return found


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
    modality = _not_yet(clause)
    start = _day(reader, sentence, clause) if modality == "asserted" else ""
    quote = reader.quote(sentence, clause, people[0])
    return [
        Post(people[0].thing, left[-1].role, left[-1].body, quote, "post.appointed", start=start, modality=modality)
    ]


def _each_of_them(reader: Reader, sentence: Sentence, clause: Clause, role: Chunk) -> list[Post]:
    """Действительными членами академии избраны X и Y: each of several gets the post that is named once."""
    people = [c for c in _whom(clause) if c.kind == "Person" and c.thing]
    body = post_body(reader, sentence, role) if len(people) > 1 else ""
    if not body:
        return []
    modality = _not_yet(clause)
    start = _day(reader, sentence, clause) if modality == "asserted" else ""
    quote = reader.quote(sentence, clause, *people, role)
    return [Post(p.thing, role, body, quote, "post.appointed", start=start, modality=modality) for p in people]


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
    whom = clause.subjects if joined and clause.past and not clause.passive else [] if joined else _whom(clause)
    people = [c for c in whom if c.kind == "Person" and c.thing]
    people = [c for c in people if not any(post.owner in bodies for post in c.posts)]  # X (председатель)
    body = reader.body(bodies[0]) if len(bodies) == 1 else ""
    if not body or not people:
        return []
    modality = _not_yet(clause)
    start = _day(reader, sentence, clause) if modality == "asserted" else ""
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
    posts = []
    for role in people[0].posts if len(people) == 1 else ():
        body = post_body(reader, sentence, role, people[0])
        if body:
            modality = clause.modality if clause.modality != "asserted" else "ended"
            evidence = reader.quote(sentence, clause, people[0])
            posts.append(Post(people[0].thing, role, body, evidence, "post.dismissed", ended=True, modality=modality))
    return posts


def _change(reader: Reader, sentence: Sentence, clause: Clause, role: Chunk) -> Post | None:
    if role.plural or clause.negated:
        return None
    holds = clause.form == "nominal" and role.function == "as" and role.kind_of in (*_PUBLIC, "staff", "member")
    people = [c for c in clause.having("subject", "Person") if c.thing] if holds else _whom(clause)
    if len(people) != 1:
        return None
    person = people[0]
    body = post_body(reader, sentence, role, person if person.kind == "Person" else None)
    key = reader.person(person) or _taken_up(reader, sentence, person)
    if not body or not key:
        return None
    evidence = reader.quote(sentence, clause, person, role)
    start = _day(reader, sentence, clause)
    kept = {"as", "to", "subject", "object"}
    leaves = "dismiss" in clause.concepts and "onto" not in role.flags
    if leaves and role.function in ("from-post", "from", "owner", "subject", "object", "as"):
        on = reader.dates(clause, sentence)  # not the day since when it was held
        end = on[-1].value if on else ""
        modality = clause.modality if clause.modality != "asserted" else "asserted" if end else "ended"
        return Post(key, role, body, evidence, "post.dismissed", ended=True, end=end, modality=modality)
    if (clause.concepts & {"appoint", "become"} and role.function in kept) or "onto" in role.flags:
        modality = _not_yet(clause)
        return Post(
            key,
            role,
            body,
            evidence,
            "post.appointed",
            start=start if modality == "asserted" else "",
            modality=modality,
        )
    if holds:  # X 2 мамырдан бастап директор лауазымында
        since = next((d.value for d in clause.having("date") if d.kind_of == "since"), "")
        return Post(key, role, body, evidence, "post.works", start=since, modality=clause.modality)
    if "acting" in role.flags and "work" in clause.concepts and clause.past:
        return None  # who stood in for a while
    if "stays" in clause.flags and role.function == "subject" and role.possessed:
        return Post(key, role, body, evidence, "post.stays", modality=_not_yet(clause))
    if "work" in clause.concepts and role.function == "as":
        # қызметін атқарған: what is told of work in the past is a biography
        past = (clause.past and "stays" not in clause.flags) or "former" in role.flags
        modality = "ended" if past else _not_yet(clause)
        told = clause.having("date") if reader.draft.lang == "kk" and not past else []
        since = next((d.value for d in told if d.kind_of == "since"), "")  # 2015 жылдан бері … болып жұмыс істейді
        return Post(key, role, body, evidence, "post.works", ended=past, start=since, modality=modality)
    return None


def _by_verbs(reader: Reader) -> list[Post]:
    """X возглавляет институт: the verb itself says which post it is (posts-of-verbs.txt)."""
    found = []
    for _, sentence, clause in reader.clauses():
        title, begins = reader.register.cues.posts_of_verbs.get(clause.lemma, ("", ""))
        if not title or (begins == "at" and clause.having("as", "Role")):
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
        modality = "planned" if clause.future and clause.modality == "asserted" else clause.modality
        modality = "ended" if past else modality
        quote = reader.quote(sentence, clause, people[0], bodies[0])
        found.append(Post(key, role, body, quote, "post.by-verb", past, start, confidence=0.8, modality=modality))
    return found


def _led(clause: Clause, *, at: bool) -> list[Chunk]:
    """Return the bodies that a verb of leading is about: its object, which some verbs have in the instrumental."""
    if clause.passive:
        led = [clause.head] if clause.form == "relative" and clause.head is not None else []
    else:
        led = clause.having("at") if at else clause.having("object") or clause.having("by")
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
    subjects = [c for c in before if c.function == "subject" and c.start >= chunk.start - 600]
    return subjects[-1].thing if subjects else before[-1].thing if before else ""


def _day(reader: Reader, sentence: Sentence, clause: Clause) -> str:
    own = [c for c in clause.having("date") if c.kind_of == "since"] if "appoint" in clause.concepts else []
    if own:  # on 13 March elected her from 17 March
        return own[-1].value
    dates = reader.dates(clause, sentence) or reader.dates(clause, sentence, "since")
    return dates[-1].value if dates else ""


def _merged(posts: list[Post]) -> list[Post]:
    """Join what is said of one post of one person in several places; an end anywhere ends it."""
    by_identity: dict[tuple[str, str, str], list[Post]] = {}
    for post in posts:
        by_identity.setdefault((post.person, fold(post.role.label), post.body), []).append(post)
    found = []
    for same in by_identity.values():
        gone = [p for p in same if p.ended or p.modality == "ended"]
        for post in same:
            if gone and post not in gone:
                post.ended = True
        found.extend(same)
    return found


def _claim(reader: Reader, post: Post) -> None:
    draft = reader.draft
    role = reader.register.role(post.role)
    post.role.thing = role
    modality = post.modality
    if post.ended and not post.end and modality == "asserted":
        modality = "ended"
    key = membership(reader, post.person, post.body, role)
    for predicate, value in (("org:member", post.person), ("org:organization", post.body), ("org:role", role)):
        draft.claim(key, predicate, value, [post.evidence], post.rule, confidence=post.confidence, modality=modality)
    for predicate, day in (("schema:startDate", post.start), ("schema:endDate", post.end)):
        if day:
            draft.claim(key, predicate, _date(day), [post.evidence], post.rule, confidence=0.85, modality=modality)


def _date(day: str) -> Literal:
    from kg.lang.dates import datatype

    return Literal(day, datatype(day))


def membership(reader: Reader, member: str, body: str, role: str) -> str:
    """Return the key of the membership of someone in a body in a role; the same three give the same key."""
    identity = ("Membership", f"{member}|{body}|{role}")
    named = reader.register.named
    if identity not in named:
        named[identity] = reader.draft.thing("Membership")
    return named[identity]
