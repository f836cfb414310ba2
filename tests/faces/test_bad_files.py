"""Files that cannot be worked on: one Chinese sentence that says what to do, quickly, and nothing touched."""

import os
import re
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from workbook.books import Raw, pack, package_of, part_of, saved, typed, with_members, with_text
from workbook.books import silent_sample as sample

from jixiao.model.errors import UnusableInput
from jixiao.pipeline import inspect

BOOK, STRINGS = "xl/workbook.xml", "xl/sharedStrings.xml"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
SECONDS = 3


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
    "without its first sheet": (
        lambda: other(BOOK, '<sheet name="填报说明"', '<gone name="x"'),
        "没有表样编号",
    ),
    "without its list of sheets": (
        lambda: with_members(sample(), {"xl/_rels/workbook.xml.rels": None}),
        "缺少",
    ),
    "with a broken workbook part": (lambda: with_members(sample(), {BOOK: b"<workbook"}), "已损坏"),
    "with a broken sheet": (lambda: other(part_of(sample(), "收支总表"), "</sheetData>", ""), "已损坏"),
    "with a broken result sheet": (
        lambda: other(part_of(sample(), "校验结果"), "</sheetData>", ""),
        "已损坏",
    ),
    "with broken shared texts": (lambda: with_members(sample(), {STRINGS: b"<sst><si>"}), "已损坏"),
    "without its shared texts": (lambda: with_members(sample(), {STRINGS: None}), "已损坏"),
    "with a text that is not there": (
        lambda: typed(sample(), {"单位.名称": Raw('t="s"', "<v>99999</v>")}),
        "已损坏",
    ),
    "with a DOCTYPE": (lambda: other(BOOK, "<workbook ", "<!DOCTYPE workbook><workbook "), "DOCTYPE"),
    "with a DOCTYPE in UTF-16": (
        lambda: with_members(sample(), {BOOK: "<!DOCTYPE a><a/>".encode("utf-16")}),
        "DOCTYPE",
    ),
    "with an entity bomb": (lambda: with_members(sample(), {BOOK: bomb()}), "为安全起见|已损坏"),
    "a zip bomb": (lambda: with_members(sample(), {"xl/media/a.xml": bytes(50 * 2**20)}), "解压后过大"),
    "of too many members": (
        lambda: with_members(sample(), {f"xl/{n}": b"" for n in range(2001)}),
        "解压后过大",
    ),
    "leading outside": (lambda: with_members(sample(), {"../a.txt": b"x"}), "内部路径不正常"),
}


@pytest.mark.parametrize("what", UNUSABLE)
def test_an_unusable_file_is_refused_in_one_sentence_and_quickly(what, tmp_path):
    content, words = UNUSABLE[what]
    book = content()
    path = saved(tmp_path, book)
    started = time.process_time()
    with pytest.raises(UnusableInput, match=words) as refusal:
        inspect(path, pack())
    assert time.process_time() - started < SECONDS
    assert_helpful(str(refusal.value))
    assert path.read_bytes() == book


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


ON_WINDOWS = {  # what a system calls a file that is not there, and what a name that it does not take
    "a name of 1000 characters": "找不到文件",
    "a file as folder": "找不到文件",
    "control characters": "无法读取",
}


@pytest.mark.parametrize("what", PATHS)
def test_an_unusable_path_is_refused_in_one_sentence(what, tmp_path):
    make, words = PATHS[what]
    if os.name == "nt" and what in ("a link to itself", "a pipe"):
        pytest.skip("Windows wants rights for the one and has no folder for the other")
    with pytest.raises(UnusableInput, match=ON_WINDOWS.get(what, words) if os.name == "nt" else words):
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
