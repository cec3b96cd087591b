"""What takes up something named before in a Russian text: oblique pronouns, and глава for the post's own name."""

from __future__ import annotations

from kg.lang.cues import cues
from kg.lang.ru.bodies_meant import body_meant
from kg.lang.ru.phrase import Grammar, Phrase, head_of, nouns_of
from kg.lang.ru.prepositions import COMPOUND, GOVERNED
from kg.lang.ru.told_before import GENDER, WHOSE, become_what_was_told, count_its_members, means_encounter
from kg.lang.syntax import Chunk, Clause, Sentence

_OBLIQUE = frozenset({"to", "from", "at", "object", "with"})
_FAR = 600  # characters beyond which he and she are not looked for
_WHITHER = {"куда": "to", "где": "at"}
_CLOSE = 3  # tokens between a place and the куда that takes it up
_KINDS = ("Organization", "Program", "Agreement")
_TAKES_A_BODY = frozenset({"join", "leave", "count", "participate", "join.in"})
_ANY_HEAD = frozenset({"глава", "руководитель"})


def use_official_titles(phrases: list[Phrase]) -> None:
    """Call the глава of a body by the post that the text gives the same body elsewhere (председатель)."""
    roles = [
        c for p in phrases for c in p.chunks if c.kind == "Role" and "absorbed" not in c.flags and c.owner is not None
    ]
    official: dict[str, Chunk] = {}
    for role in roles:
        assert role.owner is not None
        if role.kind_of == "head" and role.lemma not in _ANY_HEAD and " " not in role.label and not role.plural:
            official.setdefault(_body(role.owner), role)
    for role in roles:
        assert role.owner is not None
        found = official.get(_body(role.owner))
        if role.label.casefold() in _ANY_HEAD and found is not None and not role.plural:
            role.label, role.lemma = found.label, found.lemma


def _body(owner: Chunk) -> str:
    return owner.known or owner.label.casefold()


def resolve_pronouns(sentences: list[Sentence], phrases: list[Phrase]) -> None:
    """Let к ней, в неё, из него mean the body or programme named last before it."""
    seen: list[tuple[Chunk, str]] = []
    people: list[tuple[Chunk, str]] = []
    topic: list[Chunk] = []
    last: Sentence | None = None
    for sentence, phrase in zip(sentences, phrases, strict=True):
        before, topic = topic, []
        of_clause = {id(c): clause for clause in sentence.clauses for c in clause.chunks}
        for chunk in sentence.chunks:
            clause = of_clause.get(id(chunk))
            if chunk.kind == "Role" and "of-its-before" in chunk.flags and not chunk.parties:
                chunk.parties = _owner_meant(phrase, chunk, seen)
            if chunk.kind == "Person" and chunk.inside is None:
                chunk.flags |= _in_whose_words(phrase, chunk)
                people.append((chunk, _told_by_verb(phrase, clause, chunk) or phrase.grammar[chunk].gender))
            elif chunk.kind in _KINDS and chunk.proper:
                seen.append((chunk, phrase.grammar[chunk].gender))
            elif (
                chunk.kind == "Pronoun"
                and clause is not None
                and _is_taken_in(chunk, clause)
                and _take_up_subject(chunk, clause, phrase, seen, last)
            ):
                pass
            elif chunk.kind == "Pronoun" and clause is not None and chunk.function == "subject":
                known = _take_up_subject(chunk, clause, phrase, seen, last)
                known = known or _go_on_about(chunk, clause, phrase, before, people)
                if not known and not _mean_post(chunk, last, people):
                    _take_up_person(chunk, people, sentence)
            elif chunk.kind == "Pronoun" and chunk.function in _OBLIQUE and clause is not None:
                _take_up_in(clause, chunk, sentence, sentences, seen, people)
            if chunk.rule == "pronoun.person":
                topic.append(chunk)
                if chunk.function == "object":
                    people.append((chunk, _gender_of(chunk, people)))
        become_what_was_told(sentence, phrase, last)
        for clause in (c for c in sentence.clauses if "of-its" in c.flags):
            count_its_members(phrase, clause, seen)
        last = sentence


def _in_whose_words(phrase: Phrase, person: Chunk) -> set[str]:
    """По словам X, …. Он добавил …: whose words a sentence is in is who goes on, as its subject would."""
    begin = min([person.first, *(post.first for post in person.posts)])
    return {"speaks"} if phrase.lower(begin - 1) in _SAID_BY and phrase.lower(begin - 2) == "по" else set()


