"""The pages in docs/ say the truth: what they name exists, and what is made from data is not stale."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[1] / "docs"
PAGES = sorted(DOCS.glob("*.md"))
# `kg/lang/packs.py`, `data/gold/kk`: what stands in the text as a path of this repository.
PATH = re.compile(r"`((?:kg|data|tests|docs|ontology)/[\w./-]+)`")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_what_a_page_names_exists(page: Path) -> None:
    """Links lead somewhere, and so do paths in the text."""
    text = page.read_text("utf-8")
    links = [DOCS / target for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", text)]
    paths = [DOCS.parent / path for path in PATH.findall(text)]
    assert links or paths or page.name == "announcements.md"
    assert [path for path in links + paths if not path.exists()] == []


def test_the_tables_of_terms_are_those_of_the_ontology() -> None:
    """docs/ontology.md holds every term as kg.ttl has it; `python docs/ontology_tables.py` makes it anew."""
    made = runpy.run_path(str(DOCS / "ontology_tables.py"))
    text = (DOCS / "ontology.md").read_text("utf-8")
    assert text.count(made["MARK"]) == 1
    assert text.partition(made["MARK"])[2].strip() == made["tables"]().strip()
    assert "| `kg:Meeting` | Кездесу | Встреча | Meeting |" in text


def test_the_architecture_names_every_room() -> None:
    """No folder of the package is missing from the page that tells what is where."""
    text = (DOCS / "architecture.md").read_text("utf-8")
    rooms = [path.parent.name for path in (DOCS.parent / "kg").glob("*/__init__.py")]
    assert len(rooms) >= 9
    assert [room for room in rooms if f"`kg/{room}`" not in text] == []
