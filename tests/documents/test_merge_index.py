"""Merged cells are found as a search through all of them would find them."""

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from jixiao.documents.document import Merge
from jixiao.documents.merge_index import TALL, MergeIndex


@settings(max_examples=40)
@given(st.sets(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=20), st.integers(1, 3))
def test_a_place_belongs_to_the_merged_cells_that_cover_it(corners, size):
    """Merged cells beside and below each other, none over another."""
    merges = [Merge(4 * top + 1, 4 * left + 1, 4 * top + size, 4 * left + 3) for top, left in corners]
    index = MergeIndex(merges)
    for row in range(1, 42, 3):
        for column in range(1, 42):
            wanted = next((merge for merge in merges if merge.covers(row, column)), None)
            assert index.at(row, column) == wanted


def test_a_whole_column_is_one_too():
    column = Merge(1, 2, TALL * 9, 3)
    assert MergeIndex([column]).at(TALL * 5, 3) == column
    assert MergeIndex([column]).at(TALL * 5, 4) is None


def test_thousands_of_merged_cells_are_looked_through_at_once():
    index = MergeIndex([Merge(row, 1, row, 9) for row in range(1, 20_000)])
    started = time.process_time()
    assert all(index.at(row, 5) for row in range(1, 20_000))
    assert time.process_time() - started < 2
