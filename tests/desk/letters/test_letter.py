import sys
from io import BytesIO
from pathlib import Path

import msgspec
import pytest
from docx import Document

from jixiao.desk.examined import BookTrouble, ExaminedBook, after, asked, number_behind
from jixiao.desk.folder import results_folder
from jixiao.desk.letters.letter import letter, letter_name
from jixiao.desk.letters.notices import write_notices
from jixiao.desk.letters.sender import Sender
from jixiao.desk.letters.sending import write_letter
from jixiao.desk.letters.strangers import matter
from jixiao.desk.roster import Listed, Roster
from jixiao.desk.sealed import sealed
from jixiao.desk.standing import brief
from jixiao.desk.store import FILE, Store
from jixiao.desk.units import standings
from jixiao.model.errors import UnusableInput

FINDING = {
    "severity": "error",
    "outcome": "inconsistent",
    "follows": "",
    "sheet": "收支总表",
    "cell": "B13",
    "label": "合计",
    "message": "合计 <3> 与各项之和 2 不等。",
    "mend": "请核对 & 改正。",
    "stated": "3",
    "expected": "2",
    "difference": "1",
    "key": "INC-01",
    "explanation": "",
    "suggestions": [],
}
WARNING = {**FINDING, "severity": "warning", "key": "BUD-03", "message": "执行率超过100%。", "cell": None}
SENDER = Sender("示例县财政局", "2025-04-10")


def book(*findings: dict[str, object]) -> ExaminedBook:
    document = {"unit_name": "甲局", "year": "2024", "findings": list(findings), "score": {"total": "95.5"}}
    return ExaminedBook("甲/a.xlsm", "0123456789abcdef", "2025-03-01T08:00:00Z", document=document)


