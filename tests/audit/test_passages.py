"""Where a text may be cut, and what a blank line of a text file parts."""

from __future__ import annotations

import pytest

from jixiao.audit.audit import audit
from jixiao.audit.document.passage import outside
from jixiao.audit_results.wording import shortened
from jixiao.documents.document import SourceDocument, SourceParagraph, SourcePlace


@pytest.mark.parametrize(("place", "behind", "before"), [(0, 0, 0), (2, 2, 2), (4, 10, 2), (10, 10, 10)])
def test_no_number_is_cut_through(place: int, behind: int, before: int):
    text = "总计2,486.35万元"
    assert outside(text, place) == behind
    assert outside(text, place, back=True) == before


def test_a_quote_is_shortened_between_numbers():
    quote = "年" * 27 + "2,486.35万元" + "月" * 27 + "2,391.20万元"
    assert shortened(quote).startswith("年" * 27 + "2,486.35……")
    assert shortened("年" * 60) == "年" * 60
    assert len(shortened("年" * 61)) == 62


@pytest.mark.parametrize(("apart", "quote"), [(True, "入学率由95.2%"), (False, "某县图书馆")])
def test_a_title_above_a_blank_line_is_no_part_of_what_follows(apart: bool, quote: str):
    lines = ["某县图书馆2024年度部门整体支出绩效自评报告", "入学率由95.2%提高到97.8%，提高2.9个百分点。"]
    blocks = [SourceParagraph(line, SourcePlace(), apart=apart and bool(n)) for n, line in enumerate(lines)]
    (finding,) = audit(SourceDocument("报告.txt", "txt", tuple(blocks))).findings
    assert finding.quote.startswith(quote)
