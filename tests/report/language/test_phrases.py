"""Filters, functions and tests for template authors."""

from decimal import Decimal

import pytest
from msgspec.structs import replace
from report.small import PHRASES, filled

from jixiao.report.word.errors import TemplateError

CHANGE = "{{ 同比(支出.合计, 上年支出.合计, 一般公共预算增减原因.支出) }}"


def change(now: str | None, before: str | None, reason: str | None = None) -> str:
    entries = {"支出.合计": now, "上年支出.合计": before, "一般公共预算增减原因.支出": reason}
    return filled(CHANGE, entries=entries)


@pytest.mark.parametrize(
    ("now", "before", "said"),
    [
        ("346.08", "350.63", "比上年减少4.55万元，下降1.3%"),
        ("350.63", "346.08", "比上年增加4.55万元，增长1.31%"),
        ("5", "5", "与上年持平"),
        ("5.001", "5.004", "与上年持平"),
        ("0", "0", "与上年持平"),
        (None, None, "（未填）"),
        ("11", "0", "比上年增加11万元（上年无可比基数）"),
        ("11", None, "（未填）"),
        (None, "11", "（未填）"),
        ("0", "11", "比上年减少11万元，下降100%"),
        ("5", "-5", "比上年增加10万元（上年无可比基数）"),
        ("-5", "5", "比上年减少10万元（上年无可比基数）"),
        ("10000000.01", "10000000", "比上年增加0.01万元"),
    ],
)
def test_change_against_last_year(now: str | None, before: str | None, said: str) -> None:
    assert change(now, before) == said


@pytest.mark.parametrize("typed", ["人员减少", "人员减少。", "主要原因是人员减少；", "由于人员减少"])
def test_a_reason_becomes_half_a_sentence(typed: str) -> None:
    assert change("1", "2", typed) == "比上年减少1万元，下降50%，主要原因是人员减少"


def test_no_change_has_no_reason() -> None:
    assert change("2", "2", "人员减少") == "与上年持平"


def test_the_difference_is_that_of_the_printed_figures() -> None:
    assert change("5.006", "5.004") == "比上年增加0.01万元，增长0.2%"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("1000", "1000"),
        ("2432.4", "2432.40"),
        ("-1471", "-1471"),
        ("0.005", "0.01"),
        ("-0.001", "0"),
        (None, "（未填）"),
    ],
)
def test_an_amount_prints_in_the_number_style(typed: str | None, printed: str) -> None:
    assert filled("{{ 支出.合计 }}", entries={"支出.合计": typed}) == printed


@pytest.mark.parametrize(
    ("other", "printed"), [("2.5", "1000.00|0.00|2.50|1000"), ("2", "1000|0|2|1000"), (None, "1000|0|—|1000")]
)
def test_amounts_of_tables_have_one_number_of_decimals(other: str | None, printed: str) -> None:
    entries = {"支出.合计": "1000", "支出.基本支出": "0", "支出.项目支出": other}
    tags = ("支出.合计|千分位", "支出.基本支出|千分位", "支出.项目支出|千分位", "支出.合计")
    assert filled("|".join(f"{{{{ {tag} }}}}" for tag in tags), entries=entries) == printed


@pytest.mark.parametrize(("typed", "said"), [("0", "（无）"), (None, "（未填）")])
def test_a_section_that_has_nothing_to_tell_says_whether_it_is_known(typed: str | None, said: str) -> None:
    assert filled("{{ 政府性基金|空缺 }}", entries={"政府性基金.本年支出": typed}) == said


def test_an_amount_with_its_unit() -> None:
    assert filled("{{ 支出.合计|万元 }}", entries={"支出.合计": "0"}) == "0万元"


@pytest.mark.parametrize(("ratio", "printed"), [("1.0696006", "106.96%"), ("0.5", "50%"), (None, "—")])
def test_a_rate_prints_at_most_two_decimals(ratio: str | None, printed: str) -> None:
    assert filled("{{ 执行率.年初预算 }}", entries={"执行率.年初预算": ratio}) == printed


def test_a_ratio_computed_in_the_template_prints_as_a_rate() -> None:
    entries = {"支出.合计": "2", "支出.基本支出": "1"}
    assert filled("{{ (支出.基本支出 / 支出.合计)|百分比 }}", entries=entries) == "50%"


def test_figures_of_the_same_kind_add_up_and_compare() -> None:
    condition = "支出.合计 > 1000 and 支出.合计 == 支出.基本支出 + 支出.项目支出"
    tag = f"{{% if {condition} %}}{{{{ 支出.合计 - 支出.项目支出 }}}}{{% endif %}}"
    entries = {"支出.合计": "3", "支出.基本支出": "2.5", "支出.项目支出": "0.5"}
    assert filled(tag, entries=entries) == "2.50"


def test_names_are_listed_with_the_comma_of_lists() -> None:
    assert (
        filled('{{ 内设股室|列举("名称") }}', entries={"内设股室": [{"名称": "甲"}, {"名称": "乙"}]})
        == "甲、乙"
    )


def test_a_listing_takes_another_separator() -> None:
    entries = {"经济分类": [{"名称": "甲", "金额": "1"}, {"名称": "乙", "金额": "2.5"}]}
    assert filled('{{ 经济分类|列举("名称", "金额", "，") }}', entries=entries) == "甲1万元，乙2.50万元"


