"""What a cell that could not be read plainly is told: the sentences of the READ findings."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence

from jixiao.model.fact import Fact, Kind, Place, places_of
from jixiao.model.figures import in_unit, percent, plain, readable
from jixiao.model.finding import Finding
from jixiao.model.outcome import Outcome, Severity
from jixiao.model.quotes import cut
from jixiao.model.term import Term
from jixiao.workbook.file.structure import Area
from jixiao.workbook.reading.book_unit import BookUnit
from jixiao.workbook.reading.displacement import Displacement
from jixiao.workbook.reading.remark import Remark

LONGEST = 40

_WORDS = {
    Remark.READ_AS: (Severity.NOTE, "写的是“{typed}”，按 {value} 读取", "如读取无误，可不改；最好直接填数字"),
    Remark.NOT_A_NUMBER: (
        Severity.ERROR,
        "应填数字，现在是文字“{typed}”",
        "请改填数字；没有发生额的填 0",
    ),
    Remark.IS_A_DATE: (
        Severity.ERROR,
        "应填数字，这一格却是日期“{typed}”",
        "请把单元格格式改为“常规”，再填数字",
    ),
    Remark.ERROR_VALUE: (Severity.ERROR, "公式出错，显示 {typed}", "请改正公式，或直接填写"),
    Remark.NEVER_CALCULATED: (
        Severity.ERROR,
        "里面是公式，但还没有计算结果",
        "请用 Excel 或 WPS 打开工作簿、保存后再试，或直接填写",
    ),
    Remark.NOT_A_DATE: (Severity.ERROR, "应填日期，现在是“{typed}”", "请按 2023-5-10 的样子填写"),
    Remark.TOO_LARGE: (
        Severity.ERROR,
        "现在是 {typed}，大得不合理",
        "请核对是否多写了数位，金额单位是否选对",
    ),
    Remark.NOT_A_YEAR: (Severity.ERROR, "应填年度，现在是 {typed}", "请改填四位数字，例如 2022"),
    Remark.FRACTION: (Severity.ERROR, "应填整数，现在是 {value}", "请改填整数"),
    Remark.NEGATIVE: (Severity.ERROR, "不应为负数，现在是 {value}", "请核对正负号"),
    Remark.NOT_A_CHOICE: (Severity.ERROR, "“{typed}”不在可选范围内", "请从下拉列表中选：{choices}"),
    Remark.UNSEEN: (
        Severity.NOTE,
        "里有看不见的控制字符（多半是从别处复制来的），已略去",
        "不影响使用；要清除它，请重新键入这段文字",
    ),
    Remark.BARE_RATIO: (
        Severity.NOTE,
        "是数字 {typed}，报告里也印成“{typed}”",
        "是百分比的，请写成“95%”的样子（只粘贴数值的，百分比会变成小数）",
    ),
    Remark.STRUCK: (
        Severity.NOTE,
        "里划了删除线的字没有读取，读到的是“{typed}”",
        "如读取无误，可不改；最好把划掉的字删去",
    ),
    Remark.NONE_HERE: (Severity.NOTE, "写的是“{typed}”，按没有这一行处理", "不用改，也可以把它清空"),
    Remark.PICTURE: (
        Severity.ERROR,
        "里是一张图片，读不出内容",
        "请把它切换为浮动图片，在这个单元格里键入内容",
    ),
    Remark.NOT_A_CODE: (
        Severity.ERROR,
        "应填编码，现在是“{typed}”",
        "请只填编码的数字：不要带名称、字母、注码、星号和问号，数字中间不要空格，零不要写成字母 O",
    ),
}


def finding_of(remark: Remark, fact: Fact, term: Term, unit: BookUnit) -> Finding:
    """The finding for one cell."""
    severity, words, mend = _WORDS[remark]
    typed = _short(fact.typed)
    statement = words.format(typed=typed or "空白", value=_shown(fact, unit))
    return Finding(
        id=str(remark),
        severity=severity,
        outcome=Outcome.NOT_CHECKED if severity is Severity.ERROR else Outcome.PASSED,
        label=fact.label,
        message=f"{fact.place} “{fact.label}”{statement}。",
        place=fact.place,
        stated=typed,
        mend=mend.format(choices="、".join(term.choices)) + "。",
        cells=places_of([fact]),
        key=f"{remark}@{fact.place}",
    )


def full_table(name: str, area: Area) -> Finding:
    """A note on a table with no row left: what found no place there is known to nobody."""
    place = Place(area.sheet, f"{area.column}{area.last}")
    rows = area.last - area.first + 1
    return Finding(
        id=str(Remark.FULL),
        severity=Severity.NOTE,
        outcome=Outcome.PASSED,
        label=name,
        message=f"工作表“{area.sheet}”里“{name.rpartition('.')[2]}”的 {rows} 行都填满了。",
        place=place,
        mend="都填下了的，不用理会；还有没填下的，请撤销工作表保护，在这些行的中间插入行再填"
        "（不要插在第一行之上、最后一行之下）。",
        cells=(place,),
        key=f"{Remark.FULL}@{place}",
    )


def below_table(stray: Sequence[Place]) -> list[Finding]:
    """What stands below the last row of the indicators: it is not read."""
    if not stray:
        return []
    first = stray[0]
    return [
        Finding(
            id=str(Remark.BELOW),
            severity=Severity.WARNING,
            outcome=Outcome.NOT_CHECKED,
            label=first.sheet,
            message=f"{first} “{first.sheet}”表最后一行以下填了内容，没有读，不计分。",
            place=first,
            mend="指标由指标体系给出，不能在表的下面加行：要加指标，请在“指标体系”表空行里加，再办理一次；否则请清空这一行。",
            cells=tuple(stray),
            key=f"{Remark.BELOW}@{first.sheet}",
        )
    ]


def displaced_sheets(moved: Mapping[str, Displacement]) -> list[Finding]:
    """One finding per sheet: where it begins, what belongs there, what stands there."""
    return [_displaced(sheet, first) for sheet, first in moved.items()]


def _displaced(sheet: str, first: Displacement) -> Finding:
    found = f"“{_short(first.found)}”" if first.found else "空白"
    cell = first.place.cell
    return Finding(
        id=str(Remark.DISPLACED),
        severity=Severity.ERROR,
        outcome=Outcome.NOT_CHECKED,
        label=sheet,
        message=f"工作表“{sheet}”的表内单元格移位了：{cell} 应印着“{first.expected}”，现在是{found}。"
        "这张表的数没有读取。",
        place=first.place,
        mend=f"多半是用别的软件插入、删除过行列：请撤销，使 {cell} 重新是“{first.expected}”；"
        "或从备份中找回，或用 jixiao new 新建工作簿，把数据填进去。",
        cells=(first.place,),
        key=f"{Remark.DISPLACED}@{sheet}",
    )


def lost_sheets(terms: Iterable[Term], sheets: Container[str]) -> list[Finding]:
    """One finding per sheet that is gone, not one per cell of it."""
    gone = dict.fromkeys(term.sheet for term in terms if term.sheet not in sheets)
    return [
        _lost(
            Remark.SHEET_LOST,
            sheet,
            f"工作表“{sheet}”不见了，表中数据无法读取。",
            "请从备份中找回，或用 jixiao new 新建工作簿，把数据填进去。",
        )
        for sheet in gone
    ]


def lost_names(terms: Iterable[Term], sheets: Container[str]) -> list[Finding]:
    """One finding per sheet that is there, though names of its cells are gone."""
    gone: dict[str, list[Term]] = {}
    for term in dict.fromkeys(terms):
        if term.sheet in sheets:
            gone.setdefault(term.sheet, []).append(term)
    return [_lost_names(sheet, lost) for sheet, lost in gone.items()]


def _lost_names(sheet: str, lost: list[Term]) -> Finding:
    first, several = lost[0], len(lost) > 1
    what = f"“{first.label}”等 {len(lost)} 个" if several else f"“{first.label}”的"
    names = f"名称“{first.name}”等" if several else f"名称“{first.name}”"
    return _lost(
        Remark.NAME_LOST,
        sheet if several else first.name,
        f"工作表“{sheet}”中{what}单元格找不到了（{names}已被删除或改动，可能是删了行列，或复制过这张表、删了原表）。",
        "请在 Excel“公式→名称管理器”里恢复，或用 jixiao new 新建工作簿，把数据填进去。",
    )


def _lost(remark: Remark, what: str, message: str, mend: str) -> Finding:
    return Finding(
        id=str(remark),
        severity=Severity.ERROR,
        outcome=Outcome.NOT_CHECKED,
        label=what,
        message=message,
        mend=mend,
        key=f"{remark}@{what}",
    )


def _short(typed: str) -> str:
    """What stands in the cell, on one line and not longer than a reader needs to recognise it."""
    return cut(" ".join(typed.split()), LONGEST)


def _shown(fact: Fact, unit: BookUnit) -> str:
    if fact.kind is Kind.AMOUNT:
        return f"{readable(in_unit(fact.number, unit.factor), unit.factor)}{unit.name}"
    if fact.kind is Kind.PERCENT:
        return percent(fact.number)
    return plain(fact.number)
