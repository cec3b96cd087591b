"""At which body a post is: named with it, implied by it, told by what stands around, or by whose news this is."""

from __future__ import annotations

from kg.extract.bodies import Body
from kg.extract.deputies import under_a_head
from kg.extract.described import described_body, tells_which
from kg.extract.humans import told_in_short
from kg.extract.other_sides import met_by_its_people, of_the_others
from kg.extract.reader import Reader
from kg.extract.same_post import of_the_same_post
from kg.extract.states_told_of import about_home, home_named, main_state, state_told_with
from kg.extract.tenure import PUBLIC
from kg.gazetteer import Entry
from kg.lang.syntax import Chunk, Sentence
from kg.names import fold
from kg.publisher import HOME_STATE
from kg.records import Name

_DATELINE = 8  # tokens of a sentence that is nothing but a town and a day
_OFTEN = 3  # times that a text names what it is about more than any other of its kind
_BESIDE = 3  # tokens between two that are named together, with an and and a pronoun between them


def post_body(reader: Reader, sentence: Sentence, role: Chunk, person: Chunk | None = None) -> str:
    """Return the body of a post: named with it, implied by it (Премьер-Министр), or the one spoken of."""
    entry = _known_post(reader, role)
    if "of-pronoun" in role.flags and (body := _of_its(reader, sentence, role)):
        return body
    if role.owner is not None:
        return _owning_body(reader, sentence, role, role.owner, entry, person)
    if "of-unknown" in role.flags:
        advised = [c for c in role.parties if c.kind == "Role"]
        return post_body(reader, sentence, advised[0]) if advised else ""
    if "of-its-before" in role.flags and ((body := _of_the_one_before(reader, role)) or role.kind_of == "head"):
        return body
    if "of-person" in role.flags and (body := _of_whoever_is_named(reader, sentence, role)):
        return body
    known = _held(reader, role, person) if person is not None else ""
    if known or (person is not None and role.kind_of == "staff" and _told_elsewhere(reader, role, person)):
        return known
    acting = _sent_by(reader, sentence, role)
    got = role.function == "as" and role.lemma in reader.register.cues.words.get("presidents", frozenset())
    if got and (near := _spoken_of(reader, sentence, role)):
        return near  # президентом избран X, where a federation has been named: hardly the state's
    if entry is not None and entry.parent and "unit" not in role.flags and not (acting is not None and role.possessed):
        if person is not None and (state := _state_of_other_post(reader, role, person)):
            return _known_body(reader, entry.parent if state == HOME_STATE else state)
        return _of_a_state(reader, sentence, role, entry.parent)
    if " " in role.label and (unit := _unit_spoken_of(reader, role)):
        return unit
    if acting is not None:
        return reader.body(acting)
    told = _of_the_host(reader, sentence, role, person) or _of_the_other_side(reader, sentence, role)
    told = told or _told_just_before(reader, sentence, role) or _spoken_of(reader, sentence, role)
    return told or _of_those_who_elect(reader, sentence, role)


def _told_just_before(reader: Reader, sentence: Sentence, role: Chunk) -> str:
    """X is acting dean, where the Dean of the Faculty has just been told of; a post that no kind of body has."""
    known = bool(_fitting(reader, role))
    if "acting" not in role.flags and (role.kind_of not in PUBLIC or known):
        return ""
    return of_the_same_post(reader, sentence, role, anywhere=not known)


def _told_elsewhere(reader: Reader, role: Chunk, person: Chunk) -> bool:
    """Lady Justice X, Presiding Judge of the High Court: what she is called, where such a body is named behind her."""
    behind = [p.owner for p in person.posts if p.owner is not None and p.last > person.last]
    return any(owner.kind == "Organization" and owner.lemma in _fitting(reader, role) for owner in behind)


