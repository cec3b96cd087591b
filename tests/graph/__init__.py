"""The graph: its layout, its files, its shapes, what leads back to the words."""
