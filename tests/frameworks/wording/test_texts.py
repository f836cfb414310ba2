"""The prose of a standard in one way of writing."""

import pytest

from jixiao.frameworks.wording.texts import prose, tidy


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("每增加１个百分点扣０．５分", "每增加1%扣0.5分"),
        ("90%（含）－95%（不含本数）", "90%(含)~95%(不含)"),
        ("百分之九十五以上", "95%以上"),
        ("每超过一个百分点扣两分", "每超过1%扣2分"),
        ("①有制度；②有执行", "⟦1⟧有制度;\n⟦2⟧有执行"),
        ("1.有制度；2、有执行", "⟦1⟧有制度;\n⟦2⟧有执行"),
        ("一是有制度；二是有执行", "⟦1⟧有制度;\n⟦2⟧有执行"),
        ("①②③各2分", "3项各2分"),
        ("1.5分", "1.5分"),
        ("十分显著得十分", "很显著得10分"),
        ("≦5%或＞＝3%", "≤5%或≥3%"),
        ("≥90分得10分；80分≤得分＜90分，得8分", "≥90得10分;80≤得分<90,得8分"),
        ("较好（9＜得分≤12）", "较好得9~12分"),
        ("≤100%得6\n分；每超1\n个百分点扣1分", "≤100%得6分;每超1%扣1分"),
        ("（在职人员\n数/编制\n数）×100%\n越低越好", "(在职人员数/编制数)×100%\n越低越好"),
        ("按完成率与分值的乘积计分", "按完成率×分值计分"),
    ],
)
def test_one_way_of_writing(written, read):
    assert prose(written) == read
    assert prose(read) == read


def test_a_header_is_without_blanks_and_quotes():
    assert tidy(" “三公” 经费\n（万元）") == "三公经费(万元)"
