"""Years left over in what is said of data, of the day of reckoning and of next steps."""

from __future__ import annotations

import pytest
from audit.reports import ids, said


@pytest.mark.parametrize(
    "text",
    [
        "本报告所列数据均来自{}年度部门决算报表和单位财务账。",
        "报告中的财务数据取自{}年度决算报表。",
        "以上数据以{}年部门决算为准。",
        "评价基准日为{}年12月31日。",
        "评价时段为{}年1月1日至12月31日。",
    ],
)
def test_data_of_another_year(text: str):
    assert ids(text.format(2023)) == []
    assert said(text.format(2022)) == [("YEAR", "2022年", "2023年")]


@pytest.mark.parametrize(
    ("chapter", "text"),
    [
        ("八、下一步改进措施", "（四）完善绩效目标，将{}年绩效指标细化到科室，做到年初有目标。"),
        ("八、改进措施", "（一）强化{}年度预算编制，做到科学合理。"),
        ("七、其他说明", "下一步，做好{}年绩效目标编制，提高质量。"),
    ],
)
def test_next_steps_of_a_year_gone_by(chapter: str, text: str):
    assert ids(chapter, text.format(2024)) == []
    assert said(chapter, text.format(2021)) == [("YEAR", "2021年", "2024年")]


@pytest.mark.parametrize(
    "lines",
    [
        ("上年对比数据来自2022年度决算报表。",),
        ("八、改进措施", "加快2022年结转项目实施，落实2022年审计发现问题整改。"),
        ("八、下一步措施", "（一）加快推进2022年续建项目建设，进一步落实2021年省委工作部署要求。"),
        ("数据来源：2022年度数据来自部门决算，2023年度数据来自部门决算。",),
        ("五、存在的问题", "编制2022年预算时，对项目估计不足。"),
    ],
)
def test_silent_of_what_is_past_on_purpose(lines: tuple[str, ...]):
    assert ids(*lines) == []


@pytest.mark.parametrize(
    "text",
    [
        "以上报告，请县人大常委会对{}年财政决算草案予以审查批准。",
        "以上报告，请审议{}年财政决算。",
        "请对{}年县级决算草案进行审查。",
        "请予审查{}年决算草案。",
    ],
)
def test_the_accounts_that_a_report_asks_to_approve(text: str):
    assert said(text.format(2022)) == [("YEAR", "2022年", "2023年")]
    assert ids(text.format(2023)) == ids(text.format(2024)) == []


def test_accounts_of_last_year_that_were_asked_for():
    assert ids("申请上年结转和2022年财政决算批复后的资金，均已拨付。") == []


def test_the_accounts_of_last_year_of_which_the_title_speaks():
    title = "关于石桥县2022年财政决算和2023年上半年预算执行情况的报告"
    assert ids(title, "以上报告，请审议2022年财政决算。") == []


def test_an_end_of_the_year_with_which_it_is_compared():
    text = (
        "截至{}年12月31日，累计支出106.00万元，占全年预算的91.82%。与2022年支出100.00万元相比，增加6.00万元。"
    )
    assert said(text.format(2022)) == [("YEAR", "2022年", "2023年")]
    assert ids(text.format(2023)) == []


@pytest.mark.parametrize(
    "text",
    [
        "截至2022年12月31日，累计支出106.00万元。与2021年支出100.00万元相比，增加6.00万元。",
        "截至2022年12月31日，累计支出100.00万元。2023年支出106.00万元，比2022年100.00万元增加6.00万元。",
        "截至2022年12月31日，累计支出106.00万元，比2022年预算100.00万元增加6.00万元。",
        "截至2022年12月31日，累计支出106.00万元。",
    ],
)
def test_an_end_of_last_year_that_may_be_meant(text: str):
    assert ids(text) == []
