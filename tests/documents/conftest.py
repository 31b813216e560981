"""A test fails for what it finds, not for how long a busy machine takes to find it."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")
