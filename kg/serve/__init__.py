"""A server on one's own machine: SPARQL for programs, pages for people, over a graph that `kg build` made.

It only reads. Nothing it sends asks another host for anything, and its pages need no script.
"""

from __future__ import annotations
