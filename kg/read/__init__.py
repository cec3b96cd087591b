"""Reading announcements: files, folders, patterns and standard input become Announcement records."""

from kg.read.announce import laid_out, read_text
from kg.read.documents import read_path, sources

__all__ = ["laid_out", "read_path", "read_text", "sources"]
