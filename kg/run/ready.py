"""Imported by the fork server of the workers: loads the words and models of every language, to be shared by all."""

from __future__ import annotations

import gc

from kg.extract import extract
from kg.read import read_text
from kg.records import LANGUAGES

for _lang in LANGUAGES:
    extract(read_text("1 2", id="warm up", lang=_lang))
gc.collect()
gc.freeze()  # a collection in a worker would touch, and so copy, what it shares with the others
