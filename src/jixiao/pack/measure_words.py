"""measures.toml as typed data: by which formulas and names a measure over the form's terms is known."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from jixiao.pack.errors import PackError
from jixiao.pack.pack import Pack
from jixiao.pack.toml_file import read_toml
from jixiao.relation.binding import bind_value
from jixiao.relation.syntax import RelationError
from jixiao.relation.texts import same_text
from jixiao.strict import Basis, Strict

FILE = "measures.toml"
NAMED = " = "  # between the name of a measure and its relation
Groups = tuple[tuple[str, ...], ...]


class Wording(Strict, kw_only=True):
    """Words that a name or a phrase must have: all of `has`, one of each group of `any`, none of `lacks`."""

    has: tuple[str, ...] = ()
    any: Groups = ()
    lacks: tuple[str, ...] = ()

    def fits(self, text: str) -> bool:
        return (
            all(word in text for word in self.has)
            and all(any(word in text for word in group) for group in self.any)
            and not any(word in text for word in self.lacks)
        )


class NamedFigure(Wording, kw_only=True):
    """`last_year`: a phrase that names last year may mean it, and no other figure.

    `of`: what the table must speak of, 楼堂馆所, where the phrase alone, 实际投资, may be of anything.
    """

    term: str
    last_year: bool = False
    of: tuple[str, ...] = ()

    def means(self, phrase: str, beside: str) -> bool:
        """Whether a phrase means it, in a row that says all of `beside`."""
        return self.fits(phrase) and (not self.of or any(word in phrase + beside for word in self.of))


class BudgetItem(Strict, kw_only=True):
    """An item that has a figure budgeted, spent, and spent last year; `changed` is compared with the last."""

    words: tuple[str, ...]
    lacks: tuple[str, ...] = ()
    spent: str
    budgeted: str
    last_year: str = ""
    changed: str = ""

    def fits(self, text: str) -> bool:
        return any(word in text for word in self.words) and not any(word in text for word in self.lacks)

    @property
    def control(self) -> str:
        return f"{self.spent} / {self.budgeted}"

    @property
    def change(self) -> str:
        return f"({self.changed or self.spent} - {self.last_year}) / {self.last_year}"

    @property
    def saving(self) -> str:
        return f"({self.last_year} - {self.changed or self.spent}) / {self.last_year}"


class NamedMeasure(Wording, kw_only=True):
    """`names`: exactly so; what only fits is offered, and not sure. `base`: the table must say its base."""

    names: tuple[str, ...]
    measure: str
    without_policy: str = ""
    opening: str = ""
    base: bool = False

    def like(self, text: str) -> bool:
        return bool(self.any) and self.fits(text)


class FreeRowsWords(Strict, kw_only=True):
    """The unit's own indicators: their sum for a level, {}, and how the id of such an indicator begins."""

    measure: str
    id: str


class MeasureWords(Strict, kw_only=True):
    basis: Basis
    figures: tuple[NamedFigure, ...]
    items: tuple[BudgetItem, ...]
    sides: dict[str, tuple[str, ...]]
    indicators: tuple[NamedMeasure, ...]
    budgets: dict[str, str]  # by base
    names: dict[str, tuple[str, ...]]
    free_rows: FreeRowsWords | None = None

    @property
    def relations(self) -> Iterator[str]:
        yield from (figure.term for figure in self.figures)
        for item in self.items:
            yield item.control
            yield from (item.change, item.saving) if item.last_year else ()
        for each in self.indicators:
            yield from (text for text in (each.measure, each.without_policy, each.opening) if text)
        if self.free_rows:
            yield self.free_rows.measure

    @property
    def choices(self) -> Iterator[str]:
        """Measures with their names, as a drop-down offers them."""
        for each in self.indicators:
            yield f"{each.names[0]}{NAMED}{each.measure}"
        for item in self.items:
            for kind, relation in (
                ("control", item.control),
                ("change", item.change),
                ("saving", item.saving),
            ):
                if kind == "control" or item.last_year:
                    yield f"{item.words[0]}{self.names[kind][0]}{NAMED}{relation}"

    def named(self, name: str) -> str:
        """The measure of this name in the drop-down; empty if there is none."""
        pairs = (choice.split(NAMED, 1) for choice in self.choices)
        return next((relation for known, relation in pairs if same_text(known) == same_text(name)), "")


def load_measure_words(pack: Pack) -> MeasureWords | None:
    """None for a pack that knows no measures. Raises PackError if it names what the form lacks."""
    path = pack.folder / FILE
    if not path.is_file():
        return None
    words = _loaded(path)
    for relation in words.relations:
        try:
            bind_value(relation, pack.vocabulary)
        except RelationError as error:
            raise PackError(path, relation, str(error)) from error
    return words


@cache
def _loaded(path: Path) -> MeasureWords:
    return read_toml(path, MeasureWords)
