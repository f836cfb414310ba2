"""“同上” in the place of a standard."""

from msgspec.structs import replace

from jixiao.frameworks.printed.printed_rows import PrintedRow
from jixiao.frameworks.printed.said_above import as_above


def test_a_standard_that_refers_to_the_one_above_is_that():
    first = PrintedRow("产出", "数量", "甲", None, standard="完成得满分，未完成不得分")
    rows = as_above(
        [first, replace(first, name="乙", standard="同上。"), replace(first, standard="同上一级")]
    )
    assert [row.standard[:2] for row in rows] == ["完成", "完成", "同上"]
