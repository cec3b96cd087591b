"""Reading announcements: files, folders, patterns and standard input become Announcement records."""

from kg.read.announce import laid_out, read_text
from kg.read.document import Document
from kg.read.documents import documents, read_path, sources

__all__ = ["Document", "documents", "laid_out", "read_path", "read_text", "sources"]
