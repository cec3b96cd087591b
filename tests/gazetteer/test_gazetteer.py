"""The gazetteer that ships: its names are found, its rows are sound, a user's rows add to it."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import KgError
from kg.extract import extract
from kg.gazetteer import KINDS, load, problems, using
from kg.gazetteer_rows import COLUMNS
from kg.names import fold
from kg.read import read_text
from kg.records import LANGUAGES, Name

HEADER = ",".join(COLUMNS) + "\n"
CASES = [
    [cell.strip() for cell in line.split(" | ")]
    for line in (Path(__file__).parent / "find_cases.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


def rows_file(folder: Path, rows: str, name: str = "own.csv") -> Path:
    """Write a user's gazetteer file."""
    file = folder / name
    file.write_text(HEADER + rows, "utf-8")
    return file


def test_case_count() -> None:
    """All golden cases were collected."""
    assert len(CASES) == 58


@pytest.mark.parametrize(("name", "lang", "kind", "ids"), CASES, ids=[case[0] for case in CASES])
def test_find(name: str, lang: str, kind: str, ids: str) -> None:
    """A name leads to its thing in any of its usual spellings, and to nothing else."""
    found = load().find(name, lang if lang != "-" else None, kind if kind != "-" else None)
    assert [entry.id for entry in found] == ([] if ids == "-" else ids.split())


def test_shipped_rows_are_sound() -> None:
    """No row of the shipped gazetteer is malformed, repeated, orphaned or claims another's name."""
    assert problems() == []


def test_every_name_finds_its_entry() -> None:
    """What is written in a row can be looked up by language and kind."""
    gazetteer = load()
    lost = [
        name.text
        for entry in gazetteer.entries
        for name in entry.all_names
        if entry not in gazetteer.find(name.text, name.lang, entry.kind)
    ]
    assert lost == []


def test_size_and_kinds() -> None:
    """The gazetteer holds every kind, and some hundreds of rows."""
    gazetteer = load()
    assert len(gazetteer.entries) >= 900
    assert {entry.kind for entry in gazetteer.entries} == set(KINDS)
    assert len(gazetteer.of_kind("Role")) >= 80


def test_kazakh_bodies_have_all_three_languages() -> None:
    """Bodies of Kazakhstan are named in Kazakh, Russian and English, or a match across languages could not be made."""
    bodies = [entry for entry in load().of_kind("Organization") if entry.state == "KZ"]
    assert [entry.id for entry in bodies if not all(entry.label(lang) for lang in LANGUAGES)] == []


def test_own_names_of_states_come_before_cldr() -> None:
    """The first name of states.csv is the one to show; Unicode's names follow."""
    kyrgyzstan = load().by_id("kg")
    assert kyrgyzstan.label("ru") == "Кыргызстан"
    assert Name("Киргизия", "ru") in kyrgyzstan.names


def test_state_forms_give_way_to_rows(tmp_path: Path) -> None:
    """A name made from a state's forms is not indexed where a row claims it."""
    file = rows_file(tmp_path, "own-osk,Organization,Сынақ ұйымы,,,ҚР ОСК,,,,,test\n")
    assert [entry.id for entry in load(file).find("ҚР ОСК")] == ["own-osk"]


def test_extra_rows_add_things_and_names(tmp_path: Path) -> None:
    """A user's row with a new id adds a thing; a cell with + before it adds names to those of a known one."""
    own = (
        "cec-kz,Organization,+Сайлау комиссиясы (Астана),,,,,,,,test\nclub,Organization,Тау клубы,,,,,,cec-kz,KZ,test\n"
    )
    gazetteer = load(rows_file(tmp_path, own))
    assert [entry.id for entry in gazetteer.find("сайлау комиссиясы (астана)")] == ["cec-kz"]
    assert gazetteer.by_id("cec-kz").label("kk") == "Қазақстан Республикасының Орталық сайлау комиссиясы"
    assert gazetteer.by_id("club").parent == "cec-kz"
    assert "club" not in load()


