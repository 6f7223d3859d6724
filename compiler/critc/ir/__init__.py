"""The three-valued core, and what can be asked of it."""
