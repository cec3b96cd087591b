"""Graphs of any size that look like those of announcements: regions, bodies, people in posts, meetings over years."""

from __future__ import annotations

from random import Random
from typing import Any

import networkx as nx

BASE = "https://w3id.org/habar/id/"
FIRST = (
    "Айдос",
    "Берік",
    "Гүлнәр",
    "Дәурен",
    "Ермек",
    "Жанар",
    "Зарина",
    "Қайрат",
    "Ләззат",
    "Мадина",
    "Нұрлан",
    "Сәуле",
)
STEMS = ("Ақ", "Бай", "Дос", "Ер", "Жан", "Қара", "Мыр", "Нұр", "Ора", "Сап", "Тем", "Ысқ", "Әб", "Өт", "Шал", "Кен")
MIDDLES = ("ша", "бе", "ма", "ты", "лы", "да", "ға", "жа", "ку", "ре", "ни", "са")
ENDS = ("ров", "ков", "бек", "ева", "нов", "баев", "лина", "това")
FIELDS = ("су", "білім", "сайлау", "ауыл", "көлік", "мұрағат", "кітапхана", "мал", "қала", "спорт", "қолөнер", "орман")
RUSSIAN = ("водный", "учебный", "выборный", "сельский", "путевой", "архивный", "книжный", "степной", "городской",
           "спортивный", "ремесленный", "лесной")  # fmt: skip
ENGLISH = ("water", "education", "election", "rural", "transport", "archive", "library", "steppe", "city", "sport",
           "crafts", "forest")  # fmt: skip
POSTS = (("төраға", "председатель", "chair"), ("хатшы", "секретарь", "secretary"), ("директор", "директор", "director"))
CYRILLIC = "абвгдежзийклмнопрстуфхцчшщыіэюяәғқңөұүһ"
SOUNDS = """a b v g d e zh z i i k l m n o p r s t u f kh ts ch sh shch y i e yu ya a g q n o u u h"""
LATIN = str.maketrans(dict(zip(CYRILLIC, SOUNDS.split(), strict=True)))


