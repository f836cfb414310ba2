"""Explanations -> suggestions, each one sentence: cell, what stands there, what it would have to be, why."""

from __future__ import annotations

from decimal import Decimal

from jixiao.checks.diagnosis.appraisal import CorrectedCell
from jixiao.checks.diagnosis.explanations import Cause, Explanation
from jixiao.checks.diagnosis.network import Network
from jixiao.checks.diagnosis.slips import SlipKind
from jixiao.checks.diagnosis.surroundings import Surroundings
from jixiao.checks.unit import ABOUT, Unit
from jixiao.model.fact import Fact, Kind, State
from jixiao.model.finding import Correction, Suggestion

_LISTED = 4  # stale totals named one by one
_CARRIED = "像是填错了数，合计也跟着错"
_ITEMS = "问题更可能在明细"
REASONS = {
    SlipKind.SWAPPED: "像是两个数字颠倒",
    SlipKind.CHANGED: "像是打错了一个数字",
    SlipKind.DROPPED: "像是漏打了一个数字",
    SlipKind.DOUBLED: "像是一个数字多打了一遍",
    SlipKind.INSERTED: "像是多打了一个数字",
    SlipKind.POINT: "像是小数点错了位",
    SlipKind.UNIT: "像是元和万元弄混",
    SlipKind.SIGN: "像是正负号填反",
    SlipKind.COPIED: "像是抄成了旁边的数",
    SlipKind.BLANK: "像是漏填",
    SlipKind.SURPLUS: "像是多填的一笔",
    SlipKind.STALE: "像是明细改过而合计没有跟着改",
    SlipKind.MISPLACED: "像是填错了位置",
    SlipKind.OTHER: "但看不出是怎样填错的",
}
_OF_EACH = {  # where several cells have the same slip
    SlipKind.SWAPPED: "像是都有两个数字颠倒",
    SlipKind.CHANGED: "像是各打错了一个数字",
    SlipKind.DROPPED: "像是各漏打了一个数字",
    SlipKind.DOUBLED: "像是都有一个数字多打了一遍",
    SlipKind.INSERTED: "像是各多打了一个数字",
    SlipKind.POINT: "像是小数点都错了位",
    SlipKind.SIGN: "像是正负号都填反",
    SlipKind.BLANK: "像是都漏填",
    SlipKind.SURPLUS: "像是各多填了一笔",
}


