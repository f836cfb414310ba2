"""The scorecard of a workbook as a yardstick: points of indicators and levels, total, grade, rates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from jixiao.audit.document.passage import alike, tight
from jixiao.audit.yardsticks.known_scores import KnownRate, KnownScore, KnownScores
from jixiao.audit.yardsticks.quantity_names import ScoreWords
from jixiao.inspection import Inspection
from jixiao.model.fact import Record
from jixiao.model.scorecard import Scorecard

_RATE = re.compile(r"-?\d+(?:\.\d+)?%")
_HUNDRED = 100


def scores_of_book(inspection: Inspection, words: ScoreWords) -> KnownScores:
    """What a workbook scores and how far its budget was carried out."""
    card, record = inspection.scorecard, inspection.record
    rates = tuple(
        KnownRate(fact.number * _HUNDRED, str(fact.place or fact.label), words.is_initial(fact.term))
        for term in words.rates
        if (fact := record.fields.get(term)) is not None and fact.filled and fact.number
    )
    if card is None:
        return KnownScores(words.drop, rates=rates)
    items = (*_indicators(card, words), *_levels(card, words), *_own(record, words))
    total = card.total if card.complete else None
    return KnownScores(words.drop, items, total, card.grade, rates)


def _indicators(card: Scorecard, words: ScoreWords) -> Iterator[KnownScore]:
    for one in card.scores:
        if one.score is not None and one.applies:
            measure = alike(one.measure)
            rate = Decimal(measure[:-1]) if _RATE.fullmatch(measure) else None
            yield KnownScore(one.name, _key(one.name, words), one.max_score, one.score, rate)


def _levels(card: Scorecard, words: ScoreWords) -> Iterator[KnownScore]:
    if card.complete:
        for one in (*card.level1, *(subtotal for _, subtotal in card.level2)):
            yield KnownScore(one.name, _key(one.name, words), one.max_score, one.score)


def _own(record: Record, words: ScoreWords) -> Iterator[KnownScore]:
    """The rows of indicators that the unit has set itself."""
    name, full, got = words.row
    for row in (row for rows in record.groups.values() for row in rows):
        cells = [row.fields.get(term) for term in (name, full, got)]
        texts = [cell.text if cell is not None and cell.filled else "" for cell in cells]
        try:
            points, score = Decimal(texts[1]), Decimal(texts[2])
        except InvalidOperation:
            continue
        if texts[0]:
            yield KnownScore(texts[0], _key(texts[0], words), points, score)


def _key(name: str, words: ScoreWords) -> str:
    return re.sub(words.drop, "", alike(tight(name)))
