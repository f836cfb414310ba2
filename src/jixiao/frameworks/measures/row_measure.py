"""What a row of a score table measures: over the terms of the whole unit, or of a project."""

from __future__ import annotations

from decimal import Decimal

from jixiao.frameworks.measures.measure_scope import scope_doubt
from jixiao.frameworks.measures.measures import MeasureReading, read_measure
from jixiao.frameworks.measures.unusual_formula import unusual_formula
from jixiao.frameworks.printed.printed_table import PrintedTable
from jixiao.frameworks.standards.misfit import misfit, odd_excess, odd_factor
from jixiao.frameworks.standards.rule import RuleReading
from jixiao.frameworks.wording.words import score_table_words
from jixiao.pack.measure_words import MeasureWords

_ABSOLUTE = ("人",)  # what is counted where others compute a rate
_RATES = ("per_point", "band", "linear", "execution", "proportional")  # what may score a computed measure


def _of_rate(rule: RuleReading) -> bool:
    """Whether it can score a rate that the workbook computes."""
    given = rule.parameters
    return Decimal(given.get("target", 2 if given.get("inverse") else 1)) <= 1


def measure_of(
    name: str, rule: RuleReading, texts: tuple[str, str], table: PrintedTable, words: MeasureWords | None
) -> MeasureReading:
    """What a row with a standard measures; of a project only its execution is known."""
    explanation, standard = texts
    if words and rule.parameters.get("unit") in _ABSOLUTE:
        names = (name, f"{name}率")
        usual = any(read_measure(each, explanation, standard, table.notes, words).relation for each in names)
        return MeasureReading("", "这个指标通常按比率算，评分标准却按人数扣分" if usual else "")
    if words is None or not standard.strip() or rule.type not in _RATES or table.of_others:
        return MeasureReading("", odd_excess(rule, texts))
    if rule.type == "proportional" and not _of_rate(rule):
        return MeasureReading()  # no figure of the workbook: actual and target are entered
    found = read_measure(name, explanation, standard, table.notes, words)
    if not found.doubt and (odd := misfit(rule, found.relation, words)):
        found = MeasureReading(found.relation, odd)
    if found.relation and not found.doubt and (odd := unusual_formula(name, found.relation, words)):
        found = MeasureReading(found.relation, odd)
    if found.relation and not found.doubt and (factor := odd_factor(standard, name)):
        found = MeasureReading(found.relation, f"计分公式里的“{factor}”是不是这个指标，不清楚")
    if found.relation and not found.doubt:
        found = MeasureReading(
            found.relation, scope_doubt(found.relation, name, (explanation, standard), table, words)
        )
    if not found.relation and not found.doubt:
        found = MeasureReading("", odd_excess(rule, texts))
    if not table.of_project:
        return found
    money = score_table_words().money
    of_project = {
        money.measure_of_whole: money.measure_of_project,
        money.measure_of_whole_opening: money.measure_of_project_opening,
    }
    return MeasureReading(
        of_project.get(found.relation, ""),
        found.doubt if not found.relation or found.relation in of_project else "",
    )