def _is_taken_in(pronoun: Chunk, clause: Clause) -> bool:
    """Он принят в союз: a pronoun in the nominative that something is done to."""
    return clause.passive and pronoun.function == "object" and pronoun.label in GENDER and "join" in clause.concepts


def _take_up_subject(
    chunk: Chunk, clause: Clause, phrase: Phrase, seen: list[tuple[Chunk, str]], last: Sentence | None
) -> bool:
    """Tell whether a pronoun is an encounter, or a body that is counted or joins: она объединяет 17 организаций."""
    if means_encounter(chunk, clause, last, phrase):
        return True
    body = body_meant(chunk, clause, phrase, seen, last)
    if body is not None:
        proper = body.proper
        _become(chunk, body)
        chunk.proper = proper
    return body is not None


_WORDS = cues("ru").words
_UNIONS = _WORDS["uniting"]
_SAID_BY = _WORDS["in-whose-words"]
_BOARDS = _WORDS["collegial"]


def _go_on_about(
    pronoun: Chunk, clause: Clause, phrase: Phrase, before: list[Chunk], people: list[tuple[Chunk, str]]
) -> bool:
    """Его встретил X. Вечером он провёл совещание: the story goes on about whom the sentence before took up.

    Whoever speaks then may as well be the X who was named last.
    """
    gender = GENDER.get(pronoun.label, "")
    if "visit" in clause.concepts and not pronoun.plural:
        # его принял X, затем он посетил музей: the guest goes on
        here = [c for c, g in people if c.rule == "pronoun.person" and g == gender and c.function == "object"]
        here = [c for c in here if phrase.tokens[0].start <= c.start < pronoun.start]
        if here:
            _stand_for(pronoun, here[-1])
            return True
    same = [c for c in before if _gender_of(c, people) == gender]
    if not same or clause.concepts & {"speak", "utter"} or pronoun.plural:
        return False
    if any(c.function == "subject" for c, g in people if g == gender and c.start > phrase.tokens[0].start):
        return False
    _stand_for(pronoun, same[-1])
    return True


def _mean_post(pronoun: Chunk, before: Sentence | None, people: list[tuple[Chunk, str]]) -> bool:
    """Омбудсмен осмотрела камеры. Она встретилась с X: whoever has the post that the sentence before is about."""
    if before is None or pronoun.plural or pronoun.label not in ("он", "она"):
        return False
    posts = [c for clause in before.clauses for c in clause.having("subject", "Role") if c.inside is None]
    named = any(c.start >= before.start for c, _ in people)
    if len(posts) != 1 or posts[0].plural or named or posts[0].kind_of == "membership":
        return False
    function = pronoun.function
    role = posts[0]
    pronoun.kind, pronoun.label, pronoun.lemma, pronoun.kind_of = "Role", role.label, role.lemma, role.kind_of
    pronoun.owner, pronoun.known, pronoun.value = role.owner, role.known, role.value
    pronoun.flags |= role.flags
    pronoun.rule, pronoun.function, pronoun.confidence = "pronoun.post", function, 0.7
    return True


def _told_by_verb(phrase: Phrase, clause: Clause | None, person: Chunk) -> str:
    """избрана Меруерт X: a verb in the past tells whether its one subject is a man or a woman."""
    if clause is None or clause.form != "finite" or clause.having("subject") != [person]:
        return ""
    verbs = [f for i in range(clause.predicate[0], clause.predicate[1] + 1) for f in phrase.forms[i][:1]]
    told = {f.gender for f in verbs if f.tense == "Past" and f.number == "Sing" and f.gender in ("Masc", "Fem")}
    return told.pop() if len(told) == 1 else ""


def _gender_of(chunk: Chunk, people: list[tuple[Chunk, str]]) -> str:
    return next((g for c, g in reversed(people) if c.label == chunk.label), "")


