"""What is tried with the rows of a table with codes."""

from __future__ import annotations

from jixiao.checks.codes.attempts import MOST_TRIES, Attempt, Attempts, Mend
from jixiao.model.fact import Fact, Kind, Place, Record, State
from jixiao.model.listed_codes import ListedCodes

NAMES = ListedCodes({"208": "社保", "20805": "养老", "2080505": "缴费", "2080506": "年金"}, {}, {})


def row(code: str, number: int, name: str = "") -> Record:
    state = State.FILLED if code else State.BLANK
    cells = {"码": Fact("码", "编码", Kind.CODE, Place("表", f"A{number}"), code or None, state=state)}
    cells["名"] = Fact("名", "名称", Kind.TEXT, Place("表", f"B{number}"), name or None)
    return Record(cells, key=code)


def attempts(*codes: str, doubted: tuple[int, ...] = ()) -> list[Attempt]:
    rows = tuple(row(code, number) for number, code in enumerate(codes))
    return list(Attempts(rows, "码", "名", NAMES).of(doubted))


def needed(mend: Mend, found: list[Attempt]) -> list[str]:
    return [one.needed for one in found if one.mend is mend]


def test_sound_codes_are_left_alone():
    assert attempts("208", "20805", "2080505") == []


def test_the_later_of_two_rows_is_dropped():
    [dropped] = (one for one in attempts("208", "20805", "20805") if one.mend is Mend.DROPPED)
    assert len(dropped.rows) == 2
    assert dropped.cell is not None
    assert dropped.cell.place == Place("表", "A2")


def test_two_rows_may_be_meant_as_one():
    [merged] = (one for one in attempts("208", "20805", "20805") if one.mend is Mend.MERGED)
    assert [one.used for one in merged.rows] == [True, True, False]


def test_a_row_without_a_code_is_placed_below_each_code_that_has_others_below_it():
    found = attempts("208", "20805", "2080505", "")
    assert needed(Mend.BELOW, found) == ["208", "20805"]
    assert [one.rows[-1].key for one in found if one.mend is Mend.BELOW] == ["20800", "2080506"]


def test_a_level_that_is_missing_is_added():
    assert needed(Mend.ADDED, attempts("208", "2080505")) == ["20805"]


def test_a_doubted_code_may_be_one_that_is_like_it():
    assert "2080506" in needed(Mend.CODE, attempts("208", "20805", "2080505", doubted=(2,)))


def test_a_table_without_any_code_is_not_tried_for_ever():
    found = attempts("208", "20805", "2080505", *[""] * 100)
    assert len(needed(Mend.BELOW, found)) == MOST_TRIES
