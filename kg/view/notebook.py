"""The picture in a Jupyter notebook: shown inline, in a frame of its own."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

HEIGHT = 640


@dataclass(frozen=True, slots=True)
class Picture:
    """A page of ours; a notebook shows it, and it can be written to a file."""

    html: str
    height: int = HEIGHT

    def _repr_html_(self) -> str:
        """Return a frame that holds the page; its scripts reach nothing outside it."""
        allowed = "allow-scripts allow-downloads allow-popups allow-modals"
        frame = f'sandbox="{allowed}" style="width:100%;height:{self.height}px;border:0"'
        return f'<iframe title="Habar" srcdoc="{escape(self.html)}" {frame}></iframe>'

    def __repr__(self) -> str:
        """Say what it is where nothing can be shown."""
        return f"<picture, {len(self.html):,} characters of HTML>"
