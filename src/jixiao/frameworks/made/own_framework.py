"""A framework of the unit's own for a new workbook: from its file, from the table that was handed out, or
from the workbook that carries it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import msgspec
from msgspec.structs import replace

from jixiao.frameworks.made.framework_file import ENDING, ScoredBy, framework_text
from jixiao.frameworks.made.settled_before import settled_before
from jixiao.frameworks.read_framework import FrameworkRead, read_framework
from jixiao.identity import framework_of, pack_of
from jixiao.methods.judgements import Manual
from jixiao.model.errors import UnusableInput
from jixiao.model.quotes import nested
from jixiao.pack.framework import Framework
from jixiao.pack.framework_rows import FrameworkSheet, is_edited
from jixiao.pack.frameworks import load_framework, parsed_framework
from jixiao.pack.pack import Pack
from jixiao.pack.title_year import evaluated_year, other_year
from jixiao.scoring.framework_sheet.edited_framework import settled_framework
from jixiao.workbook.file.source import saved_book
from jixiao.workbook.reading.filled_workbook import read_facts
from jixiao.workbook.reading.framework_sheet import read_framework_sheet

_MOST = 8  # names that one sentence lists


class OwnFramework(msgspec.Struct, frozen=True):
    """`read`: None for a framework of which nothing had to be understood."""

    framework: Framework
    read: FrameworkRead | None = None
    left: tuple[str, ...] = ()  # indicators with a rule that people score all the same
    kept: tuple[str, ...] = ()  # indicators that are scored as people have settled it in an earlier workbook

    @property
    def year(self) -> int | None:
        """The year that the printed table evaluates, if its title says so, or a line below that."""
        return (evaluated_year(self.read.title) or self.read.year) if self.read else None

    @property
    def unsure(self) -> tuple[str, ...]:
        """Indicators that the tool can score as soon as somebody has confirmed how they were understood."""
        return tuple(each.name for each in self.framework.indicators if each.offer and each.offer.method)

    @property
    def guessed(self) -> tuple[str, ...]:
        """Indicators that the tool scores by something that their standards do not say."""
        return tuple(each.name for each in self.framework.indicators if each.assumed and not each.offer)

    @property
    def by(self) -> ScoredBy:
        rows = [each for each in self.framework.indicators if not each.method.of_rows]
        manual = sum(isinstance(each.method, Manual) for each in rows)
        return ScoredBy(len(rows) - manual, len(self.unsure), manual - len(self.unsure))

    def about_year(self, year: int | None) -> str:
        """Told where the title of the printed table names another year than the workbook's."""
        if self.read is None or year is None:
            return ""
        named = other_year(self.read.title, year)
        if named is None and self.read.year not in (None, year):
            named = self.read.year
        said = f"评分表的标题写的是{named}年，工作簿是{year}年的，请核对是不是这一年度的评分表。"
        return said if named else ""

    def about_kept(self) -> str:
        """Told where people need not look at rows again."""
        names = "".join(f"“{name}”" for name in self.kept[:_MOST])
        more = f"等 {len(self.kept)} 个指标" if len(self.kept) > _MOST else ""
        said = f"{names}{more}的评分标准和分值与原来工作簿里的一样，评分方法照那里核对过的，不用再核对。"
        return said if names else ""


def own_framework(file: Path, pack: Pack) -> OwnFramework:
    """Raises UnusableInput, PackError for a framework's file that is not sound."""
    if file.suffix.lower() == ENDING:
        return OwnFramework(replace(load_framework(file, pack.vocabulary), own=True))
    read = read_framework(file, pack)
    text, left = framework_text(read, pack)
    return OwnFramework(replace(parsed_framework(text, file, pack.vocabulary), own=True), read, left)


def used_before(sources: Iterable[Path], pack: Pack) -> OwnFramework | None:
    """The unit's own framework that last year's workbook carries, with what people have settled on its sheet;
    None if it was one of the pack's and is as it was.

    Raises UnusableInput if the workbook was taken apart, or a change on the sheet cannot be used: a new one
    would silently get another framework.
    """
    for file in sources:
        sheet, framework = _made_for(file, pack)
        if sheet and framework and _is_changed(sheet, framework):
            framework = _as_edited(sheet, framework, pack, file)
        if framework and framework.own:
            return OwnFramework(framework)
    return None


def as_settled(own: OwnFramework, sources: Iterable[Path], pack: Pack) -> OwnFramework:
    """Rows of a table that was read anew, as people have settled them in the workbooks of earlier tables."""
    for file in sources if own.read else ():
        try:
            sheet, framework = _made_for(file, pack)
        except UnusableInput:
            continue  # taken apart: nobody knows what was settled there
        if sheet is None or framework is None:
            continue
        former = settled_framework(sheet, framework, pack)[0] or framework
        if former.own:
            settled = settled_before(own.framework, former)
            left = tuple(name for name in own.left if name not in settled.kept)
            own = replace(own, framework=settled.framework, left=left, kept=(*own.kept, *settled.kept))
    return own


def _made_for(file: Path, pack: Pack) -> tuple[FrameworkSheet | None, Framework | None]:
    """The sheet of a workbook and the framework it was made for; nothing for what is none of this form."""
    if pack.form.assessment is None or file.suffix.lower() not in (".xlsm", ".xlsx"):
        return None, None
    book = saved_book(file)
    sheet = read_framework_sheet(book, pack.form) if pack_of(book).form.id == pack.form.id else None
    return (sheet, framework_of(read_facts(book, pack), pack, sheet)) if sheet else (None, None)


def _is_changed(sheet: FrameworkSheet, framework: Framework) -> bool:
    """Whether people have changed anything; that the printed total was wrong from the start is no change."""
    stated = framework.total if framework.stated is None else framework.stated
    return is_edited(sheet, replace(framework, total=stated))


def _as_edited(sheet: FrameworkSheet, framework: Framework, pack: Pack, file: Path) -> Framework:
    wanted, fault = settled_framework(sheet, framework, pack)
    if fault:
        raise UnusableInput(
            f"“{file.name}”：{nested(fault.message)}{nested(fault.mend)}"
            "改好后再带入；不要这些改动的，用 --framework 写明新工作簿用哪个指标体系。"
        )
    return wanted or framework
