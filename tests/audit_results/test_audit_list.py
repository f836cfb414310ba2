"""The list of what audits found, read back from its file."""

from __future__ import annotations

from pathlib import Path

from audit.reports import audited
from openpyxl import load_workbook

from jixiao.audit_results.audit_list import write_list
from jixiao.audit_results.audited_file import AuditedFile

WRONG = "本年支出合计300.50万元，其中：=基本支出200.20万元；项目支出110.30万元。"


def written(folder: Path, *done: AuditedFile) -> dict[str, list[dict[str, object]]]:
    [path] = write_list(folder / "清单.xlsx", done)
    found = {}
    for sheet in load_workbook(path):
        head, *rows = list(sheet.iter_rows(min_row=3, values_only=True))
        found[sheet.title] = [dict(zip(head, row, strict=True)) for row in rows]
    return found


def test_a_line_for_each_file_and_each_finding(tmp_path: Path):
    copy = tmp_path / "报告（审核）.html"
    done = (
        AuditedFile("甲/报告.pdf", audited(WRONG, kind="pdf"), marked=str(copy), remarks=("另存了一份。",)),
        AuditedFile("乙/坏.docx", trouble="“坏.docx”已损坏。"),
    )
    sheets = written(tmp_path, *done)
    good, bad = sheets["文件"]
    assert (good["文件"], good["错误"], good["存疑"]) == ("报告.pdf", 1, 0)
    assert good["没有审核或没有读到的"] == "另存了一份。"
    assert (bad["查到的数"], bad["错误"], bad["没有审核或没有读到的"]) == (None, None, "“坏.docx”已损坏。")
    [row] = sheets["问题"]
    assert (row["条"], row["程度"], row["种类"]) == (1, "错误", "合计与明细")
    assert (row["写的是"], row["应当是"], row["相差"]) == ("300.50万元", "310.50万元", "10.00万元")


def test_files_and_findings_are_linked(tmp_path: Path):
    copy = tmp_path / "报告 #1（审核）.html"
    write_list(tmp_path / "清单.xlsx", [AuditedFile("a.pdf", audited(WRONG, kind="pdf"), marked=str(copy))])
    cell = load_workbook(tmp_path / "清单.xlsx")["问题"]["A4"]
    assert cell.hyperlink.target == "%E6%8A%A5%E5%91%8A%20%231%EF%BC%88%E5%AE%A1%E6%A0%B8%EF%BC%89.html#f1"


def test_a_list_is_replaced_until_somebody_writes_into_it(tmp_path: Path):
    target, said = tmp_path / "清单.xlsx", list[str]()
    for text in (WRONG, WRONG.replace("300.50", "300.60")):
        write_list(target, [AuditedFile("a.pdf", audited(text, kind="pdf"))], said.append)
    assert said == []
    book = load_workbook(target)
    book.active["N4"] = "已问过"
    book.save(target)
    theirs = target.read_bytes()
    [path] = write_list(target, [AuditedFile("a.pdf", audited(WRONG, kind="pdf"))], said.append)
    assert path == target
    assert said == ["原来的“清单.xlsx”改动过，或不是由本程序生成，没有覆盖，已改名为“清单（原有1）.xlsx”。"]
    assert (tmp_path / "清单（原有1）.xlsx").read_bytes() == theirs
