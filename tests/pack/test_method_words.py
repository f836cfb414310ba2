"""A scoring method on the sheet 指标体系: said in an accountant's words, and read back as the same."""

from decimal import Decimal
from typing import get_args

import pytest

from jixiao.methods import Bands, Checklist, Manual, Method, PerPoint, Signed
from jixiao.pack.loading import load_pack, pack_names
from jixiao.pack.method_words import method_words
from jixiao.pack.parameter_words import NotUnderstood

WORDS = method_words()
PACKS = [load_pack(name) for name in pack_names()]
FRAMEWORKS = [pack.framework(name) for pack in PACKS for name in pack.framework_names]


def test_every_method_and_each_of_its_keys_has_a_word():
    for method in get_args(Method):
        words = next(each for each in WORDS.methods if each.type == method.tag())
        keys = {each.key for each in words.fields} | ({words.items.key} if words.items else set())
        assert keys == set(method.__struct_fields__), method.tag()
    assert len({each.name for each in WORDS.methods}) == len(WORDS.methods) == len(get_args(Method))


@pytest.mark.parametrize("framework", FRAMEWORKS, ids=lambda framework: framework.name)
def test_what_is_said_of_every_shipped_indicator_is_read_back_the_same(framework):
    for indicator in framework.indicators:
        words = WORDS.of(indicator.method)
        assert words.method(words.parameters(indicator.method)) == indicator.method, indicator.id


def test_numbers_of_something_are_said_without_percent_and_read_back():
    method = PerPoint(limit=Decimal(260), direction="under", step=Decimal(10), deduct=Decimal("0.5"))
    said = WORDS.of(method).parameters(method)
    assert "满分线：260个；每步：10个；" in said
    assert WORDS.of(method).method(said) == method


@pytest.mark.parametrize("typed", ["<15＝0分；<20＝6分；其余＝10分", "<2场＝0分；<3场＝6分；其余＝10分"])
def test_bands_of_a_number_of_something_are_read_with_and_without_its_unit(typed):
    words = WORDS.named("按区间得分")
    method = words.method(typed, counts=True)
    assert method.counted
    assert words.method(words.parameters(method)) == method


@pytest.mark.parametrize("counts", [True, False])
def test_ranges_of_points_are_said_in_points_and_read_back_so(counts):
    words = WORDS.named("按区间得分")
    method = words.method("单位：分\n<80分＝0分\n其余＝10分", counts=counts)
    assert method.counted
    assert words.parameters(method) == "单位：分\n<80分＝0分\n其余＝10分"


@pytest.mark.parametrize(
    ("name", "counts"), [("健康讲座场次", True), ("接种率", False), ("群众满意度", False), ("", False)]
)
def test_a_bare_number_counts_something_unless_the_indicator_is_called_a_rate(name, counts):
    assert WORDS.counts(name) is counts
    with pytest.raises(NotUnderstood, match="95个"):
        WORDS.named("按区间得分").method("<95＝0分；<100%＝6分；其余＝10分", counts=counts)


def test_only_what_is_not_usual_is_said():
    step = Decimal("0.01")
    method = PerPoint(limit=Decimal(1), direction="over", step=step, deduct=Decimal("0.5"))
    said = WORDS.of(method).parameters(method)
    assert said == "方向：不超过；满分线：100%；每步：1%；每步扣：0.5分"


@pytest.mark.parametrize(
    ("name", "text", "method"),
    [
        ("由人评分", "", Manual()),
        ("由人评分", "最高: 4分", Manual(highest=Decimal(4))),
        ("计算符号", "符号：>=", None),
        ("计算符号", "符号：≥；目标：95%", Signed(sign="≥", target=Decimal("0.95"))),
        ("要点逐项相加", "制度健全＝2分；执行=3", Checklist),
        ("按区间得分", "偏离：100%；≤5%＝5分；＜10%＝3；其余＝0分", Bands),
        ("每差一步扣分", "方向：不超过；满分线：1", None),
        ("每差一步扣分", "方向：不超过", None),
        ("按等级得分", "好＝一半", None),
        ("执行率×分值", "封顶：100%", None),
        ("随便", "", None),
    ],
)
def test_what_people_write_is_a_method_or_a_sentence_why_not(name, text, method):
    if method is None:
        with pytest.raises(NotUnderstood):
            WORDS.named(name).method(text)
        return
    read = WORDS.named(name).method(text)
    assert isinstance(read, method) if isinstance(method, type) else read == method
