"""From tree to a resolved and typed protocol."""
