"""The year itself: the steps it is made in, and its filling."""

from __future__ import annotations

from decimal import Decimal

from balanced.chance import NOTHING
from balanced.data_sheet import DataSheet
from balanced.draft import GENERAL, Draft, row
from balanced.entries import FACTORS, Row, entries_of
from balanced.money import earn, look_back, plan_projects
from balanced.spending import share_out, spend, spend_by_function
from jixiao.model.filling import Filling

WEIGHTS = (
    ("产出指标", "数量指标", 30),
    ("产出指标", "时效指标", 20),
    ("效益指标", "社会效益指标", 30),
    ("满意度指标", "服务对象满意度指标", 10),
)
CHAPTERS = (
    *("部门职责", "部门预算管理", "绩效评价原则", "存在的问题", "改进措施"),
    *("绩效自评公开情况", "整改和反馈"),
)
TEXTS: Row = {
    "单位.名称": "某县某中心",
    "单位.简称": "我中心",
    "单位.年度": "2022",
    "单位.主管部门": "某县某局",
    "单位.机构类型": "下属二级机构",
    "单位.经费性质": "财政全额拨款的事业单位",
    "单位.会计制度": "政府会计制度",
    "基础数据.厉行节约措施": "从严控制一般性支出。",
    "编制数.全额": 10,
    "编制数.合计": 10,
    "实有数.全额": 10,
    "实有数.合计": 10,
    "没有的业务.其他编制": "无",
    "没有的业务.政府采购": "无",
    "没有的业务.楼堂馆所": "无",
    "一般公共预算增减原因.收入": "项目变化",
    "一般公共预算增减原因.支出": "项目变化",
}


class Year(Draft):
    """A finished year; its amounts and tables may be changed before it is asked for its filling."""

    def __init__(self, seed: int, *, fiscal_only: bool = True) -> None:
        super().__init__(seed, fiscal_only=fiscal_only)
        for step in (spend, spend_by_function, share_out, plan_projects, earn, look_back, DataSheet):
            step(self)
        self._insure()
        self._evaluate()
        if not fiscal_only and not self.told:
            self._forget(GENERAL)

    def _insure(self) -> None:
        """The one fund: what is collected is handed on."""
        some = self.chance.some
        income = {"工伤保险费收入": some(), "利息收入": some(), "上级补助收入": some()}
        spent = {"工伤保险待遇支出": some(), "其他支出": some()}
        spent["上解上级支出"] = income["工伤保险费收入"] + income["利息收入"]
        opening, received, paid = some(), sum(income.values(), NOTHING), sum(spent.values(), NOTHING)
        amounts = row(
            "社保基金", 上年期末滚存结余=opening, 期初结余=opening, 收入合计=received, 支出合计=paid
        )
        kept = received - paid
        self.fund = amounts | row("社保基金", 收支结余=kept, 期末滚存结余=opening + kept)
        self.fund_items = {"社保基金.收入项目": income, "社保基金.支出项目": spent}

    def _evaluate(self) -> None:
        """Each project of 项目明细 with 90 points for its indicators, some of them lost for a reason."""
        projects = self.tables["项目明细"]
        self.tables["项目自评"] = [self._evaluation(project) for project in projects]
        self.tables["项目指标"] = [
            self._indicator(str(project["项目明细.项目名称"]), *weighed)
            for project in projects
            for weighed in WEIGHTS
        ]

    def _evaluation(self, project: Row) -> Row:
        spent = Decimal(project["项目明细.支出数"])
        granted, carried = self.chance.split(spent, 2)
        return row(
            "项目自评",
            项目名称=project["项目明细.项目名称"],
            年初预算数=project["项目明细.预算数"],
            全年预算数=self.chance.more(spent),
            全年执行数=spent,
            当年财政拨款=granted,
            上年结转资金=carried,
        )

    def _indicator(self, project: str, level1: str, level2: str, weight: int) -> Row:
        lost = self.chance.choice((0, 0, 3))
        named = row(
            "项目指标", 项目名称=project, 一级指标=level1, 二级指标=level2, 三级指标=f"{level2}完成情况"
        )
        done = row("项目指标", 年度指标值="100%", 实际完成值="95%" if lost else "100%")
        reason = "资金下达较晚" if lost else ""
        return named | done | row("项目指标", 分值=weight, 得分=weight - lost, 偏差原因=reason)

    def _forget(self, column: str) -> None:
        """Leave a column of the economic classes blank."""
        del self.amounts[f"经济分类合计.{column}"]
        for each in self.tables["经济分类"]:
            del each[f"经济分类.{column}"]

    def filling(self, unit: str = "元") -> Filling:
        """The year as entries of a workbook, with the texts that a workbook needs."""
        factor = FACTORS[unit]
        groups = {
            name: tuple(entries_of(each, factor) for each in rows) for name, rows in self.tables.items()
        }
        items = {
            table: tuple(
                entries_of(row(table, 项目=name, 金额=amount), factor) for name, amount in rows.items()
            )
            for table, rows in self.fund_items.items()
        }
        named = row("社保基金", 名称="工伤保险基金", 统筹层次="省级统筹")
        groups["社保基金"] = (Filling(entries_of(named | self.fund, factor).entries, items),)
        groups["文字材料"] = tuple(
            entries_of(row("文字材料", 章节=chapter, 正文="按规定办理。"), factor) for chapter in CHAPTERS
        )
        return Filling(entries_of({**self.amounts, **TEXTS, "单位.金额单位": unit}, factor).entries, groups)
