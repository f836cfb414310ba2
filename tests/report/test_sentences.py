"""The report says the figures of the 2022 report, each in the sentence where it belongs."""

import pytest
from msgspec.structs import replace
from report.filled import MONEY, PACK, THE_2022_REPORT, UNIT, scorecard, text

SENTENCES = (
    "共31个，其中：全额编制27个；差额编制1个；自收自支编制3个。",
    "共31人，其中：全额编制人员27人；差额编制人员1人；自收自支编制人员3人。",
    "设有5个内设股室，分别为办公室、医疗待遇审核股、老工伤股、工伤事故调查股、财务股。",
    "本年收入合计346.08万元，全部为一般公共预算收入。",
    "本年支出合计346.08万元，全部为基本支出。",
    "看：社会保障和就业支出307.75万元；卫生健康支出19.89万元；住房保障支出18.44万元。",
    "看：工资福利支出307.91万元；商品和服务支出38.17万元。",
    "结转结余情况\n（无）\n",
    "一般公共预算收入346.08万元，比上年减少4.55万元，下降1.3%，主要原因是人员减少，年中调减了预算指标。",
    "一般公共预算支出346.08万元，比上年减少4.55万元，下降1.3%，主要原因是人员减少，开支相应减少。",
    "基本支出346.08万元，其中：人员经费307.91万元；公用经费38.17万元。",
    "项目支出情况\n（无）\n# 四、",
    "收入3519.17万元，其中：工伤保险费收入2504.88万元；利息收入14.29万元；上级补助收入1000万元。",
    "支出4990.17万元，其中：工伤保险待遇支出2432.40万元；劳动能力鉴定支出0.24万元；"
    "工伤预防费用支出35.14万元；上解上级支出2519.17万元。",
    "期初结余2051.51万元，当年收支结余-1471万元，期末滚存结余580.51万元。",
    "自评总分99分（满分100分），评价等级为“优”。",
    "\n投入6分：目标设定6分。\n过程33分：预算执行16分、预算管理9分、资产管理6分、绩效监控2分。\n"
    "产出及效果60分：职责履行32分、履职效益28分。\n",
    "“整体支出预算执行率”扣1分，指标值为106.96%。扣分原因：年中追加了部分基本支出预算指标。",
    "年初预算323.56万元，调整后全年预算346.08万元，实际支出346.08万元，对年初预算的执行率为106.96%",
    "\n耒阳市工伤保险服务中心\n2023年5月10日\n",
)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_the_report_says(sentence: str) -> None:
    assert sentence in text()


def test_only_classes_are_listed_not_the_items_below_them() -> None:
    assert "人力资源和社会保障管理事务" not in text()


def test_a_deduction_is_a_row_of_the_score_table() -> None:
    row = next(line for line in text().splitlines() if "| 整体支出预算执行率 |" in line)
    assert row.startswith("| 过程 | 预算执行 | ")
    assert row.endswith("| 106.96% | 16 | 年中追加了部分基本支出预算指标 |")


def test_the_score_table_has_subtotals_and_a_total() -> None:
    assert "| 过程小计 | 34 |  |  | 33 |  |" in text()
    assert "| 总分 | 100 | 评价等级：优 | 99 |  |" in text()


def test_income_from_elsewhere_is_named_and_no_longer_all_from_the_treasury() -> None:
    said = text(THE_2022_REPORT | {"收入.事业": "12.5", "收入.合计": "358.58"})
    assert "358.58万元，其中：" in said
    assert "；事业收入12.50万元。" in said


def test_a_project_is_told_with_its_purpose() -> None:
    project = {"项目名称": "宣传", "预算数": "5", "支出数": "4.2", "类别": "专项经费", "用途": "印制材料。"}
    assert "“宣传”年初预算5万元，实际支出4.20万元，用于印制材料。" in text(MONEY | {"项目明细": [project]})


def test_several_funds_get_a_heading_each() -> None:
    said = text(UNIT | {"社保基金": [{"名称": "工伤保险基金"}, {"名称": "失业保险基金"}]})
    assert "## （一）工伤保险基金" in said
    assert "## （二）失业保险基金" in said


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("甲" * 16, "甲" * 16 + "2022年⏎部门整体支出绩效自评报告"),
        ("甲" * 17, "甲" * 17 + "⏎2022年部门整体支出绩效自评报告"),
    ],
)
def test_a_title_breaks_where_its_year_does_not_stand_alone(name: str, title: str) -> None:
    assert f"\n{title}\n" in text(UNIT | {"单位.名称": name})


