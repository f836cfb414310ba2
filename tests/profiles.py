"""Workbooks of units that are not the sample: who they are. `profile(name, seed)` is the filling of one."""

from __future__ import annotations

import random
from decimal import Decimal

from invented_lists import CHAPTERS
from invented_unit import FEES, FUND, GENERAL, OWN, STATE, Invented, Unit, assessments, paragraphs, with_zeros

from jixiao.model.filling import Entry, Filling


def texts(name: str, short: str, ministry: str, kind: str, money: str, outline: str) -> dict[str, Entry]:
    """What 单位概况 says of a unit."""
    return {
        "单位.名称": name,
        "单位.简称": short,
        "单位.年度": Decimal(2023),
        "单位.主管部门": ministry,
        "单位.机构类型": kind,
        "单位.经费性质": money,
        "单位.会计制度": "政府会计制度",
        "单位.所在地简称": "我县",
        "报告.大纲": outline,
    }


VILLAGES = (
    *("2010301", "2010308", "2010507", "2050803", "2070109", "2080208", "2080899", "2081107", "2100408"),
    *("2100717", "2110301", "2120104", "2120501", "2130104", "2130126", "2130205", "2130314", "2130504"),
    *("2130705", "2210105", "2240106"),
)
# what every unit has besides its own work: pensions, housing
COMMON = ("2080505", "2080506", "2210201")
UNITS = {
    # 元; every kind of money, some staff paid from school fees; 30 projects; no lines of Hunan
    "school": Unit(
        texts=texts("某县第一中学", "我校", "某县教育局", "下属二级机构", "财政差额拨款的事业单位", "大纲A"),
        staff=210,
        functions={GENERAL: ("2050203", "2050204", *COMMON), FUND: ("2296003",), STATE: ("2230105",)},
        basic={OWN: 120, FEES: 80},
        projects={GENERAL: 18, FUND: 4, STATE: 1, FEES: 3, OWN: 4},
        income={"事业": 9, "其他": 1},
        lines=False,
    ),
    # 万元; one kind of money, three levels of codes, the budget cut in the middle of the year
    "health": Unit(
        texts=texts("某县卫生健康局", "我局", "某县人民政府", "部门本级", "财政全额拨款的行政单位", "大纲B"),
        unit="万元",
        staff=64,
        functions={GENERAL: ("2100101", "2100102", "2100408", "2100409", "2100410", "2100717", *COMMON)},
        projects={GENERAL: 9},
        adjusted=-20,
    ),
    # 万元; a government fund that pays projects only
    "bureau": Unit(
        texts=texts(
            "某县住房和城乡建设局", "我局", "某县人民政府", "部门本级", "财政全额拨款的行政单位", "大纲A"
        ),
        unit="万元",
        staff=88,
        functions={
            GENERAL: ("2120101", "2120104", "2120399", "2210105", *COMMON),
            FUND: ("2120803", "2120899"),
        },
        projects={GENERAL: 8, FUND: 6},
    ),
    # 元; a little of everything: as many rows of functions as the form takes
    "township": Unit(
        texts=texts(
            "某县某镇人民政府", "我镇", "某县人民政府", "派出机构", "财政全额拨款的行政单位", "大纲B"
        ),
        staff=97,
        functions={GENERAL: (*VILLAGES, *COMMON), FUND: ("2120899",)},
        basic={OWN: 30},
        projects={GENERAL: 14, FUND: 3, OWN: 2},
        income={"其他": 1},
    ),
}
PROFILES = (*UNITS, "tiny")


def profile(name: str, seed: int = 0) -> Filling:
    """A consistent workbook as a unit of this kind would fill it in; another for each seed."""
    return tiny(seed) if name == "tiny" else Invented(UNITS[name], seed).filling()


def tiny(seed: int) -> Filling:
    """A station of two people: salaries and office supplies; what it does not have it says it has not."""
    chance = random.Random(seed)
    salaries, supplies = (Decimal(chance.randrange(800, 1900)) / 100 for _ in range(2))
    both = salaries + supplies
    said = texts(
        "某县某镇某村卫生站", "我站", "某县某镇人民政府", "下属二级机构", "财政全额拨款的事业单位", "大纲A"
    )
    staff = dict.fromkeys(("编制数.全额", "编制数.合计", "实有数.全额", "实有数.合计"), Decimal(2))
    amounts = dict.fromkeys(WHOLE, both) | dict.fromkeys(NONE, Decimal(0)) | dict.fromkeys(OFFICE, supplies)
    amounts |= {"基本支出.人员经费": salaries, "基本支出预算.人员经费": salaries}
    groups = {
        "功能分类": (_class("功能分类", "210", "卫生健康支出", both),),
        "经济分类": (
            _class("经济分类", "301", "工资福利支出", salaries),
            _class("经济分类", "302", "商品和服务支出", supplies),
        ),
        "指标自评": assessments(),
        "文字材料": paragraphs(*CHAPTERS),
    }
    return with_zeros(Filling({**said, "单位.金额单位": "万元", **staff, **amounts, **DECLINED}, groups))


WHOLE = tuple(f"{scope}.{item}" for scope in ("收入", "上年收入") for item in (GENERAL, "合计"))
WHOLE += tuple(f"{scope}.{item}" for scope in ("支出", "上年支出") for item in ("基本支出", "合计"))
WHOLE += tuple(
    f"{scope}.{item}" for scope in ("一般公共预算", "上年一般公共预算") for item in ("收入", "支出")
)
WHOLE += tuple(
    f"{scope}.{item}" for scope in ("整体预算", "基本预算") for item in ("年初预算数", "全年预算数")
)
WHOLE += tuple(f"{table}合计.{item}" for table in ("功能分类", "经济分类") for item in ("金额", "基本支出"))
WHOLE += ("基本支出.合计", "基本支出预算.合计")
NONE = tuple(
    f"{column}.{item}" for column in ("本年预算", "本年决算") for item in ("三公经费", "政府采购金额")
)
NONE += ("整体预算.调整数", "整体预算.政策性调整数", "结转结余.年末")
NOT_THERE = (
    "财政拨款以外",
    "政府性基金",
    "国有资本经营",
    "社会保险基金",
    "项目支出",
    "三公经费",
    "政府采购",
    "其他编制",
)
DECLINED: dict[str, Entry] = {f"没有的业务.{business}": "无" for business in (*NOT_THERE, "楼堂馆所")}
OFFICE = ("基本支出.公用经费", "基本支出预算.公用经费", "本年决算.公用经费", "本年预算.公用经费")


def _class(table: str, code: str, name: str, amount: Decimal) -> Filling:
    values = {"编码": code, "名称": name, "金额": amount, "基本支出": amount}
    return Filling({f"{table}.{column}": value for column, value in values.items()})
