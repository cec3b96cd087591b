"""Tests of kg.export and of the command `kg export`."""
