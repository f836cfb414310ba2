"""Files that jixiao verify does not take for a report: one sentence, whatever is wrong with them."""

from __future__ import annotations

import io
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from jixiao.building.samples import samples
from jixiao.inspection import Inspection
from jixiao.model.errors import UnusableInput
from jixiao.pipeline import inspect
from jixiao.report.word.properties import properties_of, untouched
from jixiao.verifying import verify


@pytest.fixture(scope="module")
def inspection() -> Inspection:
    return inspect(next(each.workbook for each in samples() if each.values.stem == "leiyang-2022"))


@pytest.mark.parametrize("content", [b"", b"no zip", b"PK\x05\x06" + bytes(18)])
def test_a_file_that_is_no_word_document_is_refused(content: bytes, inspection: Inspection, tmp_path: Path):
    path = tmp_path / "x.docx"
    path.write_bytes(content)
    with pytest.raises(UnusableInput, match="不是 Word 文档"):
        verify(path, inspection)


def packed(part: str) -> bytes:
    """A document one part of which cannot be unpacked any more."""
    buffer = io.BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        archive.writestr(part, bytes(range(256)) * 9)
        start = len(part) + 30  # behind the header
    content = bytearray(buffer.getvalue())
    content[start : start + 4] = b"\xff" * 4
    return bytes(content)


def test_a_file_that_cannot_be_unpacked_is_refused(inspection: Inspection, tmp_path: Path):
    path = tmp_path / "x.docx"
    path.write_bytes(packed("word/document.xml"))
    with pytest.raises(UnusableInput, match=r"“x\.docx”不是 Word 文档（.docx），或文件已损坏"):
        verify(path, inspection)


def test_properties_that_cannot_be_unpacked_say_nothing():
    content = packed("docProps/custom.xml")
    assert properties_of(content) == {}
    assert not untouched(packed("word/document.xml"))


def test_a_swollen_file_is_refused(inspection: Inspection, tmp_path: Path):
    path = tmp_path / "x.docx"
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", bytes(210 * 2**20))
    with pytest.raises(UnusableInput, match="太大"):
        verify(path, inspection)


@pytest.mark.parametrize("body", ["<w:p/>" * 40_000, f"<w:p><w:r><w:t>{'长' * 41_000}</w:t></w:r></w:p>"])
def test_more_than_any_report_holds_is_refused(body: str, inspection: Inspection, tmp_path: Path):
    path = tmp_path / "x.docx"
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"<w:document {space}><w:body>{body}</w:body></w:document>")
    with pytest.raises(UnusableInput, match="太多，不像一份报告"):
        verify(path, inspection)
