"""The score table of a document, put together from its pages and sheets: title, rows, sums, notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

import msgspec

from jixiao.documents.document import SourceDocument, SourceTable
from jixiao.frameworks.columns.score_table import headers_in
from jixiao.frameworks.columns.table_bounds import MOST_SEARCHED, bounded, within_bounds
from jixiao.frameworks.columns.upright import upright
from jixiao.frameworks.printed.cell_troubles import cell_troubles
from jixiao.frameworks.printed.choices import choices_of
from jixiao.frameworks.printed.filled_examples import without_examples
from jixiao.frameworks.printed.heading_above import begin_heading_above, row_above
from jixiao.frameworks.printed.money_block import ExecutionRow, block_above, execution_in
from jixiao.frameworks.printed.notes import note_remarks, printed_notes
from jixiao.frameworks.printed.printed_columns import HerColumn, combined_columns, printed_columns
from jixiao.frameworks.printed.printed_rows import LevelTotal, LevelWeight, PrintedRow, PrintedRows, SumRow
from jixiao.frameworks.printed.relative_weights import absolute_weights
from jixiao.frameworks.printed.rows import read_rows
from jixiao.frameworks.printed.rules_elsewhere import rules_elsewhere
from jixiao.frameworks.printed.said_above import as_above
from jixiao.frameworks.printed.settled_rows import settled_rows, weighed_twice
from jixiao.frameworks.printed.sums import counted, points_of
from jixiao.frameworks.printed.table_sections import ScoreArea, fewer_remarks, sections_of
from jixiao.frameworks.printed.titles import lines_above, title_above, title_of, year_below
from jixiao.frameworks.printed.weights_twice import twice_remarks
from jixiao.frameworks.wording.texts import tidy
from jixiao.frameworks.wording.words import score_table_words
from jixiao.model.errors import UnusableInput

_WHOLE, _NEARLY_WHOLE = Decimal(100), Decimal(80)


class PrintedTable(msgspec.Struct, frozen=True):
    title: str
    rows: tuple[PrintedRow, ...]
    sums: tuple[SumRow, ...]
    level_weights: tuple[LevelWeight, ...]
    level_totals: tuple[LevelTotal, ...]
    notes: str
    together: bool  # explanation and standard stand in one column
    percent: bool  # weights are headed %
    remarks: tuple[str, ...]
    execution: ExecutionRow | None = None
    columns: tuple[HerColumn, ...] = ()
    combined: tuple[str, ...] = ()  # columns that are printed as one
    no_level: str = ""  # why 四级指标 were read as points of the 三级指标
    below: tuple[str, ...] = ()  # lines that are printed below it
    year: int | None = None  # that stands in a line of its own below the title
    above: str = ""  # what is written above it, its title and notes

    @property
    def of_project(self) -> bool:
        """Whether the table scores a project, by its title."""
        return self._named(score_table_words().money.projects)

    @property
    def of_others(self) -> bool:
        """Whether it scores what the workbook has no figures of: a policy, a social insurance fund."""
        return self._named(score_table_words().money.others)

    def _named(self, words: tuple[str, ...]) -> bool:
        title = tidy(self.title)
        wholes = score_table_words().money.wholes
        return any(word in title for word in words) and not any(word in title for word in wholes)

    @property
    def execution_row(self) -> PrintedRow:
        """The row that the block of amounts stands for."""
        words, block = score_table_words().money, self.execution
        return PrintedRow(words.level1, "", words.name, block.weight if block else None)


def printed_table(document: SourceDocument) -> PrintedTable | None:
    """None if no table of the document has the headers of a score table. Raises UnusableInput for none but
    tables that are too large."""
    document, told = within_bounds(document)
    document = upright(document)
    tables = list(document.tables)
    left = [MOST_SEARCHED]
    headers = [list(bounded(headers_in(table), table, left, document.file)) for table in tables]
    cut = sections_of(tables, headers)
    sections, examples = without_examples(document, cut.read)
    if not sections and told:
        raise UnusableInput(f"“{document.file}”里没有找到评分表：{'；'.join(told)}。请检查是否选错了文件。")
    if not sections:
        return None
    found, remarks = PrintedRows(), [*told, *cut.told, *examples]
    taken: list[ScoreArea] = []
    for section in sections:
        same = bool(taken) and section.number == taken[-1].number
        if taken and (_is_whole(found) if same else _is_another(document, found, section)):
            place = (row_above(section) if same else title_above(document, section.table)) or section.place
            remarks.append(f"“{place}”是另一张评分表，没有读")
            continue
        begun, part = len(found.rows), begin_heading_above(found, document, section)
        read_rows(found, section.table, section.number, section.columns, section.end)
        if part and part.weight and len(sections) > 1:
            found.sums.append(SumRow(part.text, part.weight, len(found.rows), 0, False, begun))
        taken.append(section)
    if not any(row.name for row in found.rows):
        return None
    remarks += [
        f"“{table.place.words}”是隐藏的，没有读"
        for table, found_there in zip(tables, headers, strict=True)
        if table.hidden and found_there
    ]
    known = [name for row in found.rows for name in (row.level1, row.level2, row.name)]
    remarks += fewer_remarks(cut.fewer, [*known, *(each.label for each in found.sums)], found.rows)
    found.twice += weighed_twice(found.rows)
    remarks += twice_remarks(found.twice, len(found.rows), list(found.again.values()))
    remarks += [f"“{text}”不在总分之内，没有作为指标" for text in found.outside]
    remarks += [f"“{text}”的分值是负数，没有作为指标，请核对" for text in found.negative]
    remarks += cell_troubles(taken)
    remarks += [f"“{text}”看来给分，没有作为指标，请核对" for text in found.skipped]
    no_level = next((each.columns.no_level for each in taken if each.columns.no_level), "")
    remarks += [f"“四级指标”{no_level}，作为三级指标的要点读，请核对"] if no_level else []
    elsewhere = rules_elsewhere(document, {each.number for each in taken})
    notes = "\n".join((*found.notes, *_paragraphs_behind(document, taken), *elsewhere))
    remarks += note_remarks(notes)
    settled = settled_rows(found.rows, found.sums)
    headed = any(each.columns.percent for each in taken)
    absolute = absolute_weights(settled, found.level_weights, headed)
    remarks += absolute.told
    first = taken[0]
    blocks = (execution_in(each.table, begin, each.columns.first_row - 1) for begin, each in _begun(taken))
    execution = next(filter(None, blocks), None) or block_above(_tables_above(tables, first), first.columns)
    return PrintedTable(
        title_of(document, first.table, first.columns.first_row),
        as_above(absolute.rows),
        tuple(found.sums),
        absolute.levels,
        tuple(found.level_totals),
        notes,
        any(each.columns.together for each in taken),
        headed and not absolute.told,
        tuple(remarks),
        execution,
        printed_columns(first.table, first.columns, absolute.rows),
        combined_columns(first.table, first.columns),
        no_level,
        printed_notes(len(found.rows), found.lines, _right_behind(document, taken)),
        year_below(document, first.table, first.columns.first_row),
        "\n".join(lines_above(document, first.table, first.columns.first_row)),
    )


def _begun(taken: Sequence[ScoreArea]) -> Iterator[tuple[int, ScoreArea]]:
    """Each area with the row in which what stands above its header begins: below the rows of another."""
    ends: dict[int, int] = {}
    for each in taken:
        yield ends.get(each.number, min(each.table.rows) - 1) + 1, each
        ends[each.number] = max(each.end, ends.get(each.number, 0))


def _is_another(document: SourceDocument, found: PrintedRows, section: ScoreArea) -> bool:
    """Whether a table begins where another is whole: behind its total, or its points, or under a title."""
    if any(each.whole for each in found.sums):
        return True
    come_to = _points(found)
    return come_to == _WHOLE or (come_to > _NEARLY_WHOLE and bool(title_above(document, section.table)))


def _is_whole(found: PrintedRows) -> bool:
    """Whether a table has its hundred points and their total: what follows on the same sheet is another."""
    return any(each.whole for each in found.sums) and _points(found) == _WHOLE


def _points(found: PrintedRows) -> Decimal:
    weights = [row.weight for row in found.rows if row.weight]
    return sum(counted(found.rows, points_of(weights), choices_of(found.rows)), Decimal(0))


def _tables_above(tables: list[SourceTable], section: ScoreArea) -> list[SourceTable]:
    """The tables on the same pages, or sheet, that stand above a section's."""
    sheet = section.table.place.sheet
    return [each for each in tables[: section.number] if each.place.sheet == sheet and not each.hidden]


def _right_behind(document: SourceDocument, taken: list[ScoreArea]) -> Iterator[str]:
    """The paragraphs between the last of the tables and the next one."""
    last, begun = taken[-1].table, False
    for block in document.blocks:
        if isinstance(block, SourceTable):
            if begun:
                return
            begun = block is last
        elif begun and block.text.strip():
            yield block.text


def _paragraphs_behind(document: SourceDocument, taken: list[ScoreArea]) -> Iterator[str]:
    """What is written below the tables."""
    tables = 0
    for block in document.blocks:
        if isinstance(block, SourceTable):
            tables += 1
        elif tables and block.text.strip():
            yield block.text
