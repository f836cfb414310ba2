"""What the first sheet says at a glance: what comes next, what is still to fill, what does not balance."""

from __future__ import annotations

from typing import TypeVar

from jixiao.model.outcome import Severity
from jixiao.pack.form import Form, Sheet
from jixiao.pack.framework import Framework
from jixiao.pack.sections import FindingsSection, RelationsSection, ScorecardSection, StatusSection
from jixiao.relation.agreement import INCONSISTENT
from jixiao.workbook.sheets.calculation import Cached, Calculation
from jixiao.workbook.sheets.layout import CellRole, Highlight, sheet_prefix
from jixiao.workbook.sheets.page import ROW, Page
from jixiao.workbook.sheets.relation_summary import FIRST_BROKEN, SEVERITIES, first_broken, headline
from jixiao.workbook.sheets.wanted import entry_sheets, filled_in, wanted_in

T = TypeVar("T", RelationsSection, FindingsSection, ScorecardSection)

BLANKS = "待填"  # name of the count of blank cells; with a number, of those of one sheet
UNCHECKED = "尚未校验"
LAST_RUN = 2 * ROW  # its height: all counts, the score and the grade take two lines
NEXT = "下一步"
MEND = f"改正不平的勾稽关系：从“{FIRST_BROKEN}”改起"
FINISH = "都填了，也没有逻辑性的错误。请按“一键办理”办理一次，再看“校验结果”表"
DONE = "已经办理，没有要改的。以后改动了数，请再办理一次"
FILLED = "没有漏填"
UNUSED = "空表，没有这项的不用填"
SHEETS = ("工作表（点一下就到）", "还要填", "填什么")
LEGEND_TITLE = "颜色说明"
LEGEND = (
    (CellRole.ENTRY, "", "浅黄色", "由您填写；带红色 * 的必须填写"),
    (CellRole.COMPUTED, "", "灰色", "自动计算、由工具写入或不用填写，不能改动"),
    (CellRole.SAMPLE, "error", "红色", "错误，必须改正"),
    (CellRole.SAMPLE, "warning", "橙色", "警告，改正；属实的在审核说明中写明原因"),
    (CellRole.SAMPLE, "note", "蓝灰色", "提示，供参考"),
)


def blank_label(number: int) -> str:
    """The count of one of the sheets that people fill in, from 1."""
    return f"{BLANKS}{number}"


def filled_label(number: int) -> str:
    """The count of the cells of such a sheet that hold anything."""
    return f"已填{number}"


def place_status(page: Page, section: StatusSection, form: Form, framework: Framework | None) -> None:
    """How far the workbook is, what the last run found, and what the colours mean."""
    page.title(section.title)
    live = _placed(form, RelationsSection)
    for sheet, relations in live:
        _next_step(page, sheet.name, relations, form, framework)
        _relations(page, sheet.name, relations, form)
    for sheet, findings in _placed(form, FindingsSection):
        _last_run(page, sheet, findings, form)
    for _, relations in live:
        _blanks(page, relations, form, framework)
    page.title(LEGEND_TITLE)
    for role, tone, sample, meaning in LEGEND:
        page.put(0, CellRole.SAMPLE, sample, tone=tone or role.name.lower(), align="center")
        page.put(1, CellRole.TEXT, meaning, right=page.last)
        page.end_row()


def _next_step(
    page: Page, relations: str, section: RelationsSection, form: Form, framework: Framework | None
) -> None:
    """Fill what is blank, sheet by sheet; mend what does not balance; run. Each is a link to its place."""
    errors = f"{section.name}.{SEVERITIES[Severity.ERROR]}"
    mend, finish = _link(relations, MEND), _link(page.sheet, FINISH)
    for results, found in _placed(form, FindingsSection):
        settled = ",".join(f"{found.name}.{found.counts[left]}=0" for left in ("error", "warning"))
        ran = f'{found.name}.{next(iter(found.counts.values()))}<>""'
        finish = f"IF(AND({ran},{settled}),{_link(results.name, DONE)},{finish})"
    formula = f"IF({errors}>0,{mend},{finish})"
    for number, sheet in reversed(list(enumerate(entry_sheets(form), 1))):
        count = f"{section.name}.{blank_label(number)}"
        before, after = _fill(sheet)
        said = f'HYPERLINK("#{_top(sheet.name)}","{before}"&{count}&"{after}")'
        formula = f"IF({count}>0,{said},{formula})"

    def cached(calc: Calculation) -> str:
        for sheet in entry_sheets(form):
            if count := wanted_in(sheet.name, calc.pack, framework).blank(calc):
                return f"{count}".join(_fill(sheet))
        return MEND if calc.count(INCONSISTENT, Severity.ERROR) else FINISH

    page.put(0, CellRole.LABEL, NEXT)
    page.put(1, CellRole.LINK, formula=formula, cached=cached, right=page.last)
    page.end_row()


