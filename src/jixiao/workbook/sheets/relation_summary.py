"""How all relations stand, in one line, and the way to the first broken one."""

from __future__ import annotations

from collections.abc import Callable

from jixiao.model.outcome import Severity
from jixiao.pack.relation_rows import relation_rows, row_title
from jixiao.relation.agreement import INCONSISTENT, PASSED, ROUNDING, UNREADABLE
from jixiao.relation.comparison import BLANK, NOT_APPLICABLE
from jixiao.workbook.sheets.calculation import Cached, Calculation
from jixiao.workbook.sheets.layout import sheet_prefix

# Together with the verdicts and the severities: the names of the counts and of the sheet's columns.
ALL, IDLE, FIRST, RELATION = "项数", "未填或不适用", "首处", "关系"
# What a broken relation is, and what kind of relation it is before anybody has looked.
SEVERITIES = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.NOTE: "提示"}
LEVELS = {Severity.ERROR: "逻辑性", Severity.WARNING: "核实性", Severity.NOTE: "提示性"}
COUNTED = (Severity.ERROR, Severity.WARNING)  # what does not balance; a hint may be right as it is
NOT_CHECKED = "未检查"  # what cannot be read, what is blank, and what does not apply
NONE = "无"
FIRST_BROKEN = "第一处不平"
Namer = Callable[[str], str]  # label of a count -> its defined name


def summary(name: Namer) -> tuple[str, Cached]:
    """All counts, as formula and as cached value."""
    error, warning, note = (SEVERITIES[severity] for severity in Severity)
    counted = [(ALL, "共", "项："), (INCONSISTENT, INCONSISTENT, "项（")]
    counted += [(error, error, "、"), (warning, warning, "），")]
    counted += [(word, word, "项，") for word in (note, ROUNDING, PASSED)]
    counted += [(UNREADABLE, f"{NOT_CHECKED}（{UNREADABLE}", "项、"), (IDLE, IDLE, "项）")]
    formula = "&".join(f'"{before}"&{name(label)}&"{after}"' for label, before, after in counted)

    def cached(calc: Calculation) -> str:
        return "".join(f"{before}{_count(calc, label)}{after}" for label, before, after in counted)

    return formula, cached


def headline(name: Namer) -> tuple[str, Cached]:
    """共N项，不平M项（警告K项）"""
    parts = [(ALL, "共", "项，"), (INCONSISTENT, INCONSISTENT, "项")]
    warning = SEVERITIES[Severity.WARNING]
    formula = "&".join(f'"{before}"&{name(label)}&"{after}"' for label, before, after in parts)
    formula += f'&IF({name(warning)}=0,"","（其中{warning}"&{name(warning)}&"项）")'

    def cached(calc: Calculation) -> str:
        text = "".join(f"{before}{_count(calc, label)}{after}" for label, before, after in parts)
        found = _count(calc, warning)
        return f"{text}（其中{warning}{found}项）" if found else text

    return formula, cached


def first_broken(name: Namer, sheet: str) -> tuple[str, Cached]:
    """The title of the first broken relation, an error if there is one, as a link to its line."""
    told = f"INDEX({name(RELATION)},{name(FIRST)})"
    place = f'"#{sheet_prefix(sheet)}A"&ROW({told})'
    title = f"LEFT({told},FIND(CHAR(10),{told})-1)"  # its first line
    formula = f'IF({name(INCONSISTENT)}=0,"{NONE}",HYPERLINK({place},{title}))'

    def cached(calc: Calculation) -> str:
        rows = relation_rows(calc.pack)
        return row_title(calc.pack.form, rows[first - 1]) if (first := first_row(calc)) else NONE

    return formula, cached


def first_row(calc: Calculation) -> int:
    """Which relation, from 1, is the first broken one, errors before warnings; 0 if none is broken."""
    rows = enumerate(relation_rows(calc.pack), 1)
    broken = [(Severity(row.check.data.severity), n) for n, row in rows if calc.word(row) == INCONSISTENT]
    counted = [(COUNTED.index(severity), n) for severity, n in broken if severity in COUNTED]
    return min(counted, default=(0, 0))[1]


def _count(calc: Calculation, label: str) -> int:
    if label == ALL:
        return calc.counts.total()
    if label == IDLE:
        return calc.count(BLANK) + calc.count(NOT_APPLICABLE)
    if label == INCONSISTENT:
        return calc.count(INCONSISTENT, *COUNTED)
    severity = next((severity for severity, word in SEVERITIES.items() if word == label), None)
    return calc.count(INCONSISTENT, severity) if severity else calc.count(label)
