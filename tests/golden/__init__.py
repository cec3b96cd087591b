"""What a careful reader finds, and how far the program is from it."""
