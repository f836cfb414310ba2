"""Files that cannot be worked on: one Chinese sentence that says what to do, quickly, and nothing touched."""

import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from workbook.books import Raw, pack, package_of, part_of, sample, saved, typed, with_members, with_text

from jixiao.model.errors import UnusableInput
from jixiao.model.outcome import Severity
from jixiao.pipeline import inspect, workbook_with_results

BOOK, STRINGS = "xl/workbook.xml", "xl/sharedStrings.xml"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
SECONDS = 3
ATTRIBUTES = [b"", b"0", b"-1", b"x", b"A0", b"#REF!", b"9" * 5000, "甲".encode()]
CLI = [sys.executable, "-c", "from jixiao.faces.cli import main; main()"]


def zipped(members: dict[str, bytes]) -> bytes:
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as out:
        for name, content in members.items():
            out.writestr(name, content)
    return target.getvalue()


def other(member: str, old: str, new: str) -> bytes:
    return with_text(sample(), member, old, new)


def bomb() -> bytes:
    """Entities that would unfold to gigabytes."""
    levels = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    return f'<!DOCTYPE x [<!ENTITY a0 "aaaaaaaaaa">{levels}]><x y="&a11;">&a11;</x>'.encode()


def encrypted() -> bytes:
    """Flag every entry of the directory as encrypted."""
    book = bytearray(sample())
    for match in re.finditer(b"PK\x01\x02", sample()):
        book[match.start() + 8] |= 1
    return bytes(book)


def bad_checksum() -> bytes:
    """Damage the bytes of the first entry sheet."""
    info = package_of(sample()).archive.getinfo(part_of(sample(), "收支总表"))
    middle = info.header_offset + 30 + len(info.filename) + info.compress_size // 2
    return sample()[:middle] + bytes(8) + sample()[middle + 8 :]


