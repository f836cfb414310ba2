"""What if a cell were as it should be: which findings would be gone. The workbook itself is not touched."""

from msgspec.structs import replace
from profiles import profile

from jixiao.checks.confront import confront
from jixiao.checks.diagnosis.trial import Trial
from jixiao.model.fact import Record, State
from jixiao.model.outcome import Outcome
from jixiao.pack.computed import record_of
from jixiao.pack.loading import load_pack

PACK = load_pack()


def book(**typed: int) -> Record:
    record = record_of(profile("health"), PACK)
    fields = {
        term: replace(fact, value=fact.number + typed[term.replace(".", "_")])
        if term.replace(".", "_") in typed
        else fact
        for term, fact in record.fields.items()
    }
    return replace(record, fields=fields)


def test_what_holds_with_the_corrected_cell_is_settled():
    record = book(收入_合计=500000)
    broken = [
        verdict
        for verdict in confront(record, PACK.checks, PACK.vocabulary, PACK.names_of_codes)
        if verdict.outcome is Outcome.INCONSISTENT
    ]
    wrong = record.fields["收入.合计"]
    trial, right = Trial(record, PACK), replace(wrong, value=wrong.number - 500000)
    settled = trial.settled({id(wrong): right}, broken)
    assert "INC-01" in {verdict.check.data.id for verdict in settled}
    assert trial.settled({id(wrong): wrong}, broken) == ()
    assert record.fields["收入.合计"] is wrong


def test_a_row_in_which_nothing_is_left_is_emptied():
    record = book()
    row = record.groups["项目明细"][0]
    nothing = {id(fact): replace(fact, value=None, state=State.BLANK) for fact in row.fields.values()}
    places = Trial(record, PACK).emptied(nothing)
    assert places == {fact.place for fact in row.fields.values() if fact.place}
    assert Trial(record, PACK).emptied({}) == set()
