"""The same job as `jixiao run`, as an able user would write it with pandas, openpyxl and docxtpl alone.

    python tests/benchmarks/plain.py BOOK TEMPLATE OUT_FOLDER

It reads the filled workbook by its defined names, makes about as many comparisons as the pack has checks,
scores the 25 indicators, writes findings and scores into a copy of the workbook and fills the same Word
template with simple filters of its own. It prints one line of JSON, so that `run.py` can see that both came
to the same result.

It is honest work and no straw man: the workbook is loaded twice (values for reading, formulas for saving, as
openpyxl cannot give both at once), and every cell is looked up once. What it does not do: the precision of
figures, an audit of what was typed, words on how to mend, shapes and buttons kept in the saved copy.
Nothing of jixiao is imported.
"""

import fnmatch
import json
import math
import sys
from decimal import Decimal
from pathlib import Path

import jinja2
import openpyxl
import pandas as pd
from docxtpl import DocxTemplate

FUNDS = ["社保基金", *(f"社保基金_{number}" for number in range(2, 8))]
TABLES = ["内设股室", "功能分类", "经济分类", "项目明细", "指标自评", "文字材料"]
KINDS = ["金额", "基本支出", "项目支出", "其他支出"]
INCOME = ["一般公共预算", "政府性基金", "国有资本经营", "上级补助", "事业", "经营", "附属单位上缴", "其他"]
EXPENDITURE = ["基本支出", "项目支出", "上缴上级", "经营", "对附属单位补助"]
STAFF = ["全额", "差额", "自收自支"]
OFFICE = ["办公经费", "水费", "电费", "差旅费", "会议费", "培训费"]
LINES = {"办公经费": "30201", "水费": "30205", "电费": "30206", "差旅费": "30211", "会议费": "30215"}
LINES |= {"培训费": "30216", "公务接待": "30217", "出国经费": "30212", "公车运行维护": "30231"}


def main(book: Path, template: Path, out: Path) -> None:
    values = openpyxl.load_workbook(book, data_only=True)
    facts, tables, funds, codes = read(values)
    checks = Checks(facts)
    check_totals(checks, facts)
    check_tables(checks, facts, tables, codes)
    check_funds(checks, funds)
    check_texts(checks, facts, tables)
    scores = score(facts, tables["指标自评"].set_index("编号"))
    write(book, out / book.name, checks, scores)
    report(template, out / "report.docx", facts, tables, funds, values, scores)
    errors = sum(severity == "错误" for severity, _ in checks.findings)
    print(json.dumps({"comparisons": checks.made, "errors": errors, "score": sum(scores.values())}))


# ---- reading


def read(book):
    """Single cells by name, tables as frames, the funds' blocks, and the lists of codes."""
    facts, columns = {}, {}
    for name, defined in book.defined_names.items():
        sheet, area = next(defined.destinations)
        cells = book[sheet][area.replace("$", "")]
        if not isinstance(cells, tuple):
            facts[name] = cells.value
        elif len(cells[0]) == 1:
            columns[name] = [row[0].value for row in cells]
    tables = {table: frame(columns, table) for table in TABLES}
    funds = [fund(facts, columns, name) for name in FUNDS if facts.get(f"{name}.名称")]
    codes = {}
    for kind in ("功能分类", "经济分类"):
        pairs = zip(columns[f"{kind}科目.编码"], columns[f"{kind}科目.名称"], strict=True)
        codes[kind] = {str(code): title for code, title in pairs}
    return facts, tables, funds, codes


def frame(columns, table):
    own = {
        name.rpartition(".")[2]: values
        for name, values in columns.items()
        if name.rpartition(".")[0] == table
    }
    rows = pd.DataFrame(own, dtype=object).dropna(how="all")
    if "编码" in rows:
        rows["编码"] = rows["编码"].astype(str).str.strip()
        rows[KINDS] = rows[KINDS].astype(float).fillna(0.0)
    return rows


def fund(facts, columns, name):
    own = {key.removeprefix(f"{name}."): value for key, value in facts.items() if key.startswith(f"{name}.")}
    own["收入项目"] = frame(columns, f"{name}.收入项目")
    own["支出项目"] = frame(columns, f"{name}.支出项目")
    return own


