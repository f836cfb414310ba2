"""Same input, same bytes; the prepared template is kept, and a bad cache does no harm."""

import hashlib
import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from report.filled import PACK, THE_2022_REPORT, record, report, scorecard

from jixiao.report.making import ReportMaker
from jixiao.report.template.prepared import from_bytes

SEES = """
import sys
from report.filled import PACK, THE_2022_REPORT, record, report, scorecard
report()
print(sorted({"docx", "docxtpl", "openpyxl", "pandas"} & sys.modules.keys()))
"""


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("JIXIAO_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def kept(cache: Path) -> list[Path]:
    return sorted(cache.glob("*.template"))


def modules_seen(cache: Path, seed: str = "0") -> str:
    paths = os.pathsep.join(path for path in sys.path if path)
    environment = os.environ | {"PYTHONPATH": paths, "PYTHONHASHSEED": seed, "JIXIAO_CACHE": str(cache)}
    run = subprocess.run(
        [sys.executable, "-c", SEES], env=environment, capture_output=True, text=True, check=True
    )
    return run.stdout.strip()


def test_the_same_input_gives_the_same_bytes_with_and_without_a_cache(cache: Path) -> None:
    first = report()
    assert kept(cache)
    assert report() == first


def test_a_second_run_imports_neither_docxtpl_nor_docx(cache: Path) -> None:
    assert modules_seen(cache) == "['docx', 'docxtpl']"
    assert modules_seen(cache, seed="1") == "[]"


def test_a_prepared_template_survives_the_way_to_disk(cache: Path) -> None:
    report()
    content = kept(cache)[0].read_bytes()[hashlib.sha256().digest_size :]
    assert from_bytes(content).to_bytes() == content


@pytest.mark.parametrize("content", [b"", b"no zip", None])
def test_a_broken_cache_is_ignored_and_made_anew(cache: Path, content: bytes | None) -> None:
    good = report()
    file = kept(cache)[0]
    file.write_bytes(file.read_bytes()[:-400] if content is None else content)
    assert report() == good
    assert zipfile.is_zipfile(file)


def test_a_cache_with_a_changed_byte_is_ignored(cache: Path) -> None:
    good = report()
    content = bytearray(kept(cache)[0].read_bytes())
    for place in (len(content) // 2, len(content) // 3, 100):
        kept(cache)[0].write_bytes(content[:place] + bytes([content[place] ^ 255]) + content[place + 1 :])
        assert report() == good


def test_a_cache_folder_that_cannot_be_made_is_ignored(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("JIXIAO_CACHE", str(tmp_path / "file" / "cache"))
    assert report()


def test_where_nobody_has_a_home_there_is_no_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    def home() -> Path:
        raise RuntimeError("Could not determine home directory.")

    for name in ("JIXIAO_CACHE", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(Path, "home", home)
    assert report()


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")
def test_a_cache_folder_open_to_others_is_not_used(cache: Path) -> None:
    cache.mkdir()
    cache.chmod(0o777)
    assert report()
    assert not kept(cache)


def test_the_report_carries_no_clock() -> None:
    with zipfile.ZipFile(io.BytesIO(report())) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"created" not in archive.read("docProps/core.xml")


def test_the_title_of_the_document_is_filled_in() -> None:
    with zipfile.ZipFile(io.BytesIO(report())) as archive:
        core = archive.read("docProps/core.xml").decode()
    assert "<dc:title>耒阳市工伤保险服务中心2022年部门整体支出绩效自评报告</dc:title>" in core


def test_a_draft_that_was_tried_for_its_blanks_is_not_filled_once_more(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    said, card = record(THE_2022_REPORT), scorecard()
    draft, final = report(draft=True), report()
    maker = ReportMaker(PACK)

    def made(*, draft: bool) -> bytes:
        """After blanks were looked for, as a check does it."""
        maker.printed(said, card, lambda value: False)
        return maker.make(said, card, draft=draft)

    assert (made(draft=False), made(draft=True)) == (final, draft)
    maker.printed(record({**THE_2022_REPORT, "单位.名称": "另一家"}), card, lambda value: False)
    assert maker.make(said, card, draft=True) == draft != final
    maker.printed(said, card, lambda value: False)
    monkeypatch.delattr(maker.renderer, "environment")  # without which nothing can be filled
    assert maker.make(said, card, draft=True) == draft
    with pytest.raises(AttributeError):
        maker.make(said, card, draft=True)  # what was tried is kept for one report
