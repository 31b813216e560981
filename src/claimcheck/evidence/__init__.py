"""The evidence base: YAML in, frozen records out."""
