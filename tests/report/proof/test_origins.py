"""Where a printed value comes from: its term, its label, its cells, its working."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from msgspec.structs import replace
from report.filled import fact
from report.small import PHRASES

from jixiao.model.fact import Fact, Kind, Place
from jixiao.report.language.derived import DIFFERENCE, QUOTIENT, SUM, Derived
from jixiao.report.language.texts import Counted, SourcedText
from jixiao.report.language.values import Day, Figure
from jixiao.report.proof.origins import Origin, is_figure, origin_of


def at(term: str, value: object, cell: str) -> Fact:
    return replace(fact(term, value), place=Place("收支总表", cell))


SPENT, BASIC = at("支出.合计", "346.08", "B10"), at("支出.基本支出", "12.5", "B11")
NAME = at("单位.名称", "第3中心", "C1")
DAY = at("填报.日期", date(2023, 5, 10), "C2")


def figure(one: Fact | None = None, derived: Derived | None = None, kind: Kind = Kind.AMOUNT) -> Figure:
    return Figure(one.number if one else Decimal(5), kind, PHRASES.numerals, one, derived=derived)


LEFT = figure(derived=Derived(DIFFERENCE, (figure(SPENT), figure(BASIC))))


def test_a_figure_of_a_cell_comes_from_its_cell():
    assert origin_of(figure(SPENT)) == Origin("支出.合计", "本年支出合计（本年数）", (SPENT,))
    assert origin_of(figure(SPENT)).cells == "收支总表!B10"


def test_a_date_comes_from_its_cell():
    assert origin_of(Day(DAY.value, "{year}年", DAY)) == Origin("填报.日期", DAY.label, (DAY,))  # type: ignore[arg-type]


def test_a_text_of_a_cell_is_somebodys_own():
    assert origin_of(SourcedText("第3中心", NAME)) == Origin("单位.名称", NAME.label, (NAME,), text=True)


def test_words_for_a_figure_come_from_where_the_figure_comes_from():
    assert origin_of(SourcedText("346.08", figure(SPENT))) == origin_of(figure(SPENT))
    given = Derived("评价指标体系“甲”的规定", facts=(SPENT,), term="评分表.满分", label="满分")
    assert origin_of(SourcedText("10分", given)) == Origin("评分表.满分", "满分", (SPENT,), given.working)


@pytest.mark.parametrize("value", [None, "5", SourcedText("5", None), 5, figure()])
def test_what_comes_from_nowhere_has_no_origin(value: object):
    assert origin_of(value) == Origin("", "")


def test_a_working_names_its_parts_and_all_their_cells():
    assert origin_of(LEFT) == Origin(
        "支出.合计 - 支出.基本支出", "", (SPENT, BASIC), "支出.合计 - 支出.基本支出"
    )
    twice = figure(derived=Derived(QUOTIENT, (LEFT, figure(BASIC))))
    assert origin_of(twice).working == "(支出.合计 - 支出.基本支出) ÷ 支出.基本支出"
    assert origin_of(twice).facts == (SPENT, BASIC, BASIC)
    assert origin_of(twice).cells == "收支总表!B10、收支总表!B11"


def test_a_named_part_of_a_working_is_called_by_its_name():
    named = figure(derived=Derived(SUM, (figure(SPENT), figure(BASIC)), term="总数", label="总的数"))
    assert origin_of(named) == Origin("总数", "总的数", (SPENT, BASIC), "支出.合计 + 支出.基本支出")
    assert origin_of(figure(derived=Derived(QUOTIENT, (named, Decimal(2))))).working == "总数 ÷ 2"


def test_a_part_without_any_origin_is_called_by_its_digits():
    assert origin_of(figure(derived=Derived(SUM, (figure(SPENT), figure())))).working == "支出.合计 + 0"


def test_a_number_typed_in_the_template_makes_another_figure_of_it():
    typed = figure(derived=Derived(DIFFERENCE, (figure(SPENT), Decimal(800))))
    assert (origin_of(typed).typed, origin_of(LEFT).typed) == (True, False)
    assert origin_of(typed).facts == (SPENT,)


def test_a_working_without_parts_names_the_cells_it_looked_at():
    counted = Derived("{不是占位}", facts=(SPENT, BASIC))
    assert origin_of(Counted(3, counted)) == Origin("{不是占位}", "", (SPENT, BASIC), "{不是占位}")
    inner = figure(derived=Derived(SUM, (figure(derived=counted), figure(SPENT))))
    assert origin_of(inner).facts == (SPENT, BASIC, SPENT)


def test_a_fact_without_a_place_is_no_cell():
    assert origin_of(figure(fact("支出.合计", "5"))).cells == ""


@pytest.mark.parametrize(
    ("value", "says"),
    [
        (figure(SPENT), True),
        (figure(SPENT, kind=Kind.YEAR), False),
        (Counted(3, Derived("数")), True),
        (SourcedText("346", figure(SPENT)), True),
        (SourcedText("第3中心", NAME), False),
        (Day(date(2023, 5, 10), "{year}"), False),
        (None, False),
    ],
)
def test_what_says_how_much_or_how_many_is_a_figure(value: object, says: bool):
    assert is_figure(value) is says
