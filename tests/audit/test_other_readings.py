"""Consistent texts that can be read in another way, in which they do not hold: nothing is said of them."""

from __future__ import annotations

import pytest
from audit.reports import ids, said

READINGS: dict[str, tuple] = {
    "a name that ends in a word of change": (
        "2.项目支出1593.53万元。主要用于薄弱环节改善与能力提升482.00万元、学生资助218.35万元、校舍维修100.00万元，"
        "以及其他项目793.18万元。",
    ),
    "a rate of what has arrived": (
        "项目预算4650万元，实际到位4350万元，实际支出4126.8万元，预算执行率94.87%。",
    ),
    "the larger count first": ("验收合格28台，其中一次验收合格26台，一次验收合格率92.86%。",),
    "the other side of a balance": (
        "2024年财政拨款收支总预算6361.00万元。",
        "收入包括：当年拨款收入6210.80万元、上年结转150.20万元；支出包括：一般公共服务支出4812.47万元、"
        "社会保障和就业支出895.53万元、住房保障支出653.00万元。",
    ),
    "a whole that another clause names": (
        "第二批下达1660万元；省级资金分别为河流治理800万元、水库加固646万元、农村饮水500万元。",
    ),
    "the head of a paragraph": ("（一）偏离原因。一是地质条件复杂，二是支付进度偏慢。",),
    "shares of a total said further up": (
        "全年支出4562.31万元，结余228.13万元，其中上缴财政40.00万元。",
        "按经济分类：",
        "工资福利支出3468.92万元，占76.03%，其中基本工资1268.40万元、其他工资2200.52万元；",
        "商品和服务支出598.46万元，占13.12%；",
        "对个人和家庭的补助216.33万元，占4.74%；资本性支出278.60万元，占6.11%。",
    ),
    "two ways to split one whole": (
        "支出2000.00万元。按性质分，基本支出300.00万元，项目支出1700.00万元；按资金来源分，一般公共预算"
        "1864.00万元，政府性基金120.00万元，其他资金16.00万元。",
    ),
    "some of the parts, with a total of their own": (
        "基本支出3186.74万元，项目支出16977.78万元。项目支出中，困难群众救助11862.40万元、高龄津贴1986.12万元、"
        "养老服务1432.60万元、殡葬惠民468.25万元，四项合计15749.37万元，占项目支出的92.77%。",
    ),
    "a column of per cent": (
        "一般公共预算支出表",
        "单位：万元",
        [
            ["科目编码", "科目名称", "2022年", "2023年", "增减额", "增减%"],
            ["208", "社会保障和就业支出", "462.40", "466.20", "3.80", "0.82%"],
            ["20805", "行政事业单位养老支出", "462.40", "466.20", "3.80", "0.82%"],
            ["2080501", "行政单位离退休", "86.20", "92.40", "6.20", "7.19%"],
            ["2080505", "机关事业单位基本养老保险缴费支出", "376.20", "373.80", "-2.40", "-0.64%"],
        ],
    ),
    "a total that names its parts": (
        "问卷调查200户，收回192户，收回率96.00%。满意150户，基本满意32户，不满意10户，"
        "满意和基本满意合计182户，满意率94.79%。",
    ),
    "a rate of what nobody said": (
        "预算62.00万元，执行53.47万元。",
        "执行到位金额1.86亿元，执行到位率42.3%。",
    ),
    "parts before the semicolon": (
        "政府采购486.20万元：货物168.40万元、服务317.80万元，工程无；授予中小企业452.60万元，其中小微企业218.30万元。",
    ),
    "scores each of its own hundred": (
        "整体绩效自评93.8分，项目自评平均95.2分；其中办案业务费执行率96.44%，得96.4分；装备费执行率90.63%，得94.0分。",
    ),
}


@pytest.mark.parametrize("lines", READINGS.values(), ids=READINGS)
def test_silent_if_one_reading_holds(lines: tuple[str | list[list[str]], ...]):
    assert ids(*lines) == []


def test_a_side_of_a_balance_comes_to_both():
    first, second = READINGS["the other side of a balance"]
    assert said(first, second.replace("895.53", "859.53"))[0][0] == "SUM-LIST"


def test_a_table_of_basic_expenditure_has_a_part():
    rows = [["科目", "决算数"], ["办公费", "2.40"], ["公务接待费", "1.5847"]]
    table = ("一般公共预算财政拨款基本支出决算表", "单位：万元", rows)
    assert ids(*table, "公务接待费支出决算15.89万元。") == []
