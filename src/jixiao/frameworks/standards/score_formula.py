"""“得分＝完成率×分值”, “按办结率÷95%×15计分”: the formula of a score."""

from __future__ import annotations

import re
from decimal import Decimal

import msgspec

from jixiao.frameworks.standards.conditions import is_rest, number, says
from jixiao.frameworks.standards.proportion import earning, zero_below, zero_of_what
from jixiao.frameworks.standards.rate_span import HIGHEST_RATE, RateSpan
from jixiao.frameworks.standards.rule import (
    Parameters,
    RuleReading,
    by_hand,
    lesser,
    unexpected,
    weight_doubts,
)
from jixiao.frameworks.standards.span import ONE
from jixiao.frameworks.standards.standard import Standard
from jixiao.frameworks.wording.texts import tidy
from jixiao.frameworks.wording.words import ScoreTableWords, score_table_words
from jixiao.model.figures import plain

_SIGNS = re.compile(r"[×*÷]")
_POINTS = re.compile(r"(?<=[×*])(?!100%)(\d+(?:\.\d+)?)%")  # ×20%: twenty points
_SHARE = re.compile(  # 测评得分×15%
    r"(?P<score>(?:得分|分数|评分|测评分|考核分)(?:的?(?:加权)?平均(?:分|值|数)?)?)[×*](?P<n>\d+(?:\.\d+)?)%"
)
_SUM = re.compile("[Σ∑]|之和|合计|加权(?!平均)|累加")
_SHORTFALL = re.compile(r"1[-~]([^\d()+\-~÷/]{2,12}(?:率|度|比例|比重))")
_NUMBER = r"(\d+(?:\.\d+)?)(%?)"


def read_formula_of_score(standard: Standard) -> RuleReading | None:
    """None for a standard without a formula."""
    formula = formula_of(standard)
    return _by_formula(_without_formula(standard), formula) if formula else None


def formula_of(standard: Standard) -> str:
    """What stands behind “得分＝”, or behind “按” if it is a product."""
    words = score_table_words()
    text = _POINTS.sub(r"\1", standard.text) if standard.in_percent else standard.text
    text = _SHARE.sub(lambda match: _of_hundred(match, standard), text)
    for sentence in re.split(r"[。;,\n]", text):
        match = words.found(words.formulas, "lead", sentence)
        behind = sentence[match.end() :] if match else sentence if _is_product(sentence, words) else ""
        if behind and re.search(r"[×*÷/]", behind) and not says("step", behind):
            return _bare(behind, words)
    return ""


def _of_hundred(match: re.Match[str], standard: Standard) -> str:
    """“自评得分×15%” of 15 points: a score of a hundred."""
    same = Decimal(match["n"]) == standard.full
    return f"{match['score']}÷100×{match['n']}" if same else match[0]


def _without_formula(standard: Standard) -> Standard:
    """The clauses beside the formula: its last factor looks like an award."""
    clauses = [
        msgspec.structs.replace(clause, condition=clause.condition.rpartition(",")[2])
        if _SIGNS.search(clause.condition)
        else clause
        for clause in standard.clauses
    ]
    beside = tuple(clause for clause in clauses if not _SIGNS.search(clause.condition))
    return msgspec.structs.replace(standard, clauses=beside)


def _is_product(sentence: str, words: ScoreTableWords) -> bool:
    """“达标率×6分” by itself."""
    parts = re.split(r"[×*]", _bare(sentence, words))
    return "=" not in sentence and len(parts) == 2 and any(_is_weight(part, words) for part in parts)


def _bare(formula: str, words: ScoreTableWords) -> str:
    """Without what is said about the formula."""
    for kind in ("aside", "trail"):
        for pattern in words.patterns(words.formulas, kind):
            formula = pattern.sub("", formula)
    return formula


