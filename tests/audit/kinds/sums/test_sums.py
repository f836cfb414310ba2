"""Lists after 其中: the complete ones must come to their whole, the others say nothing."""

from __future__ import annotations

import pytest
from audit.reports import audited, found, ids, said


@pytest.mark.parametrize(
    "text",
    [
        "本年支出合计300.50万元，其中：基本支出200.20万元；项目支出90.30万元。",
        "本年支出合计300.50万元，其中：基本支出200.20万元，占66.62%，项目支出90.30万元。",
        "本年支出合计300.50万元。其中，基本支出200.20万元、项目支出90.30万元。",
        "本年支出合计300.50万元（其中：基本支出200.20万元，项目支出90.30万元）。",
        "本年支出合计300.50万元，包括基本支出200.20万元和项目支出90.30万元。",
        "本年支出合计300.50万元。其中：基本支出200.20万元，用于人员。项目支出90.30万元，用于修路。",
        "2023年度支出总计300.50万元。按支出性质分类，其中：基本支出200.20万元；项目支出90.30万元。",
    ],
)
def test_parts_that_do_not_make_up_the_whole(text: str):
    assert [one[0] for one in said(text)][:1] == ["SUM-LIST"]
    assert said(text)[0][1:] == ("300.50万元", "290.50万元")


@pytest.mark.parametrize(
    "text",
    [
        "本年支出合计300.50万元，其中：基本支出200.20万元；项目支出100.30万元。",
        "本年支出合计300.50万元，其中：基本支出200.20万元；项目支出100.31万元。",  # rounding
        "本年支出合计300.50万元，其中：道路养护支出90.30万元。",
        "本年支出合计300.50万元，其中：道路养护支出90.30万元，桥梁养护支出20.10万元。",
        "本年支出合计300.50万元，主要用于：道路养护支出90.30万元，桥梁养护支出200.10万元等。",
        "本年支出合计300.50万元，其中：道路200.20万元、桥梁100.30万元，比上年增加20.00万元。",
        "共有车辆9辆，其中：应急保障用车1辆、其他用车8辆。",
    ],
)
def test_silent_where_the_parts_fit_or_need_not_be_all(text: str):
    assert ids(text) == []


def test_vehicles_are_counted():
    text = "共有车辆9辆，其中：机要通信用车0辆、应急保障用车1辆、执法执勤用车2辆、其他用车8辆。"
    assert said(text) == [("SUM-LIST", "9辆", "11辆")]


def test_a_nested_list_is_judged_apart():
    inner = "其中计容面积7900平方米，不计容面积110平方米"
    text = f"规划面积13500平方米，其中地上面积8000平方米（{inner}），地下面积5500平方米。"
    assert said(text) == [("SUM-LIST", "8000平方米", "8010平方米")]


def test_the_relations_are_counted():
    assert audited("本年支出合计300.50万元，其中：基本支出200.20万元；项目支出100.30万元。").relations == 1


def test_so_many_items_together():
    text = "教育620.41万元、卫生健康280.35万元、农林水{}万元，三项支出合计1000.87万元。"
    assert ids(text.format("100.11")) == []
    assert ids(text.format("700.11")) == ["SUM-LIST"]
    assert ids(text.format("700.11").replace("三项", "四项")) == []


def test_head_and_tail_of_one_list():
    text = "行政事业单位{}家，其中行政单位64家、事业单位123家，合计187家。"
    assert ids(text.format(187)) == []
    assert ids(text.format(178)) == ["SUM-LIST"]


def test_projects_are_items():
    text = "对18个项目开展了自评，其中，自行填报{}项，委托他人2项。"
    assert ids(text.format(16)) == []


def test_a_list_may_be_of_what_was_said_before_the_last_figure():
    assert ids("受理登记21846件，办结21798件；其中首次登记8420件、转移登记5136件、其他登记8290件。") == []


def test_the_appropriated_part_of_a_budget_has_parts_of_its_own():
    lines = (
        "支出预算9862.47万元，其中：财政拨款支出预算3918.22万元，比2022年预算增加206.15万元。"
        "财政拨款支出预算中，一般公共预算拨款支出预算3918.22万元，比2022年预算增加206.15万元；政府性基金拨款支出预算0万元。"
    )
    assert ids(lines) == []


