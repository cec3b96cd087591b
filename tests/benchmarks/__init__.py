"""What is measured in seconds and megabytes; no part of the test suite."""
