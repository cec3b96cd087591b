"""Joins what bears one name: the rows of the gazetteer, the same words, the same title in any alphabet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from kg.gazetteer import Gazetteer
from kg.names import fold
from kg.publisher import named_state
from kg.records import Name
from kg.resolve.abbreviations import abbreviated
from kg.resolve.body_name import BodyName, body_name, name_score
from kg.resolve.groups import Groups
from kg.resolve.home import home_by_name
from kg.resolve.nobodys_name import alias_of_many, contradict, is_bare_place, is_embassy, says_not_which
from kg.resolve.score import candidates
from kg.resolve.sound import sound, sound_of_title
from kg.resolve.told import Node, World

# Names that a thing of these classes may bear say nothing of which one it is (меморандум): only a longer one joins.
_WORDS_THAT_TELL = {"Agreement": 3, "Election": 2}
NAMED = ("Organization", "Country", "Place", "Role", "Program", "Agreement", "Election")
_HEARD = ("Program", "Place")
MEANT = ("Organization", "Place", "Program")
_MEANS = 0.85
_LONG = 8  # letters


def join_known(world: World, groups: Groups) -> None:
    """Join what the gazetteer knows as one; elections of one kind are as many as their years."""
    rows: dict[tuple[str, str], list[Node]] = defaultdict(list)
    for node in world.known_in_scope():
        rows[node.type, node.known or ""].append(node)
    for (type_, row), nodes in rows.items():
        for same in _by_year(nodes, world) if type_ == "Election" else [nodes]:
            groups.chain([n.number for n in same], f"the gazetteer knows them as {row}", certain=True)


def join_named(world: World, groups: Groups) -> None:
    """Join things of a class with a full name in common, unless state, parent or the gazetteer tells them apart."""
    names: dict[tuple[str, str, str], list[Node]] = defaultdict(list)
    for node in world.of_type(*NAMED):
        for lang, text in name_keys(node):
            names[node.type, lang, text].append(node)
    for (type_, lang, text), nodes in sorted(names.items()):
        reason = f"the same name: {text}" if lang else f"the same name in any alphabet: {text[1:]}"
        for same in _apart(nodes, type_, world, groups):
            bodies = type_ == "Organization"

            def unlike(one: int, other: int, bodies: bool = bodies) -> bool:
                return bodies and contradict(world.nodes[one].names, world.nodes[other].names)

            groups.chain([n.number for n in same], reason, certain=not bodies, unlike=unlike)


def join_meant(world: World, groups: Groups) -> None:
    """Join bodies, places and programmes whose names in two languages mean the same (see kg.resolve.body_name)."""
    blocks: dict[tuple[str, str], dict[int, tuple[str, Name]]] = defaultdict(dict)
    for node in world.of_type(*MEANT):
        for key, heard, name in meaning_keys(node):
            blocks[node.type, key].setdefault(groups.of(node.number), (heard, name))
    for _, block in sorted(blocks.items()):
        for one, other in candidates([sorted(block, key=lambda n: (block[n][0], n))]):
            mine, theirs = block[one][1], block[other][1]
            if may_mean_one(mine, theirs):
                nodes = [world.nodes[n] for group in (one, other) for n in groups.nodes(group)]
                bodies = world.nodes[one].type == "Organization"
                if bodies and contradict(world.nodes[one].names, world.nodes[other].names):
                    continue
                if len(list(_by_home(nodes))) == 1:
                    groups.join(one, other, f"the same name in other words: {mine.text}, {theirs.text}")


def may_mean_one(mine: Name, theirs: Name) -> bool:
    """Tell whether two names mean the same in two languages, or but for how they name the state."""
    apart = mine.lang != theirs.lang or _but_for_the_state(mine, theirs)
    return apart and name_score(mine.text, mine.lang, theirs.text, theirs.lang) >= _MEANS


def meaning_keys(node: Node) -> Iterator[tuple[str, str, Name]]:
    """Yield what the names of a body, place or programme mean, with their sound."""
    for name in node.names:
        apart = body_name(name.text, name.lang)
        if _in_words(name, apart) and apart.key and not _anybodys(node, apart) and not _alias(node, name):
            word_by_word = body_name(name.text, name.lang, phrases=False)
            for key in dict.fromkeys((apart.key, apart.key_as_heard, word_by_word.key)):
                yield key, apart.heard, name


def _anybodys(node: Node, name: BodyName) -> bool:
    """Tell whether a name says nothing of which body is meant: Regional Court, or a department of who knows what."""
    nobodys = name.generic or is_bare_place(name) or (not node.context and says_not_which(node.names, node.home))
    return node.type == "Organization" and nobodys


def _alias(node: Node, name: Name) -> bool:
    """Tell whether a body is called so only beside a name that says which one it is: Cardiology Centre."""
    return node.type == "Organization" and node.known is None and alias_of_many(name, node.names)


def _in_words(name: Name, apart: BodyName) -> bool:
    """Tell whether a name is words, or letters that stand for words beside a state: МВД Грузии."""
    return name.kind == "full" or (len(apart.words) > 1 and bool(apart.states) and any(w.ids for w in apart.words))


def _but_for_the_state(one: Name, other: Name) -> bool:
    """Tell whether names in one language differ only in how they name the state: Узбекистана, Республики Узбекистан."""
    mine, theirs = (body_name(name.text, name.lang) for name in (one, other))
    left = [sorted(word.stem for word in apart.words if not word.state) for apart in (mine, theirs)]
    return bool(mine.states and theirs.states) and left[0] == left[1]


def join_embassies(world: World, groups: Groups, gazetteer: Gazetteer) -> None:
    """Join embassies of one state in another, whether the state or its capital is named: in Germany, in Berlin."""
    where: dict[tuple[str, str], list[int]] = defaultdict(list)
    for node in world.of_type("Organization"):
        for served, host in embassy_keys(node, gazetteer):
            where[served, host].append(node.number)
    for (served, host), nodes in sorted(where.items()):
        groups.chain(nodes, f"the embassy of {served} in {host}", certain=True)


def embassy_keys(node: Node, gazetteer: Gazetteer) -> Iterator[tuple[str, str]]:
    """Yield the state that a body serves and the one that it is in, for each of its names that is an embassy's."""
    for name in node.names:
        if is_embassy(body_name(name.text, name.lang)):
            served, host = _embassy(name, gazetteer)
            host = host or (node.home if served != node.home else "")
            if served and host:
                yield served, host


