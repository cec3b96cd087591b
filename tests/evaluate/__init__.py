"""How far the program is from labels."""
