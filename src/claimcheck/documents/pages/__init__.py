"""Formats whose words are placed on a page: where they stand tells in which order they are read and what they are."""
