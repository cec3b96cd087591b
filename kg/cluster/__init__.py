"""A build on a Ray cluster: reading, understanding and comparing as Ray Data, the graph as shards of N-Quads.

What is computed is what a build on one machine computes, by the same functions; only where differs. The machine that
``build`` runs on keeps the cache, decides who is who, and writes the report (see docs/cluster.md).
"""

from __future__ import annotations

from kg.cluster.building import Clustered, build

__all__ = ["Clustered", "build"]
