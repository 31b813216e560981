"""From sentences to claims."""
