"""Languages: one folder each, with its tokens, morphology, dates and words as data."""
