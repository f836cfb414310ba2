"""Faults of codes -> what the findings say of them, and which of these come first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from jixiao.checks.codes.attempts import Mend
from jixiao.checks.codes.faults import CodeFault
from jixiao.model.fact import Fact, Place
from jixiao.model.finding import Correction, Suggestion
from jixiao.model.hint import CodeHints, Hint

_WRONG = "像是打错了编码"
_BLANK = "像是漏填了编码"
_MISSING = "像是漏列一行"
_SPLIT = "像是一个编码分成了两行"
_TWICE = "像是同一行录了两遍"


def code_hints(faults: Iterable[CodeFault], keys: Mapping[int, str]) -> CodeHints:
    """The first relation of a fault carries the suggestion, the others follow it by its key."""
    said: dict[int | Place, Hint] = {}
    first = set()
    for fault in faults:
        suggestions = tuple(_suggestions(fault))
        leading, *others = fault.verdicts
        pointer = Hint(f"很可能是{_named(fault)}引起的。", follows=keys[id(leading)])
        message = _undecided(fault) if len(suggestions) > 1 else suggestions[0].message
        said |= {id(leading): Hint(message, suggestions), **dict.fromkeys(map(id, others), pointer)}
        first.add(keys[id(leading)])
    return CodeHints(said, frozenset(first))


def _suggestions(fault: CodeFault) -> Iterator[Suggestion]:
    count = len(fault.verdicts)
    agree = f"{count}项全部相符" if count > 1 else "相符"
    for code, name in zip(fault.needed, fault.names, strict=True):
        meant = f"{code}（{name}）" if name else f"{code} "
        if fault.cell is None or fault.mend is Mend.ADDED:
            words = f"补上 {meant}一行（各栏为其下各行之和）则{agree}"
            yield Suggestion(f"{words}，{_MISSING}。", _MISSING)
            continue
        cell = fault.cell
        typed = _typed(cell)
        if fault.mend is Mend.DROPPED:
            dropped = Correction(cell.place, f"{typed} {cell.label}", typed, "")
            yield Suggestion(f"删去 {_place(fault)}这一行则{agree}，{_TWICE}。", _TWICE, (dropped,))
            continue
        if fault.mend is Mend.MERGED:
            words = f"{_place(fault)}这一行的数并入 {typed} 的第一行，则{agree}，{_SPLIT}。"
            yield Suggestion(words, _SPLIT, (Correction(cell.place, f"{typed} {cell.label}", typed, ""),))
            continue
        stands, slip = (f"填 {typed}", _WRONG) if typed else ("空着", _BLANK)
        below = fault.mend is Mend.BELOW
        words = f"{_place(fault)}“{cell.label}”{stands}，若为 {meant}{'的下级' if below else ''}则{agree}"
        correction = Correction(cell.place, f"{typed} {cell.label}".strip(), typed, "" if below else code)
        yield Suggestion(f"{words}，{slip}。", slip, (correction,))


def _undecided(fault: CodeFault) -> str:
    pairs = zip(fault.needed, fault.names, strict=True)
    listed = "、".join(f"{code}（{name}）" if name else code for code, name in pairs)
    if fault.mend is Mend.BELOW:
        assert fault.cell
        return f"{_place(fault)}“{fault.cell.label}”空着，可能是 {listed}的下级。"
    return f"{'代码表中' if all(fault.names) else ''}只差一位的有 {listed}。"


def _named(fault: CodeFault) -> str:
    if fault.mend is Mend.ADDED:
        return f"缺 {fault.needed[0]} 这一行"
    assert fault.cell
    typed = _typed(fault.cell)
    if fault.mend in (Mend.DROPPED, Mend.MERGED):
        return f"{_place(fault)}编码 {typed} 重复"
    return f"{_place(fault)}编码{f' {typed} 填错' if typed else '没有填'}"


def _typed(cell: Fact) -> str:
    """A code, or whatever else stands in its cell."""
    return cell.text or cell.typed


def _place(fault: CodeFault) -> str:
    return f"{fault.cell.place} " if fault.cell and fault.cell.place else ""
