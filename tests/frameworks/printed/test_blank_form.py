"""A self-evaluation form without indicators is called what it is, with what to do instead."""

import pytest
from frameworks.invented import make_docx

from jixiao.frameworks.read_framework import read_framework
from jixiao.model.errors import UnusableInput
from jixiao.pack.loading import load_pack

PACK = load_pack()
HEAD = "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析及改进措施"
BLANK = f"""
{{}}
（2025年度）
{HEAD}
产出指标（50分）|数量指标|指标1：|||{{}}||
^|^|指标2：|||{{}}||
效益指标（50分）|社会效益指标|指标1：|||{{}}||
总分|<|<|<|<|100||
"""


@pytest.mark.parametrize("weights", ["", "25"])
@pytest.mark.parametrize(
    ("title", "kind", "instead"),
    [
        ("青渠县项目支出绩效自评表", "空白的项目支出绩效自评表", "--pack project-self-evaluation"),
        ("部门整体支出绩效自评表", "空白的绩效自评表", "--framework whole-platform"),
    ],
)
def test_what_was_handed_out_blank_is_said_to_be(title, kind, instead, weights, tmp_path):
    form = make_docx(BLANK.format(title, *[weights] * 3), tmp_path / "自评表.docx")
    with pytest.raises(UnusableInput) as told:
        read_framework(form, PACK)
    assert kind in str(told.value)
    assert instead in str(told.value)
    assert "“三级指标”、“年度指标值”、“分值”" in str(told.value)


def test_a_first_row_that_is_left_blank_is_no_part_of_the_header(tmp_path):
    filled = BLANK.format("部门整体支出绩效自评表", "", "20", "50").replace("指标2：|", "改造长度|≥38公里")
    read = read_framework(make_docx(filled, tmp_path / "自评表.docx"), PACK)
    assert {each.row.level1 for each in read.rows} == {"产出指标", "效益指标"}


def test_a_document_without_such_a_header_is_none(tmp_path):
    with pytest.raises(UnusableInput, match="没有找到评分表"):
        read_framework(make_docx("项目|金额\n管网|10", tmp_path / "表.docx"), PACK)
