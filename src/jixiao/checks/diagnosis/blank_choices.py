"""A row in which nobody has chosen a word that says where its figures belong: they count elsewhere then."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from msgspec.structs import replace

from jixiao.checks.confront import Verdict
from jixiao.checks.diagnosis.slips import SlipKind
from jixiao.checks.diagnosis.suggestions import REASONS
from jixiao.checks.diagnosis.trial import Suspicion, Trial, at
from jixiao.model.fact import Fact, Record, State
from jixiao.model.finding import Correction, Suggestion
from jixiao.model.outcome import Outcome
from jixiao.pack.check import Check

MOST_TRIED = 60  # words in cells; each runs the broken checks again
FEWEST = 2  # relations that one word must settle
_REASON = REASONS[SlipKind.BLANK]


def blank_choices(verdicts: Iterable[Verdict], trial: Trial) -> Iterator[Suspicion]:
    """The word after which most holds and nothing else is broken, if there is one."""
    broken = [verdict for verdict in verdicts if verdict.outcome is Outcome.INCONSISTENT]
    if len(broken) < FEWEST:
        return
    tried = islice(_ways(_tables(broken, trial), trial), MOST_TRIED)
    ways = [(trial.settled({id(fact): meant}, broken), row, fact, meant) for row, fact, meant in tried]
    most = max((len(settled) for settled, *_ in ways), default=0)
    best = [way for way in ways if len(way[0]) == most >= FEWEST and not _breaks(*way[2:], broken, trial)]
    if len({id(fact) for _, _, fact, _ in best}) == 1:  # of two rows nobody knows which
        settled, row, fact, meant = best[0]
        words = [word.text for *_, word in best]
        yield Suspicion(settled, (_suggestion(row, fact, words, len(settled)),), {id(fact): meant})


def _tables(broken: Sequence[Verdict], trial: Trial) -> dict[str, None]:
    """The tables of rows that broken relations read."""
    own = (verdict for verdict in broken if verdict.scope.root is trial.record)  # not of two years
    terms = (trial.pack.vocabulary[term] for verdict in own for term in verdict.check.relation.terms)
    return dict.fromkeys(term.path[0] for term in terms if len(term.path) == 1)


def _ways(tables: Iterable[str], trial: Trial) -> Iterator[tuple[Record, Fact, Fact]]:
    """Rows with a figure, each with a blank cell and a word that could stand in it."""
    for table in tables:
        for row in trial.record.groups.get(table, ()):
            if any(fact.kind.numeric and fact.number for fact in row.fields.values()):
                for fact in row.fields.values():
                    words = trial.pack.vocabulary[fact.term].choices if fact.state is State.BLANK else ()
                    yield from ((row, fact, replace(fact, value=word, state=State.FILLED)) for word in words)


def _breaks(fact: Fact, meant: Fact, broken: Sequence[Verdict], trial: Trial) -> bool:
    """True if a relation that reads the table would not hold any more."""
    before = {at(verdict) for verdict in broken}
    return any(key not in before for key in trial.broken({id(fact): meant}, _reading(fact, trial)))


def _reading(fact: Fact, trial: Trial) -> Iterator[Check]:
    vocabulary = trial.pack.vocabulary
    path = vocabulary[fact.term].path
    for check in trial.pack.checks:
        if any(vocabulary[term].path == path for bound in check.bounds for term in bound.terms):
            yield check


def _suggestion(row: Record, fact: Fact, words: Sequence[str], settled: int) -> Suggestion:
    label = f"{row.key} {fact.label}".strip()
    meant = "或".join(f"“{word}”" for word in words)
    message = f"{fact.lead}“{label}”空着，若为{meant}则{settled}项全部相符，{_REASON}。"
    corrections = (Correction(fact.place, label, "", words[0]),) if len(words) == 1 else ()
    return Suggestion(message, _REASON, corrections)