def _of_those_who_elect(reader: Reader, sentence: Sentence, role: Chunk) -> str:
    """На собрании артели председателем избрали X: a congress or general meeting chooses the heads of its own body."""
    if role.function != "as" or role.kind_of not in PUBLIC:
        return ""
    own = reader.register.cues.words.get("elects-its-own", frozenset())
    for clause in (c for c in sentence.clauses if role in c.chunks and "appoint" in c.concepts):
        for event in (
            c for c in clause.chunks if c.kind == "Event" and c.lemma in own and c.function in ("at", "during")
        ):
            behind = [c for c in clause.having("owner", "Organization") if 0 < c.first - event.last <= 1]
            if (bodies := event.parties or behind) and (key := reader.body(bodies[0])):
                return key
    return ""


def _of_the_host(reader: Reader, sentence: Sentence, role: Chunk, person: Chunk | None) -> str:
    """X was received at the institute by Director Y: whoever receives guests somewhere has a post that fits there.

    Not so where Deputy Minister Y receives them at the museum.
    """
    fitting = _fitting(reader, role)
    if person is None or not fitting:
        return ""
    for clause in sentence.clauses:
        where = clause.having("at", "Organization") if "receive" in clause.concepts else []
        town = clause.having("at", "Place") if "receive" in clause.concepts and _of_a_town(reader, fitting) else []
        if len(where) == 1 and person in clause.having("subject", "Person"):
            key = reader.body(where[0])
            return key if _fits(reader, key, fitting) else ""
        if len(town) == 1 and not town[0].kind_of and person in clause.having("subject", "Person"):
            return reader.body(town[0])  # they went to Turku, where Mayor Y received them
    return ""


def _of_a_town(reader: Reader, fitting: set[str]) -> bool:
    """Tell whether a post is one that towns have: at none but what is one with a region or town."""
    return bool(fitting & reader.register.cues.regional) and "city" in fitting


def _of_the_other_side(reader: Reader, sentence: Sentence, role: Chunk) -> str:
    """Қазақстан жағынан ректор X, поляк тарапынан проректор Y: Y is at the body of which nobody has come yet."""
    marks = reader.register.cues.words.get("side-of", frozenset())
    before = max([c.last for c in sentence.chunks if c.kind == "Person" and c.last < role.first], default=-1)
    if role.possessed or not any(t.text.lower() in marks for t in sentence.tokens[before + 1 : role.first]):
        return ""
    fitting = reader.register.cues.bodies_of_post.get(role.value or role.lemma, set())
    told = [c for s in reader.sentences for c in s.chunks if c.kind == "Organization" and c.start < role.start]
    bodies = dict.fromkeys(key for c in told if (key := reader.body(c)) and _fits(reader, key, fitting))
    held = {p[1] for h in reader.register.humans for p in h.posts if not p[3]}
    rest = [key for key in bodies if key not in held]
    return rest[0] if len(rest) == 1 else ""


def _of_a_state(reader: Reader, sentence: Sentence, role: Chunk, parent: str) -> str:
    """Return the body of a post that each state has one of, and that is told without its state: the President."""
    if not home_named(reader):
        if near := _spoken_of(reader, sentence, role):
            return near  # outgoing president X, in a text about a chamber and no state
        if parent == HOME_STATE and _of_some_body(reader, role):
            return ""
    if abroad := _of_the_hosts(reader, sentence, role):
        return abroad
    own = _of_whoever_tells(reader, role) if parent == HOME_STATE else ""
    if own and not met_by_its_people(reader, sentence, role, own):
        return own
    if about_home(reader):
        return _known_body(reader, parent)
    return main_state(reader) or state_told_with(reader, role)


