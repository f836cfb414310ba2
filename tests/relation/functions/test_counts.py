from __future__ import annotations

from decimal import Decimal

import pytest
from relation.spoken import stated
from small_sheet import VOCABULARY, fact, record, scope, with_rows

from jixiao.model.fact import Record, State
from jixiao.relation.binding import bind
from jixiao.relation.evaluation import Evaluation
from jixiao.relation.functions import FUNCTIONS
from jixiao.relation.functions.traits import Read
from jixiao.relation.quantity import Quantity
from jixiao.relation.reads import reads
from jixiao.relation.syntax import Name

BASE = with_rows(
    record(总_一="4", 总_名称="208"), [("208", "社保", "1"), ("２０８", "养老", "2"), ("210", "", "3")]
)


def counted(text: str, base: Record = BASE) -> Decimal:
    result = Evaluation(scope(base), {}).value(bind(text, VOCABULARY).expression)
    assert isinstance(result, Quantity)
    assert result.low == result.high == result.value
    return result.value


@pytest.mark.parametrize(
    ("relation", "count"),
    [
        ("COUNT(表.金额)", 3),
        ("COUNT(总.一, 总.二, 总.名称)", 2),
        ("COUNT(表.编码, 总.一)", 4),
        ("COUNTIF(表.编码, 总.名称)", 2),
        ('COUNTIF(表.编码, "2??")', 3),
        ('COUNTIF(表.编码, "9??")', 0),
    ],
)
def test_filled_cells_and_matching_rows_are_counted(relation: str, count: int):
    assert counted(relation) == count


def test_what_cannot_be_read_is_not_counted_and_does_not_stand_in_the_way():
    bad = Record({**BASE.fields, "总.二": fact("总.二", None, state=State.TEXT)}, BASE.groups)
    assert counted("COUNT(总.一, 总.二)", bad) == 1


def test_a_blank_pattern_matches_no_row():
    assert counted("COUNTIF(表.编码, 总.名称)", Record(record().fields, BASE.groups)) == 0


def test_whether_a_cell_is_filled_is_known_without_reading_it():
    relation = bind("COUNT(总.一) = COUNTIF(表.编码, 总.名称)", VOCABULARY)
    found = list(reads(relation.expression, VOCABULARY))
    assert found == [Read("总.名称"), Read("表.编码", keys="表.编码", pattern=Name("总.名称"))]


@pytest.mark.parametrize(
    ("relation", "words"),
    [
        ("COUNT(总.一)", "“一”填了1个"),
        ("COUNT(总.一, 总.二)", "“一”与“二”填了1个"),
        ("COUNT(总.二, 总.三)", "“二”与“三”没有填写"),
        ("COUNT(表.名称)", "“表”各行名称填了2个"),
        ('COUNTIF(表.编码, "208*")', "“表”中科目编码以208开头的有2行"),
        ('COUNTIF(表.编码, "9*")', "“表”中没有科目编码以9开头的行"),
        ('COUNTIF(总.名称, "乙")', "没有名称为“乙”的行"),
    ],
)
def test_how_a_count_stands(relation: str, words: str):
    assert stated(relation) == words


def test_words_printed_in_cells_are_counted_by_excel_too():
    assert FUNCTIONS["COUNT"].excel is not None
    assert FUNCTIONS["COUNT"].excel(["A1:A3", "B1"]) == "COUNTA(A1:A3,B1)"
