"""Stand-ins for what takes longer to import than Python takes to start.

``typing`` and ``dataclasses`` would more than double the time to import a generated module.
"""

from __future__ import annotations

from typing import Any

# --- stand-ins ------------------------------------------------------------------------------------

WAITING = ("__init__", "__repr__", "__eq__", "__hash__", "__setattr__", "__delattr__")


def dataclass(*, frozen: bool) -> Any:
    """The standard decorator; it is applied when the class is first used."""
    from _thread import RLock

    def decorate(kind: Any) -> Any:
        lock = RLock()
        waiting = [*WAITING, "__dataclass_fields__"]

        def apply() -> None:
            from dataclasses import dataclass

            with lock:
                while waiting:
                    delattr(kind, waiting.pop())
                    if not waiting:
                        dataclass(frozen=frozen)(kind)

        def later(name: str) -> Any:
            def first(self: Any, *values: Any, **named: Any) -> Any:
                apply()
                return getattr(kind, name)(self, *values, **named)

            return first

        class Fields:
            def __get__(self, instance: Any, owner: Any) -> Any:
                apply()
                return kind.__dataclass_fields__

        for name in WAITING:
            setattr(kind, name, later(name))
        kind.__dataclass_fields__ = Fields()
        return kind

    return decorate


class Generic:
    """``Generic[Item]``, without the types."""

    def __class_getitem__(cls, item: Any) -> type:
        return cls


Item = None
