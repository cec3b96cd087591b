"""The command line."""


def main() -> None:
    """Run the command that the user typed."""
    raise SystemExit("not built yet")
