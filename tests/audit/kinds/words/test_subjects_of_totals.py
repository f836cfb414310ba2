"""Another school as the subject of the unit's totals."""

from __future__ import annotations

import pytest

from jixiao.audit.audit import audit
from jixiao.documents.document import SourceDocument, SourceParagraph, SourcePlace

TITLE = "桐陵工贸职业技术学院2023年度单位决算"


def under(*lines: str) -> list[str]:
    """What is found in a report whose title is the first line."""
    blocks = [SourceParagraph(line, SourcePlace(paragraph=number)) for number, line in enumerate(lines, 1)]
    return [one.id for one in audit(SourceDocument("报告.docx", "docx", tuple(blocks))).findings]


@pytest.mark.parametrize(
    "text",
    [
        "{}2023年度收、支总计86.00万元。",
        "1.{}2023年度财政拨款收入86.00万元。",
        "（一）{}2023年没有政府性基金预算支出。",
        "{}2023年度机关运行经费支出0万元。",
    ],
)
def test_another_name(text: str):
    assert under(TITLE, text.format("桐陵旅游职业学院")) == ["UNIT-NAME"]
    for right in ("桐陵工贸职业技术学院", "桐陵工贸学院", "本学院", "学院"):
        assert under(TITLE, text.format(right)) == []


@pytest.mark.parametrize(
    "lines",
    [
        ("桐陵旅游职业学院2023年来校交流。",),
        ("与桐陵旅游职业学院2023年度收支总计相当。",),
        ("下属桐陵旅游职业学院。", "桐陵旅游职业学院2023年度总收入9.00万元。"),
        ("桐陵第一小学2023年度总收入9.00万元。",),
    ],
)
def test_others_that_are_meant(lines: tuple[str, ...]):
    assert under(TITLE, *lines) == []
