"""The noun that an English clause is said of: what is held is an encounter, where one was received a place.

A meeting of the Council, which was held   the meeting, not the body that ends its phrase
The Assembly, which took place on Friday   an encounter of the body whose assembly it is
"""

from __future__ import annotations

from dataclasses import replace

from kg.lang.cues import cues
from kg.lang.en.open_clauses import Open
from kg.lang.en.phrase import Phrase
from kg.lang.en.post_holders import extent
from kg.lang.syntax import Chunk

_GATHERINGS = cues("en").words["body-or-encounter"]
_ASSEMBLIES = cues("en").words["assemblies"]
_NEAR = 3  # tokens from an assembly, or from where it was, to its day
_BEFORE_OR_AFTER = frozenset({"before", "after"})


def settle_head(item: Open) -> None:
    """A meeting of the Council, which was held: what is held is the meeting, not the body that ends its phrase."""
    clause = item.clause
    if clause is None or clause.head is None or clause.head.kind == "Event" or item.parent is None:
        return
    if item.marker == "which" and clause.head.kind == "Person":
        _at_which(item)
        return
    if not clause.concepts & {"hold", "attend", "chair"} or not (clause.passive or clause.lemma == "take"):
        return
    before = [c for c in item.parent.chunks if c.first < clause.head.first]
    for chunk in reversed(before):
        if chunk.kind == "Event":
            clause.head = item.head = chunk
            return
        if chunk.function not in ("owner", "at", "with", "about", "between"):
            return


def _at_which(item: Open) -> None:
    """A meeting with the director, X, at which Y spoke: a person is no which, so it is the meeting."""
    assert item.parent is not None
    events = [c for c in item.parent.chunks if c.kind == "Event" and c.first < item.begin]
    if item.clause is not None and events:
        item.clause.head = item.head = events[-1]


def share_posts(phrase: Phrase, item: Open) -> None:
    """Representatives of the Federation, of the Chamber and of the Ministry: all of them act in one part."""
    clause = item.clause
    assert clause is not None
    role: Chunk | None = None
    last: Chunk | None = None
    for chunk in clause.chunks:
        if chunk.kind == "Role" and chunk.plural and chunk.function in ("subject", "object", "with", "by"):
            role = chunk
        elif chunk.kind == "Organization" and role is not None and last is not None and chunk.function == "owner":
            first = phrase.phrase_start(chunk.first)
            between = phrase.lowers[extent(phrase, last)[1] + 1 : first]
            if between and between[-1] == "of" and set(between[:-1]) <= {",", "and", "as", "well"} and len(between) > 1:
                chunk.function = role.function
            elif last is role and between == ["of"]:
                role.owner = role.owner or chunk
                chunk.function = role.function
            else:
                role = None
        elif chunk.kind != "Organization":
            role = None
        last = chunk


def travellers(item: Open) -> None:
    """A delegation consisting of X and Y: they come with it as whoever leads it does."""
    clause = item.clause
    if clause is None or clause.lemma not in ("consist", "comprise", "include") or item.parent is None:
        return
    near = [c for c in item.parent.chunks if c.kind == "Delegation" and c.first < clause.predicate[0]]
    people = clause.having("owner", "Person") + clause.having("object", "Person")
    if near and people and item.form in ("relative", "converb"):
        clause.head = item.head = near[-1]
        clause.form = item.form = "relative"
        clause.concepts = frozenset({"lead"})
        for chunk in people:
            chunk.function = "subject"


def under_a_leader(phrase: Phrase, item: Open) -> None:
    """A delegation from the Court under Chief Justice X: X does what the delegation does."""
    clause = item.clause
    assert clause is not None
    if "under" not in phrase.present:
        return
    for person in clause.having("about", "Person"):
        first = extent(phrase, person)[0]
        led = [c for c in clause.chunks if c.kind == "Delegation" and extent(phrase, c)[1] == first - 2]
        if led and phrase.lower(first - 1) == "under":
            person.function = led[0].function
            for post in person.posts:
                post.owner = post.owner or led[0].owner


def leaders(item: Open) -> None:
    """A delegation of the School, headed by Vice-Rector X: a post that says no more is at those who are led."""
    clause = item.clause
    if clause is None or not (clause.concepts & {"lead"} or clause.lemma == "represent"):
        return
    led = clause.head or next(iter(clause.having("object", "Delegation")), None)
    body = led.owner if led is not None and led.kind == "Delegation" else led
    if body is not None and body.kind == "Country":
        for post in (p for person in clause.having("subject", "Person") for p in person.posts if p.owner is None):
            post.flags.add("of-unknown")  # Norway's delegation was headed by director general X
    if body is None or body.kind != "Organization" or body.rule == "organization.charged":
        return
    if not body.proper and body.lemma in ("group", "team"):
        return  # a working group headed by the deputy director X
    for person in clause.having("subject", "Person"):
        for post in person.posts:
            if post.owner is None or "of-pronoun" in post.flags:
                post.owner = body


