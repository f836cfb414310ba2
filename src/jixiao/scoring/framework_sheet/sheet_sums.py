"""The total of the sheet 指标体系 and the sum of its rows, and what no table can lack."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec.structs import replace

from jixiao.model.figures import plain
from jixiao.model.finding import Finding
from jixiao.pack.framework import Framework, Indicator
from jixiao.pack.framework_rows import FrameworkSheet, SheetRow, typed_points
from jixiao.relation.texts import same_text
from jixiao.scoring.framework_sheet.framework_findings import NOT_UNDERSTOOD, UNBALANCED, fault_at
from jixiao.scoring.framework_sheet.spread import left_out, reweighed, spread_words


def about_whole(sheet: FrameworkSheet, found: list[Indicator], framework: Framework) -> list[Finding]:
    """The total, and what no table can lack."""
    total, weights = typed_points(sheet.total), sum((each.max_score for each in found), Decimal(0))
    if not sheet.title:
        label = sheet.section.title
        return [fault_at(NOT_UNDERSTOOD, sheet.title_place, f"“{label}”没有填。", "请填评分表的名称。")]
    if not found:
        mend = "请从备份中恢复，或照财政局的评分表填写。"
        return [fault_at(NOT_UNDERSTOOD, sheet.title_place, f"“{sheet.section.name}”表没有指标。", mend)]
    if total is None or total <= 0:
        label, mend = sheet.section.total, "请填评分表的总分，例如 100。"
        return [fault_at(NOT_UNDERSTOOD, sheet.total_place, f"“{label}”不是大于0的数。", mend)]
    return _unbalanced(sheet, found, framework, total, weights)


def about_sum(
    sheet: FrameworkSheet, rows: Sequence[SheetRow], bases: Sequence[Indicator | None], framework: Framework
) -> list[Finding]:
    """The sum beside other faults, as the points are typed; none where points cannot be read."""
    points = [typed_points(row.texts["max_score"]) for row in rows]
    known = [each for each in points if each is not None]
    total = typed_points(sheet.total)
    if total is None or total <= 0 or len(known) < len(points):
        return []
    found = [
        replace(base, max_score=weight) for base, weight in zip(bases, known, strict=True) if base is not None
    ]
    return _unbalanced(sheet, found, framework, total, sum(known, Decimal(0)))


def _unbalanced(
    sheet: FrameworkSheet, found: list[Indicator], framework: Framework, total: Decimal, weights: Decimal
) -> list[Finding]:
    if total == weights:
        return []
    sums = f"分值合计{plain(weights)}分，总分{plain(total)}分，相差{plain(abs(total - weights))}分"
    gone = framework.indicators
    missing = [each for each in gone if each.id not in {one.id for one in found}]
    said = f"“{sheet.section.name}”表各指标的{sums}{left_out(missing)}。"
    said += _scored_by(framework, total, weights)
    mend = _beside_total(sheet, found, framework)
    mend += "请照财政局的评分表改分值或总分；分值合计等于总分后才能按它评分。"
    mend += reweighed(gone, found)
    mend += spread_words(missing, found)
    return [fault_at(UNBALANCED, sheet.total_place, said, mend)]


def _beside_total(sheet: FrameworkSheet, found: list[Indicator], framework: Framework) -> str:
    """加分项 and its like, typed as a row: who makes the table gives them beside its total."""
    said = []
    for each in found:
        named = (word for text in (each.level1, each.level2, each.name) for word in _named(sheet, text))
        if each.id not in framework.by_id and (word := next(named, "")):
            said.append(f"“{each.name}”（{plain(each.max_score)}分）是{word}")
    if not said:
        return ""
    return f"{'、'.join(said)}：这样的项不写在这里，它在总分之外，由财政部门另行核定，请清空这一行。"


def _named(sheet: FrameworkSheet, text: str) -> Iterator[str]:
    return (word for word in sheet.section.outside if same_text(text).startswith(word))


def _scored_by(framework: Framework, total: Decimal, weights: Decimal) -> str:
    """By which points the workbook is scored while they do not agree."""
    if (framework.stated, framework.total) == (total, weights):
        return f"得分现在照各行的分值算，满分{plain(weights)}分。"
    return f"改动没有用上，得分还是照原来的评分表算的（满分{plain(framework.total)}分）。"
