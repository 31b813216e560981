"""How a sentence puts a claim."""