def held_body(item: Open) -> None:
    """The General Assembly of the Academy, which took place on Friday: what is held is an encounter, of whose it is."""
    clause, group = item.clause, item.group
    if clause is None or group is None:
        return
    _attended(item)
    _on_its_day(item)
    takes_in = clause.concepts & {"receive"} and clause.having("object", "Organization", "Country")
    if clause.concepts & {"hold", "chair", "attend", "speak"} and not takes_in:
        for index, chunk in enumerate(clause.chunks):
            if _called_a_gathering(chunk):
                clause.chunks[index] = replace(as_event(chunk), parties=[], possessed=False, flags={"this"})
    for index, chunk in enumerate(clause.chunks if takes_in else ()):
        if _called_a_gathering(chunk) and chunk.function == "at":
            clause.chunks[index] = replace(
                as_event(chunk), parties=[], possessed=False
            )  # at its assembly it admitted X
    if "hold" not in clause.concepts:
        return
    if not (group.lemma == "take" or (group.passive and group.lemma in ("hold", "convene"))):
        return
    if clause.head is not None and clause.head.kind == "Organization":
        clause.head = item.head = as_event(clause.head)
    for index, chunk in enumerate(clause.chunks):
        if chunk.kind == "Organization" and chunk.function == "subject" and not clause.having("subject", "Event"):
            clause.chunks[index] = as_event(chunk)


def _attended(item: Open) -> None:
    """Took part in the General Assembly of X in Oral on 2 March, addressed it: on a day an assembly is an encounter."""
    clause = item.clause
    assert clause is not None
    told = clause.concepts & {"attend", "speak"} and not clause.having("subject", "Organization", "Event")
    if not told or clause.passive or clause.negated:
        return
    held = [n.head for n in item.nested if n.clause is not None and "hold" in n.clause.concepts and n.clause.days]
    for index, chunk in enumerate(clause.chunks):
        if not _sits(chunk) or not (clause.days or any(chunk is head for head in held)):
            continue
        if chunk.function in ("at", "to", "object") and chunk.first > clause.predicate[1]:
            clause.chunks[index] = replace(as_event(chunk), function="to")
            clause.concepts = clause.concepts | {"attend"}
            return


def _sits(chunk: Chunk) -> bool:
    """Tell whether a body is the assembly or congress of another one."""
    return chunk.kind == "Organization" and chunk.proper and chunk.lemma in _ASSEMBLIES and chunk.owner is not None


def _on_its_day(item: Open) -> None:
    """At the General Assembly of X in Oral on 2 March it was admitted: where that was done, on that day, is held."""
    clause = item.clause
    assert clause is not None
    told = item.group is not None and (item.group.past or item.group.perfect) and not clause.negated
    for index, chunk in enumerate(clause.chunks if told else ()):
        if not _sits(chunk) or chunk.function != "at" or chunk.first > clause.predicate[0]:
            continue
        places = [c.last for c in clause.having("at", "Place") if c.first > chunk.last]
        if any(0 < d.first - max([chunk.last, *(p for p in places if p < d.first)]) <= _NEAR for d in clause.days):
            clause.chunks[index] = replace(as_event(chunk), function="at")
            return


def _called_a_gathering(chunk: Chunk) -> bool:
    return chunk.kind == "Organization" and not chunk.proper and chunk.lemma in _GATHERINGS and not chunk.plural


def time_by_an_occasion(phrase: Phrase, item: Open) -> None:
    """Before the opening X had received Y, after the congress the board met: the occasion only tells when."""
    clause = item.clause
    assert clause is not None
    if _BEFORE_OR_AFTER.isdisjoint(phrase.present):
        return
    subjects = clause.having("subject")
    events = [c for c in subjects if c.kind == "Event" and c.last < clause.predicate[0]]
    others = [c for c in subjects if c.kind in ("Person", "Organization", "Role", "Delegation")]
    if not events or not others or others[0].first < events[0].last:
        return
    first = phrase.phrase_start(events[0].first)
    between = phrase.lowers[events[0].last + 1 : extent(phrase, others[0])[0]]
    if phrase.lower(first - 1) in _BEFORE_OR_AFTER and "and" not in between:
        events[0].function = "around"
        item.form = clause.form = "finite" if clause.form == "converb" else clause.form


def as_event(body: Chunk) -> Chunk:
    """Return the encounter that is called after a body: its session, of the body whose assembly or congress it is."""
    whose = body.owner if body.lemma in _GATHERINGS and body.owner is not None else body
    return replace(
        body, kind="Event", kind_of="Session", parties=[whose], owner=None, posts=[], inside=None, group=-1, known=None,
        possessed=True, acronym="", flags=set(),
    )  # fmt: skip


def where(item: Open) -> None:
    """The town, where he was received: the noun is where the relative clause happens."""
    clause, head = item.clause, item.head
    if clause is None or head is None or item.marker != "where" or head.kind not in ("Place", "Organization"):
        return
    clause.chunks.append(head.again("at"))
    if clause.having("subject", "Person", "Pronoun") and not clause.having("subject", "Event"):
        clause.form = "finite"  # flew to Istanbul, where she spoke: told by itself
    for person in clause.having("subject", "Person") if head.kind == "Organization" else ():
        for post in person.posts:
            if post.owner is None:
                post.owner = head  # the School, where rector X showed him a laboratory
