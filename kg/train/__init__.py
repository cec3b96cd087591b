"""Trains the Kazakh tagger from labelled sentences: `python -m kg.train --data FILE --out kg/lang/kk/model`."""
