"""“95%以上得5分；90%—95%得4分；…”: a score for each range of the rate."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise

import msgspec

from jixiao.frameworks.standards.band_ends import below_all, beyond_unsaid, crossed, open_above
from jixiao.frameworks.standards.band_seams import band_entry, seam_of, shown_value
from jixiao.frameworks.standards.conditions import is_rest, says
from jixiao.frameworks.standards.counted_units import in_bare_figures, is_measured, of_points
from jixiao.frameworks.standards.dated_points import dated_points
from jixiao.frameworks.standards.falls import fallen_by
from jixiao.frameworks.standards.points_apiece import points_apiece
from jixiao.frameworks.standards.rate_span import HIGHEST_RATE, RateSpan
from jixiao.frameworks.standards.rule import (
    RuleReading,
    full_doubts,
    several_subjects,
    unexpected,
    unsaid_target,
)
from jixiao.frameworks.standards.span import span_in
from jixiao.frameworks.standards.standard import Clause, Standard
from jixiao.frameworks.wording.words import score_table_words
from jixiao.model.figures import plain

_AWARDS = ("award", "full", "zero", "half", "share", "unharmed", "deduct_all")
_ONE, _ZERO = Decimal(1), Decimal(0)


class _Stretch(msgspec.Struct, frozen=True):
    span: RateSpan
    score: Decimal
    clause: Clause


def read_bands(standard: Standard) -> RuleReading | None:
    """None for a standard that does not award by ranges."""
    bare, in_points = in_bare_figures(standard), of_points(standard)
    counted, whole, standard = bare is not standard, not is_measured(standard), bare
    spans = {clause: _spans(clause, standard) for clause in standard.of(*_AWARDS)}
    vetoes = [clause for clause in spans if clause.kind == "zero" and _is_veto(clause, spans[clause])]
    awards = [clause for clause in spans if clause not in vetoes]
    if len(awards) + len(vetoes) < len(standard.clauses):
        return None
    if len(awards) < 2 or not any(_is_figure(clause, standard) for clause in awards):
        return None
    if any(dated_points(clause) or points_apiece(clause, standard)[1:] for clause in awards):
        return None
    if several_subjects(standard, tuple(clause for clause in awards if spans[clause])):
        return None
    rest = [clause for clause in awards if not spans[clause]]
    if any(not (is_rest(each.condition) or says("incomplete", each.condition)) for each in rest):
        return None
    stretches = [
        _Stretch(span, _score(standard, clause), clause) for clause in awards for span in spans[clause]
    ]
    unclear = [clause for clause in awards if not all(_clear(span, counted) for span in spans[clause])]
    doubts = [f"条件“{clause.condition}”没有全看懂" for clause in unclear]
    doubts += ["有两个“否则”"] if len(rest) > 1 else []
    doubts += [told for each in awards if (told := _unsaid(each, standard))]
    falls = [each for each in awards if says("fallen", each.condition) and not says("saving", standard.name)]
    fallen = any(fallen_by(each.condition, standard.name) is None for each in falls)
    doubts += ["条件说的是下降多少，指标值要是下降率才对得上"] if fallen else []
    doubts += full_doubts(standard, tuple(awards)) + [unexpected(clause, "分档计分") for clause in vetoes]
    remainder = _score(standard, rest[0]) if rest else None
    centre, stretches, more = _centred(standard, stretches)
    bands, gaps = _bands(standard, stretches, remainder, whole, counted)
    parameters = {"bands": bands} | ({"centre": plain(centre)} if centre is not None else {})
    unit = "分" if in_points else "个" if _are_few(stretches) else ""
    parameters |= {"unit": unit} if counted and unit else {}
    doubts += crossed(bands)
    all_doubts = tuple(dict.fromkeys([*doubts, *more, *gaps]))
    return RuleReading("band", parameters, tuple(map(_in_numbers, all_doubts)) if counted else all_doubts)


def _are_few(stretches: list[_Stretch]) -> bool:
    """Whether the ends of ranges of things could be those of rates: 3场 are not 300%."""
    ends = [end for each in stretches for end in (each.span.low, each.span.high) if end is not None]
    return max(ends, default=_ZERO) <= HIGHEST_RATE


def _in_numbers(doubt: str) -> str:
    """Of what is counted nothing is in per cent."""
    return re.sub(r"(\d+)%", lambda match: plain(Decimal(match[1]) / 100), doubt)


def _clear(span: RateSpan, counted: bool) -> bool:
    """Whether a condition is understood; a number of something may be of any size."""
    return span.alone and span.in_order if counted else span.clear


def _is_figure(clause: Clause, standard: Standard) -> bool:
    """Whether a condition is about the rate: “全部完成” is, if the row has a target."""
    named = says("complete", clause.condition) and standard.target is not None
    return named or span_in(clause.condition, standard.name) is not None


def _unsaid(clause: Clause, standard: Standard) -> str:
    """“达到目标值” beside ranges in figures, where no target is given."""
    in_words = span_in(clause.condition, standard.name) is None and says("complete", clause.condition)
    return unsaid_target(clause, standard) if in_words else ""


def _is_veto(clause: Clause, spans: tuple[RateSpan, ...]) -> bool:
    """“未开展调查的不得分” beside the ranges."""
    rest = is_rest(clause.condition) or says("incomplete", clause.condition)
    return not spans and bool(clause.condition) and not rest


def _score(standard: Standard, clause: Clause) -> Decimal:
    if clause.kind == "unharmed":
        return standard.full
    return standard.score(clause) or _ZERO


def _spans(clause: Clause, standard: Standard) -> tuple[RateSpan, ...]:
    """The ranges of a condition: two on both sides of the best one, or one; none where it names none."""
    words = score_table_words()
    match = words.found(words.conditions, "either", clause.condition)
    if match:
        parts = (clause.condition[: match.start()], clause.condition[match.end() :])
        both = [span for part in parts if (span := span_in(part, standard.name))]
        if len(both) == len(parts):
            return tuple(both)
    span = _span(clause, standard)
    return () if span is None else (span,)


def _span(clause: Clause, standard: Standard) -> RateSpan | None:
    span = fallen_by(clause.condition, standard.name) or span_in(clause.condition, standard.name)
    if span is None and says("complete", clause.condition) and not says("incomplete", clause.condition):
        value = _ONE if standard.target is None else standard.target
        return RateSpan(value, value, True, True)
    if span is None and says("at_zero", clause.condition):
        return RateSpan(_ZERO, _ZERO, True, True)
    return span


def _centred(
    standard: Standard, stretches: list[_Stretch]
) -> tuple[Decimal | None, list[_Stretch], list[str]]:
    """Ranges of a distance, with the value that it is counted from."""
    if not any(each.span.away for each in stretches):
        return None, stretches, []
    exact = [each for each in stretches if each.span.exact and not each.span.away]
    named = score_table_words().said("base", standard.aside("base")) if standard.aside("base") else None
    if exact:
        centre, doubts = exact[0].span.low or _ZERO, list[str]()
    elif named:
        centre, doubts = Decimal(named["n"].rstrip("%")) / 100, []
    else:
        around_zero = any("±" in clause.condition for clause in standard.clauses)
        if not around_zero and not says("rate_names", standard.name):
            return None, stretches, []  # 预算编制准确性 by its 偏离度: the rate is the distance itself
        centre = _ZERO if around_zero else _ONE
        doubts = [] if around_zero else ["没有说从哪个数算偏离，暂按100%"]
    turned = [
        _Stretch(RateSpan(high=_ZERO, high_in=True), each.score, each.clause) if each in exact else each
        for each in stretches
    ]
    ends = [end for each in turned for end in (each.span.low, each.span.high) if end is not None]
    odd = [end for end in ends if end > max(centre, _ONE) / 2]
    doubts += ["有的条件说的是比率，有的说的是偏离"] if odd else []
    return centre, turned, doubts


def _bands(
    standard: Standard, stretches: list[_Stretch], rest: Decimal | None, whole: bool, counted: bool
) -> tuple[list[dict[str, object]], list[str]]:
    ordered = sorted(stretches, key=lambda each: _order(each.span, [one.span for one in stretches]))
    doubts = _way(ordered)
    bands: list[dict[str, object]] = []
    first = ordered[0].span
    if len(ordered) == 1 and first.exact and first.low and rest is not None:  # 合格率100%得6分，否则不得分
        said = first.low == _ONE and not beyond_unsaid(ordered[0].clause, standard.name)
        doubts += [] if said else [f"超过{shown_value(first.low)}得多少分，没有说清"]
        return [band_entry(first.low, False, rest), {"score": plain(ordered[0].score)}], doubts
    again = len(ordered) > 1 and ordered[1].span.low == first.low == _ZERO
    below, more = ([], list[str]()) if again else below_all(first, standard.name, rest)
    bands, doubts = [*bands, *below], [*doubts, *more]
    for one, other in pairwise(ordered):
        end, closed, more, hole = seam_of(one.span, other.span, rest, whole, counted)
        doubts += more
        bands.append(band_entry(end, closed, one.score))
        bands += hole
    last = ordered[-1].span
    best = max(each.score for each in ordered)
    if last.high is None or open_above(len(ordered) > 1, last, ordered[-1].score, best, rest, standard.name):
        return [*bands, {"score": plain(ordered[-1].score)}], doubts
    doubts += [] if rest is not None else [f"没有说超过{shown_value(last.high)}得多少分"]
    closed = last.high_in is not False
    if last.high_in is None:
        doubts.append(f"正好{shown_value(last.high)}归哪一档，不清楚")
    return [*bands, band_entry(last.high, closed, ordered[-1].score), {"score": plain(rest or _ZERO)}], doubts


def _order(span: RateSpan, spans: list[RateSpan]) -> tuple[Decimal, bool, bool]:
    """By the upper end; a range without one begins where those below it end."""
    if span.high is not None or span.low is None:
        return span.high or _ZERO, False, span.exact
    below = (each.high for each in spans if each.high and each.low is not None and each.low < span.low)
    return max(span.low, *below, span.low), True, False


def _way(ordered: list[_Stretch]) -> list[str]:
    """Scores that rise and fall again: somebody has mistyped a range or a score."""
    scores = [each.score for each in ordered]
    top = scores.index(max(scores))
    best = ordered[top].span
    corridor = best.low is not None and best.high is not None and best.low <= _ONE <= best.high
    around = scores[:top] == sorted(scores[:top]) and scores[top:] == sorted(scores[top:], reverse=True)
    between = best.low is not None and best.high is not None and scores[0] == scores[-1]  # 低于30%或高于50%
    if any(one.score == other.score > 0 for one, other in pairwise(ordered) if one.clause != other.clause):
        return [
            "有两档的得分一样，可能说的是不同的对象：" + "、".join(f"{plain(score)}分" for score in scores)
        ]
    if scores in (sorted(scores), sorted(scores, reverse=True)) or ((corridor or between) and around):
        return []
    return ["各档的得分不是一路升或一路降：" + "、".join(f"{plain(score)}分" for score in scores)]
