"""The server, run as users run it."""
