"""How extraction is spread over processes and what is kept of it."""
