"""What of a yardstick a figure is to be held against, and whether it is sure to be of the same quantity."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from jixiao.audit.figures.figure import Metric, StatedFigure
from jixiao.audit.yardsticks.known import KnownFigure, Moment, QuantityName, Yardstick
from jixiao.audit.yardsticks.quantity_names import quantity_words
from jixiao.audit.yardsticks.said_quantity import SaidQuantity
from jixiao.audit.yardsticks.whole_budgets import is_of_all


class KnownCandidates:
    """Which of what is known a figure is to be held against."""

    def __init__(self, yardstick: Yardstick, said: Sequence[SaidQuantity]) -> None:
        self.yardstick = yardstick
        self.said = {one.figure: one for one in said}

    def candidates(self, one: SaidQuantity, figure: StatedFigure) -> list[KnownFigure]:
        """Of a part only what is part of the same whole."""
        found = [
            known
            for known in self.of(one.of, one.moment)
            if known.measure is figure.measure
            and (known.measure is not Metric.COUNT or figure.unit in known.units)
        ]
        if not one.part:
            return found
        whole = self.said.get(one.whole) if one.whole is not None else None
        if whole is None or not quantity_words().items.may_be(one.of.name, whole.of.name):
            return []
        wholes = [
            known
            for known in self.yardstick.figures
            if known.of in self._the_same(whole) and known.quantity.meets(whole.figure.quantity)
        ]
        groups = {known.group for known in wholes}
        return [known for known in found if known.group in groups]

    def _the_same(self, whole: SaidQuantity) -> set[QuantityName]:
        """What a whole is called, and what else is all of it: 基本支出, where there is no other 支出."""
        names = {whole.of}
        if self.agrees(whole.figure):
            also = quantity_words().all_of.get(whole.of.name, ())
            names |= {QuantityName(name, whole.of.scope) for name in also}
        return names

    def is_sure(self, one: SaidQuantity, known: KnownFigure) -> bool:
        """Whether a figure can be of nothing else: by its name, its whole, or those beside it that agree."""
        if known.row and one.limited and not one.part:
            return False
        if known.bare:
            return is_of_all(one, self.said.values(), self.agrees, quantity_words())
        if known.loose:
            return one.sentence in self.agreeing and not one.part
        if one.firm or one.part or (one.beside is not None and self.agrees(one.beside)):
            return True
        return one.sentence in self.agreeing and not re.fullmatch(quantity_words().bare, one.of.name)

    def agrees(self, figure: StatedFigure) -> bool:
        """Whether a figure is known, and the same."""
        one = self.said.get(figure)
        return one is not None and any(agrees_with(figure, known) for known in self.candidates(one, figure))

    @cached_property
    def agreeing(self) -> frozenset[int]:
        """The sentences with a figure that agrees."""
        return frozenset(
            one.sentence for figure, one in self.said.items() if figure.value and self.agrees(figure)
        )

    def of(self, name: QuantityName, moment: Moment) -> list[KnownFigure]:
        return [known for known in self.yardstick.figures if known.of == name and known.is_of(moment)]


def single(known: Sequence[KnownFigure]) -> KnownFigure | None:
    """The most exact one, if they all say the same."""
    if not known:
        return None
    best = min(known, key=lambda one: one.step)
    return best if all(one.quantity.meets(best.quantity) for one in known) else None


def agrees_with(figure: StatedFigure, known: KnownFigure) -> bool:
    """Whether both say the same, each as exactly as it does."""
    return figure.quantity.meets(known.quantity)
