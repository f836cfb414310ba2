"""The prose of a standard -> a scoring method, by the first reader that knows it; else left to people."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from jixiao.frameworks.standards.band import read_bands
from jixiao.frameworks.standards.best_award import best_award_doubts
from jixiao.frameworks.standards.checklist import read_checklist
from jixiao.frameworks.standards.conditions import says
from jixiao.frameworks.standards.counted_steps import read_counted_steps
from jixiao.frameworks.standards.deductions import as_awards
from jixiao.frameworks.standards.grade_ranges import read_graded_ranges
from jixiao.frameworks.standards.grades import read_grades
from jixiao.frameworks.standards.interpolation import read_line
from jixiao.frameworks.standards.left_over import left_over, second_full
from jixiao.frameworks.standards.other_subjects import other_subjects
from jixiao.frameworks.standards.per_point import read_per_point
from jixiao.frameworks.standards.proportion import read_proportion
from jixiao.frameworks.standards.rates_in_points import in_per_cent
from jixiao.frameworks.standards.rule import RuleReading, by_hand, unclear_floor, unclear_part
from jixiao.frameworks.standards.score_formula import formula_of, read_formula_of_score
from jixiao.frameworks.standards.standard import MOST_CLAUSES, Standard
from jixiao.frameworks.standards.unread_signs import unread_signs
from jixiao.frameworks.standards.unused_figures import unused_figures
from jixiao.frameworks.standards.violations import read_violations
from jixiao.frameworks.wording.words import score_table_words
from jixiao.model.figures import plain

_READERS = (
    read_counted_steps,
    read_per_point,
    read_violations,
    read_graded_ranges,
    read_line,
    read_formula_of_score,
    read_proportion,
    read_bands,
    read_checklist,
    read_grades,
)
_BY_FORMULA = ("execution", "proportional", "linear")
_BY_STEPS = ("per_point", "band", "each_violation", "checklist")
_COUNTED = ("each_violation", "checklist")


def read_rule(standard: Standard) -> RuleReading:
    """What people must judge is left to them; so is what no reader takes. Doubts of every kind are told."""
    if not standard.text:
        return by_hand("没有评分标准")
    if len(standard.clauses) > MOST_CLAUSES:
        return by_hand(f"评分标准里得分、扣分的地方超过{MOST_CLAUSES}处")
    reason = next(_left_to_people(standard), "")
    if reason:
        judged = read_graded_ranges(standard)  # people judge there anyway, within ranges
        judged = judged if judged and judged.sure else RuleReading()
        return msgspec.structs.replace(judged, doubts=(reason, *best_award_doubts(standard)))
    standard, told = in_per_cent(as_awards(standard))
    for reader in _READERS:
        rule = reader(standard)
        if rule is not None:
            beyond = told if rule.type else best_award_doubts(standard)
            rule = msgspec.structs.replace(rule, doubts=(*rule.doubts, *beyond))
            return msgspec.structs.replace(
                rule,
                spared=standard.aside("no_case"),
                doubts=tuple(dict.fromkeys((*rule.doubts, *_general(standard, rule)))),
            )
    return RuleReading(doubts=("看不懂评分标准的写法", *best_award_doubts(standard)))


def _left_to_people(standard: Standard) -> Iterator[str]:
    words = score_table_words()
    for kind, reason in (("vague", "“{}”要由人判断"), ("bonus", "有加分“{}”")):
        if match := words.said(kind, standard.text):
            yield reason.format(match[0])


def _general(standard: Standard, rule: RuleReading) -> Iterator[str]:
    """Doubts that no method knows of."""
    if not rule.type:
        return
    yield from unread_signs(standard, rule)
    yield from unclear_floor(standard)
    yield from unclear_part(standard)
    yield from other_subjects(standard, rule)
    for clause in standard.clauses:
        score = standard.score(clause) or standard.lost(clause)
        if score is not None and score > standard.full:
            yield f"“{clause.text}”多于分值{plain(standard.full)}分"
        if clause.kind == "award" and rule.type != "graded_range" and says("points_below", clause.condition):
            yield f"“{clause.condition}{clause.text}”不是一个确定的分数"
        for sentence in clause.before:
            if says("perilous_narrative", sentence):
                yield f"没有看懂“{sentence}”"
    told = says("perilous_narrative", standard.tail) or says("figure_of_score", standard.tail)
    told = told or (rule.type in _BY_STEPS and says("points_told", standard.tail))
    told = (told and rule.type not in _BY_FORMULA) or says("exceptions", standard.tail)
    for clause in second_full(standard, rule):
        yield f"“{clause.condition}{clause.text}”与别的规则的关系不清楚"
    left = list(left_over(standard, rule))
    yield from (f"没有看懂“{sentence}”" for sentence in left)
    if standard.tail and told and not left:
        yield f"没有看懂“{standard.tail}”"
    if rule.type not in _BY_FORMULA and formula_of(standard):
        yield "评分标准里另有计分公式"
    words = score_table_words()
    for kind, reason in (("dates", "评分标准里有日期“{}”"), ("compared", "评分标准是与上年比“{}”")):
        match = words.said(kind, standard.text)
        usual = rule.type in _COUNTED or (kind == "compared" and says("of_change", standard.name))
        if match and not usual:
            yield reason.format(match[0])
    for figure in unused_figures(standard, rule) if rule.sure else ():
        yield f"评分标准里的“{figure}”没有用上"
    ceiling = standard.aside("ceiling")
    match = words.said("ceiling", ceiling) if ceiling else None
    if match and match.groupdict().get("n") and float(match["n"]) != float(standard.full):
        yield f"分值是{plain(standard.full)}分，评分标准里写“{ceiling}”"
