"""What is said of a blank or unreadable cell leads; what is broken because of it stands behind."""

from __future__ import annotations

from msgspec.structs import replace

from jixiao.checks.causes import behind_causes, behind_moves
from jixiao.model.fact import Place
from jixiao.model.finding import Correction, Finding, Suggestion
from jixiao.model.outcome import Outcome, Severity

CELL, OTHER = Place("功能分类", "A9"), Place("功能分类", "C9")


def finding(key: str, severity: Severity = Severity.ERROR, *mended: Place, follows: str = "") -> Finding:
    corrections = tuple(Correction(place, "编码", "", "208") for place in mended)
    suggestions = (Suggestion("若为 208 则相符", "像是漏填", corrections),) if mended else ()
    place = mended[0] if mended else CELL
    return Finding(
        key,
        severity,
        Outcome.INCONSISTENT,
        key,
        key,
        place,
        key=key,
        suggestions=suggestions,
        follows=follows,
    )


def led(*found: Finding, by: Finding) -> dict[str, str]:
    return {one.key: one.follows for one in behind_causes(found, (by,))}


BLANK = finding("BLANK-01@功能分类")


def test_a_relation_and_what_follows_it_stand_behind_the_blank_cell_that_explains_it():
    sums = finding("FUNC-01", Severity.ERROR, CELL), finding("FUNC-05", follows="FUNC-01")
    assert led(*sums, by=BLANK) == {"FUNC-01": BLANK.key, "FUNC-05": BLANK.key}


def test_what_another_cell_or_several_would_mend_stands_for_itself():
    assert led(finding("A", Severity.ERROR, OTHER), by=BLANK) == {"A": ""}
    assert led(finding("A", Severity.ERROR, CELL, OTHER), by=BLANK) == {"A": ""}
    assert led(finding("A"), by=BLANK) == {"A": ""}


def test_a_score_that_cannot_be_had_for_a_cell_stands_behind_it():
    score = replace(finding("SCORE-02@B2"), outcome=Outcome.NOT_CHECKED)
    elsewhere = replace(score, key="SCORE-02@B3", place=OTHER)
    assert led(score, elsewhere, by=BLANK) == {"SCORE-02@B2": BLANK.key, "SCORE-02@B3": ""}


def test_an_error_does_not_stand_behind_a_warning_that_an_explanation_would_close():
    warned = finding("BLANK-01@功能分类", Severity.WARNING)
    told = led(finding("A", Severity.ERROR, CELL), finding("B", Severity.WARNING, CELL), by=warned)
    assert told == {"A": "", "B": warned.key}


def test_a_cell_that_follows_another_finding_itself_leads_nothing():
    assert led(finding("A", Severity.ERROR, CELL), by=finding("READ-18@功能分类!A9", follows="X")) == {
        "A": ""
    }


def test_the_cell_that_slid_rows_have_left_blank_stands_behind_them():
    slid = finding("FUNC-01", Severity.ERROR, CELL, OTHER)
    (one,) = behind_moves([BLANK], [slid])
    assert one.follows == slid.key


def test_a_blank_cell_stands_for_itself_where_it_is_heavier_or_more_are_blank():
    more = replace(BLANK, cells=(CELL, Place("功能分类", "C12")))
    assert behind_moves([more], [finding("A", Severity.ERROR, CELL, OTHER)]) == (more,)
    assert behind_moves([BLANK], [finding("A", Severity.WARNING, CELL, OTHER)]) == (BLANK,)
    assert behind_moves([BLANK], [finding("A", Severity.ERROR, CELL)]) == (BLANK,)
