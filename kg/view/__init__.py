"""The picture: a networkx graph becomes one HTML file that works without a network."""
