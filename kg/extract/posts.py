"""Posts of people: named with them, given to them, taken from them.

ОСК Төрағасы Б.М. Имашев                          a post in the same phrase
М.Т. Ерман ОСК мүшесі болып тағайындалды          an appointment, from the day that is named
Щегорцова хатшы міндетінен босатылды              an end
Миссия басшысы – Уршула Гацек                     a sentence that says no more
"""

from __future__ import annotations

from kg.extract.draft import cover
from kg.extract.humans import Human, told_in_short
from kg.extract.post_bodies import post_body
from kg.extract.post_changes import changes_of_posts, posts_by_verbs
from kg.extract.posts_of_leads import posts_of_leads
from kg.extract.reader import Reader
from kg.extract.tenure import PUBLIC, Post, claim_tenure
from kg.lang.syntax import Chunk, Sentence
from kg.names import fold


def find_posts(reader: Reader) -> None:
    """Claim the posts of an announcement."""
    posts = [*_in_phrases(reader, named=True)]
    _settle(reader, posts)
    bare = [p for p in _in_phrases(reader, named=False) if not _held_by_another(reader, p)]
    _settle(reader, bare)
    posts += bare
    posts += [*_copular(reader), *_remembered(reader)]
    leads = posts_of_leads(reader)
    _settle(reader, leads)
    posts += leads
    changes = [*changes_of_posts(reader, posts), *posts_by_verbs(reader)]
    _settle(reader, changes)
    deeds = reader.register.cues.words.get("made-or-shares", ())
    for post in _merged(posts + changes):
        if post.role.lemma in deeds or fold(post.role.label) in deeds:
            continue  # основатель газеты X: what he did once, no post that he has there
        if not _only_a_verb(post, posts + changes) and not _same_in_short(post, posts):
            claim_tenure(reader, post)


def _only_a_verb(post: Post, posts: list[Post]) -> bool:
    """X heads the Federation: no second post, where the text says which post he has there."""
    if post.rule != "post.by-verb":
        return False
    told = [p for p in posts if p.rule != "post.by-verb" and (p.person, p.body) == (post.person, post.body)]
    return any(p.role.kind_of == "head" and p.modality == "asserted" for p in told)


def _same_in_short(post: Post, posts: list[Post]) -> bool:
    """Minister X, who is the Minister of Transport: no second post, but the same one told in short."""
    if post.rule != "post.in-phrase" or post.ended or post.modality != "asserted":
        return False
    short = fold(post.role.label)
    fuller = [
        fold(p.role.label)
        for p in posts
        if (p.person, p.body, p.role.kind_of) == (post.person, post.body, post.role.kind_of)
        and p.modality == "asserted"
        and not p.ended
    ]
    return any(name != short and told_in_short(short, name) for name in fuller)


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
                if role.kind_of == "head":
                    reader.heads.append((fold(role.label), body))
                ended = "former" in role.flags or _former_clause(sentence, chunk)
                modality = "proposed" if "merely" in role.flags else "asserted"  # the would-be president
                ended = ended and modality == "asserted"
                found.append(
                    Post(chunk.thing, role, body, reader.whole(chunk), "post.in-phrase", ended, modality=modality)
                )
    return found


def _is_title(reader: Reader, role: Chunk) -> bool:
    """Профессор X: what he is called, at no body; университеттің профессоры X has a post there."""
    titles = reader.register.cues.words.get("titles", ())
    return role.owner is None and not role.possessed and role.lemma in titles


def _former_clause(sentence: Sentence, person: Chunk) -> bool:
    """Бұрын ... болған X: a relative clause that says what the person was."""
    told = (c for c in sentence.clauses if c.form == "relative" and c.head is person and "before" in c.flags)
    return any(c.kind in ("Role", "Organization") for clause in told for c in clause.chunks)


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
    return told_apart and any(p[2] in PUBLIC and not p[3] and p[1] != post.body for p in human.posts)


def _copular(reader: Reader) -> list[Post]:
    """A sentence of a post and a name: Миссия басшысы – Уршула Гацек; X – комитет төрағасы."""
    found = []
    for sentence in reader.sentences:
        for clause in sentence.clauses:
            if clause.form != "nominal" or clause.modality != "asserted" or clause.negated:
                continue
            people = clause.having("subject", "Person")
            roles = [r for r in clause.having("subject", "Role") if not r.plural]
            told = [c for c in clause.having("subject") if c.kind != "Number"]  # үш дүркін чемпион X
            if len(people) == 1 and len(roles) == 1 and len(told) == 2:
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
        if clause.form != "relative" or person is None or person.kind != "Person" or clause.negated:
            continue
        roles = [r for r in clause.having("as", "Role") if "former" in r.flags and not r.plural]
        if len(roles) != 1:
            continue
        if person.thing and (body := post_body(reader, sentence, roles[0], person)):
            quote = cover(reader.whole(person), reader.whole(roles[0]))
            found.append(Post(person.thing, roles[0], body, quote, "post.remembered", ended=True))
    return found


def _merged(posts: list[Post]) -> list[Post]:
    """Join what is said of one post of one person in several places; an end anywhere ends it."""
    by_identity: dict[tuple[str, str, str], list[Post]] = {}
    for post in posts:
        by_identity.setdefault((post.person, fold(post.role.label), post.body), []).append(post)
    found = []
    for same in by_identity.values():
        gone = [p for p in same if p.modality == "ended" or (p.ended and p.modality == "asserted")]
        for post in same:
            if gone and post not in gone:
                post.ended = True
        found.extend(same)
    return found