# What the file is -> what it holds, and a part of the sentence.
UNUSABLE: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty": (lambda: b"", "是空文件"),
    "a web page": (lambda: b"<html><body><table></table></body></html>", "不是 Excel 工作簿"),
    "text": (lambda: "单位,金额\n甲,1\n".encode("gb18030"), "不是 Excel 工作簿"),
    "zeros after a crash": (lambda: bytes(4096), "不是 Excel 工作簿"),
    "an old .xls": (lambda: OLE + "Workbook".encode("utf-16-le"), "旧版 .xls"),
    "with a password": (lambda: OLE + "EncryptedPackage".encode("utf-16-le"), "设了打开密码"),
    "a binary .xlsb": (lambda: zipped({"xl/workbook.bin": b"x"}), ".xlsb"),
    "an .ods": (lambda: zipped({"mimetype": b"x", "content.xml": b"<x/>"}), "OpenDocument"),
    "a .docx": (lambda: zipped({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"}), "Word 文档"),
    "some zip": (lambda: zipped({"readme": b"x"}), "不是 Excel 工作簿"),
    "cut in the first header": (lambda: sample()[:20], "已损坏"),
    "cut in the middle": (lambda: sample()[: len(sample()) // 2], "已损坏"),
    "cut in the directory": (lambda: sample()[:-200], "已损坏"),
    "cut in the last byte": (lambda: sample()[:-1], "已损坏"),
    "a wrong checksum": (bad_checksum, "已损坏"),
    "an encrypted zip": (encrypted, "加密"),
    "of another form": (lambda: typed(sample(), {"表样.编号": "其他表样"}), "表样是 其他表样"),
    "of another version": (lambda: typed(sample(), {"表样.版本": "99"}), "第99版"),
    "of no form": (lambda: typed(sample(), {"表样.编号": Raw("", "")}), "不是本工具的标准工作簿"),
    "of unknown indicators": (lambda: typed(sample(), {"表样.指标体系": "自拟"}), "不认识"),
    "without its first sheet": (lambda: other(BOOK, '<sheet name="填报说明"', '<gone name="x"'), "没有表样编号"),
    "without its list of sheets": (lambda: with_members(sample(), {"xl/_rels/workbook.xml.rels": None}), "缺少"),
    "with a broken workbook part": (lambda: with_members(sample(), {BOOK: b"<workbook"}), "已损坏"),
    "with a broken sheet": (lambda: other(part_of(sample(), "收支总表"), "</sheetData>", ""), "已损坏"),
    "with a broken result sheet": (lambda: other(part_of(sample(), "校验结果"), "</sheetData>", ""), "已损坏"),
    "with broken shared texts": (lambda: with_members(sample(), {STRINGS: b"<sst><si>"}), "已损坏"),
    "without its shared texts": (lambda: with_members(sample(), {STRINGS: None}), "已损坏"),
    "with a text that is not there": (lambda: typed(sample(), {"单位.名称": Raw('t="s"', "<v>99999</v>")}), "已损坏"),
    "with a DOCTYPE": (lambda: other(BOOK, "<workbook ", "<!DOCTYPE workbook><workbook "), "DOCTYPE"),
    "with a DOCTYPE in UTF-16": (lambda: with_members(sample(), {BOOK: "<!DOCTYPE a><a/>".encode("utf-16")}), "DOCTYPE"),
    "with an entity bomb": (lambda: with_members(sample(), {BOOK: bomb()}), "为安全起见|已损坏"),
    "a zip bomb": (lambda: with_members(sample(), {"xl/media/a.bin": bytes(50 * 2**20)}), "解压后过大"),
    "of too many members": (lambda: with_members(sample(), {f"xl/{n}": b"" for n in range(2001)}), "解压后过大"),
    "leading outside": (lambda: with_members(sample(), {"../a.txt": b"x"}), "内部路径不正常"),
}


@pytest.mark.parametrize("what", UNUSABLE)
def test_an_unusable_file_is_refused_in_one_sentence_and_quickly(what, tmp_path):
    content, words = UNUSABLE[what]
    path = saved(tmp_path, content())
    started = time.monotonic()
    with pytest.raises(UnusableInput, match=words) as refusal:
        inspect(path, pack())
    assert time.monotonic() - started < SECONDS
    assert_helpful(str(refusal.value))
    assert path.read_bytes() == content()


def assert_helpful(sentence: str) -> None:
    """One line of Chinese that ends with a full stop and asks for something."""
    assert "\n" not in sentence
    assert sentence.endswith("。")
    assert "请" in sentence


# What the path is -> how to make it, and a part of the sentence.
PATHS: dict[str, tuple[Callable[[Path], Path], str]] = {}


def path_case(make: Callable[[Path], Path]) -> Callable[[Path], Path]:
    PATHS[make.__name__.replace("_", " ")] = make, (make.__doc__ or "")
    return make


@path_case
def a_folder(folder: Path) -> Path:
    """是文件夹"""
    (folder / "甲.xlsx").mkdir()
    return folder / "甲.xlsx"


@path_case
def a_missing_file(folder: Path) -> Path:
    """找不到文件"""
    return folder / "没有.xlsx"


@path_case
def a_missing_folder(folder: Path) -> Path:
    """找不到文件"""
    return folder / "没有" / "甲.xlsx"


@path_case
def a_broken_link(folder: Path) -> Path:
    """找不到文件"""
    (folder / "甲.xlsx").symlink_to(folder / "没有.xlsx")
    return folder / "甲.xlsx"


@path_case
def a_link_to_itself(folder: Path) -> Path:
    """无法读取"""
    (folder / "甲.xlsx").symlink_to(folder / "甲.xlsx")
    return folder / "甲.xlsx"


@path_case
def a_name_of_1000_characters(folder: Path) -> Path:
    """无法读取"""
    return folder / f"{'甲' * 1000}.xlsx"


@path_case
def a_file_as_folder(folder: Path) -> Path:
    """无法读取"""
    return saved(folder, sample()) / "甲.xlsx"


@path_case
def control_characters(folder: Path) -> Path:
    """找不到文件"""
    return folder / "甲\x1b[31m\n乙.xlsx"


@path_case
def a_pipe(folder: Path) -> Path:
    """不是普通文件"""
    os.mkfifo(folder / "甲.xlsx")
    return folder / "甲.xlsx"


@pytest.mark.parametrize("what", PATHS)
def test_an_unusable_path_is_refused_in_one_sentence(what, tmp_path):
    make, words = PATHS[what]
    with pytest.raises(UnusableInput, match=words):
        inspect(make(tmp_path), pack())


def test_a_path_with_a_nul_is_refused(tmp_path):
    with pytest.raises(UnusableInput, match="不能用的字符"):
        inspect(tmp_path / "a\0b.xlsx", pack())


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_refused(tmp_path):
    path = saved(tmp_path, sample())
    path.chmod(0)
    with pytest.raises(UnusableInput, match="没有权限读取"):
        inspect(path, pack())


# --- through the real command line ------------------------------------------------------------------------------


@dataclass(frozen=True)
class Said:
    code: int
    out: str
    error: str
    seconds: float


def jixiao(*arguments: object) -> Said:
    started = time.monotonic()
    done = subprocess.run([*CLI, *map(str, arguments)], capture_output=True, encoding="utf-8", timeout=60, check=False)
    return Said(done.returncode, done.stdout, done.stderr, time.monotonic() - started)


def contents(folder: Path) -> dict[str, tuple[bytes | None, int]]:
    """Every file and folder below, with its bytes and the time of its last change."""
    return {str(path.relative_to(folder)): (_bytes(path), path.lstat().st_mtime_ns) for path in folder.rglob("*")}


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


REPRESENTATIVES = ["empty", "a web page", "with a password", "cut in the middle", "a wrong checksum", "with a DOCTYPE"]


@pytest.mark.parametrize("command", ["check", "run"])
@pytest.mark.parametrize("what", REPRESENTATIVES)
def test_the_command_line_refuses_with_exit_code_2(what, command, tmp_path):
    path = saved(tmp_path, UNUSABLE[what][0]())
    before = contents(tmp_path)
    said = jixiao(command, path)
    assert (said.code, said.out) == (2, "")
    assert_helpful(said.error.removesuffix("\n"))
    assert said.seconds < 2 * SECONDS
    assert contents(tmp_path) == before


@pytest.mark.parametrize("command", ["check", "run"])
@pytest.mark.parametrize("what", ["a folder", "a missing folder", "a broken link", "control characters"])
def test_the_command_line_refuses_a_path_with_exit_code_2(what, command, tmp_path):
    path = PATHS[what][0](tmp_path)
    before = contents(tmp_path)
    said = jixiao(command, path)
    assert (said.code, said.out) == (2, "")
    assert_helpful(said.error.removesuffix("\n"))
    assert said.error.removesuffix("\n").isprintable()
    assert contents(tmp_path) == before


def test_an_unusable_file_leaves_no_output_folder_behind(tmp_path):
    said = jixiao("run", tmp_path / "没有.xlsx", "--out", tmp_path / "报告")
    assert said.code == 2
    assert list(tmp_path.iterdir()) == []


def test_one_unusable_file_does_not_keep_the_others_from_being_checked(tmp_path):
    good, bad = saved(tmp_path, sample()), saved(tmp_path, b"", "空.xlsm")
    said = jixiao("check", bad, good)
    assert said.code == 2
    assert "是空文件" in said.error
    assert "FUND" not in said.error
    assert "支出合计" in said.out


@pytest.mark.parametrize("arguments", [(), ("--json",)])
def test_check_never_writes_anything(arguments, tmp_path):
    path = saved(tmp_path, sample())
    before = contents(tmp_path)
    assert jixiao("check", path, *arguments).code == 1
    assert contents(tmp_path) == before


def test_check_reads_a_file_that_is_open_elsewhere_or_read_only(tmp_path):
    path = saved(tmp_path, sample())
    saved(tmp_path, b"", f"~${path.name}")
    path.chmod(0o444)
    assert jixiao("check", path).code == 1


@pytest.mark.parametrize("lock", ["~$工作簿.xlsm", ".~lock.工作簿.xlsm#"])
def test_results_of_an_open_workbook_go_beside_it_and_one_sentence_says_so(lock, tmp_path):
    path = saved(tmp_path, sample())
    saved(tmp_path, b"", lock)
    said = jixiao("run", path)
    assert said.code == 1
    assert path.read_bytes() == sample()
    assert (tmp_path / "工作簿（结果）.xlsm").exists()
    assert said.error.count("\n") == 1
    assert "没有改动它" in said.error


def test_results_of_a_read_only_workbook_go_beside_it(tmp_path):
    path = saved(tmp_path, sample())
    path.chmod(0o444)
    said = jixiao("run", path)
    assert "是只读文件" in said.error
    assert path.read_bytes() == sample()
    assert (tmp_path / "工作簿（结果）.xlsm").exists()


@pytest.mark.skipif(os.name == "nt", reason="needs POSIX limits")
def test_a_disk_that_is_full_leaves_the_old_workbook_and_no_rest(tmp_path):
    path = saved(tmp_path, sample())
    script = (
        "import resource, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (20000, 20000));"
        "from jixiao.faces.cli import main; main()"
    )
    command = [sys.executable, "-B", "-c", script, "run", str(path)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=60, check=False)
    assert done.returncode == 2
    assert_helpful(done.stderr.removesuffix("\n"))
    assert [file.name for file in tmp_path.iterdir()] == [path.name]
    assert path.read_bytes() == sample()


# --- damage at random -------------------------------------------------------------------------------------------

MEMBERS = [BOOK, "xl/_rels/workbook.xml.rels", STRINGS, *(f"xl/worksheets/sheet{n}.xml" for n in (1, 2, 3, 8, 12, 13))]


def survives(book: bytes) -> bool:
    """Whether the file is inspected and written back, or refused; any other exception goes through."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            return bool(workbook_with_results(inspect(saved(Path(folder), book), pack())))
        except UnusableInput:
            return True


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**6), st.binary(min_size=1, max_size=8))
def test_damaged_bytes_anywhere_never_end_in_a_traceback(offset, rubbish):
    at = offset % len(sample())
    assert survives(sample()[:at] + rubbish + sample()[at + len(rubbish) :])


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**6))
def test_a_file_cut_anywhere_never_ends_in_a_traceback(offset):
    assert survives(sample()[: offset % len(sample())])


@settings(max_examples=80, deadline=None)
@given(st.sampled_from(MEMBERS), st.integers(0, 10**6), st.sampled_from(ATTRIBUTES))
def test_a_strange_attribute_in_any_part_never_ends_in_a_traceback(member, position, rubbish):
    content = package_of(sample()).part(member)
    places = list(re.finditer(rb'="([^"]*)"', content))
    at = places[position % len(places)]
    assert survives(with_members(sample(), {member: content[: at.start(1)] + rubbish + content[at.end(1) :]}))


@settings(max_examples=80, deadline=None)
@given(st.sampled_from(MEMBERS), st.integers(0, 10**6))
def test_an_element_gone_from_any_part_never_ends_in_a_traceback(member, position):
    root = etree.fromstring(package_of(sample()).part(member))
    inner = [element for element in root.iter() if element.getparent() is not None]
    gone = inner[position % len(inner)]
    gone.getparent().remove(gone)
    assert survives(with_members(sample(), {member: etree.tostring(root)}))


# --- reading goes on, and a finding says what is wrong -------------------------------------------------------------


def findings(folder: Path, book: bytes) -> list[tuple[str, str]]:
    """Id and sentence of what is wrong with the file, not with its figures."""
    found = inspect(saved(folder, book), pack()).findings
    return [(finding.id, finding.message) for finding in found if finding.id.startswith(("READ", "RESULT"))]


def test_a_sheet_removed_is_one_finding(tmp_path):
    gone = other(BOOK, '<sheet name="收支总表"', '<gone name="x"')
    (found,) = findings(tmp_path, gone)
    assert found == ("READ-11", "工作表“收支总表”不见了，表中数据无法读取。")


def test_a_deleted_name_is_one_finding_that_names_it(tmp_path):
    gone = other(BOOK, '<definedName name="支出.合计">', '<definedName name="x">')
    (found,) = findings(tmp_path, gone)
    assert found[0] == "READ-10"
    assert "名称“支出.合计”" in found[1]


def test_a_name_that_points_nowhere_is_a_deleted_name(tmp_path):
    area = package_of(sample()).part(BOOK).decode().partition('name="支出.合计">')[2].partition("<")[0]
    (found,) = findings(tmp_path, other(BOOK, f'name="支出.合计">{area}', 'name="支出.合计">#REF!'))
    assert found[0] == "READ-10"


def test_a_name_over_a_million_rows_is_a_finding_and_does_not_take_long(tmp_path):
    area = package_of(sample()).part(BOOK).decode().partition('name="功能分类.金额">')[2].partition("<")[0]
    huge = other(BOOK, f'name="功能分类.金额">{area}', "name=\"功能分类.金额\">'功能分类'!$C$1:$C$1048576")
    started = time.monotonic()
    assert [id_ for id_, _ in findings(tmp_path, huge)] == ["READ-10"]
    assert time.monotonic() - started < SECONDS


@pytest.mark.parametrize("sheet", ["校验结果", "评分表"])
def test_a_result_sheet_removed_is_a_warning(sheet, tmp_path):
    gone = other(BOOK, f'<sheet name="{sheet}"', '<gone name="x"')
    assert findings(tmp_path, gone) == [("RESULT-01", f"工作表“{sheet}”不见了或被改动过，结果不能完整写回。")]


@pytest.mark.parametrize("stored", ["NaN", "INF", "-inf", "1E+308"])
def test_a_number_that_is_none_is_an_error_and_reading_goes_on(stored, tmp_path):
    inspection = inspect(saved(tmp_path, typed(sample(), {"支出.合计": Raw("", f"<v>{stored}</v>")})), pack())
    found = [finding for finding in inspection.findings if finding.id in ("READ-02", "READ-12")]
    assert [(finding.severity, finding.label) for finding in found] == [(Severity.ERROR, "本年支出合计（本年数）")]


def test_cells_beyond_the_sheet_and_rows_without_numbers_do_not_disturb(tmp_path):
    strange = '<row><c><v>1</v></c></row><row r="1048577"><c r="XFE1048577"><v>1</v></c></row></sheetData>'
    book = other(part_of(sample(), "收支总表"), "</sheetData>", strange)
    assert findings(tmp_path, book) == []


def test_a_large_but_bearable_workbook_is_read_in_seconds(tmp_path):
    rows = "".join(f'<row r="{n}"><c r="Z{n}"><v>{n}{"7" * 9}</v></c></row>' for n in range(1000, 200_000))
    book = other(part_of(sample(), "收支总表"), "</sheetData>", f"{rows}</sheetData>")
    started = time.monotonic()
    assert inspect(saved(tmp_path, book), pack()).record.fields["支出.合计"].value == Decimal("3460800.00")
    assert time.monotonic() - started < SECONDS
