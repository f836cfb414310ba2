"""A table whose columns a loop has made gets a grid that fits; all others stay as they are."""

from jixiao.report.finish.table_grids import with_grids


def cell(text: str, width: int = 300) -> str:
    head = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
    return f"<w:tc>{head}<w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"


def table(rows: list[list[str]], columns: int) -> str:
    grid = '<w:gridCol w:w="300"/>' * columns
    lines = "".join(f"<w:tr>{''.join(map(cell, row))}</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{lines}</w:tbl>"


ROWS = [["分值", "评分标准", "得分", "原因"], ["5", "每超过一个百分点扣一分，扣完为止", "4", ""]]


def test_a_table_that_fits_its_grid_stays_as_it_is():
    part = f"<w:p/>{table(ROWS, 4)}<w:p/>{table(ROWS, 4)}"
    assert with_grids(part) == part
    assert with_grids("<w:p/>") == "<w:p/>"


def test_each_column_is_as_wide_as_its_texts_ask_for():
    made = with_grids(f"<w:p/>{table(ROWS, 3)}<w:sectPr/>")
    widths = ["145", "465", "145", "145"]  # 900 by 5, 16, 5 and 5 characters
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    assert f"<w:tblGrid>{grid}</w:tblGrid>" in made
    assert [made.count(f'<w:tcW w:w="{width}"') for width in widths] == [6, 2, 6, 6]
    assert made.startswith("<w:p/>")
    assert made.endswith("</w:tbl><w:sectPr/>")


def test_no_heading_stands_in_more_than_two_lines_and_no_number_is_torn():
    rows = [["自评得分", "评分标准", "二级指标"], ["106.96%", "每超过一个百分点扣一分" * 9, "管理（20分）"]]
    made = with_grids(table(rows, 30))
    widths = [int(part.split('"')[0]) for part in made.split("</w:tblGrid>")[0].split('gridCol w:w="')[1:]]
    assert sum(widths) == 9000
    assert widths[0] >= 4 * 210 + 240
    assert widths[2] >= 4 * 210 + 240
    assert widths[1] > widths[0] + widths[2]


def test_a_row_that_spans_columns_tells_nothing_of_their_number():
    spanned = table(ROWS, 3).replace("</w:tcPr>", '<w:gridSpan w:val="2"/></w:tcPr>', 1)
    assert with_grids(spanned) == spanned


def test_a_table_around_another_one_stays_as_it_is():
    outer = table([["甲", "乙"]], 3).replace("<w:p>", f"{table(ROWS, 3)}<w:p>", 1)
    assert with_grids(outer).count('<w:gridCol w:w="300"/>') == 3