def test_the_draft_says_so_in_its_header_and_under_its_title() -> None:
    assert "草稿" not in text()
    assert "[header1.xml] 草稿" in text(draft=True)
    assert "本稿为草稿" in text(draft=True)


def test_the_bureaus_name_for_the_report_is_in_its_title() -> None:
    assert "\n耒阳市工伤保险服务中心2022年⏎部门整体支出绩效评价报告\n" in text(
        UNIT | {"报告.名称": "绩效评价报告"}
    )


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"单位.机构类型": "部门本级"}, "耒阳市工伤保险服务中心由耒阳市人力资源和社会保障局主管，属"),
        ({"单位.主管部门": "耒阳市工伤保险服务中心"}, "耒阳市工伤保险服务中心属财政全额拨款的事业单位，执行"),
        ({"单位.主管部门": "", "单位.经费性质": ""}, "耒阳市工伤保险服务中心执行政府会计制度。"),
        ({"单位.主管部门": "", "单位.经费性质": "", "单位.会计制度": ""}, "\n我中心设有5个内设股室"),
    ],
)
def test_a_unit_is_told_by_what_is_known_of_it(cells: dict[str, str], said: str) -> None:
    assert said in text(UNIT | cells)


def test_staff_are_told_by_the_groups_that_exist() -> None:
    staff = {"编制数.全额": None, "编制数.差额": "0", "编制数.自收自支": "0", "编制数.行政": "25"}
    more = {"编制数.参公": "6", "其他人员.离退休": "12", "服务规模.名称": "在校学生", "服务规模.数量": "3200"}
    said = text(UNIT | staff | more | {"服务规模.计量单位": "人"})
    assert "核定编制共31个，其中：行政编制25个；参公编制6个。实有" in said
    assert "另有离退休人员12人。在校学生3200人。" in said


def test_a_unit_without_staff_has_no_posts_of_which_there_are_none() -> None:
    posts = dict.fromkeys((term for term in UNIT if term.startswith(("编制数.", "实有数."))), "0")
    assert "2022年末，没有核定编制。没有在职人员。\n" in text(UNIT | posts)


def test_expenses_that_there_were_not_are_not_taken_apart() -> None:
    none = {"本年决算.三公经费": "0", "本年预算.三公经费": "0"}
    assert "\n“三公”经费年初没有安排预算，也没有发生支出。\n" in text(MONEY | none)
    assert "“三公”经费没有发生支出，比年初预算少2万元" in text(MONEY | none | {"本年预算.三公经费": "2"})


def test_rounding_is_told_where_printed_parts_differ_from_their_sum() -> None:
    told = "合计数与分项之和的差异为四舍五入所致"
    whole = {"收入.一般公共预算": "0.005", "收入.政府性基金": "0.005", "收入.合计": "0.01"}
    assert told in text(whole)
    assert told not in text(whole | {"收入.合计": "0.02"})  # that is no rounding
    assert told not in text(THE_2022_REPORT)


def test_what_is_not_scored_has_no_points() -> None:
    card = scorecard()
    scores = tuple(replace(each, score=None) if each.level1 == "投入" else each for each in card.scores)
    said = text(card=replace(card, scores=scores))
    assert "\n投入尚未评完：目标设定尚未评完。\n" in said


def test_quotation_marks_inside_others_are_single_ones() -> None:
    scores = tuple(replace(each, name="“三公经费”控制率") for each in scorecard().scores)
    said = text(card=replace(scorecard(), scores=scores))
    assert "“‘三公经费’控制率”扣1分" in said


def test_official_annexes_carry_no_word_of_the_tool() -> None:
    for framework in ("reconstructed-2022", "reconstructed-2022-53"):
        known = PACK.framework(framework)
        assert "重构" not in known.printed
        assert not [
            each.id for each in known.indicators if "值填" in each.standard or "例如" in each.standard
        ]
    assert "工作簿" not in text()