def test_extra_rows_override_cells(tmp_path: Path) -> None:
    """A cell that a user fills in takes the place of ours, - empties it, an empty one leaves it."""
    own = "cec-kz,Organization,Сайлау комиссиясы,,,,-,,,,test\nkz,Country,,Казахия,,,,,,,test\n"
    gazetteer = load(rows_file(tmp_path, own))
    commission = gazetteer.by_id("cec-kz")
    assert [name.text for name in commission.names if name.lang == "kk"] == ["Сайлау комиссиясы"]
    assert commission.label("ru") == load().by_id("cec-kz").label("ru")
    assert {name.lang for name in commission.acronyms} == {"kk", "en"}
    assert gazetteer.find("ЦИК") == ()
    assert [name.text for name in gazetteer.by_id("kz").names if name.lang == "ru"] == ["Казахия"]


def test_a_name_can_be_given_to_another(tmp_path: Path) -> None:
    """Whoever writes of Kyrgyzstan takes ЦИК from Kazakhstan's commission; what hinders it is told."""
    own = "cec-of-ours,Organization,,Наша комиссия,,,ЦИК,,,KG,test\n"
    file = rows_file(tmp_path, own)
    (problem,) = problems(file)
    assert problem.startswith("own.csv, line 2: the name 'ЦИК' belongs to bodies-kz.csv, line ")
    assert problem.endswith(
        "give your row the id cec-kz if it is the same thing; if not, name cec-kz otherwise in a row of your own"
    )
    file = rows_file(tmp_path, own + "cec-kz,Organization,,,,,ЦИК Казахстана,,,,test\n")
    assert problems(file) == []
    assert [entry.id for entry in load(file).find("ЦИК", "ru")] == ["cec-of-ours"]


def test_rows_in_use(tmp_path: Path) -> None:
    """While a user's rows are in use every stage sees them; a file written anew is read anew."""
    file = rows_file(tmp_path, "club,Organization,Тау клубы,,,,,,,,test\n")
    assert load().find("Тау клубы") == ()
    with using(file):
        assert [entry.id for entry in load().find("Тау клубы")] == ["club"]
    assert load().find("Тау клубы") == ()
    rows_file(tmp_path, "hill-club,Organization,Тау клубы,,,,,,,,test\n")
    with using(file) as gazetteer:
        assert [entry.id for entry in gazetteer.find("Тау клубы")] == ["hill-club"]


def test_a_users_body_is_recognised_in_a_text(tmp_path: Path) -> None:
    """Extraction in each language ties a name to the user's row while it is in use, and only then."""
    row = "hill-club,Organization,Қарлы шың клубы,Клуб «Снежная вершина»,Snowy Peak Club,ҚШК,КСВ,SPC,,,test\n"
    texts = {
        "kk": "2021 жылғы 14 мамырда ҚШК төрағасы Асқар Беделов жиналыс өткізді.",
        "ru": "14 мая 2021 года председатель КСВ Аскар Беделов провёл собрание.",
        "en": "On 14 May 2021 the chairman of the SPC, Askar Bedelov, held a meeting.",
    }
    for lang, text in texts.items():
        announcement = read_text(f"Жаңалық\n{text}\n", id=lang, lang=lang)
        with using(rows_file(tmp_path, row)):
            assert "hill-club" in {thing.known for thing in extract(announcement).things}
        assert "hill-club" not in {thing.known for thing in extract(announcement).things}


def test_folder_of_extra_rows(tmp_path: Path) -> None:
    """All CSV files of a user's folder are read."""
    rows_file(tmp_path, "first,Place,Бірінші ауыл,,,,,,,,t\n", "a.csv")
    rows_file(tmp_path, "second,Place,Екінші ауыл,,,,,,,,t\n", "b.csv")
    assert {"first", "second"} <= {entry.id for entry in load(tmp_path).entries}


def test_find_tells_languages_apart() -> None:
    """An acronym that only one language uses is not found in another."""
    assert load().find("ОСК", lang="en") == ()


def test_folded_names_serve_other_indexes() -> None:
    """Every folded name that the index holds is a fold and leads to its entry."""
    sample = [(text, lang, entry) for text, lang, entry in load().folded_names() if entry.id in {"cec-kz", "aweb"}]
    assert ("қр оск", "kk", load().by_id("cec-kz")) in sample
    assert all(fold(text) == text and entry in load().find(text, lang) for text, lang, entry in sample)


