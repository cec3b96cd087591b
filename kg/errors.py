"""The one error that users see."""

from __future__ import annotations


class KgError(Exception):
    """Something the user can mend; the message is one sentence that names the file or value and the remedy.

    The command line prints it and exits with code 2, without a traceback.
    """
