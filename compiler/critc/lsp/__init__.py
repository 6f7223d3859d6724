"""The language server: what an editor shows of a `.crit` file while it is written.

A thin layer over the passes: ``document`` and ``blocks`` keep what an edit leaves as it was,
``analysis`` checks, ``dictionary`` and ``occurrences`` say what the names mean; then one module a
feature, and ``server``, which answers the editor.
"""
