"""The commands, one module each; what they do is in the modules that they call."""
