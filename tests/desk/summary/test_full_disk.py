"""A table on a disk that takes no more."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest
from lxml import etree

from jixiao.desk.summary.page import SummaryPage
from jixiao.desk.summary.sheet import SummaryColumn, SummarySheet
from jixiao.desk.summary.writing import write_sheets


@pytest.mark.parametrize(
    ("said", "number"), [("IO_ENOSPC", errno.ENOSPC), ("IO_EFBIG", errno.EFBIG), ("IO_WRITE", errno.EIO)]
)
def test_it_is_the_system_that_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str, number: int
):
    def full(*_: object) -> None:
        raise etree.SerialisationError(said)

    monkeypatch.setattr(SummaryPage, "_write_row", full)
    with pytest.raises(OSError) as trouble:  # noqa: PT011 - its number is looked at
        write_sheets(
            tmp_path / "a.xlsx", [SummarySheet("表", "题", (SummaryColumn("列", 9),), iter([["一"]]))]
        )
    assert trouble.value.errno == number
    assert not list(tmp_path.iterdir())
