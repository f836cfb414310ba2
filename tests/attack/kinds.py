"""Kinds of hostile files: a maker each, listed under its name, and drawn in turn with all their commands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random
from typing import Any, TypeAlias

Content: TypeAlias = bytes | str
Maker: TypeAlias = Callable[[Random], Content]
Drawn: TypeAlias = Iterator[tuple[str, str, bytes, str]]  # kind, ending, content, command


class Kinds:
    """What is listed here is a family or several; makers are given a chance of their own each time."""

    def __init__(self, ending: str = "", commands: tuple[str, ...] = ()) -> None:
        self.ending, self.commands = ending, commands
        self.listed: dict[str, tuple[str, Maker, tuple[str, ...]]] = {}

    def kind(self, maker: Maker) -> Maker:
        """Put a maker on the list, under the name of its function."""
        self.listed[maker.__name__.replace("_", " ").strip()] = (self.ending, maker, self.commands)
        return maker

    def one_of(self, *options: Any) -> Callable[[Callable[[Any], Content]], Maker]:
        """The same for a maker that is told which of some options it makes."""

        def listed(maker: Callable[[Any], Content]) -> Maker:
            def chosen(random: Random) -> Content:
                return maker(random.choice(options))

            chosen.__name__ = maker.__name__
            return self.kind(chosen)

        return listed

    def drawn(self, count: int, seed: int, only: str = "") -> Drawn:
        """All kinds in turn, all commands in turn."""
        names = [name for name in self.listed if only in name]
        for number in range(count):
            name = names[number % len(names)]
            ending, maker, commands = self.listed[name]
            content = maker(Random(f"{seed}:{number}"))
            made = content.encode() if isinstance(content, str) else content
            yield name, ending, made, commands[(number // len(names)) % len(commands)]


def some(random: Random, number: int) -> int:
    """About as many, sometimes half."""
    return random.randint(number // 2, number)
