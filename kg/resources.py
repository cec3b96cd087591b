"""Where the ontology and the gazetteer are: in a checkout beside the package, in an installed wheel inside it."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent
_SHIPPED = _PACKAGE / "_shipped"


def resource(path: str) -> Path:
    """Return where a file or folder that travels with the package is.

    ``path`` is relative to the top of a checkout: "ontology/kg.ttl", "data/gazetteer". Raises FileNotFoundError
    when neither a checkout nor the wheel holds it, which means a broken installation.
    """
    for root in (_SHIPPED, _PACKAGE.parent):
        if (root / path).exists():
            return root / path
    raise FileNotFoundError(f"{path} is missing from this installation of habar; install it again")
