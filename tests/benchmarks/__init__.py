"""Speed and memory, measured; `make bench` runs them, `make test` only what they are made of."""
