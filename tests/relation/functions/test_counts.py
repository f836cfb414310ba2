from __future__ import annotations

from decimal import Decimal

import pytest
from small_sheet import VOCABULARY, fact, record, scope, with_rows

from jixiao.model.fact import Record, State
from jixiao.relation.binding import bind
from jixiao.relation.evaluation import Evaluation
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
