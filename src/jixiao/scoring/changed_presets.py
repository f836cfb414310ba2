"""What the framework prints in the self-evaluation table and somebody has typed over: told, not ignored.

The scores follow the framework, whatever the table says; it is changed on a sheet of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from jixiao.model.fact import Fact, Record, State, places_of
from jixiao.model.figures import plain
from jixiao.model.finding import Finding
from jixiao.model.outcome import Outcome, Severity
from jixiao.model.quotes import cut
from jixiao.pack.framework import Framework, Indicator
from jixiao.relation.texts import same_text

CHANGED = "SCORE-05"
_LONGEST = 24  # signs that are quoted of a text
_MEND = "请改回“{}”；本地的评分表不同的，请在“指标体系”表里改。"

Presets = Mapping[str, str]  # term of a column -> attribute of the indicator that is printed there


def changed_presets(
    record: Record, framework: Framework, table: str, presets: Presets
) -> tuple[Finding, ...]:
    """One finding for each cell that says something else, and for each row that is gone."""
    rows = {row.key: row for row in record.groups.get(table, ())}
    if any(row.lost for row in rows.values()):
        return ()  # told where the sheet is told to be gone
    found = [_strange(row, presets) for key, row in rows.items() if key not in framework.by_id and row.used]
    for id_, indicator in framework.by_id.items():
        row = rows.get(id_)
        found += [_gone(indicator, table)] if row is None else _differing(indicator, row, presets)
    return tuple(found)


def _differing(indicator: Indicator, row: Record, presets: Presets) -> Iterator[Finding]:
    for term, attribute in presets.items():
        fact, printed = row.fields[term], getattr(indicator, attribute)
        if fact.state is not State.LOST and not _says(fact, printed):
            yield _changed(indicator, fact, plain(printed) if isinstance(printed, Decimal) else printed)


def _says(fact: Fact, printed: str | Decimal) -> bool:
    if isinstance(printed, Decimal):
        return fact.filled and fact.number == printed
    return same_text(fact.text) == same_text(printed)


def _changed(indicator: Indicator, fact: Fact, printed: str) -> Finding:
    now = f"改成了“{cut(fact.typed or fact.text, _LONGEST)}”" if not fact.empty else "被清空了"
    text = not fact.kind.numeric and printed == indicator.guidance  # no score depends on how a rule is worded
    return Finding(
        id=CHANGED,
        severity=Severity.WARNING if text else Severity.ERROR,
        outcome=Outcome.INCONSISTENT,
        label=indicator.label,
        message=f"{indicator.label}：“{fact.label}”{now}，评分仍按指标体系的“{cut(printed, _LONGEST)}”。",
        place=fact.place,
        stated=cut(fact.typed or fact.text, _LONGEST),
        expected=cut(printed, _LONGEST),
        mend=_MEND.format(cut(printed, _LONGEST)),
        cells=places_of([fact]),
        key=f"{CHANGED}@{indicator.id}·{fact.label}",
    )


def _gone(indicator: Indicator, table: str) -> Finding:
    points = plain(indicator.max_score)
    return Finding(
        id=CHANGED,
        severity=Severity.ERROR,
        outcome=Outcome.INCONSISTENT,
        label=indicator.label,
        message=f"{indicator.label}：“{table}”表中找不到这一行，评分仍按指标体系计它的{points}分。",
        mend="请从备份中恢复这一行；本地的评分表没有这个指标的，请在“指标体系”表里去掉它。",
        key=f"{CHANGED}@{indicator.id}",
    )


def _strange(row: Record, presets: Presets) -> Finding:
    fact = row.fields[next(term for term, attribute in presets.items() if attribute == "id")]
    return Finding(
        id=CHANGED,
        severity=Severity.ERROR,
        outcome=Outcome.INCONSISTENT,
        label=row.key,
        message=f"“{row.key}”这一行不在指标体系里，没有计分。",
        place=fact.place,
        mend="请改回原来的编号；本地的评分表有这个指标的，请在“指标体系”表里加上它。",
        cells=places_of([fact]),
        key=f"{CHANGED}@{row.key}",
    )
