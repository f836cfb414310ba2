"""Places with names that read aloud, for tests of formulas: 一 is a cell, 一½ half its last digit."""

from __future__ import annotations

from small_sheet import VOCABULARY

from jixiao.model.fact import Kind
from jixiao.relation.places import Column
from jixiao.relation.spread import Spread
from jixiao.relation.translation import Translation


class Paper:
    """The cells of the small sheet; the unit of the workbook is U 元 and a cent has D decimals in it."""

    unit, digits = "U", "D"

    def cell(self, term: str) -> str:
        return term.rpartition(".")[2]

    def figure(self, term: str) -> Spread:
        half = f"{self.cell(term)}½"
        return Spread(self.cell(term), half, half, money=VOCABULARY[term].kind is Kind.AMOUNT)

    def text(self, term: str) -> str:
        return f"T({self.cell(term)})"

    def words(self, term: str) -> str:
        text = self.text(term)
        return text if VOCABULARY[term].kind is Kind.CODE else comparable(text)

    def columns(self, term: str) -> tuple[Column, ...]:
        name = self.cell(term)
        if not VOCABULARY[term].path:
            return (Column(name, name, f"{name}½", texts=f"{name}文", single=True),)
        return (Column(f"{name}列", f"{name}值", f"{name}½列", f"{name}低", f"{name}高", f"{name}文"),)

    def used_rows(self, term: str) -> str:
        return f"{VOCABULARY[term].path[-1]}行数"


class Page:
    """The same where the table goes over two pages, and its second half has exact figures."""

    unit, digits = "U", "D"
    cell, figure, text, words = Paper.cell, Paper.figure, Paper.text, Paper.words
    used_rows = Paper.used_rows

    def columns(self, term: str) -> tuple[Column, ...]:
        [first] = Paper.columns(self, term)  # type: ignore[arg-type]
        return first, Column(
            f"{first.cells}续", f"{first.values}续", texts=f"{first.texts}续", single=first.single
        )


def translation(places: Paper | Page | None = None) -> Translation:
    return Translation(places or Paper(), VOCABULARY)


def comparable(text: str) -> str:
    return f'UPPER(SUBSTITUTE(SUBSTITUTE(ASC({text})," ",""),"　",""))'
