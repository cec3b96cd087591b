"""Tests of understanding one announcement."""
