"""The filled workbook that is shipped, with parts replaced, added or left out."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from attack.kinds import Kinds

from jixiao.archives import add_packed, packed_member
from jixiao.building.samples import samples

books = Kinds(
    "xlsm", ("check", "run", "new --from", "framework read")
)  # what is done with a workbook of ours


def sample() -> bytes:
    """The filled workbook that is shipped."""
    return next(each.workbook for each in samples() if each.values.stem == "leiyang-2022").read_bytes()


def part(name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(sample())) as archive:
        return archive.read(name).decode()


def changed(changes: Mapping[str, bytes | str | None]) -> bytes:
    """The shipped workbook with parts replaced, added or (None) left out."""
    book, target = sample(), io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(book)) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as out,
    ):
        for item in source.infolist():
            if item.filename not in changes:
                add_packed(out, item, packed_member(book, item))
        for name, content in changes.items():
            if content is not None:
                out.writestr(name, content, compresslevel=1)
    return target.getvalue()


SHEET, STRINGS, BOOK, STYLES = (
    "xl/worksheets/sheet3.xml",
    "xl/sharedStrings.xml",
    "xl/workbook.xml",
    "xl/styles.xml",
)
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def inserted(name: str, before: str, text: str) -> bytes:
    """The shipped workbook with something put into a part."""
    content = part(name)
    assert before in content, (name, before)
    head, mark, tail = content.partition(before)
    return changed({name: f"{head}{text}{mark}{tail}"})
