"""Graphs brought to real servers."""
