"""Tests of kg/read."""