def _link(sheet: str, said: str) -> str:
    return f'HYPERLINK("#{_top(sheet)}","{said}")'


def _fill(sheet: Sheet) -> tuple[str, str]:
    return f"填“{sheet.name}”表：还有 ", " 格没有填"


def _top(sheet: str) -> str:
    return f"{sheet_prefix(sheet)}A1"


def _relations(page: Page, sheet: str, section: RelationsSection, form: Form) -> None:
    """How the relations stand while people type, and the way to the first broken one.

    Warnings are marked as far as there are more than were explained.
    """
    closed = [f"{found.name}.{found.counts['explained']}" for _, found in _placed(form, FindingsSection)]
    allowed = {Severity.WARNING: f"SUM({closed[0]})" if closed else "0"}

    def name(label: str) -> str:
        return f"{section.name}.{label}"

    formula, cached = headline(name)
    page.put(0, CellRole.LINK, sheet, link=_top(sheet))
    page.put(1, CellRole.COMPUTED, formula=formula, cached=cached, right=page.last)
    box = page.box(1, page.last)
    page.highlights += [
        Highlight(box, formula=f"{name(label)}>{allowed.get(severity, '0')}", tone=severity)
        for severity, label in SEVERITIES.items()
    ]
    page.end_row()
    formula, cached = first_broken(name, sheet)
    page.put(0, CellRole.LABEL, FIRST_BROKEN)
    page.put(1, CellRole.LINK, formula=formula, cached=cached, right=page.last)
    page.end_row()


def _last_run(page: Page, sheet: Sheet, section: FindingsSection, form: Form) -> None:
    """The counts and the score of the last run, in one line; a run writes it: not all programs reckon."""
    labels = [(label, f"{section.name}.{label}") for label in section.counts.values()]
    for _, scores in _placed(form, ScorecardSection):
        labels += [(label, f"{scores.name}.{label}") for label in (scores.total, scores.grade)]
    names = dict(labels)
    first = next(iter(names.values()))
    counts = '&"，"&'.join(f'"{label} "&{name}' for label, name in names.items())
    formula = f'IF({first}="","{UNCHECKED}",{counts})'
    page.put(0, CellRole.LINK, section.last_run, link=_top(sheet.name))
    page.put(1, CellRole.RESULT, UNCHECKED, formula=formula, right=page.last)
    page.names[f"{section.name}.{section.last_run}"] = page.box(1)
    page.end_row(LAST_RUN)


def _placed(form: Form, kind: type[T]) -> list[tuple[Sheet, T]]:
    """The sections of a kind, with their sheets."""
    return [(sheet, part) for sheet in form.sheets for part in sheet.sections if isinstance(part, kind)]


def _blanks(page: Page, section: RelationsSection, form: Form, framework: Framework | None) -> None:
    """A line for each sheet: the way there, how many cells are still blank, and what it is about."""
    for left, heading in enumerate(SHEETS):
        page.put(left, CellRole.HEADER, heading)
    page.end_row()
    for number, sheet in enumerate(entry_sheets(form), 1):
        count = f"{section.name}.{blank_label(number)}"
        page.put(0, CellRole.LINK, sheet.name, link=_top(sheet.name))
        filled = f'IF({section.name}.{filled_label(number)}=0,"{sheet.unused or UNUSED}","{FILLED}")'
        formula, tone = f'IF({count}=0,{filled},{count}&" 格")', str(Severity.WARNING)
        page.put(1, CellRole.COMPUTED, formula=formula, cached=_left(sheet, framework), align="center")
        page.highlights.append(Highlight(page.box(1), formula=f"{count}>0", tone=tone))
        page.put(2, CellRole.TEXT, sheet.title, right=page.last)
        page.end_row()


def _left(sheet: Sheet, framework: Framework | None) -> Cached:
    def cached(calc: Calculation) -> str:
        count = wanted_in(sheet.name, calc.pack, framework).blank(calc)
        if count:
            return f"{count} 格"
        return FILLED if filled_in(sheet.name, calc) else sheet.unused or UNUSED

    return cached