def _by_formula(standard: Standard, formula: str) -> RuleReading:
    if _SUM.search(formula):
        return by_hand(f"计分公式“{formula}”是几项合计，要由人评分")
    words = score_table_words()
    parts = re.split(r"[×*]", re.sub(r"[×*]100%", "", formula))
    weights = [part for part in parts if _is_weight(part, words)]
    others = [part.strip("()") for part in parts if part not in weights]
    if len(weights) != 1 or len(others) != 1:
        return by_hand(f"看不懂计分公式“{formula}”")
    doubts = weight_doubts(weights[0], standard)
    doubts += lesser(standard, standard.of("award", "full"), "按公式计分")
    doubts += [
        unexpected(clause, "按公式计分")
        for clause in standard.clauses
        if clause.kind not in ("award", "full", "zero", "proportion", "unharmed")
    ]
    if shortfall := _SHORTFALL.fullmatch(others[0]):
        return _rest_of(standard, shortfall[1], doubts)
    if re.search(r"[-+~]", others[0]):
        return by_hand(f"看不懂计分公式“{formula}”")
    quotient = re.split(r"[÷/]", others[0])
    if len(quotient) == 1:
        return _product(standard, others[0], doubts)
    if len(quotient) != 2:
        return by_hand(f"看不懂计分公式“{formula}”")
    return _quotient(standard, quotient[0].strip("()"), quotient[1].strip("()"), doubts)


def _rest_of(standard: Standard, rate: str, doubts: list[str]) -> RuleReading:
    """“（1-偏差率）×分值”: all at nothing, nothing at 100%."""
    same = tidy(rate) in tidy(standard.name) or tidy(standard.name) in tidy(rate)
    doubts += [] if same else [f"公式里的“{rate}”是不是指标值，不清楚"]
    beside = standard.of("award", "full", "zero")
    doubts += [unexpected(each, "按公式计分") for each in beside if not is_rest(each.condition)]
    return RuleReading("linear", {"zero_at": "1", "full_at": "0"}, tuple(doubts))


def _is_weight(part: str, words: ScoreTableWords) -> bool:
    return any(pattern.fullmatch(part.strip("()")) for pattern in words.patterns(words.formulas, "weight"))


def _product(standard: Standard, factor: str, doubts: list[str]) -> RuleReading:
    """X × W."""
    if re.search(r"[\d+~-]", factor):
        return by_hand(f"看不懂计分公式里的“{factor}”")
    zero, more = zero_below(standard)
    if odd := _full_doubts_of_product(standard):
        return by_hand(odd[0])
    if not zero:
        return RuleReading("execution", doubts=tuple(doubts + more))
    return RuleReading("proportional", {"inverse": False} | _of_number(standard) | zero, tuple(doubts + more))


def _of_number(standard: Standard) -> Parameters:
    """“完成率×分值” beside 18.5公里: of these; a rate is its own target."""
    target = standard.target
    return {"target": plain(target)} if target is not None and target > HIGHEST_RATE else {}


def _full_doubts_of_product(standard: Standard) -> list[str]:
    """Full from less than 100% on, and X × W below it: the score would jump."""
    doubts = []
    for clause in standard.of("award", "full"):
        span = earning(clause, standard)
        if span and span.low != ONE:
            doubts.append(f"“{clause.condition}{clause.text}”与按比例计分接不上")
    return doubts


def _quotient(standard: Standard, above: str, below: str, doubts: list[str]) -> RuleReading:
    """X ÷ P × W, with a number or a name for P."""
    words = score_table_words()
    zero, more = zero_below(standard)
    doubts = doubts + more
    if divisor := re.fullmatch(_NUMBER, below):
        wanted = number(divisor[1], divisor[2])
        if any(span.low not in (wanted, wanted / 100) for span in _full_spans(standard)):
            doubts.append("得满分的界限与公式里的除数不一样")
        doubts += zero_of_what(standard, wanted) if zero else []
        return RuleReading("proportional", {"inverse": False, "target": plain(wanted)} | zero, tuple(doubts))
    wanted_above = words.found(words.formulas, "wanted", above)
    reached_below = words.found(words.formulas, "reached", below)
    inverse = bool(wanted_above and reached_below)
    most = re.fullmatch(_NUMBER, above)
    inverse = inverse or most is not None
    if not inverse and any(span.low is None for span in _full_spans(standard)):
        doubts.append("得满分的是“不超过”，公式却是越多得分越高")
    target = number(most[1], most[2]) if most else standard.target
    doubts += zero_of_what(standard, target) if zero else []
    parameters: Parameters = {"inverse": inverse}
    parameters |= {"target": plain(target)} if target is not None else {}
    return RuleReading("proportional", parameters | zero, tuple(doubts))


def _full_spans(standard: Standard) -> list[RateSpan]:
    return [span for clause in standard.of("award", "full") if (span := earning(clause, standard))]