BAD = {
    "x,Organization,Ұйым\n": "own.csv, line 2: 3 cells where 11 belong",
    "x,Planet,Шолпан,,,,,,,,t\n": "own.csv, line 2: the kind 'Planet' is none of Organization",
    "X y,Place,Ауыл,,,,,,,,t\n": "own.csv, line 2: the id 'X y' must be lower-case",
    "x,Place,Қара кент,,,,,,,,t\ny,Place,Kара кент,,,,,,,,t\n": "own.csv, line 3: Latin and Cyrillic letters in one",
    "x,Place,,Кент c садом,,,,,,,t\n": "own.csv, line 2: Latin and Cyrillic letters in one word of column ru, 'c'",
    "x,Place,,,Kent Қара,,,,,,t\n": "own.csv, line 2: Cyrillic letters in column en, 'Kent Қара'",
    "cec-kz,Organization,-,-,-,,,,,,t\n": "own.csv, line 2: no name in any of kk, ru, en",
    "x,Place,,,,,,,,,t\n": "own.csv, line 2: no name in any of kk, ru, en",
    "x,Place,Ауыл||Село,,,,,,,,t\n": "own.csv, line 2: an empty name in column kk",
    "x,Place,Ау\x07ыл,,,,,,,,t\n": "own.csv, line 2: a control character in column kk",
    "x,Place,Ауыл,,,,,,,Kazakhstan,t\n": "own.csv, line 2: the state 'Kazakhstan' must be a code of two capitals",
    "x,Place,Ауыл,,,,,,nowhere,,t\n": "own.csv, line 2: the parent nowhere is no id",
    "x,Place,Ауыл,,,,,,y,,t\ny,Place,Село,,,,,,x,,t\n": "own.csv, line 2: x is its own ancestor",
    "# сөз\nx,Place,Ауыл,,,,,,,,t\nx,Place,Село,,,,,,,,t\n": "own.csv, line 4: the id x is taken by own.csv, line 3",
    "cec-kz,Place,Үй,,,,,,,,t\n": "own.csv, line 2: cec-kz is of kind Organization in bodies-kz.csv",
    "x,Organization,Басқа ұйым,,,оск,,,,,t\n": "own.csv, line 2: the name 'оск', the same as 'ОСК',",
}


@pytest.mark.parametrize(("rows", "sentence"), BAD.items(), ids=list(BAD.values()))
def test_wrong_rows_are_named(tmp_path: Path, rows: str, sentence: str) -> None:
    """Each fault is told in one sentence that names file and line, and loading refuses with it."""
    file = rows_file(tmp_path, rows)
    told = problems(file)
    assert any(problem.startswith(sentence) for problem in told), told
    with pytest.raises(KgError, match=r"own\.csv, line \d"):
        load(file)


def test_marked_names_may_be_shared(tmp_path: Path) -> None:
    """A name that both rows mark with * belongs to both and finds both."""
    file = rows_file(tmp_path, "x,Place,Орта*,,,,,,,,t\ny,Place,Орта*,,,,,,,,t\n")
    assert problems(file) == []
    assert [entry.id for entry in load(file).find("Орта")] == ["x", "y"]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is empty"),
        (b"id,name\n1,2\n", "line 1: the header must be id,kind,kk"),
        (b"\xff\xfe\x00", "is not in UTF-8"),
        ((HEADER + 'x,"Place\n').encode(), "line 2: this is not CSV"),
    ],
)
def test_unreadable_files(tmp_path: Path, content: bytes, sentence: str) -> None:
    """A file that is no gazetteer at all is refused with a sentence that names it."""
    file = tmp_path / "own.csv"
    file.write_bytes(content)
    with pytest.raises(KgError, match=sentence) as caught:
        load(file)
    assert "own.csv" in str(caught.value)


def test_missing_path(tmp_path: Path) -> None:
    """A path that is not there is named."""
    with pytest.raises(KgError, match=r"nothing\.csv is neither a CSV file nor a folder"):
        load(tmp_path / "nothing.csv")