def test_some_sources_of_money_are_named():
    assert ids("累计支出37102.50万元，其中中央资金23696.40万元；自治区资金9312.25万元。") == []


def test_what_could_be_got_is_no_part_of_what_was():
    parts = "其中：管理20分，自评19.4分；产出50分，自评47.6分；效益20分，自评18.5分；满意10分，自评{}分。"
    assert ids("总分100分，自评94.5分。" + parts.format("9")) == []
    assert ids("总分100分，自评94.5分。" + parts.format("8")) == ["SUM-LIST"]


def test_a_list_behind_a_colon():
    text = "项目支出8761.67万元，占总支出的76.32%：环卫5216.30万元、维护2350.45万元、其他{}万元。"
    assert ids(text.format("1194.92")) == []
    assert ids(text.format("1149.92")) == ["SUM-LIST"]


def test_what_follows_a_list_is_no_part_of_it():
    text = "年末在职86人，其中行政14人、参公20人、事业{}人；较上年89人减少3人。"
    assert ids(text.format("52")) == []
    assert ids(text.format("51")) == ["SUM-LIST"]


def test_accounts_are_no_closed_set():
    lines = (
        "支出决算为4206.75万元。其中：",
        "1.社会保障和就业支出（类）行政事业单位养老支出（款）离退休（项）。支出决算为408.20万元。",
        "2.卫生健康支出（类）行政事业单位医疗（款）事业单位医疗（项）。支出决算为310.50万元。",
    )
    assert ids(*lines) == []


def test_one_side_of_a_balance():
    lines = (
        "收入总计98640.22万元，支出总计98640.22万元。",
        "（二）支出：基本支出72306.15万元，项目支出{}万元。",
    )
    assert ids(lines[0], lines[1].format("26334.07")) == []
    assert ids(lines[0], lines[1].format("26343.07")) == ["SUM-LIST"]


@pytest.mark.parametrize(
    "text",
    [
        "发现问题15个，其中资金管理类6个、工程质量类5个、建后管护类{}个；已整改11个。",
        "核定编制42名，年末实有在职职工15人。按岗位类别分：高级6人、中级5人、初级{}人。",
    ],
)
def test_classes_are_no_more_than_all(text: str):
    assert ids(text.format(4)) == []
    assert said(text.format(5))[0][2] in ("16个", "16人")


def test_silent_where_one_may_be_in_two_groups():
    assert ids("职工15人，其中党员6人、青年5人、女职工5人。") == []


def test_parts_that_fall_short_of_the_whole_by_a_slip():
    text = "全市现有定点机构{}家，其中儿童机构14家、精神机构5家、辅具机构4家。"
    assert ids(text.format(23)) == []
    assert said(text.format(24)) == [("SUM-LIST", "24家", "23家")]
    assert ids(text.format(58)) == []


def test_the_whole_said_again_ends_its_list():
    text = (
        "项目预算资金910.80万元，其中：中央资金{}万元、省级资金312.50万元、市级资金248.00万元、"
        "县级资金164.30万元，计划资金910.80万元。"
    )
    assert ids(text.format("186.00")) == []
    assert said(text.format("116.00")) == [("SUM-LIST", "910.80万元", "840.80万元")]


def test_balances_are_parts_of_a_balance():
    text = "年末结转结余296.78万元，其中基本支出结转13.82万元、项目支出结转{}万元、待收回24.96万元。"
    assert ids(text.format("258.00")) == []
    assert said(text.format("252.00")) == [("SUM-LIST", "296.78万元", "290.78万元")]


ADDED = (
    "2023年年初部门预算64.62万元，年中追加0.57万元，全年实际支出{}万元。"
    "其中：基本支出33.29万元，项目支出31.90万元。"
)


def test_what_was_added_on_the_way_is_not_the_whole():
    assert "SUM-LIST" in ids(ADDED.format("69.19"))
    assert not found(ADDED.format("65.19"))


