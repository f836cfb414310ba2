"""The names under which a template finds its values: the dotted terms of the form as nested scopes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from jixiao.report.errors import BadExpression


class Lazy(Mapping[str, object]):
    """Values by name, each made when it is first asked for: a report prints few of a workbook's cells."""

    __slots__ = ("_made", "_make", "_names")

    def __init__(self, names: Collection[str], make: Callable[[str], object]) -> None:
        self._names = names
        self._make = make
        self._made: dict[str, object] = {}

    def __getitem__(self, name: str) -> object:
        if name in self._made:
            return self._made[name]
        if name not in self._names:
            raise KeyError(name)
        value = self._made[name] = self._make(name)
        return value

    def __contains__(self, name: object) -> bool:
        return name in self._names

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


@dataclass(frozen=True, slots=True)
class Scope:
    """Values by name: one level of the dotted terms, one row of a table, one instance of a block."""

    name: str
    entries: Mapping[str, object] = field(default_factory=dict)

    def get(self, name: str) -> object:
        """Raises BadExpression for a name that is not there."""
        try:
            return self.entries[name]
        except KeyError:
            raise UnknownName(f"{self.name}.{name}" if self.name else name) from None


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
