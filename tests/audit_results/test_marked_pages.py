"""A page with marks that somebody has written into is kept beside the next one."""

from __future__ import annotations

from pathlib import Path

from jixiao.audit_results.audited_file import AuditOrder, audited_file


def test_a_page_is_replaced_until_somebody_writes_into_it(tmp_path: Path) -> None:
    report = tmp_path / "报告.txt"
    order = AuditOrder(str(report), str(tmp_path), "报告")
    for amount in ("300.50", "300.60"):
        report.write_text(
            f"本年支出合计{amount}万元，其中：基本支出200.20万元；项目支出110.30万元。", "utf-8"
        )
        assert audited_file(order).remarks == ()
    page = tmp_path / "报告（审核）.html"
    page.write_bytes(page.read_bytes() + "<p>已问过。</p>".encode())
    theirs = page.read_bytes()
    (said,) = audited_file(order).remarks
    assert "没有覆盖" in said
    assert (tmp_path / "报告（审核）（原有1）.html").read_bytes() == theirs