THREE = (
    "2023年度“三公”经费财政拨款支出预算为2.85万元，支出决算为2.43万元，其中：",
    "因公出国（境）费支出预算为0.00万元，支出决算为0.00万元，与上年持平。",
    "公务用车购置及运行维护费支出预算为2.49万元，支出决算为{}万元。",
    "公务接待费支出预算为0.36万元，支出决算为0.24万元。",
)


def test_what_was_spent_is_summed_beside_the_budget_in_paragraphs_without_numbers():
    assert said(*(one.format("2.91") for one in THREE)) == [("SUM-LIST", "2.43万元", "3.15万元")]
    assert not found(*(one.format("2.19") for one in THREE))


def test_a_list_of_what_was_spent_is_that_of_the_result_beside_the_budget():
    lead = "“三公”经费财政拨款支出预算为2.85万元，支出决算为2.43万元。"
    parts = (
        "“三公”经费财政拨款支出决算中，因公出国（境）费支出决算0万元；"
        "公务用车购置及运行维护费支出决算{}万元；公务接待费支出决算0.24万元。"
    )
    assert said(lead + parts.format("2.91")) == [("SUM-LIST", "2.43万元", "3.15万元")]
    assert not found(lead + parts.format("2.19"))


def test_a_part_with_a_digit_too_many_is_more_than_its_whole():
    text = "本年收入合计776.74万元，其中：一般公共预算拨款{}万元。"
    assert [one[0] for one in said(text.format("7766.74"))] == ["SUM-PART"]
    assert ids(text.format("776.74")) == ids(text.format("7431.02")) == []


def test_improved_areas_are_parts_and_no_change():
    text = "安排建设任务32.5亩，其中新建21.3亩、改造提升{}亩。"
    assert ids(text.format("11.2")) == []
    assert ids(text.format("12.1")) == ["SUM-LIST"]


def test_things_above_a_price_and_their_kinds():
    text = "单价100万元（含）以上设备{}台（套），其中影像设备14台（套）、检验设备24台（套）。"
    assert ids(text.format(38)) == []
    assert [one[:2] for one in said(text.format(41))] == [("SUM-LIST", "41台（套）")]


def test_a_total_behind_parts_with_semicolons():
    text = "按功能分类科目划分，一般公共服务支出826.46万元；卫生健康支出{}万元；住房保障支出138.62万元；"
    text += "合计1334.78万元。"
    assert ids(text.format("369.70")) == []
    assert [one[:2] for one in said(text.format("396.70"))] == [("SUM-LIST", "1334.78万元")]


def test_one_part_that_is_more_than_the_whole():
    text = (
        "公用经费183.86万元，比上年减少8.74万元。公用经费中，办公费38.65万元、印刷费{}万元、水电费26.54万元。"
    )
    assert ids(text.format("14.60")) == []
    assert said(text.format("214.60")) == [("SUM-PART", "183.86万元", "214.60万元")]


def test_parts_behind_names_of_what_they_are_for():
    text = "基本支出1230.17万元，其中：（一）人员经费1132.69万元。主要包括：基本工资。（二）公用经费{}万元。"
    assert ids(text.format("97.48")) == []
    assert ids(text.format("107.48")) == ["SUM-LIST"]


def test_what_was_spent_is_not_summed_to_a_budget_that_has_parts_of_its_own():
    lines = [one.format("2.25") for one in THREE]  # 0.00 + 2.25 + 0.24 comes near the budget of 2.49
    lines[0] = lines[0].replace("2.85", "2.49")
    lines[2] = lines[2].replace("预算为2.49", "预算为2.13")
    assert said(*lines) == [("SUM-LIST", "2.43万元", "2.49万元")]


def test_sources_directly_behind_their_sum():
    text = "项目总投资560.00万元，中央补助{}万元、省级补助160.00万元、县级自筹100.00万元。"
    assert ids(text.format("300.00")) == []
    assert [one[:2] for one in said(text.format("330.00"))] == [("SUM-LIST", "560.00万元")]


