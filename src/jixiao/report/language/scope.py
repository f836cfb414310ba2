"""The names under which a template finds its values: the dotted terms of the form as nested scopes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

import msgspec

from jixiao.report.word.errors import BadExpression

_NOT_YET = object()


class TemplateScope(msgspec.Struct, frozen=True):
    """Values by name: one level of the dotted terms, one row of a table, one instance of a block.

    `later` makes the value of one of `names` when it is first asked for: a report prints few of the cells.
    """

    name: str
    made: dict[str, object] = msgspec.field(default_factory=dict)
    names: Collection[str] = ()
    later: Callable[[str], object] | None = None

    def get(self, name: str) -> object:
        """Raises UnknownName for a name that is not there."""
        value = self.made.get(name, _NOT_YET)
        return self._first(name) if value is _NOT_YET else value

    @property
    def entries(self) -> Mapping[str, object]:
        """All values by their names."""
        return {name: self.get(name) for name in self.names} if self.later else self.made

    @property
    def size(self) -> int:
        return len(self.names if self.later else self.made)

    def _first(self, name: str) -> object:
        if self.later is None or name not in self.names:
            raise UnknownName(f"{self.name}.{name}" if self.name else name)
        value = self.made[name] = self.later(name)
        return value


class UnknownName(BadExpression):
    """A tag with a name that neither the form nor the style knows."""

    def __init__(self, name: str) -> None:
        super().__init__(f"“{name}”这个名称不存在")
        self.name = name


def leaves(value: object) -> list[object]:
    """The values in a scope or a list of scopes; a plain value is its own only leaf."""
    if isinstance(value, TemplateScope):
        return [leaf for inner in value.entries.values() for leaf in leaves(inner)]
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [leaf for inner in value for leaf in leaves(inner)]
    return [value]
