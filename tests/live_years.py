"""Whole years with slips of all kinds planted in them, for both packs."""

from __future__ import annotations

import random
from collections.abc import Callable
from decimal import Decimal

from balanced import Year
from balanced_accounts import AccountsYear
from invented_self_evaluation import self_evaluation, varied
from live_books import ERROR, Books, Place, entries
from msgspec.structs import replace

from jixiao.model.fact import Kind
from jixiao.model.filling import Entry, Filling
from jixiao.model.term import Group
from jixiao.pack.check import Check
from jixiao.workbook.reading.facts import LARGEST

EXAMPLES = 6  # in a year
WORDS = "待定"  # in an amount cell
Slip = Callable[[Filling, random.Random, Books], Filling]


def year(books: Books, seed: int) -> Filling:
    """A consistent year with up to a dozen slips; every tenth is untouched, one is blank."""
    chance = random.Random(seed)
    if seed == 0:
        return Filling({books.pack.form.units.term: "元"})
    unit = chance.choice(("元", "万元"))
    filling = YEARS[books.pack.form.id](seed, chance, unit, books)
    if seed % 10 == 0:
        return filling
    calendar_year = Decimal(2024 if seed % 3 == 2 else 2023)  # every third is beyond the code lists
    filling = replace(filling, entries={**filling.entries, "单位.年度": calendar_year})
    if seed % 7 == 5:
        filling = _incomplete(filling, chance, books)
    share = len(books.pack.checks) // 15
    for number in range(share * seed, share * (seed + 1)):  # every check gets its share
        filling = _aimed(filling, chance, books, books.pack.checks[number % len(books.pack.checks)])
    for _ in range(chance.choice((1, 3, 12))):
        filling = chance.choice(SLIPS)(filling, chance, books)
    numbers = range(EXAMPLES * seed, EXAMPLES * (seed + 1))
    filling = _with_rows(filling, [_example(number, books) for number in numbers], books)
    return _in_the_other_unit(filling, books) if seed % 17 == 3 else filling


