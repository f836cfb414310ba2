"""The sheet 指标体系 as people have changed it -> the framework it asks for, or what is wrong."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from string import ascii_uppercase

from msgspec.structs import replace

from jixiao.model.figures import plain
from jixiao.model.finding import Finding
from jixiao.pack.framework import Framework, Indicator, Level
from jixiao.pack.framework_rows import EditedFramework, FrameworkSheet, SheetRow, is_edited
from jixiao.pack.pack import Pack
from jixiao.relation.texts import same_text
from jixiao.scoring.framework_sheet.edited_row import EditedRow, RowFault, same_indicator
from jixiao.scoring.framework_sheet.framework_findings import (
    NOT_UNDERSTOOD,
    about_stray,
    about_year,
    fault_at,
)
from jixiao.scoring.framework_sheet.known_rows import known_rows
from jixiao.scoring.framework_sheet.outdated_method import about_outdated
from jixiao.scoring.framework_sheet.points_in_words import points_in_words
from jixiao.scoring.framework_sheet.row_changes import what_changed
from jixiao.scoring.framework_sheet.sheet_sums import about_sum, about_whole

EDITED_SHEET = "FRAME-03"
FREE_ROWS = "自定"  # the id of an indicator that adds up rows of the unit's own begins so
CHANGED_BY_UNIT = "（本单位修改）"
_NUMBERED = re.compile(r"(\D+)(\d+)")


def looked_through(
    sheet: FrameworkSheet, framework: Framework, pack: Pack, year: int | None = None
) -> EditedFramework:
    """What was changed, what stands where nothing is read, and words that name other points or a year."""
    edited = edited_framework(sheet, framework, pack) if is_edited(sheet, framework) else EditedFramework()
    beside = (
        *about_stray(sheet),
        *about_outdated(sheet, framework),
        *points_in_words(sheet, framework),
        *about_year(sheet, year),
    )
    return replace(edited, findings=(*edited.findings, *beside))


def edited_framework(sheet: FrameworkSheet, framework: Framework, pack: Pack) -> EditedFramework:
    """What was changed is taken as a whole, or told with its cell."""
    wanted, faults = _wanted(sheet, framework, pack)
    if wanted is None:
        return EditedFramework(findings=faults)
    changes = list(_changes(sheet, framework, wanted))
    if not changes:
        return EditedFramework()
    return EditedFramework(wanted, (_told(sheet, changes),))


def settled_framework(
    sheet: FrameworkSheet, framework: Framework, pack: Pack
) -> tuple[Framework | None, Finding | None]:
    """For next year's workbook: with the rows that people have only said to be right; or what is wrong."""
    wanted, faults = _wanted(sheet, framework, pack)
    if wanted is None or any(_changes(sheet, framework, wanted)):
        return wanted, next(iter(faults), None)
    return replace(framework, indicators=wanted.indicators) if framework.own else None, None


def _wanted(
    sheet: FrameworkSheet, framework: Framework, pack: Pack
) -> tuple[Framework | None, tuple[Finding, ...]]:
    rows = [row for row in sheet.rows if not row.blank]
    bases = known_rows(rows, framework)
    found, faults = _indicators(sheet, rows, bases, framework, pack)
    faults += about_sum(sheet, rows, bases, framework) if faults else about_whole(sheet, found, framework)
    return (None, tuple(faults)) if faults else (_whole(sheet, framework, _in_order(found)), ())


def _indicators(
    sheet: FrameworkSheet,
    rows: Sequence[SheetRow],
    bases: Sequence[Indicator | None],
    framework: Framework,
    pack: Pack,
) -> tuple[list[Indicator], list[Finding]]:
    found: list[Indicator] = []
    faults: list[Finding] = []
    names = Counter(row.named for row in rows)
    for row, base in zip(rows, bases, strict=True):
        edited = EditedRow(row, sheet.section, base, pack)
        try:
            found.append(edited.indicator(base.id if base else "", framework))
            if row.changed and names[row.named] > 1:
                raise RowFault("name", "与另一行的相同", "同一级下的指标不能重名；多出的一行请清空。")
        except RowFault as fault:
            faults.append(_fault(sheet, row, fault, base))
    return _numbered(_with_levels(found, framework), framework), faults


def _with_levels(found: list[Indicator], framework: Framework) -> list[Indicator]:
    """A level that is written “效 果” is the level “效果”, as it was written first."""
    before = [name for level in framework.levels for name in (level.name, *level.parts)]
    now = [name for each in found for name in (each.level1, each.level2)]
    written = {same_text(name): name for name in reversed([*before, *now])}
    return [
        replace(each, level1=written[same_text(each.level1)], level2=written[same_text(each.level2)])
        for each in found
    ]


