"""A figure that stands out beside its neighbours by a power of ten: what it would be without that slip."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from jixiao.checks.confront import Verdict
from jixiao.checks.diagnosis.slips import SlipKind
from jixiao.checks.diagnosis.suggestions import REASONS
from jixiao.checks.diagnosis.trial import Suspicion, Trial
from jixiao.checks.odd_columns import odd_columns, odd_fact
from jixiao.checks.unit import Unit
from jixiao.model.fact import Fact
from jixiao.model.finding import Correction, Suggestion

_POWERS = (-1, 1, -2, 2, -3, 3, -4, 4)  # of ten, nearest first
_REASON = REASONS[SlipKind.POINT]


def slipped_points(verdicts: Iterable[Verdict], trial: Trial, unit: Unit) -> Iterator[Suspicion]:
    """One suspicion for each such figure; where a whole column is odd, it is rather in another unit."""
    broken = tuple(verdicts)
    columns = odd_columns(broken, unit)
    for verdict in broken:
        odd = odd_fact(verdict, unit) if id(verdict) not in columns else None
        meant = _meant(verdict, odd, trial) if odd else None
        if odd and meant:
            yield Suspicion((verdict,), (_suggestion(verdict, odd, meant, unit),), {id(odd): meant})


def _meant(verdict: Verdict, odd: Fact, trial: Trial) -> Fact | None:
    """The figure with its point moved as little as makes it like the others; None if that is of no use."""
    for power in _POWERS:
        moved = replace(odd, value=odd.number.scaleb(power))
        if trial.settled({id(odd): moved}, (verdict,)):
            return moved
    return None


def _suggestion(verdict: Verdict, odd: Fact, meant: Fact, unit: Unit) -> Suggestion:
    label = f"{verdict.scope.key} {odd.label}".strip()
    stated, needed = (unit.digits(fact.number, fact.kind) for fact in (odd, meant))
    message = f"{odd.lead}“{label}”填 {stated}，若为 {needed} 则与旁边的数大小相当，{_REASON}。"
    return Suggestion(message, _REASON, (Correction(odd.place, label, stated, needed),))
