"""`kg query` as a user runs it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli import main

RUN = [sys.executable, "-c", "from kg.cli import main; main(prog_name='kg')"]


def query(*arguments: str, stdin: str | None = None) -> Result:
    """Run `kg query` in this process."""
    return CliRunner().invoke(main, ["query", *arguments], input=stdin)


@pytest.mark.parametrize(("asked", "code"), [("kg:Meeting", 0), ("kg:Nothing", 1)])
def test_an_ask_is_a_condition_of_scripts(asked: str, code: int, built: Path) -> None:
    """A real process ends with 0 for true and 1 for false."""
    done = subprocess.run(
        [*RUN, "query", f"ASK {{ ?s a {asked} }}", "-d", str(built)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (code, ["true\n", "false\n"][code], "")


def test_a_reader_that_has_gone_is_no_error(built: Path) -> None:
    """`kg query … | head` shows no traceback, however much there was to write."""
    big = (
        "SELECT * { " + " ".join(f"?s{n} a kg:Person ." for n in range(7)) + " }"
    )  # 4^7 rows, far more than a pipe holds
    command = [*RUN, "query", big, "-d", str(built), "--format", "csv"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        assert running.stdout.readline().startswith(b"s0")
        running.stdout.close()
        assert running.stderr.read() == b""
        assert running.wait() == 0


def test_sparql_comes_from_the_line_a_file_or_standard_input(built: Path, tmp_path: Path) -> None:
    """All four ways give the same answer."""
    sparql = "SELECT ?d { ?m a kg:Election ; schema:startDate ?d }"
    file = tmp_path / "q.rq"
    file.write_text("\ufeff" + sparql, encoding="utf-8")
    folder = ["-d", str(built), "--format", "csv"]
    answers = [
        query(sparql, *folder).output,
        query("--file", str(file), *folder).output,
        query("--file", "-", *folder, stdin=sparql).output,
        query("-", *folder, stdin=sparql).output,
    ]
    assert [answer.split() for answer in answers] == [["d", "2021-01"]] * 4


def test_a_named_question_takes_parameters_and_a_language(built: Path) -> None:
    """Names are found in any language and shown in the one asked for."""
    done = query("members-of", "-p", "organization=wml", "--lang", "en", "-d", str(built), "--format", "csv")
    assert "National Institute of Measurement,institutional member,2014-06," in done.output


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["post"], "did you mean posts"),
        (["SELECT * {"], "line 1, column"),
        (["DROP ALL"], "would change the graph"),
        (["--file", "missing.rq"], "missing.rq can't be read"),
        ([], "Give one of"),
        (["posts", "--file", "-"], "Give one of"),
        (["members-of"], "needs --param organization=…"),
        (["members-of", "-p", "organization"], "has no value"),
        (["meetings-of", "-p", "entity=a", "-p", "entity=b"], "given twice"),
        (["ASK {}", "-p", "a=b"], "goes with a named question"),
        (["members-of", "-p", 'organization="} ; DROP ALL'], "No organization in the graph"),
        (["posts", "--format", "turtle"], "turtle holds triples"),
        (["posts", "--show", "post"], "did you mean posts"),
    ],
)
def test_a_mistake_is_one_clear_line_and_exit_code_2(arguments: list[str], said: str, built: Path) -> None:
    """No traceback, nothing on standard output."""
    done = query(*arguments, "-d", str(built))
    assert done.exit_code == 2
    assert said in done.stderr
    assert done.stderr.count("\n") == 1
    assert done.stdout == ""


def test_a_folder_without_a_graph_says_what_to_do(tmp_path: Path) -> None:
    """The remedy is in the message."""
    done = query("posts", "-d", str(tmp_path))
    assert (done.exit_code, "run kg build" in done.stderr) == (2, True)


def test_a_file_that_is_no_text_is_refused(built: Path, tmp_path: Path) -> None:
    """A binary file is no query."""
    file = tmp_path / "q.rq"
    file.write_bytes(b"\xff\xfe\x00")
    assert "is not UTF-8 text" in query("--file", str(file), "-d", str(built)).stderr


def test_the_list_and_the_sparql_need_no_graph() -> None:
    """--list shows each question with its parameters in the language, --show its SPARQL."""
    assert "posts: Кто какую должность занимает" in query("--list", "--lang", "ru").output
    assert "-p organization=…: the body" in query("--list").output
    assert "SELECT ?person ?post" in query("--show", "posts").output


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_on_a_terminal_the_table_fits_and_hostile_data_is_harmless(built: Path) -> None:
    """A real pseudo-terminal of 80 columns gets a table that fits, and no escape sequence that we didn't draw."""
    table = terminal(["query", "posts", "-d", str(built)])
    assert "╭" in table
    assert all(len(re.sub("\x1b\\[[0-9;]*m", "", line)) <= 80 for line in table.splitlines())
    hostile = terminal(["query", 'SELECT ("\\u001b]0;owned\\u0007" AS ?x) {}', "-d", str(built), "--format", "csv"])
    assert "owned" in hostile
    assert "\x1b" not in hostile
    assert "\x07" not in hostile


def terminal(arguments: list[str]) -> str:
    """Run kg on a pseudo-terminal 80 columns wide and return all that it showed."""
    import pty

    ours, theirs = pty.openpty()
    environment = {**os.environ, "COLUMNS": "80", "TERM": "xterm"}
    with subprocess.Popen([*RUN, *arguments], stdout=theirs, stderr=theirs, env=environment) as running:
        os.close(theirs)
        shown = b""
        while True:
            try:
                part = os.read(ours, 65536)
            except OSError:  # Linux says so when the other end is closed
                break
            if not part:
                break
            shown += part
        running.wait()
    os.close(ours)
    return shown.decode("utf-8")
