"""Two tables are the same if their rows are, and if their scores are rounded alike."""

from msgspec.structs import replace
from scoring.records import framework

from jixiao.pack.same_issue import same_issue

BUILT = framework()


def test_what_was_read_of_the_rows_does_not_matter():
    assert same_issue(BUILT, replace(BUILT, own=True, not_applicable="full"))


def test_a_workbook_made_before_its_note_on_decimals_was_read_is_moved_to_it():
    assert not same_issue(BUILT, replace(BUILT, decimals=1))
