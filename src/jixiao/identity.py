"""What a workbook says it is: the pack whose stamp it bears, the framework it was built for or asks for."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import msgspec

from jixiao.model.errors import UnusableInput
from jixiao.pack import loading
from jixiao.pack.carried_framework import stored_framework
from jixiao.pack.framework import Framework
from jixiao.pack.framework_rows import EditedFramework, FrameworkSheet, is_edited
from jixiao.pack.pack import Pack
from jixiao.pack.stamp import stamps
from jixiao.pack.toml_file import Files, files_in
from jixiao.workbook.file.source import CellSource, saved_book, text_at
from jixiao.workbook.reading.filled_workbook import Reading
from jixiao.workbook.reading.framework_sheet import place_of_sheet


def is_ours(path: Path) -> bool:
    """Whether a file is a workbook with the stamp of a pack; anything else is somebody else's document."""
    try:
        return bears_stamp(saved_book(path))
    except UnusableInput:
        return False


def bears_stamp(source: CellSource) -> bool:
    """Whether a workbook has the stamp of a pack. Raises UnusableInput."""
    return any(text_at(source, stamp.term) == stamp.pack for stamp in stamps())


def pack_of(source: CellSource) -> Pack:
    """The pack whose stamp the workbook bears, else the default one: reading then says what is wrong."""
    bears = (stamp.pack for stamp in stamps() if text_at(source, stamp.term) == stamp.pack)
    return loading.load_pack(next(bears, loading.DEFAULT))


def framework_of(reading: Reading, pack: Pack, sheet: FrameworkSheet | None) -> Framework:
    """The indicator framework that the workbook was built for: the unit's own that it carries, or the pack's.

    Raises UnusableInput if it is unknown.
    """
    if sheet and sheet.head:
        return _carried(sheet)
    framework = _titled(pack, reading.framework, files_in(pack.folder / "frameworks"))
    if framework is None:
        names = "、".join(f"“{title}”" for title in pack.framework_titles)
        raise UnusableInput(
            f"工作簿里的评价指标体系“{reading.framework}”不认识，可用的是：{names}。"
            "自己的评价指标体系存在“指标体系”表里，这张表不见了或被改动过，请从备份中恢复；"
            "请勿改动填报说明表中的版本栏。"
        )
    return framework


def changed_framework(
    source: CellSource,
    sheet: FrameworkSheet | None,
    framework: Framework | None,
    pack: Pack,
    year: int | None = None,
) -> EditedFramework:
    """What people have changed on the sheet of the framework, and what is wrong there."""
    place = place_of_sheet(pack.form)
    if framework is None or place is None:
        return EditedFramework()
    if sheet is None:  # whatever is changed there has no effect, and that must not go unsaid
        from jixiao.scoring.framework_sheet.framework_findings import about_ruins

        return EditedFramework(findings=(about_ruins(place, there=place.sheet in source.structure.parts),))
    if not (framework.own or sheet.stray or is_edited(sheet, framework)):
        return EditedFramework()
    from jixiao.scoring.framework_sheet.edited_framework import looked_through

    return looked_through(sheet, framework, pack, year)


def _carried(sheet: FrameworkSheet) -> Framework:
    try:
        return stored_framework(sheet)
    except (ValueError, msgspec.DecodeError):
        raise UnusableInput(
            f"“{sheet.section.name}”表被拆动过（删了整行，或少了隐藏的列），不知道按什么评分。请撤销删除，"
            "或从备份中恢复这张表；不要某个指标的，只清空它那一行里的字，不要删整行。"
        ) from None


@lru_cache(maxsize=8)
def _titled(pack: Pack, title: str, files: Files) -> Framework | None:
    """Once for all workbooks of a pack that was loaded once."""
    return pack.framework_titled(title)