def _state_of_other_post(reader: Reader, role: Chunk, person: Chunk) -> str:
    """Deputy Prime Minister – Minister of Justice of Latvia X: the state of the ministry is that of both posts."""
    owners = [post.owner for post in person.posts if post is not role and post.owner is not None]
    states = {o.known for owner in owners for o in (owner, owner.owner) if o is not None and o.kind == "Country"}
    bodies = [body for owner in owners if (body := reader.register.body(reader.body(owner))) is not None]
    known = [reader.register.gazetteer.by_id(body.known) for body in bodies if body.known and body.kind != "Country"]
    states |= {entry.state.lower() for entry in known if entry is not None and entry.state}
    return states.pop() or "" if len(states) == 1 else ""


def _of_the_hosts(reader: Reader, sentence: Sentence, role: Chunk) -> str:
    """In Vilnius the Chairman of the Mazhilis met Prime Minister X: whom ours meet abroad is of the state there."""
    before = [c for s in reader.sentences for c in s.chunks if c.kind == "Place" and c.known and c.start < role.start]
    state = reader.register.state_of(before[-1]) if before else ""
    others = [c for c in sentence.chunks if c.kind == "Person" and c.thing and role not in c.posts]
    if (told := _state_of_dateline(reader)) not in ("", HOME_STATE):
        owners = [post.owner for c in others if c.first > role.first for post in c.posts if post.owner is not None]
        hosts = {o.known for owner in owners for o in (owner, owner.owner) if o is not None and o.kind == "Country"}
        return "" if told in hosts else _known_body(reader, told)  # ours before Latvia's minister, told from Riga
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
    main = reader.register.body(reader.register.antecedents.main())
    chunks = [c for s in reader.sentences for c in s.chunks]
    first = next((c for c in chunks if c.kind == "Organization" and c.thing), None)
    alone = any(c.kind == "Country" and c.known == HOME_STATE and c.inside is None for c in chunks)
    if main is None or first is None or first.thing != main.key or not main.lemmas & fitting or alone:
        return ""
    words = reader.register.cues.words
    text = reader.text.lower()
    of_a_state = main.lemmas & words.get("of-states", frozenset())
    return "" if of_a_state or any(phrase in text for phrase in words.get("head-of-state", ())) else main.key


def _owning_body(
    reader: Reader, sentence: Sentence, role: Chunk, owner: Chunk, entry: Entry | None, person: Chunk | None
) -> str:
    """Return the body of a post that is named with it."""
    body = reader.body(owner)
    if owner.kind == "Place" and body:
        body = _regional_body(reader, role, body)
    if not body and not owner.proper and person is not None and tells_which(owner):
        body = described_body(reader, owner)
    if not body and owner.kind == "Place" and not owner.proper and person is not None:
        body = _of_unnamed_region(reader, role, owner)
    if not body and owner.kind_of == "state" and not owner.proper and person is not None:
        body = _of_the_only_state(reader, owner)
    if owner.kind == "Country" and role.kind_of == "envoy":
        body = _spoken_of(reader, sentence, role) or body  # Бас консулы: the consulate, where the text names it
    if owner.kind == "Country" and owner.known == HOME_STATE and entry and entry.parent:
        # Қазақстан Республикасының Премьер-Министрі is at the government, the president at the state
        return _known_body(reader, entry.parent)
    return body or _unit_spoken_of(reader, role)


def _of_the_only_state(reader: Reader, owner: Chunk) -> str:
    """Депутат парламента X, in a text that names Georgia and no other state: the body of that state so called."""
    states = {b.known for b in reader.register.bodies if b.kind == "Country" and b.known}
    if len(states) != 1:
        return ""
    state, called, lang = states.pop(), fold(owner.lemma), reader.draft.lang
    rows = [
        entry.id
        for entry in reader.register.gazetteer.of_kind("Organization")
        if (entry.state or "").lower() == state
        and any(n.lang == lang and fold(n.text).split(" ", 1)[0] == called for n in entry.names)
    ]
    return _known_body(reader, rows[0]) if len(rows) == 1 else ""


