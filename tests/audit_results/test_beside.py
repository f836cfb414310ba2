"""Reports of several folders are marked and listed where they lie."""

from __future__ import annotations

from pathlib import Path

from jixiao.audit_results.beside import audited_beside
from jixiao.faces.words.audits import in_a_sentence

WRONG = "2023年度部门决算情况说明\n本年支出合计300.50万元，其中：基本支出200.20万元；项目支出110.30万元。\n"


def put(folder: Path, *names: str) -> list[Path]:
    folder.mkdir()
    for name in names:
        (folder / name).write_text(WRONG, encoding="utf-8")
    return [folder / name for name in names]


def test_each_folder_has_its_list_and_each_report_its_copy(tmp_path: Path):
    found = audited_beside([*put(tmp_path / "甲", "a.txt"), *put(tmp_path / "乙", "a.txt", "b.txt")])
    written = [path.name for path in (*(Path(one.marked) for one in found.done), *found.lists)]
    assert written == [
        "a（审核）.html",
        "a（审核）.html",
        "b（审核）.html",
        "a（审核清单）.xlsx",
        "审核清单.xlsx",
    ]


def test_the_sentence_says_what_was_found_and_where_it_is_marked(tmp_path: Path):
    found = audited_beside(put(tmp_path / "甲", "a.txt"))
    assert in_a_sentence(found) == (
        "“a.txt”查到3个数，核对1项关系，错误1处。"
        "标注稿“a（审核）.html”和清单“a（审核清单）.xlsx”在报告旁边，请打开来看。"
    )
    assert in_a_sentence(audited_beside([tmp_path / "没有.pdf"])).startswith(
        "共1份报告：没能审核1份。找不到文件"
    )
