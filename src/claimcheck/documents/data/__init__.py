"""Formats of data: tables and records, some of whose fields hold copy."""
