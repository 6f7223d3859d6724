"""One package for each output; each imports the core and its own templates only."""
