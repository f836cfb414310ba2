"""A year of an invented unit in 元, consistent to the cent; leaves are random, totals are sums."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from decimal import Decimal

CENT = Decimal("0.01")
ZERO = Decimal(0)

PLACES = (
    """
湖南省 清浦县|湖南省 兰溪市|四川省 高石县|浙江省 云屏区|河南省 柳泉县|湖北省 白沙市|安徽省 南墅区|江西省 青原湖县
广东省 海棠区|山东省 临淇县|陕西省 石桥县|贵州省 乌林县|云南省 澜水市|甘肃省 沙井县|河北省 槐安区|福建省 屏溪县
""".replace("\n", "|")
    .strip("|")
    .split("|")
)
# the name after the place, its short form, class, 款 and its code, the code of 行政运行, projects
OFFICES = (
    ("水利局", "213", "农林水支出", "03", "水利", ("山洪灾害防治", "河道清淤疏浚", "农村饮水安全巩固提升", "水库移民后期扶持", "防汛物资储备")),
    ("司法局", "204", "公共安全支出", "06", "司法", ("社区矫正", "法律援助", "人民调解以奖代补", "普法宣传", "公证体制改革")),
    ("审计局", "201", "一般公共服务支出", "08", "审计事务", ("政府投资审计", "审计信息化建设", "经济责任审计", "购买审计服务")),
    ("民政局", "208", "社会保障和就业支出", "02", "民政管理事务", ("殡葬管理", "地名普查成果转化", "社会组织培育", "城乡低保核查")),
    ("统计局", "201", "一般公共服务支出", "05", "统计信息事务", ("经济普查", "住户调查", "人口抽样调查", "统计信息网络维护")),
    ("档案馆", "201", "一般公共服务支出", "26", "档案事务", ("档案数字化", "馆库维修", "珍贵档案抢救")),
    ("文化馆", "207", "文化旅游体育与传媒支出", "01", "文化和旅游", ("免费开放", "送戏下乡", "非遗传承保护", "群众文艺创作")),
    ("林业局", "213", "农林水支出", "02", "林业和草原", ("森林防火", "松材线虫病防治", "退耕还林工作经费", "公益林管护", "古树名木保护")),
    ("市场监督管理局", "201", "一般公共服务支出", "38", "市场监督管理事务", ("食品抽检", "特种设备监管", "知识产权保护", "质量强县", "12315平台运行")),
    ("应急管理局", "224", "灾害防治及应急管理支出", "01", "应急管理事务", ("安全生产监管", "应急物资储备", "森林灭火队伍建设", "灾害风险普查")),
)  # fmt: skip
PERSONNEL = (
    ("30101", "基本工资", 30), ("30102", "津贴补贴", 18), ("30103", "奖金", 15), ("30107", "绩效工资", 8),
    ("30108", "机关事业单位基本养老保险缴费", 12), ("30109", "职业年金缴费", 6), ("30110", "职工基本医疗保险缴费", 6),
    ("30112", "其他社会保障缴费", 1), ("30113", "住房公积金", 10), ("30199", "其他工资福利支出", 3),
)  # fmt: skip
OFFICE_COSTS = (
    ("30201", "办公费", 8), ("30202", "印刷费", 3), ("30205", "水费", 1), ("30206", "电费", 3), ("30207", "邮电费", 2),
    ("30211", "差旅费", 5), ("30213", "维修（护）费", 3), ("30215", "会议费", 1), ("30216", "培训费", 2),
    ("30217", "公务接待费", 1), ("30226", "劳务费", 3), ("30228", "工会经费", 4), ("30229", "福利费", 3),
    ("30231", "公务用车运行维护费", 3), ("30239", "其他交通费用", 9), ("30299", "其他商品和服务支出", 5),
)  # fmt: skip
GRANTS = (("30302", "退休费", 6), ("30305", "生活补助", 3), ("30309", "奖励金", 1))
CAPITAL = (("31002", "办公设备购置", 4),)
WELFARE = (
    ("2080505", "社会保障和就业支出", "行政事业单位养老支出", "机关事业单位基本养老保险缴费支出", "30108"),
    ("2080506", "社会保障和就业支出", "行政事业单位养老支出", "机关事业单位职业年金缴费支出", "30109"),
    ("2101101", "卫生健康支出", "行政事业单位医疗", "行政单位医疗", "30110"),
    ("2210201", "住房保障支出", "住房改革支出", "住房公积金", "30113"),
)


@dataclass
class Account:
    """One account: of this year, of the budget of this year, of last year."""

    code: str
    name: str
    way: tuple[str, ...] = ()  # 类, 款
    now: Decimal = ZERO
    budget: Decimal = ZERO
    prior: Decimal = ZERO
    basic: Decimal = ZERO


@dataclass
class Year:
    year: int
    place: str  # 清浦县
    unit: str  # 清浦县水利局
    dice: random.Random
    personnel: list[Account] = field(default_factory=list)
    costs: list[Account] = field(default_factory=list)
    items: list[Account] = field(default_factory=list)
    projects: list[Account] = field(default_factory=list)
    other_income: list[Account] = field(default_factory=list)
    fund: Account = field(default_factory=lambda: Account("2120899", "其他国有土地使用权出让收入安排的支出"))
    opening: Decimal = ZERO
    trips: list[Account] = field(default_factory=list)  # 出国, 购置, 运行, 接待
    step: Decimal = CENT  # in what steps amounts are approved or booked

    def amount(self, low: int, high: int) -> Decimal:
        return self.stepped(Decimal(self.dice.randint(low * 100, high * 100)) * CENT)

    def stepped(self, amount: Decimal) -> Decimal:
        return (amount / self.step).to_integral_value() * self.step

    def near(self, amount: Decimal, spread: int = 20, equal: float = 0.1) -> Decimal:
        """Another year's amount of the same size; sometimes the same."""
        if self.dice.random() < equal:
            return amount
        share = Decimal(self.dice.randint(-spread * 100, spread * 100)) / 10000
        return self.stepped(amount * (1 + share))


