"""What is probably wrong where relations are broken; nothing of it is imported where none is."""

from __future__ import annotations

from collections.abc import Container, Sequence
from functools import lru_cache

from msgspec.structs import replace

from jixiao.checks.confront import Verdict
from jixiao.checks.diagnosis.network import Network
from jixiao.checks.keys import keys_of
from jixiao.checks.unit import Unit
from jixiao.model.fact import Kind, Place, Record
from jixiao.model.finding import Finding
from jixiao.model.hint import NO_HINTS, CodeHints, Hint, Hints, Pasted
from jixiao.model.outcome import Outcome, Severity
from jixiao.pack.pack import Pack

FEWEST_BROKEN = 3  # relations; a table that stands there twice breaks more


def suspected_rows(verdicts: Sequence[Verdict], record: Record, pack: Pack) -> Pasted:
    """What rows explain that stand in a table twice."""
    texts = _texts(record, pack)
    broken = [verdict for verdict in verdicts if verdict.outcome is Outcome.INCONSISTENT]
    if sum(each.severity is not Severity.NOTE for each in broken) < FEWEST_BROKEN:
        return Pasted(record, texts)
    from jixiao.checks.pasted_twice import pasted_twice

    found = pasted_twice(broken, record, pack)
    return replace(found, findings=(*found.findings, *texts))


def suspected_columns(
    verdicts: Sequence[Verdict],
    linked: Sequence[Verdict],
    record: Record,
    pack: Pack,
    explained: Container[int | Place],
) -> Pasted:
    """What a column of last year's figures explains in which this year's stand, of what is left."""
    left = [verdict for verdict in (*verdicts, *linked) if id(verdict) not in explained]
    if not _broken(left):
        return Pasted(record)
    from jixiao.checks.copied_column import copied_columns
    from jixiao.pack.carryover import last_years_terms

    return copied_columns(left, record, last_years_terms(pack))


def _texts(record: Record, pack: Pack) -> tuple[Finding, ...]:
    """What is told of paragraphs that stand there twice."""
    said = [
        (table, row.fields[term].text)
        for table, term in _paragraphs(pack)
        for row in record.groups.get(table, ())
        if row.fields[term].filled
    ]
    if len(set(said)) == len(said):
        return ()
    from jixiao.checks.texts_twice import texts_twice

    return tuple(texts_twice(record))


@lru_cache(maxsize=4)
def _paragraphs(pack: Pack) -> tuple[tuple[str, str], ...]:
    """The columns of tables in which paragraphs stand, with their tables."""
    outer = (group for group in pack.groups.values() if len(group.path) == 1)
    columns = ((group.name, term) for group in outer for term in group.terms)
    return tuple((table, term) for table, term in columns if pack.vocabulary[term].kind is Kind.PARAGRAPH)


def suspected_codes(
    verdicts: Sequence[Verdict], linked: Sequence[Verdict], pasted: Pasted, pack: Pack
) -> CodeHints:
    """What a fault of a code explains, besides rows that stand there twice. `linked` compare two years."""
    if not _broken(verdicts):
        return CodeHints()
    from jixiao.checks.codes.faults import code_faults

    faults = code_faults([each for each in verdicts if id(each) not in pasted.said], pasted.record, pack)
    if not faults:
        return _of_names(verdicts, pack)
    from jixiao.checks.codes.hints import code_hints

    return code_hints(faults, keys_of((*verdicts, *linked)))


def _of_names(verdicts: Sequence[Verdict], pack: Pack) -> CodeHints:
    """What is told of codes where no sum tells of them."""
    broken = [verdict for verdict in verdicts if verdict.outcome is Outcome.INCONSISTENT]
    notes = [each for each in broken if each.severity is Severity.NOTE and each.check.path]
    if not notes:
        return CodeHints()
    from jixiao.checks.codes.misnamed import misnamed_rows

    found = tuple(misnamed_rows(notes, pack))
    said: dict[int | Place, Hint] = {id(note): Hint(follows=finding.key) for note, finding in found}
    told = {finding.key: finding for _, finding in found}
    return CodeHints(said, findings=tuple(told.values()))


def suspected_cells(network: Network, unit: Unit, record: Record, pack: Pack) -> Hints:
    """What a fault of figures or names explains."""
    if not _broken(network.verdicts):
        return NO_HINTS
    from jixiao.checks.diagnosis.hints import hints
    from jixiao.checks.diagnosis.trial import Trial

    return hints(network, unit, Trial(record, pack))


def _broken(verdicts: Sequence[Verdict]) -> bool:
    return any(verdict.outcome is Outcome.INCONSISTENT for verdict in verdicts)
