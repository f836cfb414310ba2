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
    widths = ["144", "468", "144", "144"]  # 900 by the cube roots of 8, 272, 8 and 8
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


def test_a_name_beside_long_texts_has_four_characters_a_line():
    rows = [["指标", "标准", "来源"], *[["固定资产利用率", "每超过一个百分点扣一分" * 9, "资产报表"]] * 9]
    made = with_grids(table(rows, 20))
    widths = [int(part.split('"')[0]) for part in made.split("</w:tblGrid>")[0].split('gridCol w:w="')[1:]]
    assert widths[0] >= 4 * 210 + 240
    assert widths[1] > widths[0] + widths[2]


def test_one_long_cell_among_short_ones_does_not_take_the_room_of_a_column_of_long_ones():
    often, once = ["每超过一个百分点扣一分" * 5] * 8, ["统计资料"] * 7 + ["满意度调查报告、问卷和台账" * 4]
    rows = [["标准", "来源", "分"], *([one, other, "5"] for one, other in zip(often, once, strict=True))]
    made = with_grids(table(rows, 40))
    widths = [int(part.split('"')[0]) for part in made.split("</w:tblGrid>")[0].split('gridCol w:w="')[1:]]
    assert widths[0] > widths[1] * 1.5


def test_a_row_that_spans_columns_tells_nothing_of_their_number():
    spanned = table(ROWS, 3).replace("</w:tcPr>", '<w:gridSpan w:val="2"/></w:tcPr>', 1)
    assert with_grids(spanned) == spanned


def test_a_table_around_another_one_stays_as_it_is():
    outer = table([["甲", "乙"]], 3).replace("<w:p>", f"{table(ROWS, 3)}<w:p>", 1)
    assert with_grids(outer).count('<w:gridCol w:w="300"/>') == 3
