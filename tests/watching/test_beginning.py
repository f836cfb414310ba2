"""What a watch takes as seen when it begins."""

from __future__ import annotations

from pathlib import Path

import pytest

from jixiao.watching.watching import digests_of


def test_a_workbook_that_is_gone_between_listing_and_reading_is_unknown(tmp_path: Path):
    here, gone = tmp_path / "甲.xlsm", tmp_path / "乙.xlsm"
    here.write_bytes(b"content")
    assert set(digests_of((gone, here))) == {here}


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs a file that nobody can read")
def test_a_workbook_that_cannot_be_read_is_unknown(tmp_path: Path):
    path = tmp_path / "甲.xlsm"
    path.symlink_to("/proc/self/mem")
    assert digests_of((path,)) == {}
