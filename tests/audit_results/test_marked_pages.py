"""A marked copy that somebody has written into is kept beside the next one."""

from __future__ import annotations

from pathlib import Path

from docx import Document

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


def test_a_word_copy_nobody_has_touched_is_replaced_and_any_other_kept(tmp_path: Path) -> None:
    report, copy = tmp_path / "报告.docx", tmp_path / "报告（审核）.docx"
    order = AuditOrder(str(report), str(tmp_path), "报告")
    for amount in ("300.50", "310.50", "300.60"):  # the second holds: its copy is the report as it is
        document = Document()
        document.add_paragraph(f"本年支出合计{amount}万元，其中：基本支出200.20万元；项目支出110.30万元。")
        document.save(str(report))
        assert audited_file(order).remarks == ()
    document = Document(str(copy))
    document.add_paragraph("已问过。")
    document.save(str(copy))
    (said,) = audited_file(order).remarks
    assert "报告（审核）（手工修改1）.docx" in said
