"""The Python validator."""
