"""Which game this is, and which rules its runs obey."""

VERSION = "0.1.0"

RULES = "3"
"""Raised whenever the same level, seed and actions would give another history (see CHANGELOG, **results change**)."""
