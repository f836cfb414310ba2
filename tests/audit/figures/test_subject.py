"""The year of a report: that of its title, in whatever signs; never that of a purchase or a signature."""

from __future__ import annotations

import pytest
from audit.reports import titled

from jixiao.audit.document.report_text import read_text
from jixiao.audit.figures.subject import subject_of
from jixiao.documents.document import SourceDocument, SourceParagraph, SourcePlace

_BOUGHT = "设备老化，2018年购置的DR已使用6年。"
_SIGNED = "2025年3月28日"


def _year(*lines: str) -> int:
    blocks = tuple(SourceParagraph(line, SourcePlace(paragraph=n)) for n, line in enumerate(lines, 1))
    return subject_of(read_text(SourceDocument("报告.txt", "txt", blocks))).year


@pytest.mark.parametrize("year", ["二〇二四年度", "二○二四年", "二零二四年", "2024年度"])
def test_years_in_signs(year: str):
    assert _year(f"某院{year}整体支出绩效自评情况", _BOUGHT, _SIGNED) == 2024
    assert titled(f"某院{year}整体支出绩效自评情况", _BOUGHT, "某卫生院", _SIGNED) == []


def test_a_purchase_and_a_signature_say_no_year():
    assert _year("整体支出情况", _BOUGHT, _SIGNED) == 0
    assert _year("整体支出情况", _BOUGHT, "2024年支出120万元。", _SIGNED) == 2024


def test_the_use_of_money_says_its_year():
    used = "2024年度资金使用2401.76万元，2024年资金使用率95.19%。"
    assert _year("实训基地建设项目情况", "项目于2023年立项。", used) == 2024


def test_a_report_on_several_years():
    lines = (
        "专项资金绩效评价报告",
        "本次对2022—2023年度专项资金开展评价。2022年支出5万元，2022年共3项，2023年支出6万元。",
    )
    assert titled(*lines, "截至2023年末，全县户籍人口76.42万人。") == []
