"""The parts of a generated validator that are the same in every one.

Each module here is a real one, typed and tested; ``emit`` pastes their text into what it generates,
without their imports, so that a validator is a single file of the standard library.
"""