def _take_up_in(
    clause: Clause,
    chunk: Chunk,
    sentence: Sentence,
    sentences: list[Sentence],
    seen: list[tuple[Chunk, str]],
    people: list[tuple[Chunk, str]],
) -> None:
    """Let an oblique pronoun mean the programme, person or body that the verb of its clause asks for."""
    if "chair" in clause.concepts and chunk.function == "object":
        if (program := _last_programme(sentences, chunk)) is not None and "participate" in clause.concepts:
            _become(chunk, program)  # его ведут палата и колледж: the project
        return  # вёл его X: an encounter
    received = "receive" in clause.concepts and chunk.function == "object" and bool(clause.having("subject", "Person"))
    if received or not clause.concepts & _TAKES_A_BODY:
        _take_up_person(chunk, people, sentence)
        return
    gender = GENDER.get(chunk.label, "")
    genders = ("Masc", "Neut") if gender == "Masc" else (gender,)  # в нём: в союзе or в обществе
    found = [c for c, g in reversed(seen) if gender and (not g or g in genders or c.label == c.acronym)]
    found = [c for c in found if c not in clause.having("subject")]  # Архив присоединился к нему
    if (common := _common_union(chunk, sentence)) is not None and "count" in clause.concepts:
        function = chunk.function
        _become(chunk, common)
        chunk.function, chunk.proper = function, False
        return
    as_member = any(c.kind == "Role" and c.kind_of == "membership" for c in clause.having("as"))
    if found and _board_between(found[0], chunk, sentences, genders):
        return  # утверждён состав совета. В него вошли X и Y: the board that has no name of its own
    if found and (chunk.function != "at" or clause.lemma == "состоять" or as_member):
        _become(chunk, _joined_or_left(clause, found))
        counted = any(c.kind == "Number" and "members" in c.flags for c in clause.chunks)
        if counted and clause.lemma == "входить" and not clause.having("subject", "Organization", "Country"):
            clause.concepts = frozenset({"count"})  # в неё входят 13 учреждений


def _joined_or_left(clause: Clause, found: list[Chunk]) -> Chunk:
    """Проект ведёт фонд. К нему присоединился клуб: rather a union or programme than a body that has no members."""
    unions = [c for c in found if c.lemma in _UNIONS]
    programs = [c for c in found if c.kind == "Program"]
    if programs and unions:
        near = programs[0].start > unions[0].start or "join.in" in clause.concepts
        return programs[0] if near else unions[0]
    return (unions or programs or found)[0]


def _board_between(body: Chunk, pronoun: Chunk, sentences: list[Sentence], genders: tuple[str, ...]) -> bool:
    """Tell whether a board without a name is told of between a body and a pronoun that agrees with both."""
    boards = [
        c
        for s in sentences
        for c in s.chunks
        if body.end <= c.start < pronoun.start and not c.plural and c.lemma.split(" ")[-1] in _BOARDS
    ]
    boards = [c for c in boards if (c.kind == "Organization" and not c.proper) or "weak" in c.flags]
    return any(f.gender in genders for c in boards for f in nouns_of(c.lemma.split(" ")[-1]) if f.case == "Nom")


def _common_union(pronoun: Chunk, sentence: Sentence) -> Chunk | None:
    """Клуб покинул объединение, и теперь в нём 21 член: a bare noun of the same sentence, named after any body."""
    before = [c for c in sentence.chunks if c.kind == "Organization" and c.last < pronoun.first and c.inside is None]
    union = before[-1] if before else None
    bare = union is not None and not union.proper and not union.plural and not union.value
    return union if bare and union is not None and union.lemma in _UNIONS else None


def _owner_meant(phrase: Phrase, role: Chunk, seen: list[tuple[Chunk, str]]) -> list[Chunk]:
    """с её директором X: the body named last before it that её agrees with."""
    at = phrase.begin_of(role) - 1
    at = at if phrase.lower(at) in WHOSE else role.last + 1
    genders = WHOSE.get(phrase.lower(at), ())
    found = [c for c, g in reversed(seen) if c.kind == "Organization" and g in genders]
    subjects = [c for c in found[:2] if c.function == "subject"]
    here = phrase.tokens[0].start
    if found and found[0].start >= here and not any(c.start >= here for c in subjects):
        subjects = []  # делегацию архива возглавила заместитель его директора
    if role.kind_of != "membership":
        found = subjects or found  # X вошла в Y. Её лидер сообщил …
    return found[:1] if found and role.start - found[0].start < _FAR // 2 else []


def _last_programme(sentences: list[Sentence], pronoun: Chunk) -> Chunk | None:
    """Return the programme named right before a pronoun, unless an encounter was named after it."""
    before = [c for s in sentences for c in s.chunks if c.kind in ("Program", "Event") and c.start < pronoun.start]
    near = before[-1:] if before and pronoun.start - before[-1].start < _FAR // 2 else []
    return near[0] if near and near[0].kind == "Program" and near[0].proper else None


