"""Pages from the web: fetched politely, within bounds, and never from a private network unless allowed."""
