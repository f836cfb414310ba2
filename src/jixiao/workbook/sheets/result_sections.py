"""State of the last check and findings -> placed cells; the tool fills them in."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.model.fact import Kind
from jixiao.pack.form import Form
from jixiao.pack.sections import (
    Cell,
    Count,
    FindingsSection,
    Held,
    RelationsSection,
    ResultColumn,
    ScorecardSection,
    StatusSection,
)
from jixiao.workbook.sheets.layout import CellRole, Highlight
from jixiao.workbook.sheets.page import GAP, ROW, Page
from jixiao.workbook.sheets.relation_summary import SEVERITIES, first_broken, headline

LAST_FINDING = 2000  # row up to which names and colours of the findings reach
UNCHECKED = "尚未校验"
LAST_RUN = "上次运行"
FIRST_BROKEN = "第一处不平"
LEGEND_TITLE = "颜色说明"
LEGEND = (
    (CellRole.ENTRY, "", "浅黄色", "由您填写；带红色 * 的必须填写"),
    (CellRole.COMPUTED, "", "灰色", "自动计算、由工具写入或不用填写，不能改动"),
    (CellRole.SAMPLE, "error", "红色", "错误，必须改正"),
    (CellRole.SAMPLE, "warning", "橙色", "警告，改正；属实的在审核说明中写明原因"),
    (CellRole.SAMPLE, "note", "蓝灰色", "提示，供参考"),
)
SEEN = ("error", "warning", "note", "explained", "passed", "not_checked")  # words in the first column
FOLDED: tuple[Count, ...] = ("passed", "not_checked")  # rows that the filter hides until they are asked for
_FIGURE = Cell(type=Kind.AMOUNT)
_RIGHT: frozenset[Held] = frozenset({"stated", "expected", "difference"})
_CENTRED: frozenset[Held] = frozenset(
    {"severity", "level1", "level2", "max_score", "measure", "score", "key"}
)


def place_status(page: Page, section: StatusSection, form: Form) -> None:
    """How the relations stand, what the last run found, and what the colours mean."""
    page.title(section.title)
    for sheet in form.sheets:
        for part in sheet.sections:
            if isinstance(part, RelationsSection):
                _live_state(page, sheet.name, part)
    _last_run(page, form)
    page.title(LEGEND_TITLE)
    for role, tone, sample, meaning in LEGEND:
        page.put(0, CellRole.SAMPLE, sample, tone=tone or role.name.lower(), align="center")
        page.put(1, CellRole.TEXT, meaning, right=page.last)
        page.end_row()


def _last_run(page: Page, form: Form) -> None:
    """The counts and the score of the last run, in one line."""
    names = dict(_state(form))
    first = next(iter(names.values()))
    counts = '&"，"&'.join(f'"{label} "&{name}' for label, name in names.items())
    page.put(0, CellRole.LABEL, LAST_RUN)
    page.put(
        1, CellRole.COMPUTED, UNCHECKED, formula=f'IF({first}="","{UNCHECKED}",{counts})', right=page.last
    )
    page.end_row()


def _live_state(page: Page, sheet: str, section: RelationsSection) -> None:
    """How the relations stand while people type, and the way to the first broken one."""

    def name(label: str) -> str:
        return f"{section.name}.{label}"

    formula, cached = headline(name)
    page.put(0, CellRole.LABEL, sheet)
    page.put(1, CellRole.COMPUTED, formula=formula, cached=cached, right=page.last)
    box = page.box(1, page.last)
    page.highlights += [
        Highlight(box, formula=f"{name(label)}>0", tone=severity) for severity, label in SEVERITIES.items()
    ]
    page.end_row()
    formula, cached = first_broken(name, sheet)
    page.put(0, CellRole.LABEL, FIRST_BROKEN)
    page.put(1, CellRole.LINK, formula=formula, cached=cached, right=page.last)
    page.end_row()


def _state(form: Form) -> Iterator[tuple[str, str]]:
    """Label and defined name of what is shown."""
    for sheet in form.sheets:
        for section in sheet.sections:
            if isinstance(section, FindingsSection):
                yield from ((label, f"{section.name}.{label}") for label in section.counts.values())
            elif isinstance(section, ScorecardSection):
                yield from ((label, f"{section.name}.{label}") for label in (section.total, section.grade))


def place_findings(page: Page, section: FindingsSection) -> None:
    """Counts on top, the header, and one blank row whose cells lend their style to all that are written."""
    for left, label in enumerate(section.counts.values()):
        page.put(left, CellRole.HEADER, label)
        page.names[f"{section.name}.{label}"] = page.box(left, top=page.row + 1)
    page.end_row()
    for left in range(len(section.counts)):
        page.put(left, CellRole.COUNT)
    page.end_row()
    page.end_row(GAP)
    page.tables.append((LAST_FINDING, page.row))
    page.filtered = page.box(0, page.last, bottom=LAST_FINDING - 1)
    page.folded = tuple(section.counts[count] for count in FOLDED)
    place_header(page, section.columns)
    for left, column in enumerate(section.columns):
        _finding_cell(page, left, column, section)
    page.hidden_columns = frozenset(left for left, column in enumerate(section.columns) if column.hidden)
    page.row += 1  # no height of its own: Excel fits the rows when results are there
    page.open_ended = True


def _finding_cell(page: Page, left: int, column: ResultColumn, section: FindingsSection) -> None:
    below = page.box(left, bottom=LAST_FINDING - 1)
    page.names[f"{section.name}.{column.label}"] = below
    role = {"explanation": CellRole.REMARK, "place": CellRole.LINK}.get(column.holds, CellRole.FINDING)
    cell = _FIGURE if column.holds in _RIGHT else None
    page.put(left, role, align=alignment(column.holds), cell=cell)
    if column.holds == "severity":
        words = ((word, tone) for tone, word in section.counts.items() if tone in SEEN)
        page.highlights += [Highlight(below, word, tone) for word, tone in words]


def place_header(page: Page, columns: tuple[ResultColumn, ...]) -> None:
    """The headings of a result sheet."""
    for left, column in enumerate(columns):
        page.put(left, CellRole.HEADER, column.label)
    page.end_row(ROW + 4)


def alignment(held: Held) -> str:
    """Figures right, short words in the middle, sentences left."""
    if held in _RIGHT:
        return "right"
    return "center" if held in _CENTRED else "left"
