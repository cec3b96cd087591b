"""Tests of telling who is who in all announcements."""
