"""Kazakh in Cyrillic script."""
