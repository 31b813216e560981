"""What a repository says about its own copy: configuration, suppressions, baseline."""