def _example(number: int, books: Books) -> Filling:
    """An example of a check: first what fails, next time what passes."""
    time, position = divmod(number, len(books.pack.checks))
    wanted = ("inconsistent", "passed")[time % 2]
    examples = [one for one in books.pack.checks[position].data.examples if one.outcome == wanted]
    return books.given(examples[time // 2 % len(examples)].given)


def _with_rows(filling: Filling, examples: list[Filling], books: Books) -> Filling:
    """The examples among the figures of the year, those about the same free rows one below the other."""
    tables: dict[str, tuple[Filling, ...]] = {}
    entries = dict(filling.entries)
    for one in examples:
        entries |= one.entries
        for name, rows in one.groups.items():
            if rows:
                above = tables.get(name, ()) if _grows(books.pack.groups[name], books) else ()
                tables[name] = (*above, *rows)
    return replace(filling, entries=entries, groups={**filling.groups, **tables})


def _incomplete(filling: Filling, chance: random.Random, books: Books) -> Filling:
    """Some sheets are said to lack figures."""
    fields = [sheet.incomplete for sheet in books.pack.form.sheets if sheet.incomplete]
    marks = {term: books.pack.vocabulary[term].choices[0] for term in fields if chance.random() < 0.3}
    return replace(filling, entries={**filling.entries, **marks})


def _in_the_other_unit(filling: Filling, books: Books) -> Filling:
    """What was typed in one unit under the name of another."""
    units = books.pack.form.units
    other = next(name for name in units.factors if name != filling.entries.get(units.term))
    return replace(filling, entries={**filling.entries, units.term: other})


def _overall(seed: int, chance: random.Random, unit: str, books: Books) -> Filling:
    """With one to three funds, indicators, and texts that the checks have something to say about."""
    filling = Year(seed, fiscal_only=chance.random() < 0.5).filling(unit)
    if seed % 10 == 0:
        return filling
    more = [Year(chance.randrange(10**6)).filling(unit) for _ in range(chance.randrange(3))]
    funds = (*filling.groups["社保基金"], *(other.groups["社保基金"][0] for other in more))
    texts = tuple(
        Filling({"文字材料.章节": chance.choice(CHAPTERS), "文字材料.正文": chance.choice(PHRASES)})
        for _ in range(chance.randrange(6))
    )
    name = chance.choice(("我局", "我中心", "我单位"))
    projects = tuple(varied(row, "项目指标", chance) for row in filling.groups["项目指标"])
    groups = {**filling.groups, "社保基金": funds, "文字材料": texts, "指标自评": _indicators(chance, books)}
    groups = {**groups, "项目指标": projects}
    return replace(
        filling, entries={**filling.entries, "单位.简称": name, **_more(filling, chance)}, groups=groups
    )


def _more(filling: Filling, chance: random.Random) -> dict[str, Entry]:
    """Reasons that may contradict their figures, a budget that was cut now and then, and purchases."""
    reasons = {f"一般公共预算增减原因.{row}": chance.choice(REASONS) for row in ("收入", "支出")}
    adjusted = Decimal(str(filling.entries["整体预算.调整数"])) * chance.choice((1, 1, -1))
    columns = ("上年决算", "本年预算", "本年决算")
    bought = {f"{column}.政府采购金额": Decimal(chance.randrange(3000, 4000)) for column in columns}
    return {**reasons, "整体预算.调整数": adjusted, **bought}


def _indicators(chance: random.Random, books: Books) -> tuple[Filling, ...]:
    """Targets and what was reached, where the framework asks for them, and why points were lost."""
    rows = []
    for row in range(len(books.framework.indicators) if books.framework else 0):
        target, actual = chance.choice(REACHED)
        typed: dict[str, Entry] = {"指标自评.目标值": Decimal(target), "指标自评.实际值": Decimal(actual)}
        filled = {term: entry for term, entry in typed.items() if (term, (row,)) in books.places}
        if chance.random() < 0.1:
            filled["指标自评.扣分原因"] = chance.choice(REASONS)
        rows.append(Filling(filled))
    return tuple(rows)


REASONS = ("项目变化", "年中追减了预算", "年中追加了预算", "减少了预算指标", "人员增加")
REACHED = (("10", "10"), ("10", "12.9"), ("10", "13"), ("1", "0.98"), ("0.95", "0.0095"), ("0.0095", "0.95"))


CHAPTERS = ("部门职责", "存在的问题", "改进措施", "其他说明", "")
PHRASES = (
    "按规定办理。",
    "完成××工作。",
    "某某单位。",
    "ＸＸ事项",
    "x x 事项",
    "较去年增加。",
    "2022年，按预算安排支出。",
    "2023年按预算安排支出。",
    "我局",
    "我中心",
    "支出控制在年初预算以内",
    "年中追加了预算。",
    "年中追减了预算。",
    "很长的一段文字。" * 60 + "去年" + "很长的一段文字。" * 60,
)


def _accounts(seed: int, chance: random.Random, unit: str, books: Books) -> Filling:
    return AccountsYear(seed).filling(unit)


def _self_evaluation(seed: int, chance: random.Random, unit: str, books: Books) -> Filling:
    return self_evaluation(seed, chance, unit)


YEARS = {
    "department-overall": _overall,
    "department-final-accounts": _accounts,
    "project-self-evaluation": _self_evaluation,
}


def _some(filling: Filling, chance: random.Random, books: Books, kinds: tuple[Kind, ...]) -> Place:
    """A filled cell of one of the kinds; the cell of the unit where there is none."""
    unit = books.pack.form.units.term
    filled = [place for place, _ in entries(filling) if place[0] != unit]
    return chance.choice([p for p in filled if books.pack.vocabulary[p[0]].kind in kinds] or [(unit, ())])


def _with(filling: Filling, place: Place, entry: Entry, books: Books) -> Filling:
    """One cell changed; an empty text blanks it. The unit stays."""
    (term, at), path = place, books.pack.vocabulary[place[0]].path
    if term == books.pack.form.units.term:
        return filling
    if not at:
        return replace(filling, entries={**filling.entries, term: entry})
    group = path[-len(at)]
    records = list(filling.groups[group])
    records[at[0]] = _with(records[at[0]], (term, at[1:]), entry, books)
    return replace(filling, groups={**filling.groups, group: tuple(records)})


def _number(filling: Filling, place: Place) -> Decimal:
    """What stands there; 0 for a blank cell, or one that an earlier slip made unreadable."""
    entry = dict(entries(filling)).get(place, "0")
    return entry if isinstance(entry, Decimal) else Decimal(str(entry) if str(entry).isdigit() else 0)


def _aimed(filling: Filling, chance: random.Random, books: Books, check: Check) -> Filling:
    """A slip in one of the cells of a certain check."""
    known = books.pack.vocabulary
    terms = [known[term] for term in sorted(books.with_inputs(set(check.relation.terms)))]
    names = [term.name for term in terms if not term.formula and term.kind is not Kind.PARAGRAPH]
    found: list[Place] = [place for place, _ in entries(filling) if place[0] in names]
    found += [(name, ()) for name in names if not known[name].path]
    if not found:
        return filling
    term = chance.choice(sorted({place[0] for place in found}))  # or long columns would take nearly all
    place = chance.choice([place for place in found if place[0] == term])
    if not known[place[0]].kind.numeric:
        return _with(filling, place, chance.choice(("", "999", "30299", "其他")), books)
    number = _number(filling, place)
    if known[place[0]].kind is Kind.PERCENT:  # 5 typed into such a cell is 5 %, to spreadsheets too
        gaps = ("0.01", "-0.01", "0.5", "-0.2", "1", "0.3")
        return _with(filling, place, number + Decimal(chance.choice(gaps)), books)
    slips = [number + Decimal(gap) for gap in ("0.01", "-0.01", "5", "-2000", "90000000")]
    thousandfold = min(number * 1000, LARGEST)  # beyond it the tool reads no figure, and says so
    return _with(filling, place, chance.choice((*slips, thousandfold)), books)


def _broken(filling: Filling, chance: random.Random, books: Books) -> Filling:
    place = _some(filling, chance, books, (Kind.AMOUNT, Kind.COUNT))
    gap = Decimal(chance.choice(("0.01", "-0.01", "0.02", "-0.03", "0.04", "1", "-250.5", "100000")))
    return _with(filling, place, _number(filling, place) + gap, books)


def _blanked(filling: Filling, chance: random.Random, books: Books) -> Filling:
    return _with(filling, _some(filling, chance, books, tuple(Kind)), "", books)


def _zeroed(filling: Filling, chance: random.Random, books: Books) -> Filling:
    return _with(filling, _some(filling, chance, books, (Kind.AMOUNT,)), Decimal(0), books)


def _finer(filling: Filling, chance: random.Random, books: Books) -> Filling:
    """More digits than the unit asks for, as a pasted result of a calculation has."""
    place = _some(filling, chance, books, (Kind.AMOUNT,))
    more = Decimal(chance.randrange(1, 10000)) / 10 ** chance.choice((4, 5, 6))
    return _with(filling, place, _number(filling, place) + more, books)


def _negated(filling: Filling, chance: random.Random, books: Books) -> Filling:
    place = _some(filling, chance, books, (Kind.AMOUNT,))
    return _with(filling, place, -_number(filling, place), books)


def _unreadable(filling: Filling, chance: random.Random, books: Books) -> Filling:
    place = _some(filling, chance, books, (Kind.AMOUNT,))
    return _with(filling, place, chance.choice((WORDS, ERROR)), books)


def _renamed(filling: Filling, chance: random.Random, books: Books) -> Filling:
    """The same words with blanks; or other words."""
    place = _some(filling, chance, books, (Kind.TEXT,))
    text = str(dict(entries(filling)).get(place, "甲"))
    inside = (
        text[:1] + " " + text[1:] if text[:1].isalnum() else f"{text} "
    )  # a sign and a blank: programs differ
    same = f" {text}", inside
    return _with(filling, place, chance.choice((*same, f"{text}A", "其他")), books)


def _recoded(filling: Filling, chance: random.Random, books: Books) -> Filling:
    place = _some(filling, chance, books, (Kind.CODE,))
    code = str(dict(entries(filling)).get(place, "208"))
    codes = (code[:-1], code + "1", "999", "208", "30201", "9990101", f" {code}")
    return _with(filling, place, chance.choice(codes), books)


def _emptied(filling: Filling, chance: random.Random, books: Books) -> Filling:
    """A table without rows, or with the last ones missing."""
    if not filling.groups:
        return filling
    group = chance.choice(list(filling.groups))
    kept = filling.groups[group][: chance.choice((0, 1, 3))]
    return replace(filling, groups={**filling.groups, group: kept})


def _doubled(filling: Filling, chance: random.Random, books: Books) -> Filling:
    """The last row of a table once more, as copying down does."""
    tables = [
        name for name, rows in filling.groups.items() if rows and _grows(books.pack.groups[name], books)
    ]
    if not tables:
        return filling
    group = chance.choice(tables)
    rows = filling.groups[group]
    return replace(filling, groups={**filling.groups, group: (*rows, rows[-1])})


def _grows(group: Group, books: Books) -> bool:
    """Free rows, neither printed ones nor indicators nor repetitions of a block."""
    assessment = books.pack.form.assessment
    printed = any(books.pack.vocabulary[term].given for term in group.terms)
    return not (group.repeat or printed or (assessment and group.name == assessment.table))


def _cleared(filling: Filling, chance: random.Random, books: Books) -> Filling:
    """A whole part of the form left blank: all single cells that begin with the same word."""
    word = chance.choice(list(filling.entries)).split(".")[0]
    if books.pack.form.units.term.startswith(f"{word}."):
        return filling
    kept = {term: entry for term, entry in filling.entries.items() if not term.startswith(f"{word}.")}
    return replace(filling, entries=kept)


SLIPS: tuple[Slip, ...] = (
    *(_broken, _broken, _broken, _blanked, _zeroed, _finer, _negated),
    *(_unreadable, _renamed, _recoded, _emptied, _doubled, _cleared),
)
