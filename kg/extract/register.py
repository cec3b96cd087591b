"""Who is who inside one announcement: each chunk that names or takes up a thing gets the key of that thing.

Names are registered first, over the whole text; then what only takes them up is resolved in order: an abbreviation, a
surname, a post alone (Ортсайлауком төрағасы), a common noun (қауымдастық), a pronoun.
"""

from __future__ import annotations

import re
from functools import lru_cache

from kg.extract.antecedents import Antecedents
from kg.extract.bodies import Bodies, Body, part_of_acronym
from kg.extract.body_labels import (
    as_bodies,
    beginnings,
    full_label,
    is_short_for,
    larger_body,
    of_what_is_taken_up,
    standing_alone,
    with_its_state,
    without_state,
)
from kg.extract.brand_mates import regions_of, share_only_a_brand
from kg.extract.draft import Draft
from kg.extract.explained import explained_before, letters_explained, other_name, told_otherwise
from kg.extract.home import know_our_state, state_of, where_told
from kg.extract.humans import Human, Humans, post_at, without_surname
from kg.gazetteer import Entry, Gazetteer
from kg.lang.cues import Cues
from kg.lang.name_cases import in_nominative
from kg.lang.packs import pack
from kg.lang.person_names import by_father, split_name
from kg.lang.syntax import Chunk, Sentence
from kg.names import fold
from kg.publisher import HOME_STATE
from kg.records import Name

LATIN = "en"
"""The language of the names that a text gives people in Latin letters, whatever their own is."""
_STEM = 5  # letters of a word that its cases leave as they are


@lru_cache(maxsize=8)
def _kinds(cues: Cues) -> frozenset[str]:
    """Return how the nouns begin that say what kind of body or place one is, not which."""
    nouns = {*cues.organizations, *cues.places} - cues.words.get("tells-which", frozenset())
    return frozenset(noun[:_STEM] for noun in nouns)


