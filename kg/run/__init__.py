"""How extraction is spread over processes, what is kept of it between builds, and how it is read back."""
