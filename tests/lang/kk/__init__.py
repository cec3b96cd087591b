"""Tests of the Kazakh language pack."""
