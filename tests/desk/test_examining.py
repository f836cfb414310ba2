import zipfile
from pathlib import Path

import pytest

from jixiao.desk.examining import last_saved
from jixiao.workbook.file.source import open_package

SAMPLE = Path(__file__).parents[2] / "samples" / "training-project-2024.xlsm"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("2025-03-31T23:00:00Z", "2025-04-01T07:00:00"),  # in China the deadline has passed
        ("2025-03-31T23:00:00+08:00", "2025-03-31T23:00:00"),
        ("2025-03-31T23:00:00", "2025-03-31T23:00:00"),
        ("昨天", ""),
    ],
)
def test_when_a_file_was_saved_is_told_by_the_clocks_of_china(
    written: str, shown: str, tmp_path: Path
) -> None:
    with zipfile.ZipFile(SAMPLE) as sample, zipfile.ZipFile(tmp_path / "a.xlsm", "w") as book:
        for name in sample.namelist():
            content = sample.read(name)
            if name == "docProps/core.xml":
                begin = content.index(b">", content.index(b"<dcterms:modified")) + 1
                content = content[:begin] + written.encode() + content[content.index(b"</dcterms:modified") :]
            book.writestr(name, content)
    assert last_saved(open_package(tmp_path / "a.xlsm")) == shown
