from __future__ import annotations

from decimal import Decimal

import pytest
from relation.spoken import stated
from small_sheet import VOCABULARY, record, scope

from jixiao.model.listed_codes import TOP, ListedCodes
from jixiao.relation.binding import bind
from jixiao.relation.evaluation import Evaluation
from jixiao.relation.functions import FUNCTIONS, listed_in
from jixiao.relation.quantity import Quantity
from jixiao.relation.syntax import RelationError, parse

CODES = {
    "科目": ListedCodes(
        {"208": "社会保障", "20139": "社会工作", "20508": "进修及培训"},
        {"208": (2022, 2023), "20139": (2024, 2024)},
        {TOP: (2022, 2023), "20805": (2022, 2022)},
    )
}


def value(relation: str) -> object:
    run = Evaluation(scope(record(总_名称="20805")), CODES)
    return run.value(bind(relation, VOCABULARY).expression)


@pytest.mark.parametrize(
    ("relation", "name"),
    [
        ('CODENAME("科目", LEFT(总.名称, 3))', "社会保障"),
        ('CODENAME("科目", 总.名称)', ""),
        ('CODENAME("别的", "208")', ""),
        ('CODENAMEAT("科目", "208", 2023)', "社会保障"),
        ('CODENAMEAT("科目", "208", 2024)', ""),
        ('CODENAMEAT("科目", "20139", 2024)', "社会工作"),
        ('CODENAMEAT("科目", "20139", 2023)', ""),
        ('CODENAMEAT("科目", "20199", 2023)', ""),
        ('CODENAMEAT("别的", "208", 2023)', ""),
        ('CODENAME("科目", "20508")', "进修及培训"),  # nobody has checked it
        ('CODENAMEAT("科目", "20508", 2023)', ""),
    ],
)
def test_a_code_has_a_name_at_any_time_or_in_a_year(relation: str, name: str):
    assert value(relation) == name


@pytest.mark.parametrize(
    ("code", "year", "complete"),
    [
        ("208", 2023, 1),
        ("299", 2022, 1),
        ("208", 2024, 0),
        ("2080598", 2022, 1),
        ("2080598", 2023, 0),
        ("20898", 2022, 0),
    ],
)
def test_a_level_is_complete_in_some_years(code: str, year: int, complete: int):
    assert value(f'CODECOMPLETE("科目", "{code}", {year})') == Quantity.exact(Decimal(complete))
    assert value(f'CODECOMPLETE("别的", "{code}", {year})') == Quantity.exact(Decimal(0))


@pytest.mark.parametrize(("code", "checked"), [("208", 1), ("20508", 0), ("20199", 0)])
def test_a_name_is_checked_or_is_not(code: str, checked: int):
    assert value(f'CODECHECKED("科目", "{code}")') == Quantity.exact(Decimal(checked))
    assert value(f'CODECHECKED("别的", "{code}")') == Quantity.exact(Decimal(0))


@pytest.mark.parametrize(
    ("relation", "words"),
    [
        ('CODENAME("科目", 表.编码)', "代码表《科目》中208的名称是“社会保障”"),
        ('CODENAME("科目", 总.名称)', "“名称”填的是“甲”，代码表《科目》中没有"),
        ('CODENAME("科目", LEFT(表.编码, 2))', "“科目编码”的前2位是“20”，代码表《科目》中没有"),
        ('CODENAMEAT("科目", 表.编码, 2023)', "代码表《科目》中208的名称是“社会保障”"),
    ],
)
def test_how_a_name_stands(relation: str, words: str):
    assert stated(relation) == words


@pytest.mark.parametrize(
    "call", ["CODENAME({})", "CODENAMEAT({}, 2023)", "CODECHECKED({})", "CODECOMPLETE({}, 2023)"]
)
def test_a_code_list_is_named_in_quotes(call: str):
    name = call.partition("(")[0]
    with pytest.raises(RelationError, match=f"argument 1 of {name} must be a text in quotes"):
        bind(call.format("总.名称, 表.编码"), VOCABULARY)
    assert listed_in(parse(call.format('"科目", 表.编码'))) == "科目"
    assert listed_in(parse("LEN(表.编码)")) == ""


def test_a_code_list_is_looked_through_by_its_name():
    excel = FUNCTIONS["CODENAME"].excel
    assert excel is not None
    assert excel(['"科目"', "A1"]) == 'IFERROR(VLOOKUP(A1&"",科目,2,FALSE),"")'
