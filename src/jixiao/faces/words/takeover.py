"""What a new workbook took over, said to people: which cell from where, what was left blank and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from jixiao.carryover.moving import Moved
from jixiao.carryover.offers import Offer
from jixiao.carryover.taking import TakenOver
from jixiao.model.fact import Kind
from jixiao.model.figures import in_unit, percent, plain, readable, round_half_up
from jixiao.model.filling import Filling
from jixiao.pack.pack import Pack
from jixiao.pack.sections import FieldsSection


def as_text(over: TakenOver, pack: Pack) -> Iterator[str]:
    """Line by line: taken, disagreeing, blank, explanations, and what is left to the accountant."""
    say = _Saying(pack, over.unit)
    yield f"新工作簿：{over.year}年，金额单位{over.unit}。带入 {len(over.taken)} 个单元格："
    for cell in over.taken:
        rounded = "（四舍五入）" if cell.rounded else ""
        source = f"{cell.offer.origin} {say.value(cell.offer)}{rounded}"
        yield f"  {say.term(cell.offer.term, cell.row)} ← {source}"
    for file, errors in over.errors.items():
        yield f"“{file}”自己还有 {errors} 处不平（错误）没有改正，带入的数请核对。"
    yield from _about_units(over, pack)
    yield from _about_clashes(over, say)
    yield from _about_gaps(over, say)
    if over.framework:
        yield f"评价指标体系沿用上年的“{pack.framework(over.framework).name}”。"
    if over.explanations:
        yield (
            f"上年的审核说明 {len(over.explanations)} 条，放在校验结果表的审核说明栏，供参考："
            f"{'、'.join(over.explanations)}。"
        )
    yield from _left_to_fill(over.filling, pack)


def moved_as_text(moved: Moved) -> Iterator[str]:
    """What was moved to another framework, and everything typed that has no place there."""
    yield f"改用“{moved.target.name}”（原来是“{moved.source.name}”），带入 {moved.moved} 个单元格。"
    if moved.explanations:
        yield f"审核说明 {len(moved.explanations)} 条，放在校验结果表的审核说明栏。"
    if not moved.left:
        yield "填过的内容都带入了。"
        return
    yield f"以下 {len(moved.left)} 个单元格在新的指标体系里没有位置，没有带入："
    for left in moved.left:
        row = f"{left.row}·" if left.row else ""
        yield f"  {left.fact.place} {row}{left.fact.label} “{left.fact.typed}”"


class _Saying:
    def __init__(self, pack: Pack, unit: str) -> None:
        self.pack = pack
        self.unit = unit
        self.units = {factor: name for name, factor in pack.form.units.factors.items()}

    def term(self, name: str, row: str = "") -> str:
        term = self.pack.vocabulary[name]
        return f"{term.sheet}·{f'{row}·' if row else ''}{term.label}"

    def value(self, offer: Offer) -> str:
        """As it stands in its file; where the unit changes, also as it stands in the new workbook."""
        kind, value, factor = self.pack.vocabulary[offer.term].kind, offer.value, offer.origin.factor
        if kind is Kind.AMOUNT and isinstance(value, Decimal):
            there = f"{readable(in_unit(value, factor), factor)}{self.units.get(factor, '')}"
            own = self.pack.form.units.factors[self.unit]
            new = "" if own == factor or offer.given else f" → {_digits(value, factor, own)}{self.unit}"
            return f"{there}{new}"
        if kind is Kind.PERCENT and isinstance(value, Decimal):
            return percent(value)
        return plain(value) if isinstance(value, Decimal) else f"“{_short(str(value))}”"


def _digits(value: Decimal, there: Decimal, here: Decimal) -> str:
    rounded = round_half_up(value / here) * here if here > there else value
    return readable(in_unit(rounded, here), here)


def _short(text: str) -> str:
    return text if len(text) <= 30 else f"{text[:30]}…"


def _about_units(over: TakenOver, pack: Pack) -> Iterator[str]:
    factors = pack.form.units.factors
    rounded = sum(cell.rounded for cell in over.taken)
    for file, unit in over.units.items():
        said = f"“{file}”以{unit}填写，已换算为{over.unit}"
        if factors.get(unit, 0) < factors[over.unit]:
            yield f"{said}，四舍五入到 0.01{over.unit}（共 {rounded} 个数，清单中已注明）。"
        elif unit != over.unit:
            yield f"{said}；这些数只精确到 0.01{unit}，与明细相加可能不平。要避免，请沿用{unit}。"


def _about_clashes(over: TakenOver, say: _Saying) -> Iterator[str]:
    blank = [clash for clash in over.clashes if clash.kept is None]
    if blank:
        yield f"以下 {len(blank)} 处几个来源不一致，没有带入，请核对后填写："
    for clash in blank:
        said = "；".join(f"{offer.origin} {say.value(offer)}" for offer in clash.refused)
        yield f"  {say.term(clash.refused[0].term, clash.row)}：{said}"
    kept = [clash for clash in over.clashes if clash.kept is not None]
    if kept:
        yield f"以下 {len(kept)} 处以数据文件为准，与来源工作簿不一致："
    for clash in kept:
        assert clash.kept is not None
        said = "；".join(f"{offer.origin} {say.value(offer)}" for offer in clash.refused)
        yield f"  {say.term(clash.kept.term, clash.row)}：取 {say.value(clash.kept)}，未取 {said}"


def _about_gaps(over: TakenOver, say: _Saying) -> Iterator[str]:
    gaps = [gap for gap in over.gaps if gap.term not in over.filling.entries]
    if gaps:
        yield f"以下 {len(gaps)} 个单元格来源里没有数，留空："
    yield from (f"  {say.term(gap.term)}（{gap.reason}：{gap.origin}）" for gap in gaps)


def _left_to_fill(filling: Filling, pack: Pack) -> Iterator[str]:
    """How many single cells of each sheet are still blank, and which tables have no row."""
    blank = Counter(
        term.sheet
        for term in pack.vocabulary.values()
        if not term.path and not term.formula and term.name not in {*filling.entries, *_fixed(pack)}
    )
    tables = [
        name for name, group in pack.groups.items() if len(group.path) == 1 and name not in filling.groups
    ]
    cells = "、".join(f"{sheet} {number} 格" for sheet, number in blank.items())
    yield f"其余没有来源，请填写：{cells}；没有带入行的表：{'、'.join(tables) or '无'}。"


def _fixed(pack: Pack) -> Iterator[str]:
    for sheet in pack.form.sheets:
        for section in sheet.sections:
            if isinstance(section, FieldsSection):
                yield from (field.term for field in section.fields if field.fixed)
