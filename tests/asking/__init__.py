"""What a journalist asks of a dozen announcements, from their texts to the answers."""
