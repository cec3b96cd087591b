"""The command line: `kg COMMAND`.

Each command is a small module with a click command named ``command``, imported when it is called and not before, so
that `kg --help` is quick.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

import click

from kg import __version__
from kg.cli.terminal import harmless
from kg.errors import KgError

# Command -> (module, what it does). This table is the list that `kg --help` shows, in this order.
COMMANDS: dict[str, tuple[str, str]] = {
    "build": ("kg.cli.build", "Turn announcements into a knowledge graph."),
    "retract": ("kg.cli.retract", "Take announcements out of a graph."),
    "query": ("kg.cli.query", "Ask a graph: SPARQL or a named question."),
    "why": ("kg.cli.why", "Show the words behind what a graph says."),
    "conflicts": ("kg.cli.conflicts", "List what announcements contradict each other in."),
    "review": ("kg.cli.review", "Settle doubts and contradictions, one key each."),
    "view": ("kg.cli.view", "Draw the graph as an interactive page."),
    "serve": ("kg.cli.serve", "Show the graph on a web server, and answer SPARQL."),
    "export": ("kg.cli.export", "Write a graph in another format."),
    "load": ("kg.cli.load", "Make a database of N-Quads, such as a cluster writes."),
    "push": ("kg.cli.push", "Bring a graph to a SPARQL server."),
    "validate": ("kg.cli.validate", "Check a graph against the ontology's shapes."),
    "explain": ("kg.cli.explain", "Show what was found in an announcement and why."),
    "mentions": ("kg.cli.mentions", "List the people, bodies, posts and dates that are named."),
    "extract": ("kg.cli.extract", "List the facts that an announcement states, as JSON lines."),
    "evaluate": ("kg.cli.evaluate", "Compare what is found with the labels of announcements."),
    "morphology": ("kg.cli.morphology", "Show how word forms are understood."),
    "gazetteer": ("kg.cli.gazetteer", "Look after the names of known bodies and posts."),
}


class _Failure(click.ClickException):
    exit_code = 2

    def show(self, file: Any = None) -> None:
        click.echo(f"kg: {harmless(self.message)}", err=True)


class _Commands(click.Group):
    """A group that imports a command when it is called, and turns a KgError into one line and exit code 2."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(COMMANDS[cmd_name][0]).command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in COMMANDS.items()])

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except KgError as error:
            raise _Failure(str(error)) from error


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="kg", message="%(prog)s %(version)s")
def main() -> None:
    """Turn announcements of institutions (Kazakh, Russian, English) into a knowledge graph."""
