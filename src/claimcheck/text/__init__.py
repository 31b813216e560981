"""Folding and phrase look-up: how copy and vocabulary are made alike and compared, once for all rooms."""
