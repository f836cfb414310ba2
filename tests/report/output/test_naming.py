"""The name of a report's file: as the accountant's cells say, or as the form says where one is blank."""

import pytest
from report.filled import fact

from jixiao.report.output.naming import report_name

PATTERN = "{单位.名称}部门整体支出{报告.名称|绩效自评报告}"


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("绩效评价报告", "某局部门整体支出绩效评价报告"),
        (None, "某局部门整体支出绩效自评报告"),
        (" ", "某局部门整体支出绩效自评报告"),
    ],
)
def test_the_file_is_called_as_its_title_says(typed: str | None, name: str) -> None:
    fields = {"单位.名称": fact("单位.名称", "某局"), "报告.名称": fact("报告.名称", typed)}
    assert report_name(PATTERN, fields, draft=False) == name