def stand_for_heads(phrase: Phrase, sentence: Sentence) -> None:
    """Give a relative clause a chunk for который that is no subject: проект, который ведёт область."""
    for clause in sentence.clauses:
        head = clause.head
        if clause.form != "relative" or head is None or head.kind not in (*_KINDS, "Event"):
            continue
        at = next(
            (
                i
                for i in range(max(0, clause.first - 9), clause.predicate[0])
                if i > head.first and "который" in phrase.lemmas(i)
            ),
            None,
        )
        if at is None:
            continue
        role = next((c for c in clause.chunks if c.kind == "Role" and phrase.ends[c] == at - 1), None)
        if role is not None and role.owner is None and head.kind == "Organization" and head.proper:
            role.owner = _own_by_which(phrase, sentence, role, head, at)
            _name_behind_which(phrase, clause, role, at)
            continue
        word, _ = phrase.preposition(at)
        cases = {f.case for f in phrase.forms[at] if f.lemma == "который"}
        governed = COMPOUND.get(word) or GOVERNED.get(word)
        if governed:
            function = next((governed[c] for c in governed if c in cases), "")
        elif "Acc" in cases and _is_done_to(phrase, clause):
            function = "object"
        else:
            continue
        chunk = phrase.chunk("Pronoun", at, at, label="который", lemma="который", rule="pronoun")
        _become(chunk, head)
        chunk.function, chunk.proper = function, head.proper and head.kind != "Event"
        if head.kind == "Event":
            chunk.flags.add("this")
        phrase.grammar[chunk] = Grammar(())
        phrase.ends[chunk] = at
        sentence.chunks.append(chunk)
        sentence.chunks.sort(key=lambda c: (c.first, c.last))
        clause.chunks.append(chunk)
        clause.chunks.sort(key=lambda c: c.first)


def _own_by_which(phrase: Phrase, sentence: Sentence, role: Chunk, head: Chunk, at: int) -> Chunk:
    """комиссия, членами которой являются A и B: return the body as the owner of the post before который."""
    chunk = phrase.chunk("Pronoun", at, at, label="который", lemma="который", rule="pronoun")
    _become(chunk, head)
    chunk.function, chunk.inside = "owner", role
    phrase.grammar[chunk], phrase.ends[chunk], phrase.ends[role] = Grammar(("Gen",)), at, at
    sentence.chunks.append(chunk)
    sentence.chunks.sort(key=lambda c: (c.first, c.last))
    return chunk


def _name_behind_which(phrase: Phrase, clause: Clause, role: Chunk, at: int) -> None:
    """университет, ректор которого X вёл встречу: the name behind который says who has the post."""
    person = next((c for c in clause.chunks if c.kind == "Person" and c.first == at + 1 and not c.posts), None)
    if person is not None and set(phrase.cases_of(person)) & set(phrase.cases_of(role)):
        person.posts.append(role)
        role.inside = person
        clause.chunks.remove(role)


def whither(phrase: Phrase, sentence: Sentence) -> None:
    """в университете, куда приехал X, где X принял Y: the place or body that is named last before the clause."""
    for clause in sentence.clauses:
        begin = min([clause.predicate[0], *(phrase.begin_of(c) for c in clause.chunks if c.rule != "pronoun")])
        near = range(max(0, begin - 4), max(begin, clause.predicate[0] if "visit" in clause.concepts else begin))
        at = next((i for i in near if phrase.lower(i) in _WHITHER), -1)
        if at < 1 or (phrase.lower(at) == "куда" and clause.concepts.isdisjoint(("visit", "join"))):
            continue
        if phrase.lower(at) == "где" and (phrase.lower(at - 1) != "," or not _may_be_there(clause)):
            continue
        before = [
            c
            for c in sentence.chunks
            if c.last < at and c.kind in ("Organization", "Place") and (c.inside is None or c.inside.kind == "Role")
        ]
        if before and at - phrase.ends[before[-1]] < _CLOSE:
            word = phrase.lower(at)
            chunk = phrase.chunk("Pronoun", at, at, label=word, lemma=word, rule="pronoun")
            _become(chunk, before[-1])
            chunk.function, chunk.thing, chunk.proper = _WHITHER[word], "", before[-1].proper
            phrase.grammar[chunk], phrase.ends[chunk] = Grammar(()), at
            sentence.chunks.append(chunk)
            sentence.chunks.sort(key=lambda c: (c.first, c.last))
            clause.chunks.insert(0, chunk)


def _may_be_there(clause: Clause) -> bool:
    """Tell whether a clause tells of people who met, and not yet where."""
    met = clause.concepts & {"meet", "receive", "hold", "attend"} and clause.past and not clause.negated
    return bool(met) and not [c for c in clause.having("at") if c.kind in ("Place", "Organization", "Country")]