class Speaker:
    """Puts the explanations of one workbook into words."""

    def __init__(self, network: Network, unit: Unit, around: Surroundings) -> None:
        self.network = network
        self.unit = unit
        self.around = around
        self.records = around.records  # identity of a fact -> its row or fund
        self._words = {
            Cause.CELLS: self._cells,
            Cause.STALE: self._stale,
            Cause.CARRIED: self._carried,
            Cause.REPEATED: self._repeated,
            Cause.MISPLACED: self._misplaced,
        }

    def suggestion(self, explanation: Explanation) -> Suggestion:
        """One sentence for the explanation."""
        if explanation.cause is Cause.ITEMS:
            return Suggestion(self._items(explanation.positions[0]), _ITEMS)
        if left_out := self._left_out(explanation):
            return Suggestion(self._several(explanation, left_out), REASONS[SlipKind.BLANK])
        corrections = tuple(self._correction(cell) for cell in explanation.cells)
        words = self._words[explanation.cause](explanation)
        kind = explanation.cells[0].slip.kind
        reason = _CARRIED if explanation.cause is Cause.CARRIED else REASONS[kind]
        return Suggestion(f"{words}。", reason, corrections)

    def _correction(self, cell: CorrectedCell) -> Correction:
        fact = cell.fact
        stated = self.unit.digits(fact.number, fact.kind) if fact.filled else ""
        needed = self.unit.digits(cell.needed, fact.kind)
        return Correction(fact.place, self._label(cell), stated, needed)

    def _left_out(self, explanation: Explanation) -> tuple[Fact, ...]:
        """Blank cells that are as much wanted, for their lines have figures: nobody knows what each lacks."""
        if len(explanation.cells) != 1 or explanation.cells[0].slip.kind is not SlipKind.BLANK:
            return ()
        cell, edges = explanation.cells[0].fact, (self.network.edge(p) for p in explanation.positions)
        if cell.filled or not self.around.has_company(cell):
            return ()
        factors = [edge.factors for edge in edges if edge]
        facts = self.network.facts
        return tuple(
            facts[other]
            for other in factors[0]
            if other != id(cell)
            and facts[other].state is State.BLANK
            and self.around.has_company(facts[other])
            and all(each.get(other) == each[id(cell)] for each in factors)
        )

    def _several(self, explanation: Explanation, others: tuple[Fact, ...]) -> str:
        (cell,) = explanation.cells
        cells = sorted(str(other.place.cell) for other in others if other.place)
        amount = self.unit.full(self.unit.digits(cell.needed, cell.fact.kind), cell.fact.kind)
        agree = _agree(len(explanation.positions))
        return f"{self._name(cell)}空着，{'、'.join(cells)} 也空着，合起来为 {amount} 则{agree}，像是漏填。"

    def _items(self, position: int) -> str:
        """The total agrees elsewhere: its items are too few or too many."""
        edge = self.network.edge(position)
        assert edge is not None and edge.total is not None
        agreeing = next(other for other in self.network.around(edge.total) if self.network.agrees(other))
        slip = "少列一项或少填" if edge.gap * edge.factors[edge.total] > 0 else "多列一项或多填"
        amount = self.unit.full(self.unit.digits(abs(edge.gap), Kind.AMOUNT), Kind.AMOUNT)
        title = self.network.verdicts[agreeing].check.data.title
        return f"合计与“{title}”相符，{_ITEMS}：{slip} {amount}。"

    def _cells(self, explanation: Explanation) -> str:
        claims = "，并且".join(self._claim(cell) for cell in explanation.cells)
        agree = _agree(len(explanation.positions))
        each = [self._reason(cell) for cell in explanation.cells]
        shared = _OF_EACH.get(explanation.cells[0].slip.kind) if each[1:] and len({*each}) == 1 else None
        reasons = shared or "，".join(dict.fromkeys(each))
        return f"{claims} 则{agree}，{reasons}"

    def _claim(self, cell: CorrectedCell) -> str:
        stands = f"填 {self._digits(cell, cell.fact.number)}" if cell.fact.filled else "空着"
        about = f"{ABOUT} " if cell.rounded and not cell.slip.kind.typed else " "
        needed = self._digits(cell, cell.needed).removeprefix(about.strip())
        return f"{self._name(cell)}{stands}，若为{about}{needed}"

    def _reason(self, cell: CorrectedCell) -> str:
        place = cell.source.place if cell.source else None
        return f"{REASONS[cell.slip.kind]}{f'（{place.cell}）' if place else ''}"

    def _stale(self, explanation: Explanation) -> str:
        cells = explanation.cells
        names = "、".join(self._name(cell) for cell in cells[:_LISTED])
        more = f"等{len(cells)}个单元格" if len(cells) > _LISTED else ""
        these, each = ("这些合计仍是旧数", "均差") if len(cells) > 1 else ("仍是旧数", "差")
        kind = cells[0].fact.kind
        gap = self.unit.digits(abs(cells[0].needed - cells[0].fact.number), kind)
        amount = self.unit.full(gap, kind)
        return f"{names}{more}{these}，{each} {amount}，{REASONS[SlipKind.STALE]}"

    def _carried(self, explanation: Explanation) -> str:
        cell, *totals = explanation.cells
        follow = "".join(f"、{self._name(each)}随之为 {self._digits(each, each.needed)}" for each in totals)
        same = self.around.same_in_line(cell.fact, cell.needed)
        beside = f"，与旁边的 {same.place.cell} 一样" if same and same.place else ""
        stands, needed = self._digits(cell, cell.fact.number), self._digits(cell, cell.needed)
        agree = _agree(len(explanation.positions))
        return f"{self._name(cell)}填 {stands}，若为 {needed}{follow} 则{agree}{beside}，{_CARRIED}"

    def _repeated(self, explanation: Explanation) -> str:
        names = "、".join(self._name(cell) for cell in explanation.cells)
        first, agree = explanation.cells[0], _agree(len(explanation.positions))
        stands, needed = self._digits(first, first.fact.number), self._digits(first, first.needed)
        return f"{names}都填 {stands}，若都为 {needed} 则{agree}，{self._reason(first)}，又照抄了一遍"

    def _misplaced(self, explanation: Explanation) -> str:
        from jixiao.checks.diagnosis.disorders.misplacement import misplacement

        assert explanation.settled is not None
        told = misplacement(explanation.settled, self.records)
        return f"{told}，则{_agree(len(explanation.positions))}"

    def _digits(self, cell: CorrectedCell, value: Decimal) -> str:
        return self.unit.said(self.unit.digits(value, cell.fact.kind), cell.fact.kind)

    def _name(self, cell: CorrectedCell) -> str:
        return f"{cell.fact.lead}“{self._label(cell)}”"

    def _label(self, cell: CorrectedCell) -> str:
        key = self.records[id(cell.fact)].key
        return f"{key} {cell.fact.label}" if key else cell.fact.label


def _agree(count: int) -> str:
    return f"{count}项全部相符" if count > 1 else "相符"
