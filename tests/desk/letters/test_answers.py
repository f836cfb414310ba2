"""From the sheet that a unit was sent to the warning that its answer closes."""

import re
import shutil
from datetime import datetime
from pathlib import Path
from zipfile import ZipFile

import pytest
from crew_work import Here
from docx import Document
from openpyxl import load_workbook

from jixiao.desk.batch import Beside, work_on
from jixiao.desk.examined import ExaminedBook, asked
from jixiao.desk.examining import Orders
from jixiao.desk.letters.came_back import read_reply
from jixiao.desk.letters.replies import Replies, ReplySheet, replies_in
from jixiao.desk.letters.reply import reply_sheet
from jixiao.desk.letters.sender import Sender
from jixiao.desk.letters.strangers import matter
from jixiao.desk.standing import Arrival, Standing
from jixiao.desk.store import FILE, Store

SAMPLE = Path(__file__).parents[3] / "samples" / "leiyang-2022-balanced.xlsm"
RULE = """
[[check]]
id = "自-0{0}"
title = "支出合计不超过{0}元"
relation = "支出.合计 <= {0}"
severity = "warning"
basis = "本单位内部控制制度 | 支出合计不超过{0}元"
examples = \"\"\"
支出.合计 | outcome
0.00 | passed
10.00 | inconsistent
\"\"\"
"""
REASON = "年中追加了社保补助资金，见追加文件。"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "上报"
    (folder / "甲").mkdir(parents=True)
    shutil.copy(SAMPLE, folder / "甲" / "a.xlsm")
    return folder


def examined(folder: Path, out: Path) -> ExaminedBook:
    out.mkdir(exist_ok=True)
    replies = replies_in(folder, out)
    with Store(out / FILE) as store:
        orders = Orders(str(folder), str(out), sender=Sender())
        list(work_on(store, Here(1), orders, Beside(replies=replies.found())))
        return store.one("甲/a.xlsm")


def test_what_a_unit_that_is_on_no_roster_answers_is_told(folder: Path, tmp_path: Path) -> None:
    one = examined(folder, tmp_path / "out")
    row = Standing("甲局", "", Arrival.UNKNOWN, book=one.book)
    sheet = folder / "甲" / "a-审核回执.xlsx"
    sheet.write_bytes(reply_sheet(one, matter(row, one)))
    book = load_workbook(sheet)
    book.active.cell(6, 6, "是县局下属的，全称没有错。")
    book.save(sheet)
    again = examined(folder, tmp_path / "out")
    assert matter(row, again) == ()
    (said,) = again.remarks
    assert said.endswith("里对名册外的说明“是县局下属的，全称没有错。”，请据此核对名册。")


def outcomes(one: ExaminedBook) -> dict[str, str]:
    return {finding["id"]: finding["outcome"] for finding in (one.document or {})["findings"]}


def answered(sheet: Path, target: Path) -> None:
    book = load_workbook(sheet)
    book.active.cell(6, 6, REASON)
    book.save(target)


@pytest.mark.parametrize(("reason", "told"), [("见附件", 1), ("无", 1), (REASON, 0)])
def test_an_answer_without_a_reason_is_told_to_the_reviewer_too(
    folder: Path, tmp_path: Path, reason: str, told: int
) -> None:
    out = tmp_path / "out"
    examined(folder, out)
    book = load_workbook(out / "结果" / "甲" / "a" / "a-审核回执.xlsx")
    book.active.cell(6, 6, reason)
    book.save(folder / "a-审核回执.xlsx")
    one = examined(folder, out)
    assert outcomes(one)["BUD-03"] == ("inconsistent" if told else "explained")
    assert len([said for said in one.remarks if f"“{reason}”，没有说明原因，没有采用" in said]) == told


