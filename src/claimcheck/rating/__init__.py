"""From evidence to ratings, and from ratings to verdicts."""
