"""A long report on paper: no empty page, no lone heading, no table cut off, its headings repeated."""

import re
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import ModuleType

import pytest
from report import long
from report.filled import PACK, THE_2022_REPORT, record
from report.small import STYLE

from jixiao.report.making import ReportMaker

HEADING = re.compile(r"([一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+\. |（\d+）)\S{2,24}$")


OUTLINES = [outline.name for outline in STYLE.outlines]
SIGNED = THE_2022_REPORT | {"填报.填表人": "欧阳振华（代）", "填报.联系电话": "0734-1234567转8001"}


@pytest.fixture(scope="module")
def printed(office: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, list[list[str]]]:
    """The lines of each page as LibreOffice, started once, sets them: of the long and the signed report."""
    folder = tmp_path_factory.mktemp("long")
    for outline in OUTLINES:
        for name, entries in (("long", long.entries()), ("signed", SIGNED)):
            content = ReportMaker(PACK, outline).make(record(entries), long.scorecard(), draft=False)
            (folder / f"{name}-{outline}.docx").write_bytes(content)
    files = sorted(folder.glob("*.docx"))
    return {
        path.stem: lines_of(pdf)
        for path, pdf in zip(files, office.to_pdf(files, folder / "out"), strict=True)
    }


@pytest.fixture(params=OUTLINES)
def pages(request: pytest.FixtureRequest, printed: Mapping[str, list[list[str]]]) -> list[list[str]]:
    """The lines of each page of the long report."""
    return printed[f"long-{request.param}"]


def lines_of(pdf: Path) -> list[list[str]]:
    command = ["pdftotext", "-layout", str(pdf), "-"]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return [[line.strip() for line in page.splitlines() if line.strip()] for page in said.split("\f")[:-1]]


def test_the_report_is_long(pages: list[list[str]]) -> None:
    scored = [page for page in pages if _scores(page)]
    assert len(scored) > 4
    assert len(pages) - len(scored) > 12


def _scores(page: Sequence[str]) -> bool:
    """True for a page of the score table: only there stand the standards."""
    return any("完成率达到" in line for line in page)


def test_every_page_bears_its_number_and_something_above_it(pages: list[list[str]]) -> None:
    feet = [page[-1].replace(" ", "") for page in pages]
    assert feet == [f"—{number}—" for number in range(1, len(pages) + 1)]
    assert all(len(page) > 1 for page in pages)


def test_no_heading_stands_alone_at_the_foot_of_a_page(pages: list[list[str]]) -> None:
    assert not [page[-2] for page in pages if HEADING.match(page[-2])]


def test_the_signature_does_not_stand_on_a_page_of_its_own(pages: list[list[str]]) -> None:
    signed = next(page for page in pages if any(line.replace(" ", "") == "2023年5月10日" for line in page))
    assert len(signed) > 3


def test_the_score_table_repeats_its_heading_row_on_every_page(pages: list[list[str]]) -> None:
    for page in filter(_scores, pages):
        heading = next(nth for nth, line in enumerate(page) if "一级指标" in line and "三级指标" in line)
        assert heading < next(nth for nth, line in enumerate(page) if "完成率达到" in line)


def test_every_page_of_the_score_table_begins_with_the_labels_of_its_first_group(
    pages: list[list[str]],
) -> None:
    for page in filter(_scores, pages):
        standards = [nth for nth, line in enumerate(page) if "完成率达到" in line]
        heading = next(nth for nth, line in enumerate(page) if "一级指标" in line and "三级指标" in line)
        first = "".join(page[heading + 1 : standards[1]])
        assert any(level in first for level in ("投入", "过程", "产出", "效果"))
        assert re.search(r"第 *\d+ *组", first)


@pytest.mark.parametrize("outline", OUTLINES)
def test_lines_for_signatures_do_not_wrap(printed: Mapping[str, list[list[str]]], outline: str) -> None:
    lines = [line for page in printed[f"signed-{outline}"] for line in page]
    written = [line for line in lines if line.startswith("填表人")]
    assert len(written) == 2
    assert all(line.replace(" ", "").count("转8001") == 1 for line in written)
    assert sum("单位负责人（签字）" in line.replace(" ", "") for line in lines) == 2


def test_all_sixty_indicators_and_thirty_projects_are_printed(pages: list[list[str]]) -> None:
    said = "".join("".join(page) for page in pages).replace(" ", "")
    for number in range(1, long.PROJECTS + 1):
        assert f"第{number}批" in said
    assert said.count("完成率达到100%得满分") == long.INDICATORS
