"""Whom he, she, it, they and its take up: the subject of the clause before, of the right kind."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from kg.lang.cues import cues
from kg.lang.en.capacities import in_that_capacity, led_by_its_head
from kg.lang.en.made_up_of import parts_told
from kg.lang.en.sex_of_names import sex_of
from kg.lang.en.story_members import lists_itself
from kg.lang.syntax import Chunk, Clause, Sentence

_BODIES = ("Organization", "Country", "Program")
_IMPERSONAL = frozenset({"speak", "agree", "discuss"})
_OCCASION = frozenset({"attend", "chair", "hold", "join.in"})
_WHOLES = cues("en").words["wholes"]
_OF_HOSTS = cues("en").words["posts-of-hosts"]
_SIGNING_UP = cues("en").words["signing-up"]
_PARTNERS = cues("en").words["program-partners"]
_BY_ONE_SIDE = frozenset({"meet", "visit", "receive", "attend"})
_PARTS_OF_WHOLES = cues("en").words["parts-of-wholes"]


@dataclass(slots=True)
class Discourse:
    """The phrases that a pronoun of the next clause may take up, the latest last."""

    people: list[Chunk] = field(default_factory=list)
    bodies: list[Chunk] = field(default_factory=list)
    mentioned: list[Chunk] = field(default_factory=list)
    events: list[Chunk] = field(default_factory=list)
    several: list[Chunk] = field(default_factory=list)
    acting: list[Chunk] = field(default_factory=list)  # those of them who are the subject
    wholes: list[Chunk] = field(default_factory=list)
    programs: list[Chunk] = field(default_factory=list)
    delegations: list[Chunk] = field(default_factory=list)
    sexes: dict[str, str] = field(default_factory=dict)
    given: Chunk | None = None
    hosts: list[Chunk] = field(default_factory=list)
    posts: dict[str, Chunk] = field(default_factory=dict)
    heads: list[Chunk] = field(default_factory=list)
    titles: dict[str, Chunk] = field(default_factory=dict)
    above: dict[str, list[Chunk]] = field(default_factory=dict)
    named: Chunk | None = None
    board: Chunk | None = None
    joinable: Chunk | None = None
    holder: Chunk | None = None
    line: int = -1

    def read(self, sentence: Sentence, text: str) -> None:
        """Resolve the pronouns of a sentence, then remember whom it speaks of."""
        if sentence.title:
            return
        if self.line != sentence.line:
            self.events, self.line, self.joinable, self.heads = [], sentence.line, None, []
        for chunk in sentence.chunks:
            if chunk.kind == "Person" and (sex := sex_of(text[chunk.start : chunk.end])):
                self.sexes.setdefault(_surname(chunk), sex)
        self.holder = None
        for clause in sentence.clauses:
            self._names_the_new_one(clause)
            self._subjects(clause)
            self._in_the_program(clause)
            in_that_capacity(clause)
            self._its_partners(clause)
            self._others(sentence, clause)
            self._their_heads(clause, text)
            self._deputies(clause, text)
            self._acting(clause)
            self._of_their_heads(clause)
            self._her_deputy(clause, text)
            self._posts(clause)
            self._its_encounters(clause)
            self._remember(clause)

    def _names_the_new_one(self, clause: Clause) -> None:
        """The meeting chose a new Chairman. He is X: the post of the sentence before is that of the name behind is."""
        giving = clause.concepts & {"appoint"} or clause.lemma in ("have", "get", "receive")
        if self.given is None and not giving:
            return
        role, self.given = self.given, None
        people = clause.having("object", "Person")
        pronoun = [c for c in clause.having("subject", "Pronoun") if c.lemma in ("he", "she", "it")]
        plain = (
            clause.lemma == "be" and clause.form == "finite" and not clause.negated and clause.modality == "asserted"
        )
        if role is not None and plain and len(people) == 1 and pronoun and not clause.having("as"):
            people[0].posts.append(role)
            role.function, people[0].function = "", "subject"
            clause.chunks = [c for c in clause.chunks if c not in pronoun]
            return
        posts = [c for c in clause.chunks if c.kind == "Role" and c.function in ("object", "subject", "as")]
        anyone = any(c.kind == "Person" for c in (*clause.chunks, *clause.inherited))
        gives = clause.concepts & {"appoint"} or (clause.lemma in ("have", "get", "receive") and self._new_one(clause))
        told = clause.form == "finite" and not clause.negated and not clause.future and clause.modality == "asserted"
        if gives and told and len(posts) == 1 and not posts[0].plural and not anyone:
            self.given = posts[0]

    def _its_partners(self, clause: Clause) -> None:
        """All this belongs to the programme. X and Y are its implementing partners: they take part in it."""
        if clause.lemma not in ("be", "become", "remain") or self.named is None or clause.negated:
            return
        roles = [r for r in clause.having("as", "Role") if r.lemma in _PARTNERS and "of-pronoun" in r.flags]
        if not roles:
            return
        if self.named.kind == "Program" and clause.having("subject", "Organization", "Country"):
            clause.concepts = frozenset({"participate"})
            roles[0].function, roles[0].flags = "", roles[0].flags - {"of-pronoun"}
            clause.chunks.append(self.named.again("to"))

    @staticmethod
    def _new_one(clause: Clause) -> bool:
        """The Library has a new director: a post there that someone has got, who is told next."""
        posts = [c for c in clause.having("object", "Role") if c.kind_of in ("head", "deputy", "staff", "envoy")]
        bodies = clause.having("subject", "Organization")
        if len(posts) != 1 or len(bodies) != 1 or posts[0].plural or "fresh" not in posts[0].flags:
            return False
        posts[0].owner = posts[0].owner or bodies[0]
        return True

    def _in_the_program(self, clause: Clause) -> None:
        """The project has a new partner. Besides X, Y now takes part: in the programme spoken of."""
        if "participate" not in clause.concepts or not self.programs or self.events:
            return
        alone = not any(c.kind in ("Event", "Program", "Agreement", "Election") for c in clause.chunks)
        where = clause.having("to") + clause.having("at") + clause.having("object")
        bodies = clause.having("subject", "Organization", "Country")
        if clause.lemma in ("take", "participate") and alone and bodies and not where:
            clause.chunks.append(self.programs[-1].again("to"))
        elif clause.lemma in _SIGNING_UP and alone and bodies and not where and self.programs[-1] is self.joinable:
            clause.chunks.append(self.programs[-1].again("to"))  # only X and Y have joined, signed up as participants

    def _subjects(self, clause: Clause) -> None:
        inherited = [c for c in clause.inherited if c.kind == "Pronoun"]
        for pronoun in clause.having("object", "Pronoun") if clause.concepts & {"receive", "meet"} else ():
            if pronoun.lemma in ("they", "them"):
                self._group(pronoun, clause)
        for pronoun in clause.having("subject", "Pronoun") + inherited:
            if pronoun.lemma == "they":
                self._group(pronoun, clause)
                continue
            if pronoun.lemma == "we" or (self.delegations and _tells_who_is_in_it(pronoun, clause)):
                continue  # see authors.py
            antecedent = self._titled(pronoun, clause) or self._antecedent(pronoun, clause)
            if pronoun in clause.chunks and (antecedent is not None or clause.passive):
                clause.chunks.remove(pronoun)
            clause.inherited = [c for c in clause.inherited if c is not pronoun]
            if antecedent is None:
                continue
            if antecedent.kind == "Event":
                clause.chunks.append(antecedent.again("subject"))
            else:
                clause.inherited = [antecedent, *clause.inherited]

    def _group(self, pronoun: Chunk, clause: Clause) -> None:
        """They: those who acted together in a clause before; A and B met C, then they met D: A and B did."""
        meant = self.acting if len(self.acting) > 1 and clause.concepts & _BY_ONE_SIDE else self.several
        if not meant:
            return
        clause.chunks = [c for c in clause.chunks if c is not pronoun]
        if pronoun.function != "subject":  # they were received by X
            clause.chunks += [c.again(pronoun.function) for c in meant if c not in clause.subjects]
            return
        clause.inherited = [*meant, *(c for c in clause.inherited if c is not pronoun)]

    def _titled(self, pronoun: Chunk, clause: Clause) -> Chunk | None:
        """The Ambassador stopped in X, where he held talks: who is told of by the post in the same sentence."""
        holder = self.holder if pronoun.lemma in ("he", "she") else None
        return holder if holder is not None and holder not in clause.chunks else None

    def _antecedent(self, pronoun: Chunk, clause: Clause) -> Chunk | None:
        if pronoun.lemma in ("he", "she"):
            return self._person(pronoun.lemma, *clause.having("with", "Person"))
        impersonal = clause.passive and clause.concepts & _IMPERSONAL and not clause.concepts & {"join", "receive"}
        if pronoun.lemma != "it" or impersonal:
            return None
        taking_in = {"receive", "join"} <= clause.concepts and not clause.passive
        if taking_in and self.events and self.events[-1].kind_of == "Session" and self.events[-1].function == "subject":
            return self.events[-1]  # the Congress resolved to quit X. It received Y into its ranks
        fate = clause.modality == "cancelled" or clause.concepts & {"hold"}
        if self.events and fate and (clause.passive or clause.lemma == "take"):
            return self.events[-1]
        return self.bodies[-1] if self.bodies else None

    def _person(self, word: str, *others: Chunk) -> Chunk | None:
        """Return the person spoken of last, of the sex that he, him or she, her asks for as far as names tell it."""
        wanted = "man" if word in ("he", "him", "himself") else "woman"
        taken = {_surname(c) for c in others}
        fits = [c for c in self.people if self.sexes.get(_surname(c), wanted) == wanted and _surname(c) not in taken]
        if fits:
            self.sexes.setdefault(_surname(fits[-1]), wanted)  # he was said of X: a later she is someone else
        return fits[-1] if fits else None

    def _others(self, sentence: Sentence, clause: Clause) -> None:
        """Belonged to it, thanked him: a phrase of its own that names what the pronoun means."""
        for index, chunk in enumerate(clause.chunks):
            if chunk.kind != "Pronoun" or chunk.function in ("subject", ""):
                continue
            source = led_by_its_head(sentence, clause, chunk) or self._meant(chunk, clause)
            if source is None:
                continue
            common = source.kind == "Event"
            owner = source.owner if source.kind == "Delegation" else None
            taken = replace(
                source, first=chunk.first, last=chunk.last, start=chunk.start, end=chunk.end, function=chunk.function,
                rule="pronoun", confidence=0.7, owner=owner, posts=[], names=[], flags={"this"} if common else set(),
                inside=None, group=-1, proper=source.proper and not common, parties=[],
            )  # fmt: skip
            if taken.kind == "Program" and "participate" in clause.concepts and taken.function == "at":
                taken.function = "to"
            if common and clause.concepts & {"attend"} and taken.function == "at":
                taken.function = "to"
            clause.chunks[index] = taken
            sentence.chunks.append(taken)

    def _meant(self, pronoun: Chunk, clause: Clause) -> Chunk | None:
        if pronoun.lemma == "they" and clause.concepts & _OCCASION and pronoun.function == "object" and self.events:
            return self.events[-1] if self.events[-1].label.endswith("s") else None  # the talks: they were led by X
        led = clause.concepts & {"lead", "receive", "meet"} and not clause.concepts & {"join"}
        if pronoun.lemma == "it" and led and pronoun.function in ("object", "with") and self.delegations:
            return self.delegations[-1]
        if pronoun.lemma == "it" and clause.concepts & {"lead"} and not clause.past and pronoun.function == "object":
            return self.bodies[-1] if self.bodies else None  # it is chaired by X
        if pronoun.lemma == "it" and clause.concepts & {"carry.out"} and pronoun.function == "object":
            return self.programs[-1] if self.programs else None
        if pronoun.lemma == "it" and "participate" in clause.concepts and not self.events and self.programs:
            return self.programs[-1]
        if pronoun.lemma == "it":
            if clause.concepts & {"join"}:
                return self.wholes[-1] if self.wholes else None
            if self.events and clause.concepts & _OCCASION:
                return self.events[-1]
            return self._parallel(pronoun, clause) if pronoun.function != "object" else None
        if pronoun.lemma in ("he", "she", "him", "her") and (
            pronoun.function != "object" or clause.concepts & {"receive", "meet", "join.in", "appoint", "dismiss"}
        ):
            return self._person(pronoun.lemma, *clause.subjects)
        return None

    def _parallel(self, pronoun: Chunk, clause: Clause) -> Chunk | None:
        """Return the body that the clause before has in the same part (joined X; came to it), else its subject."""
        alike = [c for c in self.mentioned[-3:] if c.function == pronoun.function and c not in clause.subjects]
        named = alike or [c for c in self.bodies if c not in clause.subjects]
        return named[-1] if named else None

    def _posts(self, clause: Clause) -> None:
        """Its Chairman, head of its council: the post is at the body spoken of."""
        for chunk in clause.chunks:
            for role in [chunk] if chunk.kind == "Role" else chunk.posts:
                if role.owner is None and self.board is not None and role.label.endswith(" of the Board"):
                    role.label, role.owner = role.label.removesuffix(" of the Board"), self.board
                head = clause.head if clause.form == "relative" else None
                if (
                    "of-pronoun" in role.flags
                    and role.owner is None
                    and head is not None
                    and head.kind == "Organization"
                ):
                    role.owner = head  # the Board, which sat under its chair, X
                elif "of-pronoun" in role.flags and role.owner is None and (near := self._just_named(role, clause)):
                    role.owner = near
                elif "of-pronoun" in role.flags and role.owner is None and self.hosts and role.lemma in _OF_HOSTS:
                    role.owner = self.hosts[-1]
                elif "of-pronoun" in role.flags and role.owner is None:
                    # the University joined the network and has been its member: its is not the subject's own
                    held = [c for c in self.mentioned if not c.plural and c.function != "at"]
                    others = [c for c in held if c not in clause.subjects]
                    own = [c for c in self.bodies if c not in clause.subjects] if role.function == "as" else self.bodies
                    pool = others if role.kind_of == "membership" else own or others
                    role.owner = pool[-1] if pool else None
                if lists_itself(role, clause):
                    role.owner = None
                elif role.kind_of == "membership" and role.owner is None and (of_it := _of_it(clause)):
                    role.owner = self.wholes[-1] if self.wholes else of_it
                elif role.kind_of == "membership" and role.owner is None and self._bare_member(role, clause):
                    body = self.bodies[-1]
                    role.owner = self._whole_of(body)

    def _their_heads(self, clause: Clause, text: str) -> None:
        """X and Y will stage a play. It was agreed by their directors, A and B: each is at the body in his place."""
        bodies = [c for c in self.several if c.kind == "Organization"]
        if not bodies:
            return
        people = sorted((c for c in clause.chunks if c.kind == "Person" and c.posts), key=lambda c: c.first)
        role = people[0].posts[0] if people else None
        if role is None or "of-pronoun" not in role.flags or len(people) != len(bodies):
            return
        theirs = text[: role.start].rstrip().lower().endswith("their")
        if theirs and all(person.posts[0] is role for person in people):
            for person, body in zip(people, sorted(bodies, key=lambda c: c.start), strict=True):
                flags = role.flags - {"of-pronoun", "of-unknown"}
                person.posts[0] = replace(role, owner=body, flags=flags, inside=person)

    def _acting(self, clause: Clause) -> None:
        """The akim of X is on leave. Y, acting akim, spoke: in place of the one told of right before."""
        roles = [p for c in clause.chunks if c.kind == "Person" for p in c.posts] + clause.having("as", "Role")
        for role in roles:
            if "acting" not in role.flags or role.owner is not None or role.flags & {"of-pronoun", "of-unknown"}:
                continue
            replaced = [post.owner for post in self.heads if post.lemma == role.lemma]
            role.owner = replaced[-1] if replaced else None

    def _her_deputy(self, clause: Clause, text: str) -> None:
        """X was re-elected. The delegates chose Y as her deputy: Y is deputy to X in her post."""
        for role in clause.having("as", "Role"):
            if not _somebodys_deputy(role, text):
                continue
            chosen = clause.having("object", "Person") + clause.having("subject", "Person")
            boss = [c for c in self.people if _surname(c) not in {_surname(one) for one in chosen}][-1:]
            post = self.titles.get(_surname(boss[0])) if boss else None
            if post is not None and len(chosen) == 1:
                _make_deputy(role, post)
                role.flags -= {"of-person"}
                role.flags |= set() if post.owner is not None else {"of-unknown"}

    def _of_their_heads(self, clause: Clause) -> None:
        """X, Director General of the Centre; Y, Deputy Director General: deputies are where the one above them is."""
        for person in (c for c in clause.chunks if c.kind == "Person"):
            for role in person.posts:
                if role.kind_of == "head":
                    self.titles[_surname(person)] = role
                if role.kind_of == "head" and role.owner is not None:
                    self.above.setdefault(role.lemma, []).append(role.owner)
                told = self.above.get(role.lemma.removeprefix("deputy "), []) if role.kind_of == "deputy" else []
                free = role.owner is None and not role.flags & {"of-pronoun", "of-unknown", "former"}
                if free and role.lemma.startswith("deputy ") and len({o.label for o in told}) == 1:
                    role.owner = told[-1]

    def _deputies(self, clause: Clause, text: str) -> None:
        """Director X and his deputy, Y: Y is the deputy director where X is director."""
        people = clause.having("subject", "Person") + clause.having("object", "Person")
        for role in (r for r in clause.having("as", "Role") + clause.having("from-post", "Role") if len(people) == 1):
            if role.owner is not None and role.kind_of == "head" and not role.plural:
                self.posts.setdefault(_surname(people[0]), role)  # X is to leave as rector; her deputy, Y
        for person in (c for c in clause.chunks if c.kind == "Person" and c.posts):
            role = person.posts[0]
            if not _somebodys_deputy(role, text):
                if role.owner is not None and role.kind_of in ("head", "envoy"):
                    self.posts[_surname(person)] = role
                    self.heads.append(role)
                continue
            before = [c for c in clause.chunks if c.kind == "Person" and c.first < person.first]
            boss = (before or [c for c in self.people if _surname(c) != _surname(person)])[-1:]
            post = self.posts.get(_surname(boss[0])) if boss else None
            if post is not None:
                _make_deputy(role, post)

    def _its_encounters(self, clause: Clause) -> None:
        """Its last congress took place in Oral: the congress of the body spoken of."""
        for event in clause.having("subject", "Event"):
            named = [c for c in clause.chunks if c.kind == "Organization" and c.function in ("subject", "owner", "at")]
            body = next(iter(reversed(self.bodies or self.mentioned)), None)
            its_own = "of-it" in event.flags and not event.parties and not named
            if its_own and body is not None and body.proper and body.kind == "Organization":
                event.parties = [body]
        for event in clause.having("at", "Event"):  # was elected president of the Union at its congress
            posts = [c for c in clause.having("as", "Role") if c.owner is not None and c.last < event.first]
            own = "of-it" in event.flags and not event.parties and not clause.having("subject", "Organization")
            if own and posts and posts[-1].owner is not None and posts[-1].owner.kind == "Organization":
                event.parties = [posts[-1].owner]

    def _whole_of(self, body: Chunk) -> Chunk:
        """Return the body whose council, board or assembly a body is, or itself."""
        if body.lemma not in _PARTS_OF_WHOLES:
            return body
        alike = (b.owner for b in reversed([*self.bodies, body]) if b.lemma == body.lemma)
        return next((owner for owner in alike if owner is not None and owner.kind == "Organization"), body)

    @staticmethod
    def _just_named(role: Chunk, clause: Clause) -> Chunk | None:
        """Called at the Society's headquarters for a conversation with its chairman: of the body that he went to."""
        if not clause.concepts & {"visit"}:
            return None
        to = [c for c in clause.having("to") if c.last < role.first]
        bodies = [b for c in to for b in (c, c.owner) if b is not None and b.kind == "Organization"]
        return bodies[-1] if bodies else None

    def _bare_member(self, role: Chunk, clause: Clause) -> bool:
        """The Association unites 62 banks. Altyn Bank has been a member since 2024: of the body told of just before."""
        last = self.bodies[-1] if self.bodies else None
        told = (
            last is not None and (last.lemma in _WHOLES or last.label == last.acronym) and last.kind == "Organization"
        )
        elsewhere = clause.having("to") + clause.having("at", "Organization") + clause.having("owner", "Organization")
        bare = role.function == "as" and not role.plural and clause.form == "finite" and not elsewhere
        copula = clause.lemma in ("be", "become", "remain") and bool(clause.subjects)
        return told and bare and copula and last not in clause.subjects

    def _remember_the_holder(self, clause: Clause) -> None:
        subjects = clause.subjects
        posts = [c for c in subjects if c.kind == "Role" and not c.plural and c.kind_of in ("head", "deputy", "envoy")]
        if any(c.kind == "Person" for c in subjects) or any(c.rule == "pronoun" for c in clause.chunks):
            self.holder = None  # the Ambassador knew her: she is not the Ambassador
        elif len(posts) == len(subjects) == 1 and clause.form == "finite":
            self.holder = posts[0]

    def _remember(self, clause: Clause) -> None:
        subjects = clause.subjects
        self._remember_the_holder(clause)
        if clause.form == "finite":
            # the round table was held at the Academy; its Rector X
            held = bool(subjects) and all(c.kind == "Event" for c in subjects)
            things = [
                c for c in clause.chunks if c.kind in ("Program", "Organization") and c.proper and c.inside is None
            ]
            self.named = things[-1] if things else self.named
            self.hosts = [c for c in clause.having("at", "Organization") if c.proper] if held else []
        self.people += [c for c in subjects if c.kind == "Person"]
        # she was welcomed by the Rector: she stays the one who is spoken of
        self.people += [
            c for c in clause.having("object", "Person") if c.first < clause.predicate[0] and not clause.passive
        ]
        if clause.form == "nominal":
            self.people += clause.having("with", "Person")  # Coffee with X. She is ...
        if any(c.kind == "Event" for c in subjects):
            self.people += clause.having("by", "Person")  # a courtesy call by X took place
        if clause.concepts & {"appoint"} and clause.form == "finite" and not clause.negated:
            self.people += clause.having("object", "Person")  # they elected X. In a speech he thanked them
        bodies = [c for c in clause.chunks if c.kind == "Organization"]
        self.board = next((c for c in bodies if c.lemma == "board" and c.proper and c.owner is not None), self.board)
        self.mentioned += bodies
        if any(c.kind == "Delegation" for c in clause.chunks):
            self.delegations = [c for c in clause.chunks if c.kind == "Delegation" and not c.plural]
        elif clause.form == "finite":
            self.delegations = []  # it is the delegation of the sentence before
        self.programs += [c for c in clause.chunks if c.kind == "Program" and c.proper]
        if clause.form in ("finite", "nominal", "complement"):
            self.bodies += [c for c in subjects if c.kind in _BODIES and not c.plural]
            self.events += [c for c in clause.chunks if c.kind == "Event" and c.function in ("subject", "object", "to")]
        joined = [c for c in clause.chunks if c.kind in ("Event", "Program", "Organization") and not c.plural]
        self.wholes += sorted(joined, key=lambda c: c.kind == "Program")  # a programme is what one joins
        named = [c for c in joined if c.kind == "Program" and c.proper]
        if named or any(c not in subjects for c in joined):
            self.joinable = named[-1] if named else None
        roles = [c for c in clause.chunks if c.kind == "Role" and c.kind_of == "membership" and c.owner is not None]
        owners = [role.owner for role in roles if role.owner is not None and role.owner.proper]
        self.wholes += [owner for owner in owners if owner.kind == "Organization"]  # a member of the Association
        if not self.people:
            self.people += [c for c in clause.chunks if c.kind == "Person"]
        together = [c for c in (*subjects, *clause.having("with")) if c.kind in ("Person", "Organization")]
        told = {"owner", "with", "between"} if any(c.kind == "Event" for c in subjects) else set()
        parties = [c for c in clause.chunks if c.kind == "Person" and c.function in told]
        together = parties if len(parties) > 1 else together  # the meeting of X with Y took place
        if len(together) > 1 and not clause.negated:
            self.several = together
            self.acting = [c for c in together if c in clause.having("subject")] or self.acting
        elif clause.form == "finite" and any(c.kind == "Role" and c.plural for c in clause.having("subject")):
            self.several = []  # the ambassadors gathered: they are no longer those who met before


