"""Spending: economic classes from their items, the same by function, and what each kind of money bears."""

from __future__ import annotations

from decimal import Decimal

from balanced.chance import NOTHING
from balanced.draft import GENERAL, Draft
from balanced.entries import PACK, Amounts, Row

PARTS = ("基本支出", "项目支出", "其他支出")
COLUMNS = ("金额", *PARTS)  # of both classifications
FUNDS = ("政府性基金", "国有资本经营")
CODES = {title[:4]: codes for title, codes in PACK.names_of_codes.items()}

ITEMS = {
    "301": ("30101", "30107", "30108"),
    "302": ("30201", "30205", "30206", "30211", "30212", "30215", "30216", "30217", "30231", "30227"),
    "303": ("30302",),
    "310": ("31002", "31013"),
}
OF_PROJECTS = ("30227", "31002")  # items with spending that is not basic
OF_OTHERS = "30227"  # the one with spending of neither kind
LEAVES = ("2080101", "2080109", "2080505", "2101102", "2210201")  # of functions
OTHERS = ("支出.经营", "支出.上缴上级", "支出.对附属单位补助")


def spend(draft: Draft) -> None:
    """Basic, project and other spending by economic class."""
    rows: list[Row] = []
    classes: list[Amounts] = []
    for top, codes in ITEMS.items():
        below = [_item(draft, code) for code in codes]
        classes.append(_sums(below))
        rows.append(_row("经济分类", top, classes[-1]))
        rows += [_row("经济分类", code, amounts) for code, amounts in zip(codes, below, strict=True)]
    draft.tables["经济分类"] = rows
    whole = _sums(classes)
    draft.put("经济分类合计", **whole)
    draft.put("功能分类合计", **{name: whole[name] for name in COLUMNS})
    other = whole["其他支出"]
    parts = [other, NOTHING, NOTHING] if draft.fiscal_only else draft.chance.split(other, 3)
    draft.amounts |= dict(zip(OTHERS, parts, strict=True))
    draft.put("支出", 基本支出=whole["基本支出"], 项目支出=whole["项目支出"], 合计=whole["金额"])


def _item(draft: Draft, code: str) -> Amounts:
    chance = draft.chance
    project = chance.some() if code in OF_PROJECTS else NOTHING
    other = chance.some() if code == OF_OTHERS and not draft.fiscal_only else NOTHING
    basic = chance.some()
    general = {} if draft.fiscal_only else {GENERAL: chance.split(basic, 2)[0]}
    amounts = (basic + project + other, basic, project, other)
    return dict(zip(COLUMNS, amounts, strict=True)) | general


def spend_by_function(draft: Draft) -> None:
    """The same spending by function, down to the items of some classes."""
    columns = {name: draft.amounts[f"功能分类合计.{name}"] for name in PARTS}
    shares = {name: draft.chance.split(whole, len(LEAVES)) for name, whole in columns.items()}
    found: dict[str, Amounts] = {}
    for index, leaf in enumerate(LEAVES):
        amounts = {name: shares[name][index] for name in columns}
        amounts["金额"] = sum(amounts.values(), NOTHING)
        for code in (leaf[:3], leaf[:5], leaf):
            found[code] = _sums([found[code], amounts]) if code in found else amounts
    draft.tables["功能分类"] = [_row("功能分类", code, found[code]) for code in sorted(found)]


def share_out(draft: Draft) -> None:
    """What each kind of money bears: its basic and its project spending."""
    chance = draft.chance
    basic, projects = (draft.amounts[f"支出.{name}"] for name in ("基本支出", "项目支出"))
    if draft.fiscal_only:
        nothing = (NOTHING, NOTHING)
        draft.kinds = {"一般公共预算": (basic, projects), **dict.fromkeys(FUNDS, nothing)}
        return
    general = draft.amounts[f"经济分类合计.{GENERAL}"]
    shares = (general, *chance.split(basic - general, 3, 100)), chance.split(projects, 4, 100)
    names = ("一般公共预算", *FUNDS, "单位资金")
    draft.kinds = dict(zip(names, zip(*shares, strict=True), strict=True))


def _row(table: str, code: str, amounts: Amounts) -> Row:
    named = {f"{table}.编码": code, f"{table}.名称": CODES[table].get(code, "其他科目")}
    return {**named, **{f"{table}.{name}": amount for name, amount in amounts.items()}}


def _sums(parts: list[Amounts]) -> Amounts:
    return {name: sum((part[name] for part in parts), Decimal(0)) for name in parts[0]}
