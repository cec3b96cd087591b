"""How many members a body has: 104 мемлекетті біріктіреді, жеті мүшеден тұрады, мүше мемлекеттердің саны беске жетті."""

from __future__ import annotations

from kg.extract.reader import Reader
from kg.lang.syntax import Chunk, Clause, Sentence
from kg.records import Literal


def find_member_counts(reader: Reader) -> None:
    """Claim the number of members where a clause gives one to a body."""
    for _, sentence, clause in reader.clauses():
        if clause.negated or clause.modality != "asserted":
            continue
        number = _number(reader, sentence, clause)
        if number is None:
            continue
        body = _whose(reader, sentence, clause, number)
        if body:
            quote = reader.quote(sentence, clause, number, *clause.subjects)
            reader.draft.claim(body, "kg:memberCount", Literal(number.value, "integer"), [quote], "count.members", confidence=0.85)


def _number(reader: Reader, sentence: Sentence, clause: Clause) -> Chunk | None:
    numbers = [c for c in sentence.chunks if c.kind == "Number" and clause.first - 12 <= c.first < clause.predicate[0] + 1]
    numbers = [n for n in numbers if (n.first >= clause.first or n in clause.chunks) and not _about(sentence, n)]
    if "count" in clause.concepts:
        counted = [n for n in numbers if _counts_members(reader, sentence, n)]
        return counted[-1] if counted else None
    index = sentence.clauses.index(clause)
    begin = sentence.clauses[index - 1].predicate[1] + 1 if index else 0
    words = [t.text.lower() for t in sentence.tokens[begin : clause.predicate[1] + 1]]
    if any(w.startswith("сан") and w in ("саны", "санын") for w in words) and any(lemma in reader.register.cues.words["quantity"] for i in range(begin, clause.predicate[0]) for r in sentence.readings[i] for lemma in (r.lemma,)):
        last = [n for n in numbers if n.function in ("to", "object", "subject")]
        return last[-1] if last else None
    if "бар" in words and any(w.startswith("мүше") for w in words):
        return next((n for n in numbers if _lemma_behind(sentence, n) == "мүше"), None)
    return None


def _about(sentence: Sentence, number: Chunk) -> bool:
    """34 мыңнан астам is no number of members, only a bound of it."""
    after = sentence.tokens[number.last + 1 : number.last + 2]
    before = sentence.tokens[max(0, number.first - 1) : number.first]
    return any(t.text.lower() in ("астам", "аса", "жуық", "артық", "шамамен", "кемінде") for t in (*after, *before))


def _counts_members(reader: Reader, sentence: Sentence, number: Chunk) -> bool:
    """Tell whether what is counted are members (states, banks, universities), not rooms or kilometres."""
    quantity = reader.register.cues.words["quantity"]
    for i in range(number.last + 1, min(number.last + 5, len(sentence.tokens))):
        lemmas = {r.lemma for r in sentence.readings[i]}
        previous = sentence.tokens[i - 1].text.lower()
        if lemmas & quantity or any(f"{previous} {lemma}" in quantity for lemma in lemmas):
            return True
    return False


def _lemma_behind(sentence: Sentence, chunk: Chunk) -> str:
    i = chunk.last + 1
    return sentence.readings[i][0].lemma if i < len(sentence.readings) and sentence.readings[i] else ""


def _whose(reader: Reader, sentence: Sentence, clause: Clause, number: Chunk) -> str:
    """Return the body that is counted: the subject, else the body that the sentence has named before the number."""
    subjects = [key for chunk, key in reader.actors([c for c in clause.subjects if c.kind == "Organization"])]
    if subjects:
        return subjects[-1]
    if "count" not in clause.concepts or clause.form == "relative" or not clause.subjects:
        before = [c for c in sentence.chunks if c.kind == "Organization" and c.last < number.first and reader.body(c)]
        return reader.body(before[-1]) if before else ""
    return ""
