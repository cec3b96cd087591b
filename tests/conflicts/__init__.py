"""Tests of kg.conflicts."""
