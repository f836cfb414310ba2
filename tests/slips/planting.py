"""Slips as people make them, planted in a consistent workbook; each knows what was right."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal

from msgspec.structs import replace
from slips.books import Book, Slot

from jixiao.checks.diagnosis.network import Edge
from jixiao.model.fact import Fact

TRIES = 60  # a slip may be too small to be seen, or change nothing: then another is thrown


@dataclass(frozen=True)
class Planted:
    """Cells that are wrong now, with their right figures, and what stood there before."""

    right: dict[int, Decimal]  # identity of the fact as it stands now -> right figure, in 元
    before: tuple[tuple[Slot, Fact], ...]
    some: bool = False  # not all of its cells need be in a broken equation: they agree, or stand in none

    def undo(self) -> None:
        for slot, fact in self.before:
            slot.put(fact)


def _digits(text: str) -> list[int]:
    return [index for index, character in enumerate(text) if character.isdigit()]


def changed(text: str, dice: random.Random) -> str:
    place = dice.choice(_digits(text))
    return text[:place] + dice.choice("0123456789") + text[place + 1 :]


def swapped(text: str, dice: random.Random) -> str:
    places = _digits(text)
    number = dice.randrange(len(places) - 1)
    characters = list(text)
    one, other = places[number], places[number + 1]
    characters[one], characters[other] = characters[other], characters[one]
    return "".join(characters)


def dropped(text: str, dice: random.Random) -> str:
    place = dice.choice(_digits(text))
    return text[:place] + text[place + 1 :]


def doubled(text: str, dice: random.Random) -> str:
    place = dice.choice(_digits(text))
    return text[:place] + text[place] + text[place:]


def point(text: str, dice: random.Random) -> str:
    return format(Decimal(text).scaleb(dice.choice((-3, -2, -1, 1, 2, 3))), "f")


def unit(text: str, dice: random.Random) -> str:
    return format(Decimal(text).scaleb(dice.choice((-4, 4))), "f")


def sign(text: str, dice: random.Random) -> str:
    return format(-Decimal(text), "f")


def blank(text: str, dice: random.Random) -> str:
    return ""


TYPED: dict[str, Callable[[str, random.Random], str]] = {
    "changed": changed,
    "swapped": swapped,
    "dropped": dropped,
    "doubled": doubled,
    "point": point,
    "unit": unit,
    "sign": sign,
    "blank": blank,
}
ONE_CELL = (*TYPED, "copied")
KINDS = (*ONE_CELL, "stale")


def plant(kind: str, book: Book, dice: random.Random, avoid: Iterable[int] = ()) -> Planted | None:
    """A slip of that kind somewhere, beyond the rounding interval; None if none was found."""
    for _ in range(TRIES):
        slot = dice.choice(book.slots)
        if id(slot.fact) in book.least and id(slot.fact) not in avoid:
            planted = _left_old(slot, book, dice) if kind == "stale" else _typed(kind, slot, book, dice)
            if planted is not None:
                return planted
    return None


def _typed(kind: str, slot: Slot, book: Book, dice: random.Random) -> Planted | None:
    fact = slot.fact
    if kind == "copied":
        new = _copied(fact, book, dice)
    else:
        new = book.typed(fact, TYPED[kind](book.digits(fact), dice))
    if not new.state.readable or abs(new.number - fact.number) <= book.least[id(fact)]:
        return None
    slot.put(new)
    planted = Planted({id(new): fact.number}, ((slot, fact),))
    if kind != "blank" or book.network().around(id(new)):
        return planted
    planted.undo()  # its relation speaks of filled cells only
    return None


def _copied(fact: Fact, book: Book, dice: random.Random) -> Fact:
    """The figure above or to the left: people work down and to the right."""
    beside = [other.fact for other in book.slots if _is_before(other.fact, fact)]
    other = dice.choice(beside) if beside else fact
    return replace(fact, value=other.value, quantum=other.quantum, typed=other.typed)


def _is_before(other: Fact, fact: Fact) -> bool:
    assert fact.place
    assert other.place
    right = ord(fact.place.cell[0]) - ord(other.place.cell[0])
    down = int(fact.place.cell[1:]) - int(other.place.cell[1:])
    return fact.place.sheet == other.place.sheet and (right, down) in ((0, 1), (1, 0))


def _left_old(slot: Slot, book: Book, dice: random.Random) -> Planted | None:
    """A part gets another amount, half of the time with its next totals; what lies beyond stays as it was.

    Wrong are then the totals of the equations that are broken, and cells that should equal a changed one.
    """
    network, part = book.clean, id(slot.fact)
    edges = [edge for position in network.around(part) if (edge := network.edge(position))]
    totals = {edge.total for edge in edges if edge.total is not None}
    by_cell = {id(other.fact): other for other in book.slots}
    if part in totals or not totals or not totals <= by_cell.keys():
        return None
    by = _another(slot.fact.number, book, dice) - slot.fact.number
    if abs(by) <= book.least[part]:
        return None
    moved = [by_cell[cell] for cell in ({part, *totals} if dice.random() < 0.5 else {part})]
    return _behind(_moved(moved, by, book), by, book)


def _another(amount: Decimal, book: Book, dice: random.Random) -> Decimal:
    """Between a third of it and three times as much."""
    factor = Decimal(3) ** Decimal(str(dice.uniform(-1, 1)))
    return (amount * factor / book.step).quantize(Decimal(1)) * book.step


def _moved(slots: list[Slot], by: Decimal, book: Book) -> Planted:
    before = tuple((slot, slot.fact) for slot in slots)
    for slot, fact in before:
        slot.put(book.typed(fact, format((fact.number + by) / book.units.factor, "f")))
    return Planted({}, before)


def _behind(planted: Planted, by: Decimal, book: Book) -> Planted | None:
    network = book.network()
    moved = {id(slot.fact) for slot, _ in planted.before}
    right: dict[int, Decimal] = {}
    for edge in (network.edge(position) for position in network.broken):
        cell = _old_cell(edge, moved) if edge else None
        if edge is None or cell is None or abs(abs(edge.gap) - abs(by)) > 2 * edge.tolerance:
            planted.undo()
            return None
        right[cell] = network.facts[cell].number - edge.gap / edge.factors[cell]
    if not right:
        planted.undo()
    return Planted(right, planted.before) if right else None


def _old_cell(edge: Edge, moved: set[int]) -> int | None:
    if edge.total is not None and edge.total not in moved:
        return edge.total
    old = [cell for cell in edge.factors if cell not in moved]
    return old[0] if len(edge.factors) == 2 and len(old) == 1 else None
