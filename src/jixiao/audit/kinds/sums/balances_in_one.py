"""One sentence with the whole balance of a fund: 本年收入, 年初结转, 本年支出, 年末结转."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jixiao.audit.context import AuditContext
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.figures.sentences import Sentence
from jixiao.audit.relations.formulas import SignedSum
from jixiao.audit.relations.stated import Directness, StatedRelation
from jixiao.model.outcome import Outcome

_FUND = "(?:财政拨款|一般公共预算财政拨款|政府性基金预算财政拨款)"
_CARRIED = r"(?:结转(?:和|及|、)?结余|结转|结余)(?:资金)?(?:为|是|共|：)*$"
_TERMS = (  # closing, opening, income, expenditure
    re.compile(rf"年末{_FUND}{_CARRIED}"),
    re.compile(rf"(?:年初|上年){_FUND}{_CARRIED}"),
    re.compile(rf"本年{_FUND}收入(?:为|是|共|：)*$"),
    re.compile(rf"本年{_FUND}支出(?:为|是|共|：)*$"),
)
_TOTAL = re.compile(rf"{_FUND}(?:收入|收、支|收支)总计(?:为|是|共|均为|：)*$")
_OTHERS = re.compile("结余分配|使用专用|收回|上缴|核销|调整|注销|缴回")
_ROLES = (FigureRole.PLAIN, FigureRole.RESULT, FigureRole.PRIOR)


def balances_in_one(context: AuditContext) -> Iterator[StatedRelation]:
    """Each of one fund: the total of income, and what follows from it for the end of the year."""
    for sentence in context.sentences:
        yield from balance_in(sentence)


def balance_in(sentence: Sentence) -> list[StatedRelation]:
    """The balance that a sentence states, if its own total of income bears it out."""
    if len(sentence.figures) <= len(_TERMS) or "年末" not in sentence.text or _OTHERS.search(sentence.text):
        return []
    terms = [one for pattern in _TERMS if (one := _only(pattern, sentence)) is not None]
    total = _only(_TOTAL, sentence)
    if len(terms) < len(_TERMS) or total is None:
        return []
    both = _relation(total, terms[1:3], (1, 1), "年初结转结余＋本年收入")
    left = _relation(terms[0], terms[1:], (1, 1, -1), "年初结转结余＋本年收入－本年支出")
    left.sure = True
    return [both, left] if both.outcome() is not Outcome.INCONSISTENT else []


def _only(pattern: re.Pattern[str], sentence: Sentence) -> StatedFigure | None:
    found = [
        f
        for f in sentence.figures
        if f.measure is Metric.MONEY and f.role in _ROLES and pattern.search(f.words)
    ]
    return found[0] if len(found) == 1 else None


def _relation(
    target: StatedFigure, terms: Sequence[StatedFigure], signs: tuple[int, ...], of: str
) -> StatedRelation:
    return StatedRelation(
        "BALANCE-CHAIN", AuditKind.BALANCE, target, tuple(terms), SignedSum(signs),
        Directness.RATE, of,
    )  # fmt: skip
