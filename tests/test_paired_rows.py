"""Two score tables side by side, and scores that people gave for other points or by other words."""

from decimal import Decimal

import pytest
from msgspec.structs import replace
from workbook.books import read, silent, typed

from jixiao.building.new_workbook import new_workbook
from jixiao.building.workbook import built, for_ending
from jixiao.carryover.counterparts import by_id
from jixiao.carryover.moving import move
from jixiao.carryover.paired_rows import paired_rows
from jixiao.faces.words.changed_rows import as_json, as_text
from jixiao.faces.words.takeover import moved_as_text
from jixiao.methods.judgements import Manual
from jixiao.model.errors import UnusableInput
from jixiao.model.filling import Filling
from jixiao.pack.loading import load_pack

PACK = load_pack()
BUILT = PACK.framework(PACK.form.framework)


def table(**changes):
    """The shipped rows as a table of the unit's own, B4 scored by hand; `changes` of B4."""
    rows = (
        replace(each, method=Manual(), measure="", entered="", **changes) if each.id == "B4" else each
        for each in BUILT.indicators
    )
    return replace(BUILT, name="我县评分表", printed="", own=True, indicators=tuple(rows))


@pytest.fixture(scope="module")
def scored(tmp_path_factory):
    """A workbook for it, in which somebody gave B4 a score."""
    book = tmp_path_factory.mktemp("scored") / "我单位2025.xlsx"
    begun = built(for_ending(silent(PACK), book), table(), Filling({PACK.form.year: Decimal(2025)}))
    row = [each.id for each in BUILT.indicators].index("B4") + 1
    book.write_bytes(typed(begun, {f"指标自评.自评分#{row}": 1.5, f"指标自评.扣分原因#{row}": "结余较多"}))
    return book


def score_of(moved):
    (row,) = (row for row in moved.filling.groups["指标自评"] if row.entries["指标自评.编号"] == "B4")
    return row


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"max_score": Decimal(12)}, "分值由2改为12"),
        ({"standard": "由评审组评定，迟报的不得分。"}, "评分标准改了"),
    ],
)
def test_a_score_for_other_points_or_words_is_not_carried_but_noted_and_told(scored, changes, said):
    moved = move(scored, PACK, table(**changes))
    row = score_of(moved)
    assert "指标自评.自评分" not in row.entries
    assert row.entries["指标自评.扣分原因"] == "结余较多"
    assert row.notes == {"指标自评.自评分": f"原来的工作簿里自评1.5分；{said}，请重新评。"}
    (left,) = moved.left
    assert (left.row, left.anew) == ("结转结余率", said)
    lines = list(moved_as_text(moved))
    assert lines[-1].endswith(f"结转结余率·自评分 “1.5”（{said}）")
    assert lines[0].startswith("改用另一张“我县评分表”（名称与原来的一样）")


def test_the_note_stands_beside_the_blank_cell(scored):
    moved = move(scored, PACK, table(max_score=Decimal(12)))
    book = built(for_ending(silent(PACK), scored), moved.target, moved.filling)
    fact = next(row for row in read(book).record.groups["指标自评"] if row.key == "B4")
    assert fact.fields["指标自评.自评分"].empty
    assert "原来的工作簿里自评1.5分".encode() in b"".join(comments(book))


def comments(book):
    from io import BytesIO
    from zipfile import ZipFile

    source = ZipFile(BytesIO(book))
    return [source.read(name) for name in source.namelist() if "comments" in name.lower()]


@pytest.mark.parametrize("changes", [{}, {"standard": BUILT.by_id["B4"].standard.replace("，", ", ")}])
def test_a_score_for_the_same_points_and_words_goes_along(scored, changes):
    moved = move(scored, PACK, table(**changes))
    assert score_of(moved).entries["指标自评.自评分"] == Decimal("1.5")
    assert moved.left == ()


def test_a_workbook_of_the_very_year_and_table_is_the_one_to_go_on_in(scored, tmp_path):
    with pytest.raises(UnusableInput, match=r"请直接在它里面接着填。要建2026年的，请改用 --year 2026。"):
        new_workbook(silent(PACK), tmp_path / "新.xlsx", framework=table(), sources=(scored,), year=2025)
    over = new_workbook(silent(PACK), tmp_path / "新.xlsx", framework=table(), sources=(scored,), year=2026)
    assert over.year == 2026


def test_the_same_rows_are_no_other_table(scored):
    assert next(moved_as_text(move(scored, PACK, table()))).startswith("仍用“我县评分表”，带入")


def test_rows_are_new_gone_or_changed():
    before = table()
    first, second, *others = before.indicators
    others[0] = replace(others[0], max_score=Decimal(9), standard="另一个标准")
    after = replace(before, indicators=(second, *others, replace(first, id="X1", name="新指标")))
    rows = paired_rows(before, after, by_id)
    weight = f"{before.indicators[2].max_score:f}"
    assert list(as_text(rows)) == [
        f"新增 1 个指标：“新指标”（{first.max_score:f}分）。",
        f"去掉 1 个指标：“{first.name}”（{first.max_score:f}分）。",
        f"分值改了的 1 个指标：“{others[0].name}”由{weight}分改为9分。",
        f"评分标准改了的 1 个指标：“{others[0].name}”。",
    ]
    assert as_json(rows)["reweighed"] == {others[0].name: [weight, "9"]}
    assert list(as_text(paired_rows(before, before, by_id))) == []