def test_all_of_it_is():
    text = "全年“三公”经费支出12.64万元，全部为公务用车运行维护费10.80万元和公务接待费{}万元。"
    assert ids(text.format("1.84")) == []
    assert ids(text.format("1.48")) == ["SUM-LIST"]


def test_numbered_paragraphs_below_a_whole():
    lines = (
        "2023年基本支出1532.48万元。",
        "1.人员经费1348.62万元，用于工资。",
        "2.公用经费{}万元，用于办公。",
    )
    assert ids(*lines[:2], lines[2].format("183.86")) == []
    assert ids(*lines[:2], lines[2].format("138.86")) == ["SUM-LIST"]
    assert ids(lines[0], "1.办公费138.86万元，用于办公。", "2.差旅费83.86万元，用于出差。") == []


def test_a_nought_of_a_whole_set_that_has_become_a_figure():
    lines = [one.format("2.19") for one in THREE]
    lines[1] = lines[1].replace("决算为0.00", "决算为8.00")
    assert said(*lines) == [("SUM-LIST", "2.43万元", "10.43万元")]
    text = (
        "本年收入合计128.83万元，其中：一般公共预算财政拨款收入128.83万元；政府性基金预算财政拨款收入{}万元。"
    )
    assert ids(text.format("0")) == []
    assert ids(text.format("9")) == ["SUM-LIST"]


@pytest.mark.parametrize(("last", "told"), [("2389", []), ("2398", [("SUM-LIST", "4263户", "4272户")])])
def test_parts_by_the_years_in_which_they_were_built(last: str, told: list[tuple[str, str, str]]):
    text = f"涉及住户4263户，按建成年代分：1990年以前建成的1874户，1990年至2000年建成的{last}户。"
    assert said(text) == told
    assert said("涉及住户4263户，按建成年代分：2022年1874户，2023年2398户。") == []


def test_a_figure_whose_unit_stands_on_the_next_line():
    lines = (
        "1.群众文化活动。全年组织各类群众文化活动{}场次，其中：节庆活动38场、送",
        "戏下乡72",
        "场、展览14场、广场文化活动32场，参与群众12.6万人次。",
    )
    assert said(*(line.format("156") for line in lines), kind="txt") == []
    assert [one[:2] for one in said(*(line.format("165") for line in lines), kind="txt")] == [
        ("SUM-LIST", "165场次")
    ]


@pytest.mark.parametrize("sign", "、，；")
def test_a_bare_total_of_points_is_what_was_got(sign: str):
    parts = sign.join(["投入15分得15分", "过程25分得24分", "产出30分得29.5分", "效果30分得{}分"])
    text = "总分97分，其中：" + parts + "。"
    assert ids(text.format("28.5")) == []
    assert ids(text.format("25.8")) == ["SUM-LIST"]
    assert ids(text.replace("97", "100").format("25.8")) == []  # the full marks


def test_points_are_not_offered_with_a_rest():
    text = "得分96.2分，其中：投入10分得10分，过程30分得27.8分，产出30分得29.4分，效果30分得28.0分。"
    (one,) = found(text)
    assert one.computed == "95.2分"
    assert "28.7" not in one.message
    assert "尾数" not in one.message


def test_a_part_that_was_forgotten_in_the_whole():
    parts = (
        "教育支出3648.41万元、社会保障和就业支出542.24万元、卫生健康支出148.52万元、住房保障支出268.74万元。"
    )
    text = "一般公共预算财政拨款支出{}万元，主要用于以下方面：" + parts
    spent = "按项级科目列示，支出决算合计4607.91万元。"
    assert ids(text.format("4607.91"), spent) == []
    assert said(text.format("4339.17"), spent) == [("SUM-LIST", "4339.17万元", "4607.91万元")]
    assert ids(text.format("4339.17")) == []  # nobody knows whether the last one is a part


def test_the_account_of_a_fund_is_no_part_of_the_budget():
    text = "一般公共预算财政拨款支出4339.17万元，其中：教育支出3648.41万元，社会保障和就业支出542.24万元，"
    text += "卫生健康支出148.52万元；政府性基金城乡社区支出268.74万元。"
    assert ids(text, "本年支出合计4607.91万元。") == []
