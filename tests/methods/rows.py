"""A row of the self-evaluation table with what was typed into it, as a method reads it."""

from decimal import Decimal

import msgspec

from jixiao.methods.method import NotMeasurable, unusable
from jixiao.model.fact import Fact, Kind, Place
from jixiao.model.scorecard import Obstacle


class Row(msgspec.Struct):
    cells: dict[str, str]
    full: Decimal = Decimal(5)
    rated: str = ""

    def text(self, column):
        typed = self.cells.get(column, "")
        place = Place("指标自评", "A5")
        if not typed:
            raise NotMeasurable(Obstacle(column, place, "还没有填写", "请补填。"))
        return Fact(column, column, Kind.TEXT, place, typed, typed=typed)

    def number(self, column):
        fact = self.text(column)
        try:
            return fact, Decimal(fact.typed.rstrip("%")) / (100 if fact.typed.endswith("%") else 1)
        except ArithmeticError:
            raise unusable(fact, "不是数字", "请改填数字。") from None

    def points(self, number):
        return [self.text(f"point{index}") for index in range(number)]

    def refuse_implausible(self, fact, rate):
        pass


def row(full="5", rated="", **cells):
    return Row(cells, Decimal(full), rated)
