"""A standard of one word without end costs no more than a look at each sign of it."""

import time
from decimal import Decimal

import pytest

from jixiao.documents.cells import SourceCell
from jixiao.documents.document import SourceDocument, SourcePlace, SourceTable
from jixiao.frameworks.columns.table_bounds import MOST_IN_CELL
from jixiao.frameworks.read_framework import framework_of
from jixiao.frameworks.standards.rules import read_rule
from jixiao.frameworks.standards.standard import MOST_CLAUSES, take_apart
from jixiao.pack.loading import load_pack

HEADER = ("一级指标", "三级指标", "分值", "评分标准", "指标值")
_SECONDS = 3  # of the processor; each takes a tenth of it, and took from five on


def read(standard: str, rows: int = 1):
    header = dict(enumerate(map(SourceCell, HEADER), 1))
    cells = [("产出", f"完成率{number}", "1", standard, "≥90%") for number in range(rows)]
    filled = {number: dict(enumerate(map(SourceCell, row), 1)) for number, row in enumerate(cells, 2)}
    table = SourceTable(SourcePlace(sheet="表"), {1: header} | filled)
    return framework_of(SourceDocument("表.xlsx", "xlsx", (table,)), load_pack("department-overall"))


@pytest.mark.parametrize(
    "word", ["和", "无", "没有项目", "一", "1分", "得1分，", "有的", "每加", "预算数/", "(", "1-2", "甲"]
)
def test_a_long_standard_is_read_in_a_moment(word):
    load_pack("department-overall")
    begun = time.process_time()
    read(word * (MOST_IN_CELL // len(word)))
    assert time.process_time() - begun < _SECONDS


def test_many_long_standards_are_left_to_people():
    begun = time.process_time()
    rows = read("每降低1个百分点扣0.5分，" * 300, 90).rows
    assert time.process_time() - begun < 3 * _SECONDS
    assert rows[-1].rule.doubts == ("表里的评分标准太长，到这里没有再读",)
    assert rows[-1].standard.startswith("每降低1个百分点")


@pytest.mark.parametrize(("many", "told"), [(MOST_CLAUSES + 1, True), (MOST_CLAUSES, False)])
def test_more_awards_than_any_standard_has_are_left_to_people(many, told):
    standard = "".join(f"第{number}步做到得1分；" for number in range(many))
    rule = read_rule(take_apart("工作", Decimal(many), standard))
    assert (rule.doubts == (f"评分标准里得分、扣分的地方超过{MOST_CLAUSES}处",)) is told