def _tells_who_is_in_it(pronoun: Chunk, clause: Clause) -> bool:
    """A delegation visited the plant. It was made up of X and Y, it included X: they were there."""
    members = parts_told(clause, "Person") if pronoun.lemma == "it" and not clause.negated else []
    if members:
        clause.concepts, clause.passive = frozenset({"join.in"}), False
        clause.chunks = [c for c in clause.chunks if c is not pronoun]
        clause.inherited = [c for c in clause.inherited if c is not pronoun]
    for chunk in members:
        chunk.function = "subject"
    return bool(members)


def _of_it(clause: Clause) -> Chunk | None:
    """Return the body that it takes up in: a member of it."""
    told = [c for c in clause.having("owner", "Organization", "Country") if c.rule == "pronoun"]
    return told[0] if told else None


def _surname(person: Chunk) -> str:
    return person.label.split(" ")[-1]


def _somebodys_deputy(role: Chunk, text: str) -> bool:
    return role.lemma == "deputy" and text[: role.start].rstrip().lower().endswith((" his", " her"))


def _make_deputy(role: Chunk, post: Chunk) -> None:
    """Let a post be that of whoever is deputy to the holder of another, at the same body."""
    role.label, role.lemma, role.kind_of = f"Deputy {post.label}", f"deputy {post.lemma}", "deputy"
    role.value, role.owner = f"deputy {post.value}", post.owner
    role.flags -= {"of-pronoun", "of-unknown"}