def total(accounts: list[Account], of: str = "now") -> Decimal:
    return sum((getattr(account, of) for account in accounts), ZERO)


def invented(dice: random.Random, step: Decimal = CENT) -> Year:
    province_place = dice.choice(PLACES).split()
    place = province_place[-1]
    office, class_code, class_name, group_code, group, ideas = dice.choice(OFFICES)
    year = Year(dice.randint(2019, 2025), place, place + office, dice, step=step)
    scale = dice.choice((3000, 9000, 40000))
    year.personnel = _accounts(year, PERSONNEL + GRANTS[: dice.randint(0, 3)], scale)
    year.costs = _accounts(
        year, OFFICE_COSTS[:: dice.choice((1, 1, 2))] + CAPITAL[: dice.randint(0, 1)], scale // 2
    )
    names = dice.sample(ideas, dice.randint(2, min(4, len(ideas))))
    year.projects = [_account(year, "", name, scale, scale * 60) for name in names]
    year.items = _items(year, class_code, class_name, group_code, group)
    year.other_income = [
        _account(year, "", name, scale, scale * 9)
        for name in ("事业收入", "经营收入", "其他收入")
        if dice.random() < 0.4
    ]
    if dice.random() < 0.3:
        amount = year.amount(scale * 5, scale * 30)
        year.fund.now, year.fund.budget, year.fund.prior = amount, year.near(amount), year.near(amount)
    year.opening = ZERO if dice.random() < 0.3 else year.amount(scale, scale * 20)
    year.trips = _trips(year, scale)
    return year


def _account(year: Year, code: str, name: str, low: int, high: int) -> Account:
    now = year.amount(low, high)
    return Account(code, name, (), now, year.near(now), year.near(now))


def _accounts(year: Year, kinds: tuple[tuple[str, str, int], ...], scale: int) -> list[Account]:
    return [_account(year, code, name, weight * scale // 2, weight * scale) for code, name, weight in kinds]


def _items(year: Year, class_code: str, class_name: str, group_code: str, group: str) -> list[Account]:
    """The items by function: contributions stand under their own, the rest of basic spending under 行政运行."""
    found = {account.code: account for account in year.personnel}
    items, left = [], {of: total(year.personnel + year.costs, of) for of in ("now", "budget", "prior")}
    for code, class_, group_, name, economic in WELFARE:
        one = found[economic]
        items.append(Account(code, name, (class_, group_), one.now, one.budget, one.prior, one.now))
        left = {of: amount - getattr(one, of) for of, amount in left.items()}
    way, code = (class_name, group), class_code + group_code
    running = Account(code + "01", "行政运行", way, left["now"], left["budget"], left["prior"], left["now"])
    tails = (("02", "一般行政管理事务"), ("99", f"其他{group.removesuffix('事务')}支出"))
    projects = [Account(code + tail, name, way) for tail, name in tails]
    for number, project in enumerate(year.projects):
        item = projects[number % 2]
        for of in ("now", "budget", "prior"):
            setattr(item, of, getattr(item, of) + getattr(project, of))
    return sorted([running, *(one for one in projects if one.now), *items], key=lambda one: one.code)


def _trips(year: Year, scale: int) -> list[Account]:
    """The three public expenses; what costs more than its budget is rare, what costs nothing is not."""
    names, made = ("因公出国（境）费", "公务用车购置费", "公务用车运行维护费", "公务接待费"), []
    for name, chance in zip(names, (0.15, 0.3, 0.9, 0.9), strict=True):
        one = Account("", name)
        if year.dice.random() < chance:
            one.now = year.amount(scale // 2, scale * 4)
            one.budget = one.now + year.amount(0, scale) * year.dice.choice((0, 1, 1))
            one.prior = year.near(one.now, 30)
        elif year.dice.random() < 0.3:
            one.budget = year.amount(scale, scale * 2)
        made.append(one)
    return made