# ---- checking


class Checks:
    """Collects comparisons and what they found."""

    def __init__(self, facts):
        self.facts = facts
        self.made = 0
        self.findings = []
        self.passed = []

    def __getitem__(self, name):
        return self.facts.get(name) or 0

    def sum(self, group, names):
        return sum(self[f"{group}.{name}"] for name in names)

    def holds(self, title, held, severity="错误"):
        self.made += 1
        if held:
            self.passed.append(title)
        else:
            self.findings.append((severity, title))

    def equal(self, title, left, right, parts=2, severity="错误"):
        tolerance = 0.005 * parts + 1e-9
        said = f"{title}：{left:.2f} 与 {right:.2f} 不符，相差 {left - right:.2f}"
        held = abs(left - right) <= tolerance
        self.holds(title if held else said, held, severity)

    def at_most(self, title, left, right, severity="警告"):
        self.holds(title, left <= right + 0.01, severity)


def check_totals(c, facts):
    for group in ("编制数", "实有数"):
        c.equal(f"{group}合计", c[f"{group}.合计"], c.sum(group, STAFF), 0)
    c.at_most("在职人员不超过编制", c["实有数.合计"], c["编制数.合计"])
    c.holds("编制数已填", not c["实有数.合计"] or c["编制数.合计"] > 0)
    for year in ("", "上年"):
        c.equal(f"{year}收入合计", c[f"{year}收入.合计"], c.sum(f"{year}收入", INCOME), 9)
        c.equal(f"{year}支出合计", c[f"{year}支出.合计"], c.sum(f"{year}支出", EXPENDITURE), 6)
    coming = c["结转结余.年初"] + c["收入.合计"] + c["结转结余.动用非财政结余"]
    c.equal("收支结转平衡", coming, c["支出.合计"] + c["结转结余.结余分配"] + c["结转结余.年末"], 6)
    c.equal("年初结转", c["结转结余.年初"], c["上年结转结余.年末"], severity="警告")
    for group in ("整体预算", "基本预算"):
        c.equal(f"{group}调整", c[f"{group}.全年预算数"], c[f"{group}.年初预算数"] + c[f"{group}.调整数"], 3)
    c.at_most("支出不超年初预算", c["支出.合计"], c["整体预算.年初预算数"])
    c.at_most("支出不超全年预算", c["支出.合计"], c["整体预算.全年预算数"] + c["结转结余.年初"])
    c.equal("基本支出预算两处一致", c["基本支出预算.合计"], c["基本预算.年初预算数"], severity="警告")
    c.equal("项目预算", c["项目预算.合计"], c["整体预算.年初预算数"] - c["基本预算.年初预算数"], 3, "警告")
    check_general(c)
    check_data_sheet(c)


def check_general(c):
    for year in ("", "上年"):
        c.equal(f"{year}一般公共预算收入", c[f"{year}一般公共预算.收入"], c[f"{year}收入.一般公共预算"])
    spent = c["一般公共预算.支出"] + c["政府性基金.本年支出"] + c["国有资本经营.本年支出"]
    c.at_most("财政拨款支出不超支出合计", spent, c["支出.合计"], "错误")
    if not c.sum("收入", INCOME[3:]):
        c.equal("财政拨款支出等于支出合计", spent, c["支出.合计"], 4, "警告")
    if not c.sum("上年收入", INCOME[1:]):
        c.equal("上年财政拨款支出", c["上年一般公共预算.支出"], c["上年支出.合计"], severity="警告")
    for side in ("收入", "支出"):
        changed = c[f"一般公共预算.{side}"] != c[f"上年一般公共预算.{side}"]
        c.holds(f"{side}增减原因已填", not changed or bool(c[f"一般公共预算增减原因.{side}"]), "警告")
    for group, parts in (("基本支出", ["人员经费", "公用经费"]), ("项目支出", ["专项经费", "其他项目"])):
        for name in (group, group.replace("支出", "支出预算" if group == "基本支出" else "预算")):
            c.equal(f"{name}合计", c[f"{name}.合计"], c.sum(name, parts), 3)
        c.equal(f"{group}与收支总表一致", c[f"{group}.合计"], c[f"支出.{group}"], severity="警告")
    for group, source in (("政府性基金", "政府性基金"), ("国有资本经营", "国有资本经营")):
        come = c[f"{group}.年初结转结余"] + c[f"{group}.本年收入"]
        c.equal(f"{group}平衡", come, c[f"{group}.本年支出"] + c[f"{group}.年末结转结余"], 4)
        c.equal(f"{group}支出", c[f"{group}.本年支出"], c[f"{group}.基本支出"] + c[f"{group}.项目支出"], 3)
        c.equal(f"{group}收入", c[f"{group}.本年收入"], c[f"收入.{source}"])


