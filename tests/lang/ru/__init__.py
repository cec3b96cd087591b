"""Tests of the Russian pack."""
