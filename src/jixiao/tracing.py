"""--trace: a copy of the report whose figures carry their origin as comments, and the table of figures."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from jixiao.files import resolved
from jixiao.made_marks import bears_mark, marked
from jixiao.pack.pack import Pack
from jixiao.pipeline import Run
from jixiao.report.language.style import ReportStyle
from jixiao.report.language.style_file import load_style
from jixiao.report.output.naming import made_with
from jixiao.report.output.writing import refuse_taken, write_report
from jixiao.report.proof.figure_table import TITLE, FigureRow, figure_table
from jixiao.report.proof.numbers import Figures
from jixiao.report.proof.origins import Origin
from jixiao.report.proof.traced_figures import Traced, cell_text, traced_figures
from jixiao.report.word.comments import ChartComment, Comment, with_comments
from jixiao.report.word.parts import DOCUMENT
from jixiao.report.word.reading import Document, read_document
from jixiao.report.word.sections import Sections

_ESCAPED = re.compile(r'[%#"<>\[\]^`{} ]')  # in the address of a file, by Excel
MOST_CELLS = 12  # of a comment; the table has all
MOST_POINTS = 30  # of a chart


def write_trace(done: Run, tell: Callable[[str], object] = str) -> tuple[Path, ...]:
    """Write the copy and the table beside the report; nothing if there is no report. Raises OSError.

    What somebody has written into earlier ones is kept under another name; `tell` is given the sentences.
    """
    if done.made is None or done.report is None:
        return ()
    pack = done.inspection.pack
    style = load_style(pack.reports, pack.form.units.factors)
    document = read_document(done.made.content, done.report.name)
    figures = Figures(style.figures)
    traced = traced_figures(document, done.made.printed, figures, done.inspection.record, pack)
    copy, table, _ = made_with(done.report)
    refuse_taken(table)
    comments = list(_comments(traced, done.workbook)), list(_on_charts(traced, done.workbook))
    copied = write_report(copy, with_comments(done.made.content, *comments))
    rows = _rows(traced, document, done.made.content, _Cells(pack, style, done.workbook, table))
    source = f"报告：{done.report.name}　　工作簿：{done.workbook.name}"
    listed = write_report(table, marked(figure_table(list(rows), source)), bears_mark)
    for sentence in (*copied.remarks, *listed.remarks):
        tell(sentence)
    return copied.path, listed.path


def _comments(traced: tuple[Traced, ...], workbook: Path) -> Iterator[Comment]:
    """Headers and footers can bear no comments, and years need none."""
    for each in traced:
        if each.figure and each.paragraph.part == DOCUMENT:
            yield Comment(each.paragraph.number, each.start, each.end, tuple(_lines(each, workbook)))


def _on_charts(traced: tuple[Traced, ...], workbook: Path) -> Iterator[ChartComment]:
    """One comment for all the figures of a chart: there is no text in it that one could stand at."""
    charts: dict[str, list[Traced]] = {}
    for each in traced:
        if each.figure and each.paragraph.chart:
            charts.setdefault(each.paragraph.chart, []).append(each)
    for chart, figures in charts.items():
        lines = [f"取自：{workbook.name}", *map(_line, figures[:MOST_POINTS])]
        more = [f"……共{len(figures)}个数，全部见{TITLE}。"] if len(figures) > MOST_POINTS else []
        yield ChartComment(chart, (*lines, *more))


def _line(traced: Traced) -> str:
    """A figure of a chart with its origin in one line."""
    origin = traced.origin
    whence = _cells(origin, 3) or origin.working
    return f"{traced.paragraph.text}　（{origin.term}{'，' if whence else ''}{whence}）"


def _lines(traced: Traced, workbook: Path) -> Iterator[str]:
    origin = traced.origin
    label = f"（{origin.label}）" if origin.label not in ("", origin.term) else ""
    yield f"名称：{origin.term}{label}"
    if cells := _cells(origin, MOST_CELLS):
        yield f"取自：{workbook.name}　{cells}"
    if origin.text:
        yield "这个数写在该单元格的文字里。"
    if origin.working and origin.working != origin.term:
        yield f"算法：{origin.working}"


def _cells(origin: Origin, most: int) -> str:
    """The first cells of an origin, and how many there are if they are more."""
    places = list(dict.fromkeys(str(fact.place) for fact in origin.facts if fact.place))
    more = f" 等{len(places)}个单元格" if len(places) > most else ""
    return f"{'、'.join(places[:most])}{more}"


class _Cells:
    """Cells as the table of figures shows them."""

    def __init__(self, pack: Pack, style: ReportStyle, workbook: Path, table: Path) -> None:
        self.factors, self.unit = pack.form.units.factors, style.unit
        self.file = _address(_relative(workbook, table.parent))

    def values(self, traced: Traced) -> str:
        return "；".join(
            dict.fromkeys(cell_text(fact, self.factors, self.unit) for fact in traced.origin.facts)
        )

    def link(self, traced: Traced) -> str:
        place = next((fact.place for fact in traced.origin.facts if fact.place), None)
        if place is None:
            return ""
        sheet = place.sheet.replace("'", "''")
        return f"external:{self.file}#'{sheet}'!{place.cell}"


def _relative(file: Path, folder: Path) -> str:
    try:
        return os.path.relpath(resolved(file), resolved(folder))
    except ValueError:  # another drive
        return str(resolved(file))


def _address(path: str) -> str:
    """Escaped as Excel does: XlsxWriter cuts at the first #, and leaves alone what has an escape already."""
    return _ESCAPED.sub(lambda sign: f"%{ord(sign[0]):02x}", path)


def _rows(
    traced: tuple[Traced, ...], document: Document, content: bytes, cells: _Cells
) -> Iterator[FigureRow]:
    sections = Sections(document, content)
    for each in traced:
        where = sections.of(each.paragraph)
        sentence = _sentence(each)
        working = "写在单元格的文字里" if each.origin.text else each.origin.working
        yield FigureRow(
            (
                where.heading,
                where.place,
                sentence,
                each.text,
                each.origin.term,
                each.origin.label,
                each.origin.cells,
                cells.values(each) if not each.origin.text else "",
                working,
            ),
            cells.link(each),
        )


def _sentence(traced: Traced) -> str:
    """The sentence in which the figure stands."""
    text = traced.paragraph.text
    start = max(text.rfind(sign, 0, traced.start) for sign in "。；\n") + 1
    ends = [text.find(sign, traced.end) for sign in "。；\n"]
    end = min((end for end in ends if end >= 0), default=len(text))
    return text[start:end].strip()
