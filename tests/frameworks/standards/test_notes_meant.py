"""Standards that go on in a note, and those of which a part is not in the file."""

import pytest

from jixiao.frameworks.standards.notes_meant import with_notes_meant

NOTES = (
    "说明：1.得分保留两位小数。2.按完成率计分：得分＝完成率×分值，①低于60%的不得分；②超额不加分。\n"
    "（三）每低1%扣1分。\n方法一：按月报送得5分\n公式（1）：得分＝X×5\n评分规则：\n（一）得分＝Z×5\n（二）得分＝Y×5\n"
    "注：1.定量指标：达到得满分"
)


@pytest.mark.parametrize(
    ("standard", "meant"),
    [
        ("按完成率计分（见说明第2条）。", "得分=完成率×分值,⟦1⟧低于60%的不得分;⟦2⟧超额不加分"),
        ("达到100%得满分，否则按说明（三）扣分。", "达到100%得满分,否则,每低1%扣1分"),
        ("按第三条计分", "每低1%扣1分"),
        ("90%以上得5分（见说明1）", "90%以上得5分"),
        ("按完成率计分。", "按完成率计分。得分=完成率×分值,⟦1⟧低于60%的不得分;⟦2⟧超额不加分"),
        ("按计划计分。", "按计划计分。"),
        ("按方法一计分", "按月报送得5分"),
        ("按公式（1）计算", "得分=X×5"),
        ("见评分规则（二）", "得分=Y×5"),
        ("定量", "达到得满分"),
        ("按规定的办法执行得5分", "按规定的办法执行得5分"),
        ("见注册资料", "见注册资料"),
    ],
)
def test_the_note_stands_in_the_place_of_what_refers_to_it(standard, meant):
    read, doubt, _ = with_notes_meant(standard, NOTES)
    assert (read.strip("。").replace("\n", ""), doubt) == (meant.strip("。"), "")


@pytest.mark.parametrize(
    "standard",
    [
        "按完成率计分（见说明第7条）",
        "按完成率计分，见附件2",
        "按完成率计分（详见《考核办法》第三章）",
        "按完成率计分，见备注",
    ],
)
def test_what_stands_elsewhere_is_told(standard):
    assert with_notes_meant(standard, NOTES).doubt


def test_two_notes_of_one_number_are_no_rule():
    assert with_notes_meant("按注1计分", "说明：1.得分＝X×分值；1.每低1%扣1分").doubt
    assert not with_notes_meant("按注1计分", "注：1.得分＝X×分值", "1.另一条").doubt