def large_graph(entities: int, seed: int = 7) -> nx.MultiDiGraph[str]:
    """Return a graph of about so many entities and twice as many relations, each with a quote or two.

    A fifth are bodies, two fifths people, a third meetings, the rest programmes and places; most ties stay inside one
    of the regions, whose sizes differ much. One in twelve quotes is a doubtful one.
    """
    chance = Random(seed)
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(announcements=entities // 3)
    shares = (("organization", 0.2), ("person", 0.4), ("meeting", 0.33), ("program", 0.04))
    regions = max(2, entities // 120)
    members: dict[str, list[list[str]]] = {}
    for kind, share in (*shares, ("place", 0.03)):
        members[kind] = [[] for _ in range(regions)]
        for number in range(max(1, int(entities * share))):
            region = min(int(regions * chance.random() ** 1.6), regions - 1)
            node = f"{BASE}{kind}/{number}"
            graph.add_node(node, **_node(kind, number, chance))
            members[kind][region].append(node)
    for region in range(regions):
        _tie(graph, {kind: found[region] for kind, found in members.items()}, members, chance)
    return graph


def _tie(
    graph: nx.MultiDiGraph[str],
    here: dict[str, list[str]],
    all_members: dict[str, list[list[str]]],
    chance: Random,
) -> None:
    bodies = here["organization"] or [f"{BASE}organization/0"]
    for person in here["person"]:
        labels = dict(zip(("kk", "ru", "en"), chance.choice(POSTS), strict=True))
        body = bodies[int(len(bodies) * chance.random() ** 2)]
        _edge(graph, person, body, "kg:Membership", chance, labels, key=f"{BASE}membership/{person[-9:]}")
    for meeting in here["meeting"]:
        pool = here["person"] or bodies
        for other in {pool[int(len(pool) * chance.random() ** 1.5)] for _ in range(chance.randint(2, 4))}:
            _edge(graph, meeting, other, "kg:participant", chance)
        _edge(graph, meeting, chance.choice(bodies), "kg:participant", chance)
        if chance.random() < 0.15:
            guests = chance.choice(all_members["person"])
            if guests:
                _edge(graph, meeting, chance.choice(guests), "kg:participant", chance)
        if here["place"]:
            _edge(graph, meeting, chance.choice(here["place"]), "schema:location", chance)
    for program in here["program"]:
        _edge(graph, program, chance.choice(bodies), "kg:participant", chance)
    for body in bodies[1:]:
        if chance.random() < 0.5:
            _edge(graph, body, bodies[0], "org:subOrganizationOf", chance)


def _node(kind: str, number: int, chance: Random) -> dict[str, Any]:
    labels, alt = _names(kind, number, chance)
    day = _day(chance) if kind == "meeting" else None
    classes = {"organization": "Organization", "person": "Person", "meeting": "Meeting", "program": "Program"}
    return {"kind": classes.get(kind, "Place"), "label": labels["kk"], "labels": labels, "alt": alt, "start": day,
            "end": None, "status": None, "values": []}  # fmt: skip


def _names(kind: str, number: int, chance: Random) -> tuple[dict[str, str], list[str]]:
    field = chance.randrange(len(FIELDS))
    stem = chance.choice(STEMS) + "".join(chance.choice(MIDDLES) for _ in range(chance.randint(1, 2)))
    if kind == "person":
        name = f"{chance.choice(FIRST)} {stem}{chance.choice(ENDS)}"
        latin = name.lower().translate(LATIN).title()
        return {"kk": name, "ru": name.replace("қ", "к").replace("ұ", "у"), "en": latin}, [
            f"{name[0]}. {name.split()[1]}"
        ]
    words = {"organization": ("бірлестігі", "союз", "union"), "meeting": ("жиыны", "совет", "meeting"),
             "program": ("бағдарламасы", "проект", "programme")}.get(kind, ("алаңы", "площадь", "square"))  # fmt: skip
    return {
        "kk": f"{stem} {FIELDS[field]} {words[0]}",
        "ru": f"{RUSSIAN[field]} {words[1]} {stem}",
        "en": f"{stem.lower().translate(LATIN).title()} {ENGLISH[field]} {words[2]}",
    }, [f"{stem[0]}{FIELDS[field][0].upper()}{words[0][0].upper()}-{number}"]


def _day(chance: Random) -> str:
    return f"{int(2008 + 17 * chance.random() ** 0.6)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"


def _edge(
    graph: nx.MultiDiGraph[str],
    one: str,
    other: str,
    predicate: str,
    chance: Random,
    labels: dict[str, str] | None = None,
    key: str = "",
) -> None:
    names = [graph.nodes[node]["label"] for node in (one, other)]
    start = graph.nodes[one]["start"] or _day(chance)
    quotes = []
    for _ in range(1 + (chance.random() < 0.3)):
        fields = f"{chance.choice(FIELDS)} мен {chance.choice(FIELDS)}"
        text = f"{start[:4]} жылы {names[0]}, {fields} жайында, {names[1]} туралы айтылды"
        offset = chance.randrange(2000)
        number = chance.randrange(max(1, graph.graph["announcements"]))
        quotes.append({
            "text": text, "announcement": f"{start}-news-{number}", "start": offset, "end": offset + len(text),
            "confidence": 0.6 if chance.random() < 0.08 else 0.95, "rule": "test.rule",
            "headline": f"{names[1]}: {chance.choice(FIELDS)} жайында", "published": start, "url": "",
        })  # fmt: skip
    post = predicate == "kg:Membership"
    began = start if post and chance.random() < 0.3 else None
    labels = labels or {}
    graph.add_edge(one, other, key=key or predicate, predicate=predicate, label=labels.get("kk", ""),
                   labels=labels, quotes=quotes, start=began, end=None)  # fmt: skip