def test_what_stands_beside_the_column_is_told_in_the_letter_until_it_is_settled(
    folder: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    examined(folder, out)
    made = out / "结果" / "甲" / "a"
    book = load_workbook(made / "a-审核回执.xlsx")
    book.active.cell(6, 7, REASON)
    book.save(folder / "a-审核回执.xlsx")
    (told,) = examined(folder, out).remarks
    said = "".join(one.text for one in Document(str(made / "补充说明通知.docx")).paragraphs)
    assert f"第 6 行的“{REASON}”，不在“审核说明”一栏" in told
    assert told in said
    answered(made / "a-审核回执（第2次）.xlsx", folder / "a-审核回执（第2次）.xlsx")
    one = examined(folder, out)
    assert outcomes(one)["BUD-03"] == "explained"
    assert one.remarks == ()


def test_an_answer_closes_its_warning_and_the_letter_is_gone(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert outcomes(examined(folder, out))["BUD-03"] == "inconsistent"
    made = out / "结果" / "甲" / "a"
    assert (made / "补充说明通知.docx").exists()
    answered(made / "a-审核回执.xlsx", folder / "a-审核回执.xlsx")
    (report,) = set(made.glob("*.docx")) - {made / "补充说明通知.docx"}
    draft = shutil.copy(report, report.with_stem(f"{report.stem}（草稿）"))
    one = examined(folder, out)
    assert outcomes(one)["BUD-03"] == "explained"
    assert REASON in str(one.document)
    assert one.before is not None
    assert any("BUD-03" in key for key in one.before.asked)
    assert not (made / "补充说明通知.docx").exists()
    assert not draft.exists()
    assert not (made / "a-审核回执.xlsx").exists()


def test_answers_to_other_figures_and_to_no_workbook_are_told(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    examined(folder, out)
    sheet = out / "结果" / "甲" / "a" / "a-审核回执.xlsx"
    book = load_workbook(sheet)
    book.active.cell(6, 6, REASON)
    book.active.cell(6, 9, "99%")  # what the finding said of figures when the sheet was made
    book.save(folder / "a-审核回执.xlsx")
    one = examined(folder, out)
    assert outcomes(one)["BUD-03"] == "inconsistent"
    assert "数已经变了，没有采用" in one.remarks[0]
    book.active.cell(3, 2, "乙/b.xlsm")
    book.save(folder / "b-审核回执.xlsx")
    (folder / "c-审核回执.xlsx").write_bytes(b"")
    assert [remark[:9] for remark in replies_in(folder, out).remarks()] == [
        "“c-审核回执.x",
        "回执“b-审核回执",
    ]
    assert read_reply(folder / "c-审核回执.xlsx") is None


def test_the_answers_of_another_unit_are_not_taken_and_that_is_told(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    examined(folder, out)
    answered(out / "结果" / "甲" / "a" / "a-审核回执.xlsx", folder / "a-审核回执.xlsx")
    book = load_workbook(folder / "a-审核回执.xlsx")
    book.active.cell(2, 2, "另一家局")
    book.save(folder / "a-审核回执.xlsx")
    one = examined(folder, out)
    assert outcomes(one)["BUD-03"] == "inconsistent"
    assert "上写的单位是“另一家局”" in one.remarks[0]
    book.active.cell(2, 2, "")
    book.active.cell(6, 8, "改过")
    book.active.cell(4, 6, "全部属实")
    book.save(folder / "a-审核回执.xlsx")
    told = "".join(examined(folder, out).remarks)
    assert "里第 4 行的“全部属实”" in told
    assert f"里第 6 行的说明“{REASON}”没有采用" in told


def test_several_sheets_for_one_workbook_belong_together_and_a_broken_one_is_told(
    folder: Path, tmp_path: Path
) -> None:
    sheet = reply_sheet(ExaminedBook("甲/a.xlsm", "1", document={"findings": []}), [])
    (folder / "a-审核回执.xlsx").write_bytes(sheet)
    assert replies_in(folder, tmp_path).found() == {"甲/a.xlsm": ("a-审核回执.xlsx",)}
    (folder / "a-审核回执 (2).xlsx").write_bytes(sheet)
    (folder / "坏-审核回执.xlsx").write_bytes(sheet[:900])
    replies = replies_in(folder, tmp_path)
    assert replies.found() == {"甲/a.xlsm": ("a-审核回执 (2).xlsx", "a-审核回执.xlsx")}
    assert len(list(replies.remarks())) == 1


def filled(sheet: Path, target: Path, saved: int, answers: dict[int, str]) -> None:
    """The sheet of a unit with its answers by their rows, saved in that year."""
    book = load_workbook(sheet)
    for row, text in answers.items():
        book.active.cell(row, 6, text)
    book.properties.modified = datetime(saved, 1, 1)
    book.save(target)
    with ZipFile(target) as saved_file:
        parts = {name: saved_file.read(name) for name in saved_file.namelist()}
    core = re.sub(
        rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>%d-01-01T00:00:00Z" % saved, parts["docProps/core.xml"]
    )
    with ZipFile(target, "w") as stamped:
        for name, part in (parts | {"docProps/core.xml": core}).items():
            stamped.writestr(name, part)


def test_answers_of_several_rounds_stay_taken_until_nothing_is_left(folder: Path, tmp_path: Path) -> None:
    (folder / "甲" / "校验规则.toml").write_text("".join(map(RULE.format, range(3))), "utf-8")
    out = tmp_path / "out"
    first = len(asked(examined(folder, out)))
    made = out / "结果" / "甲" / "a"
    filled(made / "a-审核回执.xlsx", folder / "a-审核回执.xlsx", 2024, {6: REASON, 7: "同上"})
    one = examined(folder, out)
    assert len(asked(one)) == first - 1
    assert [file.name for file in made.glob("*回执*")] == ["a-审核回执（第2次）.xlsx"]
    second = load_workbook(made / "a-审核回执（第2次）.xlsx").active
    assert [row[5] for row in second.iter_rows(6, values_only=True)].count(REASON) == 1
    answers = dict.fromkeys(range(6, 6 + first), REASON)
    filled(made / "a-审核回执（第2次）.xlsx", folder / "a-审核回执（第2次）.xlsx", 2025, answers)
    assert asked(examined(folder, out)) == []
    assert not list(made.glob("*回执*"))


def test_a_sheet_belongs_also_to_the_file_that_was_sent_instead_of_the_one_it_names() -> None:
    old = ReplySheet("a-审核回执.xlsx", "1", "甲局", "a.xlsm", "a.xlsm")
    gone = ReplySheet("b-审核回执.xlsx", "1", "乙 局", "b.xlsm", "")
    several = ReplySheet("c-审核回执.xlsx", "1", "丙局", "c.xlsm", "")
    replies = Replies((old, gone, several), (), frozenset({"a.xlsm", "a改.xlsm", "b改.xlsm", "c1.xlsm"}))
    doubled = Standing("甲局", "", Arrival.DOUBLED, book="a.xlsm", unit="甲局", newer="a改.xlsm")
    others = {"a改.xlsm": "甲局", "b改.xlsm": "乙局", "c1.xlsm": "丙局", "c2.xlsm": "丙局"}
    rows = [doubled, *(Standing(one, "", Arrival.CAME, book=book, unit=one) for book, one in others.items())]
    moved = replies.moved(rows)
    assert moved == {"a-审核回执.xlsx": "a改.xlsm", "b-审核回执.xlsx": "b改.xlsm"}
    found = {"a.xlsm": (old.name,), "a改.xlsm": (old.name,), "b改.xlsm": (gone.name,)}
    assert replies.found(moved) == found
    (said,) = replies.remarks(moved)
    assert said.startswith("回执“c-审核回执.xlsx”是对“c.xlsm”的")
    assert len(list(replies.remarks())) == 2
