"""Right figures of a unit with several kinds of money break nothing; wrong ones are still found."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from balanced import record_of
from msgspec.structs import replace
from profiles import profile
from workbook.books import silent

from jixiao.building.samples import samples
from jixiao.building.workbook import built
from jixiao.checks.confront import confront
from jixiao.inspection import Inspection
from jixiao.model.filling import Entry, Filling
from jixiao.model.finding import Severity
from jixiao.model.outcome import Outcome
from jixiao.pack.filling import read_filling
from jixiao.pack.loading import load_pack
from jixiao.pipeline import inspect

PACK = load_pack()
COLUMN = "经济分类.一般公共预算基本支出"
FEES_FOR_SALARIES = dict.fromkeys(
    ("收入.合计", "支出.基本支出", "支出.合计", "整体预算.全年预算数"), "356.08"
)
FEES_FOR_SALARIES |= dict.fromkeys(
    (f"{t}分类合计.{c}" for t in ("功能", "经济") for c in ("金额", "基本支出")), "356.08"
)
FEES_FOR_SALARIES |= dict.fromkeys(("整体预算.调整数", "整体预算.政策性调整数", "基本预算.调整数"), "32.52")
FEES_FOR_SALARIES |= {"收入.事业": "10", "基本预算.全年预算数": "356.08"}


def sample() -> Filling:
    (found,) = (one for one in samples() if one.values.stem == "leiyang-2022-balanced")
    return read_filling(found.values, PACK)


def changed(
    filling: Filling, single: dict[str, str], rows: dict[str, dict[str, str]] | None = None
) -> Filling:
    """With other figures in single cells, and in the rows of tables by the text of their key."""
    groups = {
        name: tuple(_row(row, PACK.groups[name].key, rows or {}) for row in table)
        for name, table in filling.groups.items()
    }
    entries: dict[str, Entry] = {**filling.entries, **{t: Decimal(v) for t, v in single.items()}}
    return replace(filling, entries=entries, groups=groups)


def _row(row: Filling, key: str, rows: dict[str, dict[str, str]]) -> Filling:
    figures = rows.get(str(row.entries.get(key)), {})
    return replace(row, entries={**row.entries, **{t: Decimal(v) for t, v in figures.items()}})


def inspected(filling: Filling, folder: Path) -> Inspection:
    path = folder / "book.xlsm"
    path.write_bytes(built(silent(PACK), PACK.form.framework, filling))
    return inspect(path, PACK)


def ids(inspection: Inspection, severity: Severity) -> list[str]:
    return [finding.id for finding in inspection.findings if finding.severity is severity]


def broken(filling: Filling) -> set[str]:
    unit = str(filling.entries["单位.金额单位"])
    verdicts = confront(record_of(filling, unit), PACK.checks, PACK.vocabulary, PACK.names_of_codes)
    told = (v for v in verdicts if v.outcome is Outcome.INCONSISTENT)
    return {v.check.data.id for v in told if v.check.data.severity != "note"}


def both(code: str, amount: str) -> dict[str, dict[str, str]]:
    table = "功能分类" if code[0] == "2" else "经济分类"
    return {code: {f"{table}.金额": amount, f"{table}.基本支出": amount}}


def test_salaries_paid_from_fees_are_no_error(tmp_path: Path):
    filling = changed(sample(), FEES_FOR_SALARIES, both("208", "317.75") | both("301", "317.91"))
    inspection = inspected(filling, tmp_path)
    assert ids(inspection, Severity.ERROR) == []
    assert ids(inspection, Severity.WARNING) == ["BUD-03", "ECON-26"]


def test_the_column_that_is_asked_for_closes_the_question(tmp_path: Path):
    rows = {
        "301": {"经济分类.基本支出": "317.91", "经济分类.金额": "317.91", COLUMN: "307.91"},
        "302": {COLUMN: "38.17"},
    }
    single = FEES_FOR_SALARIES | {"经济分类合计.一般公共预算基本支出": "346.08"}
    inspection = inspected(changed(sample(), single, both("208", "317.75") | rows), tmp_path)
    assert ids(inspection, Severity.ERROR) == []
    assert ids(inspection, Severity.WARNING) == ["BUD-03"]


def test_projects_that_nothing_else_knows_are_an_error():
    found = broken(changed(sample(), {"项目支出.其他项目": "50", "项目支出.合计": "50"}))
    assert {"GPB-13", "GPB-18"} <= found


def test_more_salaries_of_the_general_budget_than_there_are_is_found_without_the_column():
    filling = changed(sample(), FEES_FOR_SALARIES, both("208", "317.75") | both("301", "317.91"))
    assert "CROSS-08" in broken(changed(filling, {"基本支出.人员经费": "320.00"}))


@pytest.mark.parametrize(
    ("term", "check"),
    [
        ("基本支出.人员经费", "CROSS-06"),
        ("基本支出.合计", "ECON-25"),
        ("项目支出.合计", "GPB-18"),
        ("政府性基金.项目支出", "GPB-21"),
        ("国有资本经营.项目支出", "GPB-22"),
        ("项目支出.专项经费", "GPB-14"),
        ("经济分类合计.一般公共预算基本支出", "ECON-22"),
    ],
)
def test_a_slip_in_a_unit_with_every_kind_of_money_is_found(term: str, check: str):
    filling = profile("school")
    amount = filling.entries[term]
    assert isinstance(amount, Decimal)
    assert check in broken(changed(filling, {term: str(amount + 1000)}))


def test_a_project_with_two_kinds_of_money_has_two_rows_and_one_evaluation():
    filling = profile("school")
    first, *others, last = filling.groups["项目明细"]
    name, own = first.entries["项目明细.项目名称"], last.entries["项目明细.支出数"]
    details = (first, *others, replace(last, entries={**last.entries, "项目明细.项目名称": name}))
    evaluation, *rest, _ = filling.groups["项目自评"]
    planned = {f"项目自评.{term}": last.entries["项目明细.预算数"] for term in ("年初预算数", "全年预算数")}
    more = {**planned, "项目自评.全年执行数": own}
    entries = {**evaluation.entries, "项目自评.其他资金": own}
    entries |= {term: Decimal(str(entries[term])) + Decimal(str(amount)) for term, amount in more.items()}
    gone = last.entries["项目明细.项目名称"]
    groups = {
        **filling.groups,
        "项目明细": details,
        "项目自评": (replace(evaluation, entries=entries), *rest),
        "项目指标": tuple(r for r in filling.groups["项目指标"] if r.entries["项目指标.项目名称"] != gone),
    }
    assert broken(replace(filling, groups=groups)) == set()


def test_lines_of_hunan_are_left_blank_elsewhere_and_add_up_where_they_are_filled():
    assert "DATA-11" not in broken(profile("school"))
    assert "DATA-11" in broken(changed(profile("bureau"), {"本年决算.其他项目": "1"}))
