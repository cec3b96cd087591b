"""Tests of kg/cli."""
