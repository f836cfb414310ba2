"""The page of an audited report: list and text lead to each other, nothing runs, everything is escaped."""

from __future__ import annotations

import re
from pathlib import Path
from types import ModuleType

from audit.reports import report
from lxml import html

from jixiao.audit.audit import audit
from jixiao.audit_results.page import page
from jixiao.documents.document import SourceDocument

WRONG = "本年支出合计300.50万元，其中：基本支出200.20万元；项目支出110.30万元。"
TABLE = [
    ["项目", "预算数（万元）", "决算数（万元）"],
    ["基本支出", "100.00", "90.00"],
    ["项目支出", "50.00", "45.00"],
    ["合计", "160.00", "135.00"],
]
EVIL = "</p></mark><script>document.title='hacked'</script><img src=x onerror=\"document.title='hacked'\">"


def page_of(document: SourceDocument) -> str:
    return page(document, audit(document))


def test_list_and_text_lead_to_each_other():
    text = page_of(report(WRONG, TABLE, kind="pdf"))
    names = re.findall(r'id="([^"]+)"', text)
    targets = re.findall(r'href="#([^"]+)"', text)
    assert len(names) == len(set(names))
    assert set(targets) == set(names)
    assert {"f1", "f2", "p1-0", "p2-0"} <= set(names)


def test_the_figure_is_marked_and_bears_the_number_of_its_finding():
    text = page_of(report(WRONG, kind="txt"))
    assert '<mark id="p1-0" class="error">300.50万元</mark><a class="n error" href="#f1">1</a>' in text
    assert '<mark id="p1-1" class="error beside">200.20万元</mark>' in text


def test_no_text_of_a_report_becomes_markup():
    document = report(WRONG.replace("项目支出", EVIL), EVIL, [[EVIL, "1"], ["合计", EVIL]], kind="html")
    text = page_of(document)
    root = html.document_fromstring(text)
    assert {one.tag for one in root.iter("script", "img", "link", "iframe")} == set()
    assert all(target.startswith("#") for target in root.xpath("//@href"))
    assert root.xpath("//@src | //@onerror") == []
    assert text.count("&lt;script&gt;") >= 3


def test_a_report_without_findings_is_shown_all_the_same():
    text = page_of(report("本单位没有这项支出。@LIST@"))
    assert "没有可以核对的" in text
    assert "@LIST@" in text


def test_a_browser_shows_it_and_runs_nothing(browser: ModuleType, tmp_path: Path):
    document = report(WRONG, EVIL, TABLE, kind="pdf")
    (tmp_path / "报告.html").write_text(page_of(document), encoding="utf-8")
    shown = browser.document(tmp_path / "报告.html")
    assert "<title>审核：报告.pdf</title>" in shown
    assert shown.count("<li id=") == 2
    assert '<td class="figure"><mark' in shown