def _of_unnamed_region(reader: Reader, role: Chunk, place: Chunk) -> str:
    """Аким города X, where no city is named: the акимат города, as a reader would call it."""
    cues = reader.register.cues
    institutions = cues.bodies_of_post.get(role.value or role.lemma, set())
    touching = not reader.text[role.end : place.start].strip()  # соседнего района: another than that of the text
    told = place.lemma in cues.words.get("unnamed-regions", ()) and not place.plural and place.surface
    if len(institutions) != 1 or not told or not touching:
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
    led = role.function == "by"
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
        return next((reader.body(post.owner) for post in named[-1].posts if post.owner is not None), "")
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
    """Return where a person has the same post by another sentence, where Minister X is the Minister of Transport."""
    label, posts = fold(role.label), reader.register.human(person.thing).posts  # a deputy of one kind is no head
    held = {p[1] for p in posts if p[0] == label or (p[2] == role.kind_of and told_in_short(label, p[0]))}
    return held.pop() if len(held) == 1 else ""


def _sent_by(reader: Reader, sentence: Sentence, role: Chunk) -> Chunk | None:
    """Return the body in whose name the holder of a bare post comes, or that a pronoun owns the post of.

    Елшіліктің атынан кеңесші X; оның төрағасы.
    """
    if role.kind_of in PUBLIC:
        behalf = [c for c in sentence.chunks if c.function == "on-behalf" and c.kind == "Organization"]
        as_envoy = [c for c in sentence.chunks if c.kind == "Role" and c.function == "as" and c.kind_of == "envoy"]
        behalf += [c.owner for c in as_envoy if c.owner is not None and c.owner.kind == "Organization"]
        if len(behalf) == 1 and sum(c.kind == "Person" for c in sentence.chunks) == 1 and reader.body(behalf[0]):
            return behalf[0]  # Director General X spoke for the Agency; министрліктің өкілі ретінде директор X
    before = [c for c in sentence.chunks if c.last < role.first and c.kind == "Organization" and reader.body(c)]
    if not before:
        return None
    pronoun = next(
        (c for c in sentence.chunks if c.kind == "Pronoun" and c.function == "owner" and c.last == role.first - 1), None
    )
    if pronoun is not None and role.possessed:
        return before[-1]
    sent = [c for c in before if c.function == "on-behalf"]
    fitting = reader.register.cues.bodies_of_post.get(role.value or role.lemma)
    if fitting and len(fitting) == 1 and sent and not _fits(reader, reader.body(sent[-1]), fitting):
        return None  # the union was represented by X; on the other side sat the Vice-Minister
    return sent[-1] if sent and not role.possessed else None


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


def _known_post(reader: Reader, role: Chunk) -> Entry | None:
    """Return the gazetteer's row of a post that only one body has (Премьер-Министр)."""
    gazetteer = reader.register.gazetteer
    if role.known:
        return gazetteer.by_id(role.known)
    found = gazetteer.find(role.label, None, "Role")
    return found[0] if len(found) == 1 and found[0].parent else None


def _unit_spoken_of(reader: Reader, role: Chunk) -> str:
    """Миссия басшысы: the body whose миссия was named; департамент директоры: the department."""
    boards = reader.register.cues.words.get("collegial", frozenset())
    units = [
        c
        for s in reader.sentences
        for c in s.chunks
        if c.kind == "Organization"
        and (c.kind_of == "unit" or (c.kind_of == "part" and c.proper and c.lemma not in boards))
        and (c.lemma in role.label.casefold() or c.lemma in role.names)
        and c.start < role.start
    ]
    for unit in reversed(units):
        whole = unit.owner if unit.kind_of == "unit" else None
        key = reader.body(whole) if whole is not None else unit.thing
        if key:
            return key
    return ""