def check_data_sheet(c):
    for group in ("上年决算", "本年预算", "本年决算"):
        c.equal(f"{group}三公", c[f"{group}.三公经费"], c.sum(group, ["公务用车", "出国经费", "公务接待"]), 4)
        c.equal(f"{group}公车", c[f"{group}.公务用车"], c.sum(group, ["公车购置", "公车运行维护"]), 3)
        projects = ["业务工作专项", "运行维护专项", "省级专项资金"]
        c.equal(f"{group}项目", c[f"{group}.项目支出"], c.sum(group, projects), 4)
        c.at_most(f"{group}公用经费", c.sum(group, OFFICE), c[f"{group}.公用经费"], "错误")
    c.equal("项目支出与收支总表一致", c["本年决算.项目支出"], c["支出.项目支出"])
    c.equal("上年项目支出与收支总表一致", c["上年决算.项目支出"], c["上年支出.项目支出"])
    c.equal("公用经费决算一致", c["本年决算.公用经费"], c["基本支出.公用经费"])
    c.equal("公用经费预算一致", c["本年预算.公用经费"], c["基本支出预算.公用经费"])
    c.at_most("三公不超预算", c["本年决算.三公经费"], c["本年预算.三公经费"])


def check_tables(c, facts, tables, codes):
    for table, lengths in (("功能分类", (3, 5, 7)), ("经济分类", (3, 5))):
        rows, names = tables[table], codes[table]
        top = rows[rows["编码"].str.len() == 3]
        total = f"{table}合计"
        for kind in KINDS:
            c.equal(f"{table}{kind}合计", c[f"{total}.{kind}"], top[kind].sum(), len(top) + 1)
        c.equal(f"{table}合计行", c[f"{total}.金额"], c.sum(total, KINDS[1:]), 4)
        for mine, general in (("金额", "合计"), ("基本支出", "基本支出"), ("项目支出", "项目支出")):
            c.equal(f"{table}{mine}与收支总表一致", c[f"{total}.{mine}"], c[f"支出.{general}"])
        for _, row in rows.iterrows():
            check_row(c, table, row, rows, lengths, names)
    for kind in KINDS[:3]:
        c.equal(f"两种分类{kind}一致", c[f"功能分类合计.{kind}"], c[f"经济分类合计.{kind}"])
    economic = tables["经济分类"]
    basic = economic.groupby("编码")["基本支出"].sum()
    c.equal("人员经费", c["基本支出.人员经费"], basic.reindex(["301", "303"]).sum(), 3)
    c.equal("公用经费", c["基本支出.公用经费"], basic.reindex(["302", "307", "310", "312", "399"]).sum(), 6)
    for name, code in LINES.items():
        if code in basic.index:
            amount = economic.loc[economic["编码"] == code, "金额"].sum()
            c.equal(f"{name}与经济分类一致", c[f"本年决算.{name}"], amount, severity="警告")
    check_projects(c, tables["项目明细"])