def leading(*rows: tuple[str, str | None], count: int = 2) -> str:
    entries = {"经济分类": [{"名称": name, "金额": amount} for name, amount in rows]}
    return filled(f'{{{{ 经济分类|前几项("名称", "金额", {count})|列举("名称", "金额") }}}}', entries=entries)


def test_the_greatest_rows_stay_in_their_order_and_the_others_are_added_up_exactly() -> None:
    rows = (("甲", "1.004"), ("乙", "7"), ("丙", "2.004"), ("丁", "9"), ("戊", "-0.5"))
    assert leading(*rows) == "乙7万元；丁9万元；其他各项2.51万元"


def test_one_row_is_no_others() -> None:
    assert leading(("甲", "1"), ("乙", "3"), ("丙", "2")) == "甲1万元；乙3万元；丙2万元"
    assert leading(("甲", "1")) == "甲1万元"


def test_rows_are_not_compared_by_what_is_no_figure() -> None:
    with pytest.raises(TemplateError, match="“名称”不是数"):
        filled(
            '{{ 经济分类|前几项("编码", "名称", 1) }}', entries={"经济分类": [{"名称": "甲"}, {"名称": "乙"}]}
        )


@pytest.mark.parametrize(
    ("level", "said"),
    [
        (1, "一、十、十二、二十、二十一、"),
        (2, "（一）（十）（十二）（二十）（二十一）"),
        (3, "1. 10. 12. 20. 21."),
    ],
)
def test_items_are_numbered_by_level(level: int, said: str) -> None:
    tags = "".join(f"{{{{ {number}|序号({level}) }}}}" for number in (1, 10, 12, 20, 21))
    assert filled(tags) == said


@pytest.mark.parametrize("typed", ["1、甲", "（一）甲", "一、甲", "(2) 甲", "3. 甲", "　1．甲"])
def test_a_typed_number_is_taken_away(typed: str) -> None:
    assert filled("{{ 单位.名称|去序号 }}", entries={"单位.名称": typed}) == "甲"


@pytest.mark.parametrize("typed", ["1.5万元", "2022年", "一般", "十分"])
def test_a_figure_at_the_beginning_is_no_number(typed: str) -> None:
    assert filled("{{ 单位.名称|去序号 }}", entries={"单位.名称": typed}) == typed


@pytest.mark.parametrize("typed", ["医疗设备购置", "用于医疗设备购置。", "主要用于医疗设备购置"])
def test_a_purpose_is_not_said_twice(typed: str) -> None:
    assert filled("{{ 单位.名称|半句 }}", entries={"单位.名称": typed}) == "医疗设备购置"


def test_a_missing_date_leaves_room_to_write_it() -> None:
    assert filled("{{ 填报.日期|日期 }}").split() == ["年", "月", "日"]


@pytest.mark.parametrize(("typed", "said"), [(None, "空未填"), ("0", "空"), ("1", "")])
def test_empty_means_blank_or_zero_and_unfilled_means_blank(typed: str | None, said: str) -> None:
    tag = "{% if 政府性基金 is 空 %}空{% endif %}{% if 政府性基金 is 未填 %}未填{% endif %}"
    assert filled(tag, entries={"政府性基金.本年收入": typed}) == said


PARTS = '{{ 分项(支出.合计, "基本支出", 支出.基本支出, "项目支出", 支出.项目支出, "经营支出", 支出.经营) }}'


@pytest.mark.parametrize(
    ("basic", "projects", "whole", "said"),
    [
        ("3", "1", "4", "其中：基本支出3万元；项目支出1万元"),
        ("4", "0", "4", "全部为基本支出"),
        ("4", None, "4", "全部为基本支出"),  # nothing is left for what is blank
        ("3", None, "4", "其中：基本支出3万元；项目支出（未填）万元；经营支出（未填）万元"),
        ("3", "0", "4", "其中：基本支出3万元；经营支出（未填）万元"),
        ("0", "0", "0", "各项均为零"),
    ],
)
def test_parts_that_are_zero_are_left_out(
    basic: str | None, projects: str | None, whole: str, said: str
) -> None:
    entries = {"支出.基本支出": basic, "支出.项目支出": projects, "支出.合计": whole}
    assert filled(PARTS, entries=entries) == said


def test_rows_that_are_zero_are_left_out() -> None:
    rows = [{"名称": "甲", "金额": "0"}, {"名称": "乙", "金额": "2"}]
    assert filled('{{ 功能分类|列举("名称", "金额") }}', entries={"功能分类": rows}) == "乙2万元"
    assert filled('{{ 功能分类|列举("名称", "金额") }}', entries={"功能分类": rows[:1]}) == "各项均为零"


def test_a_figure_that_equals_another_is_not_unequal_to_it() -> None:
    same = {"支出.合计": "3", "收入.合计": "3"}
    assert filled("{% if 支出.合计 != 收入.合计 %}不等{% else %}相等{% endif %}", entries=same) == "相等"


def test_sentences_and_tables_write_a_number_alike() -> None:
    entries = {"支出.合计": "12345.6"}
    assert filled("{{ 支出.合计 }}|{{ 支出.合计|千分位 }}", entries=entries) == "12345.60|12345.60"
    separated = replace(PHRASES.numerals, separators=True)
    assert separated.amount(Decimal("123456000")) == "12,345.60"
