"""What a finding says beyond its relation: what is probably wrong, and which finding it comes of.

All findings of one slip are one: the heaviest says what is probably wrong, the others follow it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from jixiao.checks.confront import Verdict
from jixiao.checks.diagnosis.names import differing_names, sought_names
from jixiao.checks.diagnosis.network import Network
from jixiao.checks.diagnosis.trial import Suspicion, Trial
from jixiao.checks.keys import keys_of
from jixiao.checks.odd_columns import odd_fact
from jixiao.checks.unit import Unit
from jixiao.model.fact import Place
from jixiao.model.hint import Hint, Hints
from jixiao.model.outcome import Outcome

MOST_ASKED = 1500  # verdicts gone through for consequences; a workbook with many errors must answer at once
_PAIR = 2  # findings of one check, each of two figures, may come of one exchange


def hints(network: Network, unit: Unit, trial: Trial | None = None) -> Hints:
    """What the findings of broken relations say beyond them.

    With a trial, what would no longer be found if the first suggestion were followed follows it, too.
    """
    whole = _of_whole_rows(network, trial) if trial is not None else []
    suspicions = [*whole, *_without(whole, _of_figures(network, unit))]
    if trial is not None:
        suspicions += differing_names(_besides(whole, network), trial)
        suspicions = list(_with_consequences(suspicions, _besides(suspicions, network), trial))
        suspicions += _of_rows(_besides(suspicions, network), network, trial, unit)
        left = _besides(suspicions, network)
        suspicions += _with_consequences(_of_points(left, trial, unit), left, trial)
    keys = keys_of(network.verdicts)
    said: dict[int | Place, Hint] = {}
    for one in suspicions:
        lead, *others = sorted(one.verdicts, key=lambda verdict: verdict.severity.rank)
        pointer = Hint(f"很可能与“{lead.check.data.title}”出于同一处差错。", follows=keys[id(lead)])
        said[id(lead)] = Hint(one.suggestions[0].message if one.suggestions else "", one.suggestions)
        said |= {id(other): pointer for other in others}
        if trial is not None and one.corrected:
            said |= dict.fromkeys(trial.emptied(one.corrected), pointer)
    return said


def _open(network: Network) -> Iterator[Verdict]:
    """What is broken and stays to be told of."""
    for verdict in network.verdicts:
        if verdict.outcome is Outcome.INCONSISTENT and id(verdict) not in network.accepted:
            yield verdict


def _of_whole_rows(network: Network, trial: Trial) -> list[Suspicion]:
    """What a row explains that is missing, or in which nobody has chosen a word: then no figure is wrong."""
    found: list[Suspicion] = []
    if network.broken and sought_names(_open(network)):
        from jixiao.checks.diagnosis.missing_rows import missing_rows

        found += missing_rows(_open(network))
    if max(_broken_of_tables(network).values(), default=0) >= _PAIR:
        from jixiao.checks.diagnosis.blank_choices import blank_choices

        found += blank_choices(_besides(found, network), trial)
    return found


def _broken_of_tables(network: Network) -> Counter[str]:
    """Table of rows -> how many broken equations read it."""
    broken = (network.verdicts[position] for position in network.broken)
    read = (
        {verdict.scope.vocabulary[term].path for term in verdict.check.relation.terms} for verdict in broken
    )
    return Counter(path[0] for paths in read for path in paths if len(path) == 1)


def _without(explained: list[Suspicion], found: list[Suspicion]) -> list[Suspicion]:
    """Of those found, what explains nothing that is explained."""
    taken = {id(verdict) for one in explained for verdict in one.verdicts}
    return [one for one in found if taken.isdisjoint(map(id, one.verdicts))]


def _of_figures(network: Network, unit: Unit) -> list[Suspicion]:
    """The groups of broken equations for which there is an explanation; most workbooks have none."""
    if not network.broken:
        return []
    from jixiao.checks.diagnosis.diagnosis import suspected_figures

    return list(suspected_figures(network, unit))


def _of_points(verdicts: list[Verdict], trial: Trial, unit: Unit) -> list[Suspicion]:
    """The figures that stand out by a power of ten; most workbooks have none."""
    if not any(odd_fact(verdict, unit) for verdict in verdicts):
        return []
    from jixiao.checks.diagnosis.slipped_points import slipped_points

    return list(slipped_points(verdicts, trial, unit))


def _of_rows(verdicts: list[Verdict], network: Network, trial: Trial, unit: Unit) -> list[Suspicion]:
    """The pairs of rows whose figures fit what stands beside the other; most workbooks have none."""
    if max(Counter(_declared(verdict) for verdict in verdicts).values(), default=0) < _PAIR:
        return []
    from jixiao.checks.diagnosis.exchanged_sizes import exchanged_sizes

    return list(exchanged_sizes(verdicts, network, trial, unit))


def _declared(verdict: Verdict) -> object:
    """The [[check]] that tells it; none of its own for a relation of other than two cells."""
    check = verdict.check
    return (check.file, check.number) if len(verdict.comparison.facts) == _PAIR else id(verdict)


def _besides(suspicions: Iterable[Suspicion], network: Network) -> list[Verdict]:
    taken = {id(verdict) for one in suspicions for verdict in one.verdicts}
    return [verdict for verdict in _open(network) if id(verdict) not in taken]


def _with_consequences(
    suspicions: Iterable[Suspicion], others: Iterable[Verdict], trial: Trial
) -> Iterator[Suspicion]:
    """Each with those of the others that would be gone without it; a finding comes of one slip only."""
    found = tuple(suspicions)
    taken = {id(verdict) for one in found for verdict in one.verdicts}
    left = [verdict for verdict in others if id(verdict) not in taken]
    asked = 0
    for one in found:
        gone: dict[int, Verdict] = {}
        if one.corrected and asked < MOST_ASKED:
            asked += len(left)
            gone = {id(verdict): verdict for verdict in trial.settled(one.corrected, left)}
        left = [verdict for verdict in left if id(verdict) not in gone]
        yield replace(one, verdicts=(*one.verdicts, *gone.values()))