def check_row(c, table, row, rows, lengths, names):
    code = row["编码"]
    c.equal(f"{table}{code}", row["金额"], row[KINDS[1:]].sum(), 4)
    c.holds(f"{table}{code}位数", len(code) in lengths)
    c.holds(f"{table}{code}不重复", (rows["编码"] == code).sum() == 1)
    c.holds(f"{table}{code}有上级", len(code) == 3 or code[:-2] in set(rows["编码"]))
    c.holds(f"{table}{code}类存在", code[:3] in names)
    c.holds(f"{table}{code}名称", code not in names or names[code] == row["名称"])
    below = rows[rows["编码"].map(lambda other: fnmatch.fnmatchcase(other, f"{code}??"))]
    for kind in KINDS[:3] if len(below) else ():
        c.equal(f"{table}{code}{kind}等于下级之和", row[kind], below[kind].sum(), len(below) + 1)


def check_projects(c, projects):
    if projects.empty:
        return
    for kind in ("专项经费", "其他项目"):
        own = projects[projects["类别"] == kind]
        c.equal(f"{kind}支出", c[f"项目支出.{kind}"], own["支出数"].astype(float).sum(), len(own) + 1)
        c.equal(f"{kind}预算", c[f"项目预算.{kind}"], own["预算数"].astype(float).sum(), len(own) + 1)


def check_funds(c, funds):
    for each in funds:
        name, balance = each["名称"], (each["收入合计"] or 0) - (each["支出合计"] or 0)
        for side in ("收入", "支出"):
            parts = each[f"{side}项目"]["金额"].astype(float)
            c.equal(f"{name}{side}合计", each[f"{side}合计"] or 0, parts.sum(), len(parts) + 1)
        c.equal(f"{name}收支结余", each["收支结余"] or 0, balance, 3)
        c.equal(
            f"{name}滚存结余", each["期末滚存结余"] or 0, (each["期初结余"] or 0) + (each["收支结余"] or 0), 3
        )
        if each["上年期末滚存结余"] is not None:
            c.equal(f"{name}期初结余", each["期初结余"] or 0, each["上年期末滚存结余"])
        if each["统筹层次"] == "省级统筹":
            up = each["支出项目"].set_index("项目")["金额"].get("上解上级支出", 0)
            income = each["收入项目"]
            own = income[income["项目"].str.endswith("保险费收入") | (income["项目"] == "利息收入")]
            c.equal(f"{name}上解", up, own["金额"].astype(float).sum(), len(own) + 1, "警告")


def check_texts(c, facts, tables):
    texts = tables["文字材料"]
    unwanted = ["××", "某某", "XX", "去年", *({"我局", "我中心"} - {facts["单位.简称"]})]
    if c["支出.合计"] > c["整体预算.年初预算数"]:
        unwanted.append("控制在年初预算")
    for words in unwanted:
        c.holds(f"文字中没有“{words}”", not texts["正文"].str.contains(words, regex=False).any(), "警告")
    for section in ("部门职责", "部门预算管理", "绩效评价原则", "存在的问题", "改进措施"):
        c.holds(f"有“{section}”", (texts["章节"] == section).any(), "警告")


# ---- scoring


def score(facts, judged):
    f = {name: value or 0 for name, value in facts.items()}

    def ticks(key):
        return float(sum(judged.loc[key, f"要点{number}"] == "是" for number in (1, 2, 3)))

    def number(key, column):
        return float(judged.loc[key, column] or 0)

    def done(key, full):
        return full * min(1.0, number(key, "实际值") / number(key, "目标值"))

    def rate(group):
        now, planned = f[f"本年决算.{group}"], f[f"本年预算.{group}"]
        return now / planned if planned else 2.0 if now else 1.0

    budget = f["整体预算.年初预算数"]
    own_adjustment = abs(f["整体预算.调整数"] - f["整体预算.政策性调整数"])
    share = {"好": 1.0, "较好": 0.8, "一般": 0.6, "差": 0.0}
    scores = {
        "A1": ticks("A1"),
        "A2": ticks("A2"),
        "B1": banded(abs(f["支出.合计"] / budget - 1), [(0, 5), (0.1, 4), (0.2, 3), (0.3, 2)]),
        "B2": banded(own_adjustment / budget, [(0, 2), (0.1, 1.5), (0.2, 1), (0.3, 0.5)]),
        "B3": stepped(1 - number("B3", "实际值") / number("B3", "目标值"), 2, 0.05, 0.5),
        "B4": stepped(f["结转结余.年末"] / f["整体预算.全年预算数"], 2, 0.01, 0.1),
        "B5": stepped(rate("公用经费") - 1, 2, 0.01, 0.2),
        "B6": stepped(rate("三公经费") - 1, 2, 0.01, 0.2),
        "B7": stepped(abs(rate("政府采购金额") - 1), 2, 0.05, 0.5),
        "C1": ticks("C1"),
        "C2": max(0.0, 2 - number("C2", "违规次数")),
        "C3": ticks("C3"),
        "C4": ticks("C4"),
        "D1": ticks("D1"),
        "D2": max(0.0, 2 - 0.5 * number("D2", "违规次数")),
        "D3": stepped(0.95 - number("D3", "实际值"), 2, 0.01, 0.1),
        "E1": ticks("E1"),
    }
    scores |= {key: done(key, 8) for key in ("F1", "F2", "F3", "F4")}
    scores |= {key: 7 * share[judged.loc[key, "等级"]] for key in ("G1", "G2", "G3")}
    scores["G4"] = banded(-number("G4", "实际值"), [(-0.9, 7), (-0.8, 5), (-0.7, 3), (-0.6, 1)])
    return {key: round(value, 2) for key, value in scores.items()}


