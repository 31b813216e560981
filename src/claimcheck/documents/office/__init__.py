"""Formats of office programs and e-books: archives of XML."""
