"""What one row of a score table says: its rule, from the standard, the target, and the notes of the form."""

from __future__ import annotations

from decimal import Decimal

from jixiao.frameworks.printed.printed_rows import PrintedRow
from jixiao.frameworks.printed.printed_table import PrintedTable
from jixiao.frameworks.printed.row_parts import add_up, points_again, points_said, rule_each
from jixiao.frameworks.printed.sums import Points
from jixiao.frameworks.standards.conditions import says
from jixiao.frameworks.standards.full_marks import odd_direction
from jixiao.frameworks.standards.points_beside import rule_of_points_beside
from jixiao.frameworks.standards.remarks_beside import remarks_beside
from jixiao.frameworks.standards.rounding_below import with_rounding_below
from jixiao.frameworks.standards.rule import RuleReading, by_hand, with_doubts
from jixiao.frameworks.standards.rule_of_parts import each_ruled, rule_of_parts, rule_of_weighed_parts
from jixiao.frameworks.standards.rules import read_rule
from jixiao.frameworks.standards.rules_beside import edges_beside, rules_beside
from jixiao.frameworks.standards.said_otherwise import said_otherwise
from jixiao.frameworks.standards.signed_target import FormRules, of_rate, read_signed, read_target
from jixiao.frameworks.standards.standard import take_apart
from jixiao.frameworks.standards.table_in_cell import with_rows_of_table
from jixiao.frameworks.standards.target_doubts import target_doubts
from jixiao.frameworks.standards.target_words import (
    in_proportion,
    meant_target,
    of_target,
    unit_in,
    with_bound_beside,
    with_target,
)
from jixiao.frameworks.wording.awards import awards
from jixiao.frameworks.wording.texts import prose

_POINTS_UNUSED = "每行另有要点分，与评分标准的关系不清楚"
_ONE = Decimal(1)
_OF_ONE_FINDING = ("each_violation", "per_point", "graded", "graded_range")


def rule_of_row(
    row: PrintedRow,
    weight: Decimal | None,
    standard: str,
    explanation: str,
    table: PrintedTable,
    forms: FormRules,
    points: Points,
) -> RuleReading:
    """The first way in which the row can be understood."""
    if row.free:
        return by_hand("由单位填写")
    if weight is None:
        return by_hand("：".join(filter(None, ("没有分值", row.no_weight))))
    if not add_up(row.parts) and rule_each(row.parts):
        listed = rule_of_weighed_parts(row.name, row.parts, points, weight)
        return listed or by_hand(each_ruled(row.parts))
    if beside := rule_of_points_beside(row.name, row.parts, standard, points, weight):
        return beside
    printed = read_target(row.target, row.sign, row.unit) if row.target else None
    counts = bool(unit_in(row.target + row.unit))  # ≥3次 of a 率 are no 300%
    target = of_rate(printed, row.name) if printed and not counts else printed
    if not standard.strip() and (row.target or row.sign):
        signed = read_signed(row.target, row.sign, row.unit, forms, row.name)
        return with_doubts(signed, *target_doubts(row, printed, signed))
    standard = with_rows_of_table(standard)
    if says("by_points", prose(standard)) and awards(explanation):
        standard, explanation = explanation, ""  # 按要点计分: the points say what they give
    written = standard
    standard = (
        with_target(standard, target, row.target + row.unit)
        if row.target
        else with_bound_beside(standard, explanation)
    )
    aim, rate = meant_target(standard, target) if target else (None, False)
    ranged = "%" in prose(standard) and not in_proportion(standard)  # 完成率80%以上得4分
    aim = _ONE if aim and aim > _ONE and not rate and ranged else aim
    taken = take_apart(row.name, weight, standard, explanation, points.percent, aim)
    if add_up(row.parts):
        return rule_of_parts(row.name, row.parts, points, taken)
    rule = of_target(read_rule(taken), target)
    rule = with_rounding_below(rule, row.name, table.notes, [each.name for each in table.rows])
    beside_it = (
        *rules_beside(row.name, standard, explanation, table.notes, rule),
        *edges_beside(standard, table.notes, rule),
        *odd_direction(row.name, rule),
        *remarks_beside(row, rule, standard, explanation),
    )
    unused = points_again(row.parts) and not points_said(row.parts) and rule.type in _OF_ONE_FINDING
    beside_it += (_POINTS_UNUSED,) if unused else ()
    of_aim = tuple(target_doubts(row, target, rule, written)) or tuple(said_otherwise(taken, explanation))
    return with_doubts(rule, *beside_it, *of_aim)