class Register:
    """The persons, bodies, programmes and other things of one announcement."""

    def __init__(self, draft: Draft, gazetteer: Gazetteer, cues: Cues, home: str = "") -> None:
        """Begin with nothing; ``home`` is the state of the publisher (small ISO code), "" if nothing tells it."""
        self.draft = draft
        self.home_is_told = bool(home)
        self.home = home or HOME_STATE
        self.gazetteer = gazetteer
        self.cues = cues
        self._kinds = _kinds(cues)
        self.languages = {draft.lang}
        self.humans = Humans()
        self.bodies = Bodies(cues.words["and"] | cues.words["relating"])
        self._ends: dict[int, int] = {}  # where the sentence ends that a person is named in
        self.roles: dict[str, str] = {}
        self.named: dict[tuple[str, str], str] = {}
        self.aliases: dict[str, Body] = {}
        self.antecedents = Antecedents(draft, self.bodies, gazetteer, cues, self.languages, self.aliases)
        self.abroad = self.at_home = False

    # -- names -------------------------------------------------------------------------------------------------

    def register_names(self, sentences: list[Sentence]) -> None:
        """Give every chunk that names a thing its key; full names come before the short ones they explain."""
        chunks = [c for s in sentences for c in s.chunks]
        self.languages |= {c.lang for c in chunks if c.lang}
        know_our_state(chunks, self.home, self.draft.lang, self.gazetteer)
        self.abroad, self.at_home = where_told(chunks, self.cues, self.gazetteer)
        as_bodies(chunks)
        people = [c for c in chunks if c.kind == "Person"]
        self._ends = {c.start: s.end for s in sentences for c in s.chunks if c.kind == "Person"}
        labels = {c.label for c in people}
        for chunk in people:
            chunk.label = in_nominative(chunk.label, pack(self._lang(chunk)).name_bases, labels)
        for chunk in sorted(people, key=lambda c: (without_surname(c), -len(split_name(c.label).words), c.start)):
            self._person(chunk)
        bodies = [c for c in chunks if c.kind == "Organization" and c.proper]
        for chunk in [c for c in chunks if c.kind == "Country" and c.label]:
            self._country(chunk)
        order = sorted(bodies, key=lambda c: (c.label == c.acronym, c.owner is None, -(len(c.label)), c.start))
        for chunk in sorted(order, key=of_what_is_taken_up):
            self._organization(chunk)
        for chunk in chunks:
            if chunk.kind == "Place" and chunk.proper:
                self._place(chunk)
            elif chunk.kind in ("Program", "Agreement", "Election") and chunk.proper:
                self._thing_by_name(chunk)

    def state_of(self, chunk: Chunk) -> str:
        """Return the state (small ISO code) of what a chunk is known as, "" if it has none."""
        return state_of(chunk, self.gazetteer)

    def _lang(self, chunk: Chunk) -> str:
        """Return the language that a chunk's words are in: that of its paragraph, mostly the announcement's."""
        return chunk.lang or self.draft.lang

    def _person(self, chunk: Chunk) -> None:
        name = split_name(chunk.label)
        fits = self.humans.fitting(chunk, name)
        if not fits and (len(self.languages) > 1 or self.humans.in_other_letters(chunk.label)):
            fits = self.humans.alike(chunk.label)
        if not fits and without_surname(chunk):
            fits = self.humans.called_by_father(chunk, name)
        declined = not fits
        if declined:
            # А. Исакова may be a man's genitive; where the text has an Асель Исакова, it is she
            as_written = split_name(self.draft.text[chunk.start : chunk.end])
            fits = self.humans.declined(chunk, name, as_written, pack(self._lang(chunk)).name_bases)
        if len(fits) > 1:
            # two Имашевs: the one of that initial, of several one named in that paragraph; else the one named last
            exact = [h for h in fits if h.name.given and name.initials and h.name.given[0] == name.initials[0][0]]
            near = self.draft.text.rfind("\n", 0, chunk.start) if exact else 0
            fits = sorted(exact or fits, key=lambda h: -max((s for s in h.seen if near < s < chunk.start), default=-1))
        if fits:
            human = fits[0]
        else:
            human = Human(self.draft.thing("Person"), name)
            self.humans.add(human)
        human.seen.append(chunk.start)
        if chunk.posts and name.full and not human.introduced:
            human.introduced = (chunk.start, self._ends[chunk.start], frozenset(map(post_at, chunk.posts)))
        chunk.thing = human.key
        if declined and fits:
            return  # what the words show is a case of the name
        if fits and by_father(name) and not human.name.patronymic and human.name.surname:
            self.humans.call(human, f"{name.given} {name.surname} {human.name.surname}", self._lang(chunk))
            return  # Мадина Тлеулиновна, of whom М.Т. Сарсенова says the surname
        self.humans.call(human, chunk.label, self._lang(chunk))
        for latin in chunk.names if chunk.proper else ():
            self.humans.call(human, latin, LATIN)

    def name_people(self) -> None:
        """Settle each person's names once all are known: given name and surname first, then fuller and shorter."""
        for human in self.humans:
            display = human.name.display()
            kind = "full" if len(human.name.words) > 1 else "short"
            fullest = max(human.variants, key=lambda v: len(split_name(v).words))  # the first of equals
            self.draft.name(human.key, Name(display, human.variants[fullest], kind))
            for variant, lang in human.variants.items():
                name = split_name(variant)
                self.draft.name(human.key, Name(variant, lang, "full" if len(name.words) > 1 else "short"))

    def _country(self, chunk: Chunk) -> None:
        entry = self.gazetteer.by_id(chunk.known) if chunk.known else None
        key = self._known_thing("Country", entry, chunk)
        chunk.thing = key
        body = self.bodies.of(key)
        if body is None:
            self.bodies.add(body := Body(key, "Country", {fold(chunk.label)}, known=chunk.known))
        body.seen.append(chunk.start)

    def _known_thing(self, kind: str, entry: Entry | None, chunk: Chunk) -> str:
        identity = (kind, entry.id if entry else fold(chunk.label))
        if identity not in self.named:
            self.named[identity] = self.draft.thing(kind, known=entry.id if entry else None)
        key = self.named[identity]
        self.draft.name(
            key,
            Name(
                chunk.label, self._lang(chunk), "acronym" if chunk.label.isupper() and len(chunk.label) < 6 else "full"
            ),
        )
        return key

    def _organization(self, chunk: Chunk) -> None:
        if "unexplained" in chunk.flags and not chunk.known and not self._explains(chunk):
            return
        if (
            chunk.owner is not None
            and chunk.owner.kind == "Place"
            and chunk.kind_of == "region"
            and self._akimat(chunk, chunk.owner)
        ):
            return
        country, core = chunk.state or self._state_of_whole(chunk), chunk.core or chunk.label
        if chunk.rule == "organization.described" and (named := self._named_so(chunk)) is not None:
            chunk.thing = named.key
            named.seen.append(chunk.start)
            return
        entry = self._explained_by_text(chunk, country) or self._entry(chunk, country)
        body = explained_before(chunk, country, self.bodies) or self._same_body(chunk, core, country, entry)
        if body is None:
            key = self.draft.thing("Organization", known=entry.id if entry else None)
            body = Body(key, "Organization", country=country, known=entry.id if entry else None)
            self.bodies.add(body)
        if (
            entry
            and not body.known
            and not (chunk.label == chunk.acronym and told_otherwise(body, entry, self.draft.lang))
        ):
            self.bodies.recognise(body, entry.id)
            self.draft.recognise(body.key, entry.id)
        body.country = body.country or country
        body.owners |= {owner} if (owner := self._whose(chunk)) else set()
        body.seen.append(chunk.start)
        body.by_itself = body.by_itself or chunk.inside is None
        if chunk.inside is None or chunk.inside.kind == "Organization":
            body.alone_at = min(body.alone_at, chunk.start)
        own = () if "named-by-owner" in chunk.flags else (core,)
        self.bodies.name(body, {fold(n) for n in (*own, full_label(chunk), *chunk.names, standing_alone(chunk)) if n})
        body.lemmas |= {chunk.lemma, *self._quoted_head(chunk.label)}
        chunk.thing = body.key
        if chunk.alias:
            self.aliases.setdefault(chunk.alias, body)
        self._name_body(body, chunk, core)
        if explained := letters_explained(chunk, self.draft.text, self.bodies):
            self.bodies.explain(body, fold(explained))
            self.draft.name(body.key, Name(explained, self._lang(chunk), "acronym"))

    def _named_so(self, chunk: Chunk) -> Body | None:
        """Return the one body whose name has all the words that describe one: областной музей for Абайский … музей."""
        words = set(fold(chunk.label).split())
        fits = [
            b
            for b in self.bodies
            if b.kind == "Organization" and chunk.lemma in b.lemmas and any(words < set(n.split()) for n in b.names)
        ]
        return fits[0] if len(fits) == 1 else None

    def take_older_name(self, thing: str | None, before: Chunk) -> bool:
        """Make the body of a chunk another that has its name too, and tell whether it could be."""
        former = self.body(before.thing)
        if former is None or not thing or thing == before.thing or former.known or len(former.seen) > 1:
            return False
        before.thing = thing
        self.bodies.remove(former)
        self.draft.name(thing, *self.draft.names(former.key))
        return True

    def _quoted_head(self, label: str) -> set[str]:
        """Return the head noun that a quoted name itself ends or begins with: «Тұмар Банк» АҚ is a банк too."""
        quoted = re.search(r"[«“]([^»”]+)[»”]", label)
        words = quoted.group(1).lower().split() if quoted else []
        return {word for word in (words[:1] + words[-1:]) if word in self.cues.organizations}

    def _akimat(self, chunk: Chunk, region: Chunk) -> bool:
        """Take a region's or city's akimat for the region itself: the two are one."""
        if not region.thing:
            self._place(region)
        if not region.thing:
            return False
        chunk.thing = region.thing
        self.draft.retype(region.thing, "Organization")
        self.draft.name(region.thing, Name(full_label(chunk), self._lang(chunk)))
        if self.body(region.thing) is None:
            named = {fold(region.label)}
            self.bodies.add(Body(region.thing, "Place", named, lemmas={region.lemma, chunk.lemma}, seen=[chunk.start]))
        return True

    def _explains(self, chunk: Chunk) -> bool:
        """Tell whether the text says that an unknown abbreviation is a body: by its full name, by a post at it."""
        fits = self.bodies.shortened(chunk.acronym)
        if any(self.bodies.initials_match(chunk.acronym, b) or part_of_acronym(chunk.acronym, b) for b in fits):
            return True
        acts = chunk.function in ("owner", "with", "subject", "on-behalf") and len(chunk.acronym) > 2
        return chunk.inside is not None or acts

    def _name_body(self, body: Body, chunk: Chunk, core: str) -> None:
        lang = self._lang(chunk)
        if chunk.acronym and chunk.label == chunk.acronym:
            known_part = part_of_acronym(chunk.acronym, body)
            if not known_part:
                self.bodies.abbreviate(body, fold(chunk.acronym))
                owner = chunk.owner
                whose = owner is not None and owner.kind in ("Country", "Organization", "Place")
                if whose:
                    self.draft.name(body.key, Name(full_label(chunk), lang, "acronym"))
                # МИД alone is that of home; ЕЭК alone is another body than ЕЭК ООН
                alone = body.country in ("", self.home) and not self._another_row(chunk.acronym, body)
                if not whose or (alone and not self._ministry_of_a_region(chunk)):
                    self.draft.name(body.key, Name(chunk.acronym, lang, "acronym"))
            return
        self.draft.name(body.key, Name(full_label(chunk), lang), *(Name(n, lang) for n in chunk.names))
        if (fullest := with_its_state(chunk)) != full_label(chunk):
            self.draft.name(body.key, Name(fullest, lang))
        apart = "named-by-owner" in chunk.flags or self._ministry_of_a_region(chunk)
        if core != full_label(chunk) and body.country in ("", self.home) and not apart:
            of_a_region = chunk.owner is not None and self._is_region(chunk.owner)  # each has one of this name
            self.draft.name(body.key, Name(core, lang, "short" if of_a_region else "full"))
        if chunk.acronym:
            self.bodies.abbreviate(body, fold(chunk.acronym))
            self.draft.name(body.key, Name(chunk.acronym, lang, "acronym"))

    def _is_region(self, owner: Chunk) -> bool:
        """Tell whether a chunk is a region or city, or the akimat that it is as a body."""
        words = fold(owner.label).split()
        return owner.kind == "Place" or (owner.known is not None and any(w in self.cues.places for w in words))

    def _ministry_of_a_region(self, chunk: Chunk) -> bool:
        """Tell whether a ministry is that of a region, which the state's own is not: министр здравоохранения края."""
        ministry = chunk.rule in _OF_A_STATE or (chunk.acronym and chunk.label == chunk.acronym)
        return bool(ministry) and chunk.owner is not None and self._is_region(chunk.owner)

    def _another_row(self, acronym: str, body: Body) -> bool:
        """Tell whether the letters alone are known to stand for other bodies than this."""
        found = self.gazetteer.find(acronym, None, "Organization") if body.known else ()
        return bool(found) and all(entry.id != body.known for entry in found)

    def _explained_by_text(self, chunk: Chunk, country: str) -> Entry | None:
        """Return the row of the body whose initials letters are in this text, whatever else they stand for: MES."""
        letters = chunk.label.split()[0]
        of_a_state = chunk.owner is not None and chunk.owner.kind == "Country"  # an ILO Office is not the ILO
        if not letters.isupper() or not (chunk.label == chunk.acronym or of_a_state):
            return None
        behind = f" of {fold(chunk.owner.label)}" if chunk.owner is not None and of_a_state else ""
        fits = [b for b in self.bodies.shortened(letters, behind) if b.known and self._states_agree(b.country, country)]
        rows = {b.known for b in fits if self.bodies.initials_match(letters, b, behind)}
        known = rows.pop() if len(rows) == 1 else None
        return self.gazetteer.by_id(known) if known and known in self.gazetteer else None

    def _entry(self, chunk: Chunk, country: str) -> Entry | None:
        bare = "" if self._ministry_of_a_region(chunk) else chunk.label
        letters = chunk.acronym if bare else ""
        for name in (full_label(chunk), letters, bare, *chunk.names, without_state(chunk)):
            found = self.gazetteer.find(name, None, "Organization") if name else ()
            found = tuple(e for e in found if not _mere_letters(name, e))
            fitting = [e for e in found if not country or self._state(e) == country]
            telling = name != chunk.acronym or not name.isupper()  # КазНУ is nobody else's, ЕНУ may be
            home = country == HOME_STATE or (not self.abroad and (self.at_home or telling))
            fitting = [e for e in fitting if home or self._state(e) != HOME_STATE]
            if len(fitting) == 1 and not (
                name == chunk.acronym != chunk.label and other_name(chunk.label, fitting[0], self.draft.lang)
            ):
                return fitting[0]
        return None

    def _state_of_whole(self, chunk: Chunk) -> str:
        """Return the other state that a body is of by what it is part of: Национальный музей Республики Татарстан."""
        whole = chunk.owner
        if whole is None or whole.kind != "Organization" or whole.state or not whole.known:
            return ""
        state = self._state(self.gazetteer.by_id(whole.known)) if whole.known in self.gazetteer else ""
        return state if state != HOME_STATE else ""

    @staticmethod
    def _state(entry: Entry) -> str:
        return (entry.state or "").lower()

    def _same_body(self, chunk: Chunk, core: str, country: str, entry: Entry | None) -> Body | None:
        own = () if "named-by-owner" in chunk.flags else (core,)
        folded = {fold(n) for n in (*own, full_label(chunk), *chunk.names)}
        acronym = fold(chunk.acronym) if chunk.acronym else ""
        is_acronym = chunk.acronym == chunk.label
        begins = chunk.first == 0 and " " in core and not chunk.state
        owner = self._whose(chunk)
        letters = chunk.acronym if is_acronym else ""
        row = entry.id if entry else ""
        for body in self.bodies.called(row, folded, fold(core) if begins else "", acronym, letters):
            if body.kind != "Organization" or not self._states_agree(body.country, country):
                continue
            if entry and body.known:
                if entry.id == body.known:
                    return body
                continue
            if self._of_others(owner, body.owners):
                continue
            if folded & body.names or (acronym and acronym in body.acronyms):
                if share_only_a_brand(chunk, core, body, self.cues):
                    continue
                return body
            if begins and chunk.lemma in body.lemmas and any(name.endswith(f" {fold(core)}") for name in body.names):
                return body  # Қолөнершілер одағы begins a headline: «Дала шебері» қолөнершілер одағы
            if letters and (self.bodies.initials_match(letters, body) or part_of_acronym(letters, body)):
                return body
        return None if is_acronym or entry or chunk.owner is not None else self._shortened(chunk, fold(core))

    def _shortened(self, chunk: Chunk, name: str) -> Body | None:
        """Карагандинский музей for Карагандинский областной краеведческий музей: the ends of one fuller name."""
        words = name.split()
        if len(words) < 2 or not words[-1].startswith(fold(chunk.lemma)[:_STEM]):
            return None
        fits = [
            body
            for body in self.bodies.called("", (), name, "", "")
            if body.kind == "Organization"
            and not body.known
            and any(is_short_for(words, n.split()) for n in body.names)
        ]
        return fits[0] if len(fits) == 1 else None

    def _whose(self, chunk: Chunk) -> str:
        """Return the name of the larger body or region that a body is of, where a noun takes it up too: its council."""
        if not of_what_is_taken_up(chunk) or chunk.owner is None:
            return larger_body(chunk)
        body = self.body(self.antecedents.body(chunk.owner))
        if body is not None and self.antecedents.is_ours(chunk.owner):
            chunk.owner.thing = body.key
        return max(sorted(body.names), key=len) if body is not None and body.names else ""

    def _of_others(self, owner: str, owners: set[str]) -> bool:
        """Tell whether a body is part of another than it was said to be: each has a word that the other lacks.

        The agrarian committees of two parliaments are two, and the departments of education of two regions, and what
        two bodies have that are called by other letters.
        """
        full = {other for other in owners if not other.isupper()}
        if owner.isupper():
            return bool(owners) and not full and owner not in owners
        if not owner or not full:
            return False
        mine, begins, regions = self.telling(owner), beginnings(owner), regions_of(owner, self.cues)
        return all(
            ((theirs := self.telling(other)) - mine and mine - theirs)
            or begins.isdisjoint(beginnings(other))
            or (mine & theirs and regions != regions_of(other, self.cues))
            for other in full
        )

    def telling(self, owner: str) -> set[str]:
        """Return how the words of an owner's name begin that say more than what kind of body or place it is."""
        words = {word[:_STEM] for word in owner.split() if len(word) > 3}
        return {word[:4] for word in words - self._kinds}

    def _states_agree(self, one: str, other: str) -> bool:
        """Tell whether bodies of two states, "" where none is named, may be one; a bare name is the publisher's own."""
        if self.home_is_told:
            return (one or self.home) == (other or self.home)
        return (one or self.home) == (other or self.home) or not one or (not other and one == self.home)

    def _place(self, chunk: Chunk) -> None:
        entry = self.gazetteer.by_id(chunk.known) if chunk.known else None
        identity = ("Place", entry.id if entry else fold(chunk.label))
        short = fold(chunk.names[0]) if chunk.names else fold(chunk.label)
        key = self.named.get(identity) or self.named.get(("Place", short))
        if key is None:
            key = self.draft.thing("Place", known=entry.id if entry else None)
        self.named[identity] = self.named[("Place", short)] = key
        self.draft.name(key, Name(chunk.label, self._lang(chunk)), *(Name(n, self._lang(chunk)) for n in chunk.names))
        chunk.thing = key
        if chunk.kind_of == "region":
            body = self.bodies.of(key)
            if body is None:
                body = Body(key, "Place", {fold(chunk.label)}, lemmas={chunk.lemma, *self.cues.regional})
                self.bodies.add(body)
            body.seen.append(chunk.start)

    def _thing_by_name(self, chunk: Chunk) -> None:
        entry = self.gazetteer.by_id(chunk.known) if chunk.known else None
        identity = (chunk.kind, entry.id if entry else fold(chunk.label))
        if identity not in self.named:
            self.named[identity] = self.draft.thing(chunk.kind, known=entry.id if entry else None)
        chunk.thing = self.named[identity]
        self.draft.name(
            chunk.thing, Name(chunk.label, self._lang(chunk)), *(Name(n, self._lang(chunk)) for n in chunk.names)
        )

    # -- what takes up a name ----------------------------------------------------------------------------------

    def act(self, chunk: Chunk) -> str:
        """Return the key of the one who acts under this chunk: a region becomes the body that it is."""
        key = chunk.thing
        if key and chunk.kind == "Place" and self.draft.type_of(key) == "Place" and chunk.kind_of == "region":
            self.draft.retype(key, "Organization")
        return key

    def role(self, chunk: Chunk) -> str:
        """Return the key of the post that a Role chunk names."""
        folded = fold(chunk.label)
        if folded not in self.roles:
            found = self.gazetteer.find(chunk.label, self._lang(chunk), "Role")
            key = self.draft.thing(
                "Role", [Name(chunk.label, self._lang(chunk))], found[0].id if len(found) == 1 else None
            )
            self.roles[folded] = key
        return self.roles[folded]

    def human(self, key: str) -> Human:
        """Return the person of a key."""
        return self.humans[key]

    def body(self, key: str) -> Body | None:
        """Return the organisation, state or region of a key."""
        return self.bodies.of(key)


_OF_A_STATE = ("organization.of-minister", "organization.clipped")


def _mere_letters(name: str, entry: Entry) -> bool:
    """Tell whether a name is a row's only by its letters, as which it is not written: «Ара» is no АРА."""
    told = fold(name)
    word = name[1:].islower() and name.isalpha()
    return (
        word and not any(fold(n.text) == told for n in entry.names) and not any(n.text == name for n in entry.acronyms)
    )
