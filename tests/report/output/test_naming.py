"""The name of a report's file: as the accountant's cells say, or as the form says where one is blank."""

import pytest
from report.filled import fact

from jixiao.report.output.naming import LONGEST_NAME, report_name

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


def named(unit: str, year: str = "2024", *, pattern: str = "{单位.名称}{单位.年度}年自评报告") -> str:
    return report_name(
        pattern, {"单位.名称": fact("单位.名称", unit), "单位.年度": fact("单位.年度", year)}, draft=False
    )


@pytest.mark.parametrize("length", [53, 54, 55, 100, 5000])
def test_a_name_that_is_too_long_keeps_its_year_and_its_words(length: int) -> None:
    name = named("局" * length)
    assert name.endswith("局2024年自评报告")
    assert len(name.encode()) <= LONGEST_NAME


def test_of_two_long_parts_both_are_cut() -> None:
    fields = {"单位.名称": fact("单位.名称", "局" * 90), "报告.名称": fact("报告.名称", "稿" * 80)}
    name = report_name(PATTERN, fields, draft=False)
    assert "局部门整体支出稿" in name
    assert LONGEST_NAME - 3 < len(name.encode()) <= LONGEST_NAME


@pytest.mark.parametrize("sign", ["\u202e", "\u2028", "\u200b", "\ufeff", "\x07", "\n", "/", "\ue000"])
def test_what_nobody_sees_or_no_file_system_takes_is_no_part_of_the_name(sign: str) -> None:
    assert named(f"某{sign}局") == "某局2024年自评报告"


def test_what_is_nothing_but_such_signs_counts_as_blank() -> None:
    assert named("\u200b", pattern="{单位.名称|（未填单位）}{单位.年度}") == "（未填单位）2024"