def banded(value, bands):
    return next((float(points) for upper, points in bands if value <= upper + 1e-9), 0.0)


def stepped(excess, full, step, deduct):
    return max(0.0, full - deduct * max(0, math.ceil(excess / step - 1e-9)))


# ---- writing back


def write(source, target, checks, scores):
    book = openpyxl.load_workbook(source, keep_vba=True)

    def column(name):
        sheet, area = next(book.defined_names[name].destinations)
        return [row[0] for row in book[sheet][area.replace("$", "")]]

    severities, messages = column("校验结果.级别"), column("校验结果.问题")
    rows = [*checks.findings, *(("通过", title) for title in checks.passed)]
    for row, (severity, message) in enumerate(rows):
        severities[row].value, messages[row].value = severity, message
    cells = [cell for cell in column("评分表.得分") if cell.data_type != "f"]
    for cell, points in zip(cells, scores.values(), strict=True):
        cell.value = points
    book.save(target)


# ---- the report


def report(template, target, facts, tables, funds, book, scores):
    context = nested(facts)
    for table in set(tables) - {"指标自评"}:
        context[table] = records(tables[table])
    context["社保基金"] = [{key: shown(value) for key, value in each.items()} for each in funds]
    context["评分表"] = score_table(tables["指标自评"], scores, facts)
    for name in ("执行率.年初预算", "执行率.全年预算"):
        group, _, last = name.partition(".")
        context[group][last] = f"{facts[name] or 0:.2%}"
    context["单位"]["年度"] = int(facts["单位.年度"])
    document = DocxTemplate(template)
    document.render(context, environment(), autoescape=True)
    document.save(target)


def nested(facts):
    context = {}
    for name, value in facts.items():
        group, _, last = name.rpartition(".")
        context.setdefault(group, {})[last] = shown(value)
    return context


def records(rows):
    return [{key: shown(value) for key, value in row.items()} for row in rows.to_dict("records")]


def shown(value):
    if isinstance(value, pd.DataFrame):
        return records(value)
    if value is None or value != value:
        return 0
    return Decimal(f"{value:.2f}") if isinstance(value, float) else value


def score_table(judged, scores, facts):
    judged = judged.assign(得分=list(scores.values()), 满=judged["分值"].astype(float))
    rows, levels = [], {}
    for row in judged.to_dict("records"):
        first = "投入" if row["编号"] in ("A1", "A2") else "过程" if row["编号"] < "F" else "产出及效果"
        row |= {"一级指标": first, "指标值": row["实际值"] or "", "扣分": shown(row["满"] - row["得分"])}
        rows.append(row)
        levels.setdefault(first, {}).setdefault(row["二级指标"], []).append(row)
    total = sum(scores.values())
    return {
        "明细": rows,
        "扣分项": [row for row in rows if row["扣分"]],
        "总分": shown(total),
        "满分": 100,
        "评价等级": "优" if total >= 90 else "良" if total >= 80 else "中" if total >= 60 else "差",
        "指标体系": facts["表样.指标体系"],
        "完整": True,
        "一级指标": [
            level(
                name,
                [row for inner in parts.values() for row in inner],
                "二级指标",
                [level(part, inner, "三级指标", inner) for part, inner in parts.items()],
            )
            for name, parts in levels.items()
        ],
    }