def _of_some_body(reader: Reader, role: Chunk) -> bool:
    """The Academy's medals from President X: in a text about a body that no name tells, the post may be there."""
    fitting = reader.register.cues.bodies_of_post.get(role.value or role.lemma, set())
    return any(
        c.kind == "Organization" and not c.proper and c.lemma in fitting and c.value != "any"
        for s in reader.sentences
        for c in s.chunks
    )


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
    fitting = _fitting(reader, role)
    if not fitting:
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
    if _of_the_whole(reader, role):  # the rector is not at the school whose dean is elected
        before = [(chunk, key) for chunk, key in before if chunk.kind_of not in ("part", "weak")] or before
    inside = [(chunk, key) for chunk, key in before if chunk.start >= sentence.start and chunk.kind != "Place"]
    if inside and of_the_others(reader, sentence, role, *inside[-1]):
        return ""
    if inside:
        chamber = _chamber_of(reader, inside[-1][0])
        return chamber or _whole_with_such_a_post(reader, role, inside[-1][1], fitting)
    if role.kind_of == "staff" and len({key for _, key in before}) > 1:
        own = _told_of_most(reader, {key for _, key in before})
        return own if own and not met_by_its_people(reader, sentence, role, own) else ""
    antecedents = reader.register.antecedents
    main = antecedents.main(fitting) or (antecedents.main_region() if fitting & regional else "")
    told = [key for _, key in before]
    if (
        before and main not in told and not fitting & regional
    ):  # of a body that the text names only later nothing has been said yet
        main = max(dict.fromkeys(told), key=told.count)
    if len(set(told)) > 1 and role.kind_of == "deputy" and (under := under_a_head(reader, role)) in told:
        return main if told.count(main) > 2 * told.count(under) else under
    return main if before and not met_by_its_people(reader, sentence, role, main) else ""


def _told_of_most(reader: Reader, keys: set[str]) -> str:
    """Профессор X, where two universities have been named: at the one that the text is about, if it is about one."""
    bodies = [b for key in keys if (b := reader.register.body(key)) is not None]
    ours = [b for b in bodies if reader.register.antecedents.publishes(b)]
    bodies.sort(key=lambda b: (-len(b.seen), b.key))
    main = (
        ours
        if len(ours) == 1
        else [b for b in bodies[:1] if len(bodies) < 2 or len(b.seen) >= _OFTEN * len(bodies[1].seen)]
    )
    return main[0].key if len(main) == 1 else ""


def _of_the_whole(reader: Reader, role: Chunk) -> bool:
    return (role.value or role.lemma) in reader.register.cues.words.get("of-the-whole", ())


def _chamber_of(reader: Reader, chunk: Chunk) -> str:
    """На заседании Сената Парламента: the part of a body that is named before it, where both are well known."""
    part = chunk.inside if chunk.inside is not None and chunk.inside.kind == "Organization" else None
    key = reader.body(part) if part is not None else ""
    body = reader.register.body(key) if key else None
    return key if body is not None and body.known else ""


def _whole_with_such_a_post(reader: Reader, role: Chunk, key: str, fitting: set[str]) -> str:
    """Тұрақты кеңес X-ті бас хатшы етіп сайлады: a board elects the secretary general of its body."""
    if not _of_the_whole(reader, role):
        return key
    collegial = reader.register.cues.words.get("collegial", ())
    named = (c for s in reader.sentences for c in s.chunks if c.thing == key and c.lemma in collegial and c.owner)
    wholes = (reader.body(c.owner) for c in named if c.owner is not None and c.owner.kind == "Organization")
    return next((whole for whole in wholes if whole and _fits(reader, whole, fitting)), key)


def _fitting(reader: Reader, role: Chunk) -> set[str]:
    """Return the nouns of the bodies that have such a post: by its whole name, else by its noun."""
    of_post = reader.register.cues.bodies_of_post
    return of_post.get(role.label.casefold()) or of_post.get(role.value or role.lemma) or set()


def _fits(reader: Reader, key: str, fitting: set[str]) -> bool:
    body = reader.register.body(key)
    return body is not None and reader.register.antecedents.is_called(body, fitting)
