"""Questions asked of what was found: why not better, does it hold, under another policy, and what is missing."""
