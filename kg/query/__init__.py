"""Questions to a built graph: SPARQL of the user's own, and named questions in ``questions/``, one .rq file each."""
