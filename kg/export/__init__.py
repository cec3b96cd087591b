"""A graph in the formats that other programs read."""
