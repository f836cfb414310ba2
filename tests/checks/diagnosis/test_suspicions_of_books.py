"""What is said first of whole workbooks in which cells are blank, exchanged or mostly wrong."""

import random
import time
from decimal import Decimal
from pathlib import Path

import pytest
from profiles import profile
from workbook.books import BALANCED, Raw, inspected, pack, read, sample, silent_pack, typed

from jixiao.building.workbook import built
from jixiao.model.finding import Finding

EMPTY = Raw("", "")
LAST_YEAR = tuple(
    f"上年收入.{item}"
    for item in (
        "一般公共预算",
        "政府性基金",
        "国有资本经营",
        "上级补助",
        "事业",
        "经营",
        "附属单位上缴",
        "其他",
    )
)
SURPLUS = "多填的一笔"


def said(folder: Path, book: bytes) -> dict[str, Finding]:
    """Check -> its first finding."""
    return {one.id: one for one in reversed(inspected(folder, book).findings)}


def unit(name: str) -> bytes:
    return built(silent_pack(), pack().form.framework, profile(name))


@pytest.mark.parametrize(
    ("emptied", "check", "place"),
    [
        (("上年一般公共预算.收入", "上年收入.一般公共预算"), "INC-02", "收支总表!C5"),
        (LAST_YEAR, "GPB-02", "收支总表!C5"),
        (("整体预算.全年预算数",), "BUD-01", "收支总表!B36"),
    ],
)
def test_a_blank_cell_is_suspected_first_and_nothing_to_be_too_much(
    tmp_path: Path, emptied: tuple[str, ...], check: str, place: str
):
    found = said(tmp_path, typed(sample(BALANCED), dict.fromkeys(emptied, EMPTY)))
    first = found[check].suggestions[0]
    assert first.message.startswith(place)
    assert "空着，若为" in first.message
    assert not any(SURPLUS in one.message for one in found.values())


def test_a_blank_in_an_optional_column_is_suspected_first(tmp_path: Path):
    found = said(tmp_path, typed(unit("school"), {"经济分类.一般公共预算基本支出#4": EMPTY}))
    assert "G10" in found["ECON-23"].suggestions[0].message
    assert "空着" in found["ECON-23"].suggestions[0].message


def test_two_cells_of_a_column_in_different_lines_are_told_as_exchanged(tmp_path: Path):
    book = unit("school")
    opening, closing = (read(book).record.fields[f"结转结余.{when}"].number for when in ("年初", "年末"))
    found = said(tmp_path, typed(book, {"结转结余.年初": closing, "结转结余.年末": opening}))
    [message] = {one.message for one in found["BAL-01"].suggestions}
    assert "“年初结转和结余（本年数）”与" in message
    assert "两处对调" in message


@pytest.mark.parametrize("name", ["school", "township"])
def test_a_figure_exchanged_with_its_neighbour_is_told_rather_than_a_project_to_be_too_much(
    tmp_path: Path, name: str
):
    book = unit(name)
    fund = read(book).record.fields["政府性基金.项目支出"].number
    found = said(tmp_path, typed(book, {"政府性基金.项目支出": 0, "政府性基金.基本支出": fund}))
    message = found["GPB-21"].suggestions[0].message
    assert "“项目支出（政府性基金预算）”与" in message
    assert "两处对调" in message
    assert not any(SURPLUS in one.message for one in found.values())


def test_a_book_in_which_all_is_wrong_is_answered_at_once(tmp_path: Path):
    book, chance = unit("school"), random.Random(1)
    cells = {}
    for number in range(1, 151):
        cells[f"功能分类.编码#{number}"] = f"{chance.choice((20805, 21001, 20502))}{number % 100:02}"
        cells |= {
            f"功能分类.{column}#{number}": Decimal(chance.randrange(10**9)) / 100
            for column in ("金额", "基本支出")
        }
    wrong = typed(book, cells)
    started = time.process_time()
    found = inspected(tmp_path, wrong).findings
    assert len(found) > 100
    assert time.process_time() - started < 3  # a third of that on a quiet machine
