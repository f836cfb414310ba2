"""What a workbook says it is: the pack whose stamp it bears, and the framework it was built for."""

from __future__ import annotations

from functools import cache

from jixiao.model.errors import UnusableInput
from jixiao.pack.framework import Framework
from jixiao.pack.loading import DEFAULT, load_pack
from jixiao.pack.pack import Pack
from jixiao.pack.stamp import stamps
from jixiao.workbook.file.source import CellSource, text_at
from jixiao.workbook.reading.filled_workbook import Reading


def pack_of(source: CellSource) -> Pack:
    """The pack whose stamp the workbook bears, else the default one: reading then says what is wrong."""
    bears = (stamp.pack for stamp in stamps() if text_at(source, stamp.term) == stamp.pack)
    return _loaded(next(bears, DEFAULT))


@cache
def _loaded(name: str) -> Pack:
    return load_pack(name)


def framework_of(reading: Reading, pack: Pack) -> Framework:
    """The indicator framework that the workbook was built for. Raises UnusableInput if it is unknown."""
    framework = pack.framework_titled(reading.framework)
    if framework is None:
        names = "、".join(f"“{title}”" for title in pack.framework_titles)
        raise UnusableInput(
            f"工作簿里的评价指标体系“{reading.framework}”不认识，可用的是：{names}。请勿改动填报说明表中的版本栏。"
        )
    return framework