def text(content: bytes) -> str:
    document = Document(BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def test_only_what_asks_for_something_is_asked_and_errors_make_it_a_return() -> None:
    note, explained = {**WARNING, "severity": "note"}, {**WARNING, "outcome": "explained"}
    assert asked(book(note, explained)) == []
    assert letter_name(asked(book(FINDING, WARNING))) == "退回修改通知"
    assert letter_name(asked(book(WARNING))) == "补充说明通知"


def test_the_letter_names_the_file_the_findings_and_the_day() -> None:
    one = book(FINDING, WARNING)
    said = text(letter(one, asked(one), SENDER))
    assert "关于2024年绩效自评材料的退回修改通知" in said
    assert "“a.xlsm”（保存时间2025-03-01 08:00，校验码01234567）" in said
    assert "有1处须改正、1处须说明，退回修改。请于2025年4月10日前重新报送。" in said
    assert "合计 <3> 与各项之和 2 不等。" in said
    assert "请核对 & 改正。" in said
    assert "二、须说明" in said
    assert "自评得分为95.5分" in said
    assert "{" not in said


def test_our_letter_says_the_place_once_and_ones_own_template_has_the_whole_sentence(tmp_path: Path) -> None:
    one = book({**FINDING, "message": "收支总表!B13 合计不等。"})
    assert text(letter(one, asked(one), SENDER)).count("收支总表!B13") == 1
    document = Document()
    document.add_paragraph("{%p for 项 in 须改正 %}")
    document.add_paragraph("{{ 项.问题 }}")
    document.add_paragraph("{%p endfor %}")
    document.save(tmp_path / "own.docx")
    own = Sender(template=str(tmp_path / "own.docx"))
    assert "收支总表!B13 合计不等。" in text(letter(one, asked(one), own))


def test_what_comes_of_another_slip_is_named_and_counted_with_it() -> None:
    behind = {**WARNING, "follows": "INC-01", "sheet": "功能分类", "cell": "D5", "label": "支出合计"}
    shut = {**behind, "key": "EXP-02", "outcome": "explained", "label": "已有说明的"}
    left = {**behind, "key": "EXP-03", "follows": "GONE-01", "message": "没有跟着哪一处的"}
    one = book(FINDING, behind, shut, left)
    found = asked(one)
    said = text(letter(one, found, SENDER))
    assert "有1处须改正、1处须说明（连带1条），退回修改。" in said
    assert "请核对 & 改正。连带1条：功能分类!D5“支出合计”，很可能出于同一处差错" in said
    assert "没有跟着哪一处的" in said
    assert "已有说明的" not in said
    assert number_behind(one) == brief(one).behind == standings([brief(one)])[0].behind == 1
    assert "连带" not in text(letter(book(FINDING), asked(book(FINDING)), SENDER))


def test_who_has_nothing_to_mend_is_asked_for_the_sheet_of_answers() -> None:
    one = book(WARNING)
    said = text(letter(one, asked(one), SENDER))
    assert "请于2025年4月10日前填好“审核回执”交回；工作簿改动了的，一并重新报送。" in said
    assert "前重新报送" not in said
    assert "请填好“审核回执”交回" in text(letter(one, asked(one), Sender()))


def test_where_something_is_only_to_be_explained_there_is_no_empty_table() -> None:
    one = book(WARNING)
    said = text(letter(one, asked(one), Sender()))
    assert "一、须说明" in said
    assert "须改正" not in said.replace("请改正", "")


def test_the_reviewers_own_template_is_used_and_a_wrong_tag_is_told(tmp_path: Path) -> None:
    one = book(FINDING)
    good = "{{ 单位 }}有{{ 错误数 }}处"
    for tag in (good, "{{ 没有 }}", "{{ 单位.__class__ }}", "{% if %}"):
        document = Document()
        document.add_paragraph(tag)
        document.save(tmp_path / "own.docx")
        sender = Sender(template=str(tmp_path / "own.docx"))
        if tag == good:
            assert text(letter(one, asked(one), sender)) == "甲局有1处"
        else:
            with pytest.raises(UnusableInput, match="用不了"):
                letter(one, asked(one), sender)


def noticed(folder: Path, *books: ExaminedBook) -> dict[str, list[str]]:
    """The letters beside the results of each workbook after the notices are written."""
    with Store(folder / FILE) as store:
        store.forget_others(one.book for one in books)
        store.keep((one.book, sealed(one)) for one in books)
        write_notices(store, standings(map(brief, books)), SENDER, folder)
    found = {one.book: results_folder(str(folder), one.book) for one in books}
    return {name: sorted(file.stem for file in place.glob("*.docx")) for name, place in found.items()}


def told(name: str, year: str, saved: str, copy: str = "", *findings: dict[str, object]) -> ExaminedBook:
    document = {
        "unit_name": name,
        "year": year,
        "form": "f",
        "counts": {},
        "score": {},
        "findings": list(findings) or [FINDING],
    }
    book = f"{name}{saved}{copy}.xlsm"
    return ExaminedBook(book, book, saved, document=document)


def test_who_has_to_send_another_workbook_is_told_why(tmp_path: Path) -> None:
    broken = ExaminedBook("坏.xlsm", "1", trouble=BookTrouble.UNREADABLE, sentence="“坏.xlsm”已损坏。")
    packed = ExaminedBook("全.zip", "2", trouble=BookTrouble.UNREADABLE, sentence="不是工作簿。")
    first, last, old = told("甲局", "2024", "1"), told("甲局", "2024", "1", "副本"), told("乙局", "2023", "1")
    third = told("丙局", "2024", "1")
    letters = noticed(tmp_path, broken, packed, first, last, old, third)
    assert {book for book, kinds in letters.items() if kinds == ["重新报送通知"]} == {
        "坏.xlsm",
        "全.zip",
        "甲局1副本.xlsm",
        "乙局1.xlsm",
    }
    said = {book: text(path_of(tmp_path, book).read_bytes()) for book, kinds in letters.items() if kinds}
    assert "关于2024年绩效自评材料的重新报送通知" in said["坏.xlsm"]
    assert "没有采用：“坏.xlsm”已损坏。请于2025年4月10日前重新报送。" in said["坏.xlsm"]
    assert "不要压缩" in said["全.zip"]
    assert "填的是2023年，这次报送的应是2024年" in said["乙局1.xlsm"]
    assert "保存时间分不出先后" in said["甲局1副本.xlsm"]
    assert "须改正" not in said["甲局1副本.xlsm"]


def path_of(folder: Path, book: str) -> Path:
    return results_folder(str(folder), book) / "重新报送通知.docx"


def test_a_workbook_that_counts_after_all_gets_its_own_letter_again(tmp_path: Path) -> None:
    first, last = told("甲局", "2024", "1"), told("甲局", "2024", "2")
    assert noticed(tmp_path, first, last) == {"甲局1.xlsm": [], "甲局2.xlsm": ["退回修改通知"]}
    assert noticed(tmp_path, first)["甲局1.xlsm"] == ["退回修改通知"]


MENDED = {**FINDING, "key": "INC-02"}
SINCE = "与上次审核的一份（保存时间{}）相比：上次提出2处，已改正或说明1处，还没有改好1处，新出现1处。"


def test_the_letter_to_a_newer_file_beside_the_old_one_says_what_was_mended(tmp_path: Path) -> None:
    first = told("甲局", "2024", "1", "", FINDING, MENDED)
    noticed(tmp_path, first, told("甲局", "2024", "2", "", FINDING, WARNING))
    letter_file = results_folder(str(tmp_path), "甲局2.xlsm") / "退回修改通知.docx"
    said = text(letter_file.read_bytes())
    assert SINCE.format("1") in said
    assert "〔上次已提出〕合计 <3>" in said
    assert "〔新出现〕执行率" in said


def test_a_file_in_the_place_of_another_knows_what_was_asked_of_that_one() -> None:
    first = book(FINDING, MENDED)
    second = msgspec.structs.replace(book(FINDING, WARNING), digest="2")
    again = after(second, first)
    assert SINCE.format("2025-03-01 08:00") in text(letter(again, asked(again), SENDER))
    assert after(second, again).before == again.before  # the same file, looked at anew
    assert (first.replaced, again.replaced, again.before.first) == (False, True, first.saved)
    third = after(msgspec.structs.replace(second, digest="3", saved="2025-04-09"), again)
    assert third.before.first == first.saved
    others = msgspec.structs.replace(second, digest="3", document={**second.document, "unit_name": "乙局"})
    assert after(others, again).before is None


def test_answers_that_came_alone_are_a_round_of_their_own() -> None:
    first = msgspec.structs.replace(book(FINDING, MENDED), heard=())
    answered = msgspec.structs.replace(book(FINDING, WARNING), heard=("5",))
    again = after(answered, first)
    said = text(letter(again, asked(again), SENDER))
    assert "（工作簿没有变，这次有新的审核回执）：上次提出2处，已改正或说明1处" in said
    assert after(answered, again).before == again.before  # nothing has come since
    assert after(first, again).before == again.before  # they were taken away
    assert after(answered, msgspec.structs.replace(first, heard=None)).before is None  # nobody knows


def test_nobody_is_told_of_another_year_while_units_do_not_agree(tmp_path: Path) -> None:
    one, other = told("甲局", "2024", "1"), told("乙局", "2023", "1")
    assert noticed(tmp_path, one, other) == {"甲局1.xlsm": [], "乙局1.xlsm": []}
    third = told("丙局", "2024", "1")
    assert noticed(tmp_path, one, other, third)["乙局1.xlsm"] == ["重新报送通知"]
    right = told("乙局", "2024", "2")
    assert noticed(tmp_path, one, other, third, right)["乙局1.xlsm"] == []
    assert noticed(tmp_path, one, other, third)["乙局1.xlsm"] == ["重新报送通知"]


def test_a_unit_that_is_on_no_roster_gets_its_letter_and_is_asked_who_it_is(tmp_path: Path) -> None:
    listed, found = told("甲局", "2024", "1"), told("丙所", "2024", "1")
    silent = msgspec.structs.replace(told("丁所", "2024", "1"))
    document = {**(silent.document or {}), "findings": [], "unit_code": "09"}
    silent = msgspec.structs.replace(silent, document=document)
    books = (listed, found, silent)

    def reviewed(*names: str) -> dict[str, list[str]]:
        roster = Roster(tuple(Listed(name, row=row) for row, name in enumerate(names)))
        with Store(tmp_path / FILE) as store:
            new = [one for one in books if not store.has(one.book)]
            store.keep((one.book, sealed(one)) for one in new)
            for one in new:
                write_letter(one, SENDER, results_folder(str(tmp_path), one.book))
            rows = standings(map(brief, books), roster)
            assert write_notices(store, rows, SENDER, tmp_path).remarks == ()
        found = {one.book: results_folder(str(tmp_path), one.book) for one in books}
        return {name: sorted(file.stem for file in place.glob("*.*x")) for name, place in found.items()}

    def said(book: str, kind: str) -> str:
        return text((results_folder(str(tmp_path), book) / f"{kind}.docx").read_bytes())

    for _ in range(2):
        letters = reviewed("甲局")
        assert letters["甲局1.xlsm"] == ["甲局1-审核回执", "退回修改通知"]
        assert letters["丁所1.xlsm"] == ["丁所1-审核回执", "补充说明通知"]
        assert "名册" not in said("甲局1.xlsm", "退回修改通知")
        assert "有1处须改正、1处须说明" in said("丙所1.xlsm", "退回修改通知")
        assert "单位名称“丙所”与应报单位的名册对不上（名册外）。" in said("丙所1.xlsm", "退回修改通知")
        assert "单位名称“丁所”、单位编码“09”与" in said("丁所1.xlsm", "补充说明通知")
    letters = reviewed("甲局", "丙所", "丁所")
    assert letters["丁所1.xlsm"] == []
    assert "名册" not in said("丙所1.xlsm", "退回修改通知")


def test_who_has_another_code_or_name_on_the_roster_is_asked_about_it(tmp_path: Path) -> None:
    def coded(name: str, code: str) -> ExaminedBook:
        one = told(name, "2024", "1")
        document = {**(one.document or {}), "unit_code": code, "findings": []}
        return msgspec.structs.replace(one, document=document)

    books = (coded("甲局", "31004"), coded("乙局", "0302"), coded("丙局（新）", "303"), coded("丁局", "304"))
    codes = (("甲局", "301004"), ("乙局", "302"), ("丙局", "303"), ("丁局", "304"))
    roster = Roster(tuple(Listed(name, code, row=row) for row, (name, code) in enumerate(codes)))
    with Store(tmp_path / FILE) as store:
        store.keep((one.book, sealed(one)) for one in books)
        rows = standings(map(brief, books), roster)
        write_notices(store, rows, SENDER, tmp_path)
    asked_of = {}
    for one in books:
        letters = results_folder(str(tmp_path), one.book).glob("补充说明通知.docx")
        asked_of[one.said("unit_name")] = "".join(text(file.read_bytes()) for file in letters)
    assert "单位编码填的是“31004”，应报单位的名册里是“301004”。" in asked_of["甲局"]
    assert "单位名称填的是“丙局（新）”" in asked_of["丙局（新）"]
    assert asked_of["乙局"] == asked_of["丁局"] == ""  # a zero that the roster has lost is no fault of theirs
    answered = msgspec.structs.replace(books[0], remarks=("回执“a”里对编码名称的说明“b”，请据此核对名册。",))
    assert matter(rows[0], answered) == ()
    assert matter(rows[0], books[0]) != ()


def test_a_letter_that_cannot_be_written_is_told_and_the_others_go_on(tmp_path: Path) -> None:
    deep = "/".join(["很长的文件夹名称" * 10] * 20) + "/甲.xlsm"
    books = [at(told(name, "2023", "1"), path) for name, path in (("甲局", deep), ("乙局", "乙.xlsm"))]
    others = [told(name, "2024", "1") for name in ("丙局", "丁局", "戊局")]
    (tmp_path / "结果").mkdir()
    (tmp_path / "结果" / "丙局1").touch()
    with Store(tmp_path / FILE) as store:
        store.keep((one.book, sealed(one)) for one in (*books, *others))
        roster = Roster((Listed("丁局", row=1), Listed("戊局", row=2)))
        done = write_notices(store, standings(map(brief, (*books, *others)), roster), SENDER, tmp_path)
    assert path_of(tmp_path, "乙.xlsm").exists()
    assert done.stuck == 2
    said = sorted(remark.partition("：通知没有写成：") for remark in done.remarks)
    assert [Path(book).name for book, _, _ in said] == ["丙局1.xlsm", "甲.xlsm"]
    assert "是文件，不是文件夹" in said[0][2]
    if sys.platform != "win32":  # there it depends on the release what is said of a long path
        assert said[1][2] == "名称或路径太长。请检查磁盘空间和文件夹权限。"


def at(one: ExaminedBook, path: str) -> ExaminedBook:
    return msgspec.structs.replace(one, book=path)


def test_no_letter_goes_out_beside_results_that_were_not_written(tmp_path: Path) -> None:
    first, last = told("甲局", "2024", "1"), told("甲局", "2024", "2")
    last = msgspec.structs.replace(last, unwritten="磁盘空间不够。")
    assert noticed(tmp_path, first, last)["甲局2.xlsm"] == []


def test_a_letter_that_was_worked_on_and_gives_way_to_another_is_told(tmp_path: Path) -> None:
    noticed(tmp_path, told("甲局", "2024", "1"), told("甲局", "2024", "2"))
    letter_file = results_folder(str(tmp_path), "甲局2.xlsm") / "退回修改通知.docx"
    document = Document(str(letter_file))
    document.add_paragraph("另：请来电。")
    document.save(str(letter_file))
    books = [told("甲局", "2024", "2"), told("甲局", "2024", "3")]
    with Store(tmp_path / FILE) as store:
        store.keep((one.book, sealed(one)) for one in books)
        (said,) = write_notices(store, standings(map(brief, books)), SENDER, tmp_path).remarks
    assert said.startswith("甲局2.xlsm：原来的“退回修改通知.docx”改动过，或不是由本程序生成，没有覆盖")
