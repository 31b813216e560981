"""The version, as a constant: reading package metadata costs 40 ms at every start."""

__version__ = "0.1.0"
