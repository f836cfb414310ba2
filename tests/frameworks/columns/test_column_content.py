"""Columns whose headers are not known."""

from frameworks.invented import make_xlsx

from jixiao.documents.reading import read_document
from jixiao.frameworks.columns.column_content import holds_texts, may_be_header, roles_by_content

ROWS = "\n".join(
    f"事项{sign}|{points}|做到的得{points}分，没有做到的不得分"
    for sign, points in (("甲", 40), ("乙", 30), ("丙", 20), ("丁", 10))
)


def table(header, tmp_path, rows=ROWS):
    return next(read_document(make_xlsx(f"{header}\n{rows}", tmp_path / "a.xlsx")).tables)


def test_names_weights_and_standards_are_known_by_what_stands_there(tmp_path):
    found = roles_by_content(table("事由|值|口径", tmp_path), 1, range(1, 4), {})
    assert found == {1: "level", 2: "weight", 3: "standard"}


def test_what_headers_say_counts_first(tmp_path):
    given = {1: "level", 2: "weight", 3: "standard"}
    assert roles_by_content(table("指标|分值|标准", tmp_path), 1, range(1, 4), given) == {}


def test_figures_that_do_not_come_to_a_hundred_are_no_weights(tmp_path):
    found = roles_by_content(
        table("事由|值|口径", tmp_path, ROWS.replace("|40|", "|41|")), 1, range(1, 4), {}
    )
    assert "weight" not in found.values()


def test_a_row_below_points_is_no_header(tmp_path):
    found = table("事由|值|口径", tmp_path)
    assert may_be_header(found, 1, range(1, 4))
    assert not may_be_header(found, 3, range(1, 4))


def test_a_column_of_words_holds_texts(tmp_path):
    found = table("事由|值|口径", tmp_path)
    assert [holds_texts(found, 1, column) for column in (1, 2)] == [True, False]
