"""What is told of reasons that are not a reason for lost points: contradicted, or beside full marks."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from decimal import Decimal

from jixiao.model.fact import places_of
from jixiao.model.figures import plain
from jixiao.model.finding import Finding
from jixiao.model.outcome import Outcome, Severity
from jixiao.model.quotes import cut
from jixiao.model.scorecard import Score, Scorecard
from jixiao.model.written_explanation import says_nothing
from jixiao.pack.form import Assessment

ZERO = Decimal(0)
CONTRADICTED = "SCORE-08"
SPARE = "SCORE-09"
_NAMED = 6  # rows that one sentence names
_LONGEST = 20  # signs that are quoted of a reason


def declared_findings(
    scorecard: Scorecard, assessment: Assessment, fillers: Collection[str] = ()
) -> Iterator[Finding]:
    """One for each contradiction, one note for what no report prints. `fillers` are no reasons."""
    for score in scorecard.scores:
        if score.despite and score.settled:
            yield _contradicted(score, assessment)
    spare = [score for score in scorecard.scores if _spare(score, fillers)]
    if spare:
        yield _not_printed(spare)


def _contradicted(score: Score, assessment: Assessment) -> Finding:
    said = assessment.not_applicable
    taken = score.measure == said
    scored = "按满分计" if score.applies else "不计分"
    what = f"仍{said}{scored}" if taken else f"照它得{plain(score.score or ZERO)}分，“{said}”没有用上"
    written = cut(score.given_reason, _LONGEST)
    return Finding(
        id=CONTRADICTED,
        severity=Severity.WARNING,
        outcome=Outcome.INCONSISTENT,
        label=score.label,
        message=f"{score.named}写了“{written}”，可是{score.despite}；{what}。",
        place=score.place,
        stated=said,
        mend=f"有这项业务的，改写这一格，不要写“{said}”；没有的，清空（或改正）有关的数。"
        "都没有错的，写一句审核说明。",
        cells=(score.place,) if score.place else (),
        key=f"{CONTRADICTED}@{score.id}",
        figures=f"{said}；{score.despite}",
    )


def _spare(score: Score, fillers: Collection[str]) -> bool:
    """Typed beside full marks: no points were lost that it could explain."""
    typed = score.reason_fact is not None and not says_nothing(score.reason_fact.text, fillers)
    full = score.score == score.max_score and score.reason == ""
    return typed and full and not score.despite


def _not_printed(spare: list[Score]) -> Finding:
    facts = [score.reason_fact for score in spare if score.reason_fact]
    named = "、".join(f"“{score.label}”" for score in spare[:_NAMED])
    more = f"等{len(spare)}个指标" if len(spare) > _NAMED else ""
    places, label = places_of(facts), facts[0].label
    where = f"{places[0]} " if places else ""
    return Finding(
        id=SPARE,
        severity=Severity.NOTE,
        outcome=Outcome.PASSED,
        label=label,
        message=f"{where}{named}{more}得了满分，没有扣分，“{label}”里写的报告不印。",
        place=places[0] if places else None,
        mend="不是扣分原因的，可以移到佐证材料或文字材料里。",
        cells=places,
        key=SPARE,
    )
