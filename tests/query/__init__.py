"""Tests of kg.query and of the command `kg query`."""
