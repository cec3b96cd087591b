"""Tests of English: phrases, clauses and what small announcements say."""