def _embassy(name: Name, gazetteer: Gazetteer) -> tuple[str, str]:
    """Return the state that an embassy serves and the one that it is in, "" for what the name does not say."""
    words = body_name(name.text, name.lang).words
    served = named_state(" ".join(word.text for word in words if not word.place), gazetteer)
    there = " ".join(word.text for word in words if word.place)
    stem = " ".join(word.stem for word in words if word.place)
    host = named_state(there, gazetteer)
    for place in gazetteer.of_kind("Place") if there and not host else ():
        if place.state and any(sound(n.text) in (sound(there), stem) for n in place.names):
            return served, place.state.lower()
    return served, host


def join_acronyms(world: World, groups: Groups) -> None:
    """Join bodies that have only an acronym in common, if it is one body's in that state and language."""
    bearers: dict[tuple[str, str, str], set[int]] = defaultdict(set)
    for node in world.of_type("Organization"):
        for key in acronym_keys(node):
            bearers[key].add(groups.of(node.number))
    for (_, text, _), found in sorted(bearers.items()):
        roots = {groups.of(number) for number in found}
        rows = {groups.known(number) for number in roots} - {None}
        full = {n for n in roots if any(x.kind == "full" for m in groups.nodes(n) for x in world.nodes[m].names)}
        if len(rows) < 2 and len(full) < 2:
            groups.chain(roots, f"the same acronym, of one body only: {text}")


def acronym_keys(node: Node) -> Iterator[tuple[str, str, str]]:
    """Yield language, letters and state for each name of a body that is letters which are not any body's."""
    for name in node.names:
        if name.kind == "acronym" and not abbreviated(name.text, name.lang):  # ДЧС is of any region
            yield name.lang, fold(name.text), node.home


def name_keys(node: Node) -> Iterator[tuple[str, str]]:
    """Yield (language, text) under which a thing is looked up; no language for what holds in all."""
    for name in node.names:
        if node.known is None and (_anybodys(node, body_name(name.text, name.lang)) or _alias(node, name)):
            continue
        if name.kind != "full" or len(name.text.split()) < _WORDS_THAT_TELL.get(node.type, 1):
            continue
        yield name.lang, fold(name.text)
        brand = node.type == "Organization" and _is_brand(name.text)
        if (brand or node.type in _HEARD) and (heard := sound_of_title(name.text)):
            yield "", f"~{heard}"


def _is_brand(text: str) -> bool:
    """Tell whether a name is one long word of its own, which languages write as it sounds: Kazhydromet, Қазгидромет."""
    return len(text) >= _LONG and text.isalpha() and text[:1].isupper() and not text.isupper()


def _apart(nodes: list[Node], type_: str, world: World, groups: Groups) -> Iterable[list[Node]]:
    """Split things of one name that are several: by row, by year, by state and by parent."""
    if type_ == "Election":
        return _by_year(nodes, world)
    rows = {known for node in nodes if (known := groups.known(node.number))}
    if len(rows) > 1:
        return [[n for n in nodes if groups.known(n.number) == row] for row in sorted(rows)]
    return _by_home(nodes) if type_ == "Organization" else [nodes]


def _by_home(nodes: list[Node]) -> Iterable[list[Node]]:
    """Split bodies of one name by what they are part of and the state that they are of.

    One without either goes with the only other that there is; with two of them it stays by itself.
    """
    parents = {node.number: frozenset(node.context) for node in nodes}
    home = {node.number: home_by_name(node.names, node.home) for node in nodes}
    of_row = {home[node.number] for node in nodes if node.known} - {""}
    told = {parents[node.number] for node in nodes if node.known is None} - {frozenset()}
    homes = set(home.values()) - {""}
    if len(told) <= 1 and len(homes) <= 1:
        return [nodes]
    split: dict[object, list[Node]] = defaultdict(list)
    for node in nodes:
        mine = home[node.number]
        known = node.known or mine in of_row
        split["row" if known else (mine if len(homes) > 1 else "", parents[node.number])].append(node)
    return list(split.values())


def _by_year(nodes: list[Node], world: World) -> Iterable[list[Node]]:
    """Split elections by the year they are held in; one without goes with that of its announcement's year."""
    years: dict[str, list[Node]] = defaultdict(list)
    undated: list[Node] = []
    for node in nodes:
        found = {str(value)[:4] for value in node.context}
        (years[min(found)] if len(found) == 1 else undated).append(node)
    for node in undated:
        day = world.first(node.number).day
        near = [year for year in years if day[:4] == year] or (list(years) if len(years) == 1 else [])
        years[near[0] if near else ""].append(node)
    return [years[year] for year in sorted(years)]
