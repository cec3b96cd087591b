"""Habar turns the announcements of institutions into a knowledge graph."""

__version__ = "0.1.0"