def _is_done_to(phrase: Phrase, clause: Clause) -> bool:
    """Tell whether a clause with a transitive verb has someone else for its subject."""
    actors = any(
        c.kind in ("Person", "Organization", "Place", "Country") and c.function in ("", "subject")
        for c in clause.chunks
    )
    return actors and any(f.transitive for f in phrase.forms[clause.predicate[1]])


def make_delegations(phrase: Phrase, chunks: list[Chunk]) -> None:
    """Take a mission of observers, or the committees of a body, for those whom the body sends."""
    for index, chunk in enumerate(chunks):
        named = chunk.proper and "named-by-owner" not in chunk.flags
        if chunk.kind != "Organization" or named or chunk.inside is not None:
            continue
        if (chunk.lemma == "миссия" and chunk.function in ("object", "with", "subject")) or (
            chunk.plural and chunk.owner is not None
        ):
            following = chunks[index + 1] if index + 1 < len(chunks) else None
            if chunk.owner is None and following is not None and following.function == "of-origin":
                chunk.owner, following.inside = following, chunk
            if chunk.owner is not None:
                chunk.kind = "Delegation"


def bind_common_nouns(sentence: Sentence) -> None:
    """ШОС, … Генеральный секретарь Организации: a bare noun is the body of that kind that its sentence has named."""
    from kg.gazetteer import load

    named: list[tuple[Chunk, str]] = []
    for chunk in sentence.chunks:
        if chunk.kind != "Organization":
            continue
        if chunk.proper:
            entry = load().by_id(chunk.known) if chunk.known and chunk.known in load() else None
            label = entry.label("ru") if entry is not None else None
            named.append((chunk, head_of(label) if label else chunk.lemma))
        elif not chunk.plural and not chunk.value and chunk.kind_of != "unit" and chunk.owner is None:
            found = [c for c, head in named if head == chunk.lemma]
            if found and len({c.label for c in found}) == 1:
                function, rule = chunk.function, chunk.rule
                _become(chunk, found[-1])
                chunk.function, chunk.rule = function, rule


def _take_up_person(pronoun: Chunk, people: list[tuple[Chunk, str]], sentence: Sentence) -> None:
    """Let он and она mean the subject named last that is a man or a woman, else the one named last."""
    gender = {**GENDER, "тот": "Masc"}.get(pronoun.label, "")
    near = [c for c, g in people if g == gender and pronoun.start - c.start < _FAR and c.start < pronoun.start]
    told = {id(c) for clause in sentence.clauses if pronoun not in clause.chunks for c in clause.having("subject")}
    if pronoun.function != "subject":  # X показал ему цех: him is hardly X
        acting = {c.label for clause in sentence.clauses if pronoun in clause.chunks for c in clause.having("subject")}
        near = [c for c in near if c.label not in acting]
    before = [c for c in near if c.start < sentence.start or id(c) in told] if pronoun.function == "subject" else near
    said = pronoun.function == "subject"
    subjects = [c for c in before if c.function == "subject" or (said and "speaks" in c.flags)]
    if pronoun.function == "subject" and not any(c.start >= sentence.start for c in subjects):
        # Дину X мы не отпускаем: она остаётся членом совета
        objects = {
            id(c) for clause in sentence.clauses if pronoun not in clause.chunks for c in clause.having("object")
        }
        subjects = [*subjects, *(c for c in near if id(c) in objects)]
    chosen = near[-1] if pronoun.label == "тот" and near else (subjects or before or [None])[-1]  # type: ignore[list-item]
    if chosen is None or pronoun.plural:
        return
    _stand_for(pronoun, chosen)


def _stand_for(pronoun: Chunk, chosen: Chunk) -> None:
    pronoun.kind, pronoun.label, pronoun.lemma, pronoun.rule = "Person", chosen.label, chosen.lemma, "pronoun.person"
    pronoun.confidence = 0.75
    pronoun.names = ["pronoun"]


def _become(pronoun: Chunk, what: Chunk) -> None:
    pronoun.kind, pronoun.label, pronoun.lemma, pronoun.proper = what.kind, what.label, what.lemma, True
    pronoun.acronym, pronoun.known, pronoun.core, pronoun.state = what.acronym, what.known, what.core, what.state
    pronoun.owner, pronoun.names, pronoun.kind_of = what.owner, list(what.names), what.kind_of
    pronoun.rule, pronoun.copy_of = "pronoun.body", what
    pronoun.flags |= what.flags & {"named-by-owner", "unexplained"}
    if pronoun.function == "at":
        pronoun.function = "to"
