"""A section without content says （无） if that is known, （未填） if nobody has filled it in."""

import re

import pytest
from report.filled import MONEY, PACK, THE_2022_REPORT, UNIT, record, scorecard, text

from jixiao.report.making import maker_for
from jixiao.report.word.projection import projection

TEXTS = (
    "## （二）部门职责职能",
    "## （一）部门预算管理",
    "### 1. 绩效自评公开情况",
    "#### （1）绩效评价的原则",
    "# 九、下一步改进措施",
)
FIGURES = (
    "## （一）2022年度部门整体收入情况",
    "## （二）2022年度部门整体支出情况",
    "## （三）2022年度结转结余情况",
    "## （一）一般公共预算收入",
    "## （二）一般公共预算支出",
    "### 1. 基本支出情况",
    "### 2. 项目支出情况",
    "# 四、政府性基金预算支出情况",
    "# 五、国有资本经营预算支出情况",
)
NONE = ("# 六、社会保险基金预算支出情况", "# 十、其他需要说明的情况")


PROJECT = {"项目名称": "甲项目", "类别": "专项经费", "预算数": "3", "支出数": "2"}


@pytest.mark.parametrize("heading", [*TEXTS, *FIGURES])
def test_what_nobody_has_filled_in_is_no_fact(heading: str) -> None:
    assert f"{heading}\n（未填）\n" in text(UNIT, draft=True)


@pytest.mark.parametrize("heading", TEXTS)
def test_a_finished_report_says_nothing_of_texts_that_are_missing(heading: str) -> None:
    assert f"{heading}\n#" in text(UNIT)


@pytest.mark.parametrize("heading", NONE)
def test_a_section_without_rows_says_none(heading: str) -> None:
    assert f"{heading}\n（无）\n" in text(UNIT)


def test_an_entirely_empty_workbook_still_makes_a_report() -> None:
    assert "# 十、其他需要说明的情况\n（无）" in text({})


def test_a_subject_that_does_not_exist_is_none_as_its_neighbours_are() -> None:
    zeros = {"项目预算.合计": "0", "项目支出.合计": "0", "结转结余.年初": "0", "政府性基金.本年支出": "0"}
    said = text(THE_2022_REPORT | zeros)
    assert "项目支出情况\n（无）\n# 四、政府性基金预算支出情况\n（无）\n" in said
    assert "结转结余情况\n（无）\n" in said
    assert not re.search(r"(?<![\d.,])0万元", said)


def test_projects_that_something_was_planned_for_are_told() -> None:
    amounts = {"项目预算.合计": "8", "项目预算.专项经费": "8", "项目预算.其他项目": "0"}
    planned = text(THE_2022_REPORT | amounts)
    assert (
        "专项经费年初预算安排8万元，实际使用0万元。\n#### （2）除专项经费以外的其他项目支出情况\n（无）\n"
        in planned
    )


def test_rows_of_projects_are_printed_whatever_their_sum_says() -> None:
    said = text(UNIT | {"项目明细": [PROJECT]})
    assert "### 2. 项目支出情况\n（未填）\n“甲项目”年初预算3万元，实际支出2万元。\n" in said


def test_a_government_fund_with_figures_is_told() -> None:
    said = text(
        MONEY | {"政府性基金.本年收入": "20", "政府性基金.本年支出": "20", "政府性基金.项目支出": "20"}
    )
    assert "政府性基金预算本年收入20万元，本年支出20万元（全部为项目支出）" in said


def test_a_fund_of_which_only_the_name_is_known_is_listed() -> None:
    assert "失业保险基金收入（未填）万元。" in text(UNIT | {"社保基金": [{}, {"名称": "失业保险基金"}]})


CHAPTERS = ("部门职责", "部门预算管理", "绩效自评公开情况", "绩效评价原则", "存在的问题", "改进措施")


@pytest.mark.parametrize("word", ["无", "没有。", "—"])
@pytest.mark.parametrize("outline", ["大纲A", "大纲B"])
def test_a_lone_word_for_none_is_none_as_its_neighbours_say_it(word: str, outline: str) -> None:
    texts = [{"章节": each, "正文": word} for each in CHAPTERS]
    filled = record(THE_2022_REPORT | {"文字材料": texts})
    said = projection(maker_for(filled, PACK, outline).make(filled, scorecard(), draft=False))
    assert word not in said.splitlines()
    assert said.count("\n（无）\n") >= len(CHAPTERS)


def test_where_others_stand_before_it_none_is_a_sentence() -> None:
    said = text(THE_2022_REPORT | {"文字材料": [{"章节": "整改和反馈", "正文": "无"}]})
    assert "\n没有其他需要整改和反馈的事项。\n" in said


def test_no_other_remarks_are_told_once_beside_a_difference_by_rounding() -> None:
    remark = {"章节": "其他说明", "正文": "无。"}
    assert "# 十、其他需要说明的情况\n（无）\n" in text(THE_2022_REPORT | {"文字材料": [remark]})


def test_a_number_typed_before_it_changes_nothing() -> None:
    said = text(THE_2022_REPORT | {"文字材料": [{"章节": "存在的问题", "正文": "（一）无"}]})
    assert "# 八、存在的问题及原因分析\n（无）\n" in said


@pytest.mark.parametrize(
    ("problems", "printed"),
    [
        (["进度滞后。"], "\n进度滞后。\n"),
        (["进度滞后。", "目标不细。"], "\n（一）进度滞后。\n（二）目标不细。\n"),
    ],
)
def test_a_single_problem_or_measure_is_not_numbered(problems: list[str], printed: str) -> None:
    for chapter in ("存在的问题", "改进措施"):
        rows = [{"章节": chapter, "正文": problem} for problem in problems]
        assert printed in text(THE_2022_REPORT | {"文字材料": rows})
