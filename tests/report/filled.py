"""Records and scorecards for the tests of reports: the figures of the 2022 report, our own words."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from jixiao.model.fact import Fact, Kind, Record, State
from jixiao.model.scorecard import Score, Scorecard, Subtotal
from jixiao.model.term import Group
from jixiao.pack.loading import load_pack
from jixiao.pack.pack import Pack
from jixiao.report.making import ReportMaker
from jixiao.report.word.projection import projection

Row = Mapping[str, object]

PACK: Pack = load_pack()

UNIT: Row = {
    "单位.名称": "耒阳市工伤保险服务中心",
    "单位.简称": "我中心",
    "单位.年度": "2022",
    "单位.主管部门": "耒阳市人力资源和社会保障局",
    "单位.机构类型": "下属二级机构",
    "单位.经费性质": "财政全额拨款的事业单位",
    "单位.会计制度": "政府会计制度",
    "单位.所在地简称": "我市",
    "填报.日期": date(2023, 5, 10),
    "编制数.全额": "27",
    "编制数.差额": "1",
    "编制数.自收自支": "3",
    "编制数.合计": "31",
    "实有数.全额": "27",
    "实有数.差额": "1",
    "实有数.自收自支": "3",
    "实有数.合计": "31",
    "内设股室": [
        {"名称": name} for name in ("办公室", "医疗待遇审核股", "老工伤股", "工伤事故调查股", "财务股")
    ],
}

MONEY: Row = {
    "收入.一般公共预算": "346.08",
    "收入.政府性基金": "0",
    "收入.国有资本经营": "0",
    "收入.合计": "346.08",
    "支出.基本支出": "346.08",
    "支出.项目支出": "0",
    "支出.合计": "346.08",
    "结转结余.年初": "0",
    "结转结余.年末": "0",
    "整体预算.年初预算数": "323.56",
    "整体预算.全年预算数": "346.08",
    "执行率.年初预算": "1.0696006",
    "执行率.全年预算": "1",
    "功能分类": [
        {"编码": "208", "名称": "社会保障和就业支出", "金额": "307.75"},
        {"编码": "20801", "名称": "人力资源和社会保障管理事务", "金额": "307.75"},
        {"编码": "210", "名称": "卫生健康支出", "金额": "19.89"},
        {"编码": "221", "名称": "住房保障支出", "金额": "18.44"},
    ],
    "经济分类": [
        {"编码": "301", "名称": "工资福利支出", "金额": "307.91", "基本支出": "307.91"},
        {"编码": "302", "名称": "商品和服务支出", "金额": "38.17", "基本支出": "38.17"},
        {"编码": "303", "名称": "对个人和家庭的补助", "金额": "0", "基本支出": "0"},
    ],
    "一般公共预算.收入": "346.08",
    "上年一般公共预算.收入": "350.63",
    "一般公共预算增减原因.收入": "人员减少，年中调减了预算指标",
    "一般公共预算.支出": "346.08",
    "上年一般公共预算.支出": "350.63",
    "一般公共预算增减原因.支出": "人员减少，开支相应减少。",
    "基本支出.人员经费": "307.91",
    "基本支出.公用经费": "38.17",
    "基本支出.合计": "346.08",
    "项目预算.专项经费": "0",
    "项目支出.专项经费": "0",
    "项目预算.其他项目": "0",
    "项目支出.其他项目": "0",
}

FUND: Row = {
    "名称": "工伤保险基金",
    "统筹层次": "省级统筹",
    "说明": "本级不编制基金收支预算。",
    "期初结余": "2051.51",
    "收入项目": [
        {"项目": "工伤保险费收入", "金额": "2504.88"},
        {"项目": "利息收入", "金额": "14.29"},
        {"项目": "上级补助收入", "金额": "1000"},
    ],
    "收入合计": "3519.17",
    "支出项目": [
        {"项目": "工伤保险待遇支出", "金额": "2432.40"},
        {"项目": "劳动能力鉴定支出", "金额": "0.24"},
        {"项目": "工伤预防费用支出", "金额": "35.14"},
        {"项目": "上解上级支出", "金额": "2519.17"},
    ],
    "支出合计": "4990.17",
    "收支结余": "-1471",
    "期末滚存结余": "580.51",
}

TEXTS: Row = {
    "文字材料": [
        {"章节": "部门职责", "正文": "宣传和执行工伤保险法规政策，拟订年度征缴计划。"},
        {"章节": "部门职责", "正文": "2、办理用人单位参保登记，核对职工信息。"},
        {"章节": "部门职责", "正文": "审核和支付工伤保险待遇。"},
        {
            "章节": "部门预算管理",
            "正文": "　　全年按预算安排支出，接待、差旅一事一批。\n　　大额开支集体决定。",
        },
        {"章节": "绩效评价原则", "正文": "坚持客观、公正、公开，定量指标与定性指标结合，接受社会监督。"},
        {"章节": "整改和反馈", "正文": "针对执行偏差，已在下一年度细化预算并按月跟踪。"},
        {"章节": "存在的问题", "正文": "年初预算编得不够细，年中追加较多。"},
        {"章节": "存在的问题", "正文": "（二）支出进度前松后紧。"},
        {"章节": "存在的问题", "正文": "绩效目标量化不足。"},
        {"章节": "改进措施", "正文": "细化预算编制，加强财务人员培训。"},
        {"章节": "改进措施", "正文": "按月通报支出进度。"},
    ]
}

THE_2022_REPORT: Row = UNIT | MONEY | TEXTS | {"社保基金": [FUND]}


def record(entries: Row) -> Record:
    """A record as a reading would give it; amounts are written in 万元."""
    return _record(entries, "", ())


def _record(entries: Row, prefix: str, path: tuple[str, ...]) -> Record:
    def within(name: str) -> str:
        return name.removeprefix(f"{prefix}.") if prefix else name

    terms = PACK.groups[path[-1]].terms if path else PACK.single_terms
    groups = [group for group in PACK.groups.values() if group.path[:-1] == path]
    unknown = set(entries) - {within(name) for name in terms} - {within(group.name) for group in groups}
    assert not unknown, f"not in the form: {unknown}"
    return Record(
        {name: fact(name, entries.get(within(name))) for name in terms},
        {group.name: _records(entries.get(within(group.name), ()), group) for group in groups},
    )


def _records(rows: object, group: Group) -> tuple[Record, ...]:
    assert isinstance(rows, Sequence)
    return tuple(_record(row, group.name, group.path) for row in rows)


def fact(name: str, value: object, state: State = State.FILLED) -> Fact:
    term = PACK.vocabulary[name]
    if value is None:
        return Fact(name, term.label, term.kind, None, state=State.BLANK)
    if term.kind is Kind.AMOUNT:
        value = Decimal(str(value)) * 10000
    elif term.kind.numeric:
        value = Decimal(str(value))
    return Fact(name, term.label, term.kind, None, value, state=state)  # type: ignore[arg-type]


GROUPS = (
    ("投入", "目标设定", 6, 6),
    ("过程", "预算执行", 17, 16),
    ("过程", "预算管理", 9, 9),
    ("过程", "资产管理", 6, 6),
    ("过程", "绩效监控", 2, 2),
    ("产出及效果", "职责履行", 32, 32),
    ("产出及效果", "履职效益", 28, 28),
)


def scorecard() -> Scorecard:
    """99 of 100 points, one indicator to each second level; the deduction is that of the 2022 report."""
    scores = tuple(_score(*group) for group in GROUPS)
    firsts = tuple(dict.fromkeys(group[0] for group in GROUPS))
    return Scorecard(
        framework="共性指标体系（重构）",
        scores=scores,
        level1=tuple(_subtotal(name, [group for group in GROUPS if group[0] == name]) for name in firsts),
        level2=tuple((group[0], _subtotal(group[1], [group])) for group in GROUPS),
        total=Decimal(99),
        max_total=Decimal(100),
        grade="优",
    )


def _subtotal(name: str, groups: Sequence[tuple[str, str, int, int]]) -> Subtotal:
    return Subtotal(
        name, Decimal(sum(group[2] for group in groups)), Decimal(sum(group[3] for group in groups))
    )


def _score(level1: str, level2: str, maximum: int, score: int) -> Score:
    lost = maximum != score
    return Score(
        id=level2,
        level1=level1,
        level2=level2,
        name="整体支出预算执行率" if lost else f"{level2}情况",
        max_score=Decimal(maximum),
        standard="偏离年初预算不超过10%扣1分；超过10%的，每增加10个百分点再扣1分，扣完为止。",
        score=Decimal(score),
        measure="106.96%" if lost else "100%",
        working="",
        reason="年中追加了部分基本支出预算指标" if lost else "",
        given_reason="年中追加了部分基本支出预算指标" if lost else "",
        said="指标值为106.96%" if lost else "指标值为100%",
    )


def report(entries: Row = THE_2022_REPORT, card: Scorecard | None = None, *, draft: bool = False) -> bytes:
    return ReportMaker(PACK).make(record(entries), card or scorecard(), draft=draft)


def text(entries: Row = THE_2022_REPORT, card: Scorecard | None = None, *, draft: bool = False) -> str:
    """The report as lines of text."""
    return projection(report(entries, card, draft=draft))
