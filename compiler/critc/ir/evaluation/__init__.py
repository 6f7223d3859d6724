"""The meaning of the core, step by step: naive on purpose, so that it can be checked by reading.

intervals, powers, days: arithmetic on what is only partly known · results: outcomes, and what they
are unknown for · scope: the values of facts and fields · terms: numbers, dates, lengths · atoms: one
comparison over all completions of its dates · lists, picks: over records · tables: limits that
depend on keys · conditions: the rest.
"""