def level(name, rows, inner_name, inner):
    points, full = sum(row["得分"] for row in rows), sum(row["满"] for row in rows)
    return {"名称": name, "得分": shown(points), "分值": shown(full), inner_name: inner}


def environment():
    env = jinja2.Environment(autoescape=True, undefined=jinja2.ChainableUndefined)
    env.filters |= {
        "万元": lambda value: f"{value}万元",
        "百分比": lambda value: f"{float(value):.2%}",
        "比率": lambda value: f"{float(value):.2%}" if value else "—",
        "接单位": lambda value, unit: f"{value}{unit}" if value else "—",
        "只留": lambda rows, column, words: [row for row in rows if str(row[column] or "") in words],
        "列举": listed,
        "位数": lambda rows, column, count: [row for row in rows if len(str(row[column])) == count],
        "前几项": lambda rows, name, figure, count: rows,  # only charts ask for it
        "半句": lambda text: str(text).strip().rstrip(" 　。；;，,、."),
        "序号": lambda number, level=3: f"（{number}）" if level == 2 else f"{number}. ",
        "去序号": lambda text: text,
        "日期": lambda day: f"{day.year}年{day.month}月{day.day}日" if day else "",
        "合并": lambda value: value,
        "个数": len,
        "千分位": lambda value: f"{value or 0:,.2f}",
        "空缺": lambda value, *_: value or "—",
        "缺省": lambda value, instead="（无）": value or instead,
        "引用": lambda text: f"“{text}”",
        "固定": lambda text: text,
        "追加追减": lambda change: (
            f"{'追加' if change > 0 else '追减'}{abs(change)}万元" if change else "没有调整"
        ),
        "归口": lambda rows, column, figure, whole: [],  # the sample has no money of other budgets
        "求和": lambda rows, column: sum(row[column] or 0 for row in rows),
    }
    env.tests |= {
        "空": empty,
        "无": lambda text: str(text).strip().rstrip("。") == "无",
        "未填": empty,
        "同名": lambda one, other: str(one).strip() == str(other).strip(),
    }
    env.globals |= {"同比": compared, "预算差异": against_budget, "分项": parts, "尾差": lambda: False}
    env.globals |= {"占比": lambda part, whole, of: f"，占{of}的{part / whole:.2%}" if part and whole else ""}
    env.globals["分项占比"] = lambda whole, of, *named: parts(whole, *named)
    env.globals["图表"] = lambda title, *data: title  # charts stay as they are drawn
    return env


def listed(rows, name, figure="", separator=""):
    if figure:
        return (separator or "；").join(f"{row[name]}{row[figure]}万元" for row in rows)
    return (separator or "、").join(str(row[name]) for row in rows)


def parts(whole, *named):
    told = [f"{name}{figure}万元" for name, figure in zip(named[::2], named[1::2], strict=True) if figure]
    return "其中：" + "；".join(told) if told else "各项均为零"


def empty(value):
    return not any(map(bool, value.values())) if isinstance(value, dict) else not value


def compared(now, before, reason=""):
    if now == before:
        return "与上年持平"
    words = ("增加", "增长") if now > before else ("减少", "下降")
    change = abs(now - before)
    rate = f"，{words[1]}{change / before * 100:.1f}%" if before > 0 else "（上年无可比基数）"
    return f"比上年{words[0]}{change}万元{rate}" + (f"，主要原因是{reason}" if reason else "")


def against_budget(spent, planned):
    if not planned:
        return "年初没有安排预算"
    if spent == planned:
        return "与年初预算持平"
    word = "多" if spent > planned else "少"
    return f"比年初预算{word}{abs(spent - planned)}万元，完成年初预算的{spent / planned:.2%}"


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
