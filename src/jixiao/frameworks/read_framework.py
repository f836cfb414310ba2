"""A file from the finance bureau -> what its score table says: rows, rules, measures, remarks."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import msgspec

from jixiao.documents.document import SourceDocument
from jixiao.documents.reading import read_document
from jixiao.frameworks.columns.hidden_rows import read_seen
from jixiao.frameworks.columns.score_table import headers_in
from jixiao.frameworks.columns.table_bounds import MOST_SOUGHT
from jixiao.frameworks.indicator_read import IndicatorRead, row_remarks
from jixiao.frameworks.measures.measures import MeasureReading
from jixiao.frameworks.measures.row_measure import measure_of
from jixiao.frameworks.printed.absent_business import AbsentRules, absent_rules
from jixiao.frameworks.printed.blank_form import about_blank_form
from jixiao.frameworks.printed.choices import Groups, choice_remarks, choices_of, says_to_choose
from jixiao.frameworks.printed.printed_columns import HerColumn
from jixiao.frameworks.printed.printed_rows import PrintedRow
from jixiao.frameworks.printed.printed_table import PrintedTable, printed_table
from jixiao.frameworks.printed.row_parts import may_be_several
from jixiao.frameworks.printed.score_rounding import ScoreRounding, score_rounding
from jixiao.frameworks.printed.split import split_cell
from jixiao.frameworks.printed.sums import (
    NOT_EQUAL,
    Points,
    counted,
    double_remarks,
    level_total_remarks,
    open_levels,
    points_of,
    subtotal_remarks,
    sum_remarks,
    total_of,
    total_remarks,
)
from jixiao.frameworks.printed.titles import without_year
from jixiao.frameworks.printed_grades import Grades, grade_remarks, grades_of
from jixiao.frameworks.row_rule import rule_of_row
from jixiao.frameworks.standards.execution_rule import execution_rule
from jixiao.frameworks.standards.notes_for_all import thresholds_of_all
from jixiao.frameworks.standards.notes_meant import untaken, with_notes_meant
from jixiao.frameworks.standards.rule import by_hand, with_doubts
from jixiao.frameworks.standards.signed_target import form_rules
from jixiao.frameworks.standards.target_said import with_target_doubt, with_target_said
from jixiao.frameworks.standards.unread_signs import sign_lost
from jixiao.frameworks.wording.words import score_table_words
from jixiao.identity import is_ours
from jixiao.model.errors import UnusableInput
from jixiao.pack.measure_words import load_measure_words
from jixiao.pack.pack import Pack

OURS = (
    "“{}”就是本工具的标准工作簿，不是财政局发的评分表。要沿用它的指标体系，新建时写 jixiao new --from；"
    "要改它的指标体系，在它的“指标体系”表里改。"
)
_MAY_BE_INDICATORS = "这里的“四级指标”各有分值或评分标准，也可能各是一个指标"


class FrameworkRead(msgspec.Struct, frozen=True):
    file: str
    name: str
    total: Decimal
    rows: tuple[IndicatorRead, ...]
    remarks: tuple[str, ...]
    notes: str  # what is written below the table
    choices: Groups  # rows of which the unit chooses one
    columns: tuple[HerColumn, ...]  # as they stand side by side
    open_levels: tuple[tuple[str, Decimal], ...]  # points that a first level leaves to the unit
    absent: AbsentRules = AbsentRules()
    rounding: ScoreRounding = ScoreRounding()
    grades: Grades = ()  # none where those of the notes were not understood
    combined: tuple[str, ...] = ()  # headings of columns that are printed as one
    title: str = ""  # as printed, with its year
    year: int | None = None  # in a line of its own below the title
    below: tuple[str, ...] = ()  # lines that are printed below the table

    @property
    def adds_up(self) -> bool:
        """Whether there are weights, and no sum that the table prints differs from its rows."""
        return self.total > 0 and not any(remark.endswith(NOT_EQUAL) for remark in self.remarks)


def read_framework(path: Path, pack: Pack) -> FrameworkRead:
    """Read the score table of a file. Raises UnusableInput if it cannot be read, holds none or is ours."""
    document = read_document(path)
    if document.kind == "xlsx" and is_ours(path):
        raise UnusableInput(OURS.format(path.name))
    return framework_of(document, pack)


def framework_of(document: SourceDocument, pack: Pack) -> FrameworkRead:
    """The same for a document that was opened. Raises UnusableInput."""
    read, told = read_seen(document, lambda seen: _read(seen, pack))
    if read is None:
        raise UnusableInput(_none_found(document))
    return msgspec.structs.replace(read, remarks=(*told, *read.remarks)) if told else read


def _none_found(document: SourceDocument) -> str:
    hidden = [table.place.words for table in document.tables if table.hidden and any(headers_in(table))]
    if hidden:
        names = "、".join(f"“{name}”" for name in hidden)
        return f"“{document.file}”里的评分表在隐藏的工作表{names}里，没有读。请先取消隐藏，保存后再试。"
    if said := about_blank_form(document):
        return said
    return f"“{document.file}”里没有找到评分表：表头要有指标名称（如“三级指标”）和分值、评分标准或指标值。"


def _read(document: SourceDocument, pack: Pack) -> FrameworkRead | None:
    table = printed_table(document)
    if table is None:
        return None
    given = [row.weight for row in table.rows if row.weight]
    points = points_of(given, table.percent)
    groups = choices_of(table.rows)
    weights = counted(table.rows, points, groups)
    chosen = [row for group in groups for row in group]
    rows = tuple(_indicators(table, points, chosen, pack))
    block = [points.of(table.execution.weight) or Decimal(0)] if table.execution else []
    total = total_of([*block, *weights], table.sums, table.level_weights, points, sum(block, Decimal(0)))
    slots = any(row.free for row in table.rows)
    left = () if table.of_project else open_levels(table.rows, weights, table.level_weights, points)
    absent = absent_rules(table.notes, (row.name for row in table.rows))
    rounding = score_rounding(table.notes, scaled=absent.rescales)
    remarks = [
        *untaken(table.remarks, (each.note for each in rows)),
        *sum_remarks(table.rows, weights, table.level_weights, points),
        *level_total_remarks(table.level_totals, table.level_weights, points),
        *subtotal_remarks(table.rows, weights, table.sums, points),
        *total_remarks([*block, *weights], total, table.level_weights, points, slots),
        *double_remarks(table.rows, points),
        *choice_remarks(table.rows, groups),
        *row_remarks(rows),
        *absent.remarks,
        *rounding.remarks,
        *grade_remarks(table.notes, total),
    ]
    return FrameworkRead(
        file=document.file,
        name=without_year(table.title),
        title=table.title,
        year=table.year,
        below=table.below,
        total=total,
        rows=rows,
        remarks=tuple(dict.fromkeys(remarks)),
        notes=table.notes,
        choices=groups,
        columns=table.columns,
        combined=table.combined,
        open_levels=tuple(left),
        absent=absent,
        rounding=rounding,
        grades=grades_of(table.notes, total),
    )


def _indicators(
    table: PrintedTable, points: Points, chosen: list[PrintedRow], pack: Pack
) -> Iterator[IndicatorRead]:
    forms = form_rules(table.notes)
    measures = load_measure_words(pack)
    yield from _execution(table, points)
    left = MOST_SOUGHT
    for row in table.rows:
        weight = points.of(row.weight)
        left -= (len(row.standard) + len(row.explanation)) ** 2
        if left < 0:
            unread = by_hand("表里的评分标准太长，到这里没有再读")
            yield IndicatorRead(row, weight, unread, MeasureReading(), row.standard, row.explanation)
            continue
        explanation, standard = split_cell(row, table.together)
        noted = with_notes_meant(standard, table.notes, table.above)
        meant, bare = with_target_said(row, noted.standard, explanation)
        rule = rule_of_row(meant, weight, bare, explanation, table, forms, points)
        rule = with_target_doubt(rule, row, meant.target, bare, explanation)
        if says_to_choose(row) or any(row is each for each in chosen):
            rule = by_hand("几个指标择一评分")
        if table.no_level and may_be_several(row.parts):
            rule = msgspec.structs.replace(rule, doubts=(*rule.doubts, _MAY_BE_INDICATORS))
        measure = measure_of(row.name, rule, (explanation, standard), table, measures)
        beside = thresholds_of_all(rule, row.name, table.notes) if bare else ()
        rule = with_doubts(
            rule, *filter(None, [noted.doubt]), *beside, *sign_lost(rule, measure.relation, bare)
        )
        yield IndicatorRead(row, weight, rule, measure, standard, explanation, noted.note)


def _execution(table: PrintedTable, points: Points) -> Iterator[IndicatorRead]:
    """The row that a block of amounts makes."""
    if table.execution is None:
        return
    words = score_table_words().money
    kind = "project" if table.of_project else "whole"
    relation = getattr(words, f"measure_of_{kind}" + ("_opening" if table.execution.opening else ""))
    row = table.execution_row
    doubt = "没有说清以年初预算还是全年预算为准" if table.execution.vague else ""
    weight = points.of(row.weight)
    rule = execution_rule(table.notes, weight)
    yield IndicatorRead(row, weight, rule, MeasureReading(relation, doubt), "", "")
