"""The names under which a template finds its values: the dotted terms of the form as nested scopes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from jixiao.report.errors import BadExpression


@dataclass(frozen=True, slots=True)
class Scope:
    """Values by name: one level of the dotted terms, one row of a table, one instance of a block."""

    name: str
    entries: dict[str, object] = field(default_factory=dict)

    def get(self, name: str) -> object:
        """Raises BadExpression for a name that is not there."""
        if name not in self.entries:
            raise UnknownName(f"{self.name}.{name}" if self.name else name)
        return self.entries[name]

    def put(self, name: str, value: object) -> None:
        """Store a value under a dotted name, making the scopes on the way."""
        head, _, rest = name.partition(".")
        if not rest:
            self.entries[head] = value
            return
        inner = self.entries.setdefault(head, Scope(f"{self.name}.{head}" if self.name else head))
        if not isinstance(inner, Scope):
            raise ValueError(f"{head} is a table and cannot hold {name}")
        inner.put(rest, value)


class UnknownName(BadExpression):
    """A tag with a name that neither the form nor the style knows."""

    def __init__(self, name: str) -> None:
        super().__init__(f"“{name}”这个名称不存在")
        self.name = name


def leaves(value: object) -> list[object]:
    """The values in a scope or a list of scopes; a plain value is its own only leaf."""
    if isinstance(value, Scope):
        return [leaf for inner in value.entries.values() for leaf in leaves(inner)]
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [leaf for inner in value for leaf in leaves(inner)]
    return [value]