def _numbered(found: list[Indicator], framework: Framework) -> list[Indicator]:
    """New indicators go on with the numbers of their first level."""
    taken = {each.id for each in found} | framework.by_id.keys()
    numbered = []
    for each in found:
        id_ = each.id or next(_free_ids(each, found, taken))
        taken.add(id_)
        numbered.append(replace(each, id=id_))
    return numbered


def _free_ids(each: Indicator, found: list[Indicator], taken: set[str]) -> Iterator[str]:
    beside = (_NUMBERED.fullmatch(other.id) for other in found if other.id and other.level1 == each.level1)
    used = {match[1] for id_ in taken if (match := _NUMBERED.fullmatch(id_))}
    unused = (letter for letter in ascii_uppercase if letter not in used)
    prefix = next((match[1] for match in beside if match), "") or next(unused, "新")
    prefix = FREE_ROWS if each.method.of_rows else prefix
    return (f"{prefix}{number}" for number in range(1, len(taken) + 2) if f"{prefix}{number}" not in taken)


def _in_order(found: list[Indicator]) -> tuple[Indicator, ...]:
    """The rows of a level stand together, in the order in which the levels begin."""
    firsts = list(dict.fromkeys(each.level1 for each in found))
    seconds = list(dict.fromkeys((each.level1, each.level2) for each in found))
    return tuple(
        sorted(found, key=lambda each: (firsts.index(each.level1), seconds.index((each.level1, each.level2))))
    )


def _whole(sheet: FrameworkSheet, framework: Framework, indicators: tuple[Indicator, ...]) -> Framework:
    parts: dict[str, dict[str, Decimal]] = {}
    for each in indicators:
        level = parts.setdefault(each.level1, {})
        level[each.level2] = level.get(each.level2, Decimal(0)) + each.max_score
    levels = (
        Level(name=name, max_score=sum(inner.values(), Decimal(0)), parts=inner)
        for name, inner in parts.items()
    )
    same = sheet.title == framework.title
    own = framework.name if framework.own and same else sheet.title + (CHANGED_BY_UNIT if same else "")
    total = sum((each.max_score for each in indicators), Decimal(0))
    return replace(
        framework,
        name=own,
        printed="",
        own=True,
        dated=framework.dated and same,
        stated=None,
        total=total,
        levels=tuple(levels),
        indicators=indicators,
    )


# ------------------------------------------------------------------------------------------ what is told
def _changes(sheet: FrameworkSheet, before: Framework, after: Framework) -> Iterator[str]:
    if sheet.title != before.title:
        yield f"名称“{sheet.title}”"
    if after.total != before.total or before.stated is not None:
        yield f"总分{plain(after.total)}分"
    for each in after.indicators:
        former = before.by_id.get(each.id)
        if former is None:
            yield f"加了“{each.name}”"
        elif not same_indicator(former, each):
            yield f"改了“{former.name}”{what_changed(sheet, former, each)}"
    yield from (f"去掉了“{each.name}”" for each in before.indicators if each.id not in after.by_id)
    order = [each.id for each in before.indicators if each.id in after.by_id]
    if order != [each.id for each in after.indicators if each.id in before.by_id]:
        yield "改了次序"


def _told(sheet: FrameworkSheet, changes: Sequence[str]) -> Finding:
    changed = (row.places["level1"] for row in sheet.rows if row.changed and not row.blank)
    first = next(changed, sheet.title_place)
    said = "、".join(changes[:5]) + (f"等 {len(changes)} 处" if len(changes) > 5 else "")
    return fault_at(
        EDITED_SHEET,
        first,
        f"“{sheet.section.name}”表改过了（{said}），本工作簿的“指标自评”和“评分表”还是照原来的排的、评的。",
        "办理一次（一键生成报告、jixiao run 或拖放），旁边就会新建一本按新评分表排好的工作簿，"
        "已填的都带过去；请在新的工作簿里接着填。",
    )


def _fault(sheet: FrameworkSheet, row: SheetRow, fault: RowFault, base: Indicator | None) -> Finding:
    former = base.name if base else row.made_for
    name, label = row.texts["name"] or former, sheet.label(fault.held)
    comma = "" if fault.what.endswith("？") else "，"
    said = f"“{name}”的“{label}”{fault.what}{comma}“{sheet.section.name}”表的改动没有用上。"
    return fault_at(NOT_UNDERSTOOD, row.places[fault.held], said, fault.mend)
