"""`kg mentions`: what an announcement names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import click

from kg.cli import options
from kg.cli.examples import WithExamples
from kg.cli.json_lines import dump, mention_row
from kg.errors import KgError
from kg.records import Announcement, Line, Mention


@click.command(
    "mentions",
    cls=WithExamples,
    examples=(
        "kg mentions data/announcements/2017-12-21-election-commission-kk.txt",
        "kg mentions --lines --lang kk sentences.txt",
        "kg mentions announcement.txt --spacy en_core_web_sm",
    ),
)
@click.argument("file")
@click.option("--lines", is_flag=True, help="Take every line of FILE as a text of its own and number it.")
@options.gazetteer
@options.spacy
@options.lang
def command(file: str, lines: bool, spacy: str | None, lang: str | None) -> None:
    """Print the people, bodies, posts, places and dates that an announcement names, as JSON lines.

    FILE is an announcement, or - for standard input. Offsets count Unicode characters from the start of the text, or
    of the line with --lines.
    """
    if lines and spacy:
        raise KgError("--lines and --spacy do not go together; give an announcement without --lines")
    for row in _of_lines(file, lang) if lines else _of_announcement(file, lang, spacy):
        click.echo(dump(row))


def _of_announcement(file: str, lang: str | None, spacy: str | None) -> Iterator[Mapping[str, object]]:
    from kg.extract import extract
    from kg.extract.spacy_pipeline import load
    from kg.read import read_path

    read = read_path(file, lang=lang)
    found = extract(read, load(spacy)) if spacy else extract(read)
    yield from (mention_row(mention) for mention in found.mentions)


def _of_lines(file: str, lang: str | None) -> Iterator[Mapping[str, object]]:
    from kg.lang.detect import detect
    from kg.read.decode import decode
    from kg.read.find import content

    text = decode(content(file), "standard input" if file == "-" else file)
    lang = lang or detect(text)
    if lang not in ("kk", "ru", "en"):
        raise KgError(f"the language of {file} cannot be told; say which with --lang")
    for number, line in enumerate(text.split("\n")):
        if line.strip():
            yield from ({"line": number, **mention_row(mention)} for mention in _of_line(number, line, lang))


def _of_line(number: int, line: str, lang: str) -> Iterable[Mention]:
    """Return what one line names; of a line in Kazakh, where nothing stands around it, the tagger tells most."""
    if lang == "kk":
        from kg.lang.kk.mentions import mentions

        return mentions(line)
    from kg.extract import extract

    return extract(Announcement(f"line-{number}", line, lang, lines=(Line(0, len(line), "paragraph"),))).mentions
