"""graded: a share of the full score by the level that was judged."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from jixiao.methods.measure import Measure, unusable
from jixiao.methods.method import EntryColumns, EntryRow, Mark, ScoringMethod
from jixiao.methods.wording import part, reached
from jixiao.relation.texts import same_text
from jixiao.strict import Strict


class Grade(Strict, kw_only=True):
    name: str
    share: Decimal


class Graded(ScoringMethod, kw_only=True, tag="graded"):
    """A share of the full score by the level that was judged."""

    scores = str
    columns = ("grade",)

    grades: tuple[Grade, ...]

    @property
    def names(self) -> list[str]:
        return [grade.name for grade in self.grades]

    def unsound(self, full: Decimal) -> Iterator[str]:
        if max(grade.share for grade in self.grades) != 1:
            yield "最好的等级应得满分，“share”写 1"

    def misfits(self, form: EntryColumns) -> Iterator[str]:
        choices = form.choices["grade"]
        for name in self.names:
            if choices and name not in choices:
                yield f"表样里没有“{name}”这个等级可选"

    def read(self, row: EntryRow) -> Measure:
        fact = row.text("grade")
        for name in self.names:
            if same_text(name) == same_text(fact.text):
                return Measure(name, name)
        raise unusable(fact, "不在等级之内", f"请填其中之一：{'、'.join(self.names)}。")

    def typed(self, text: str) -> str:
        if text not in self.names:
            raise ValueError(text)
        return text

    def score(self, value: str, full: Decimal) -> Mark:
        share = next(grade.share for grade in self.grades if grade.name == value)
        return reached(f"评为“{value}”", full) if share == 1 else part(f"评为“{value}”，按", share, full)
