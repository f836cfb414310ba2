"""What a workbook says it is: the pack whose stamp it bears, and the framework it was built for."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from jixiao.model.errors import UnusableInput
from jixiao.pack import loading
from jixiao.pack.framework import Framework
from jixiao.pack.framework_files import ENDING
from jixiao.pack.frameworks import framework_titled
from jixiao.pack.pack import Pack
from jixiao.pack.stamp import stamps
from jixiao.pack.toml_file import Files, files_in
from jixiao.workbook.file.source import CellSource, saved_book, text_at
from jixiao.workbook.reading.filled_workbook import Reading


def is_ours(path: Path) -> bool:
    """Whether a file is a workbook with the stamp of a pack; anything else is somebody else's document."""
    try:
        book = saved_book(path)
        return any(text_at(book, stamp.term) == stamp.pack for stamp in stamps())
    except UnusableInput:
        return False


def pack_of(source: CellSource) -> Pack:
    """The pack whose stamp the workbook bears, else the default one: reading then says what is wrong."""
    bears = (stamp.pack for stamp in stamps() if text_at(source, stamp.term) == stamp.pack)
    return loading.load_pack(next(bears, loading.DEFAULT))


def framework_of(reading: Reading, pack: Pack, beside: tuple[Path, ...] = ()) -> Framework:
    """The indicator framework that the workbook was built for: the pack's, or the unit's own beside it.

    Raises UnusableInput if it is unknown.
    """
    framework = _titled(pack, reading.framework, files_in(pack.folder / "frameworks"))
    framework = framework or framework_titled(reading.framework, beside, pack.vocabulary)
    if framework is None:
        names = "、".join(f"“{title}”" for title in pack.framework_titles)
        raise UnusableInput(
            f"工作簿里的评价指标体系“{reading.framework}”不认识，可用的是：{names}。"
            f"自己的评价指标体系，请把它的文件（名称以 {ENDING} 结尾）与工作簿放在同一文件夹；"
            "请勿改动填报说明表中的版本栏。"
        )
    return framework


@lru_cache(maxsize=8)
def _titled(pack: Pack, title: str, files: Files) -> Framework | None:
    """Once for all workbooks of a pack that was loaded once."""
    return pack.framework_titled(title)
