"""Reports and cards as text, one module a format."""
