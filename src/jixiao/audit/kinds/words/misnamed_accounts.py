"""Accounts whose names differ from those of the tables: 社会保险和就业支出（类）, 重大传染病防控（项）."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from jixiao.audit.account_heads import AccountHead
from jixiao.audit.context import AuditContext
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.document.passage import Passage
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.tables.entries import EntryTable, TableEntry
from jixiao.audit.wording_fault import WordingFault

_CLASS = re.compile(r"(?<![\u4e00-\u9fff])(?P<name>[\u4e00-\u9fff]{3,16})（(?:\d{3})?类）")
_ROW = re.compile(r"^(?:[一二三四五六七八九十]{1,3}、)")
_ITEM, _KIND, _TOP = 7, 5, 3  # digits
_ALIKE = 0.75  # of two names that are meant to be one
_CLASSES = "功能分类"  # the closed set of that name
_FEWEST = 2  # classes that the tables name
_SPENT = (FigureRole.RESULT, FigureRole.PLAIN)


def misnamed_accounts(context: AuditContext) -> Iterator[WordingFault]:
    """Classes much like one of the tables; items that are not in them, though their amount is."""
    yield from _classes(context)
    for head in context.heads:
        if (right := item_meant(head, context)) is not None:
            yield _fault(head.passage, head.item, right.name, head.start, head.end)


def _core(name: str) -> str:
    return re.sub(r"支出$", "", _ROW.sub("", name))


def _classes(context: AuditContext) -> Iterator[WordingFault]:
    entries = [entry for table in context.tables for entry in table.entries]
    names = {_core(entry.name) for entry in entries if _is_class(entry)}
    names |= _official(context) if len(names) < _FEWEST else set()
    text = "".join(passage.text for passage in context.text.passages)
    for passage in context.text.prose if len(names) >= _FEWEST else ():
        for match in _CLASS.finditer(passage.text):
            core = _core(match["name"])
            near = [name for name in names if _is_like(name, core)]
            rare = text.count(core) < text.count(near[0]) or near[0] not in text if near else False
            if core not in names and len(near) == 1 and rare:
                right = near[0] + match["name"].removeprefix(core)
                yield _fault(passage, match["name"], right, match.start(), match.end())


def _official(context: AuditContext) -> set[str]:
    """The classes of functional classification, where the report has no table of them."""
    known = [one for one in context.words.closed if one.name == _CLASSES]
    return {_core(re.sub("（类）$", "", name)) for one in known for name in one.optional}


def _is_class(entry: TableEntry) -> bool:
    """208社会保障和就业支出, 八、社会保障和就业支出."""
    numbered = _ROW.match(entry.name) is not None and entry.name.endswith("支出")
    return numbered or (len(entry.code) == _TOP and entry.code[0] == "2")


def _is_like(name: str, other: str) -> bool:
    """One or two letters otherwise in names of the same length."""
    return len(name) == len(other) and SequenceMatcher(None, name, other).ratio() >= _ALIKE


def item_meant(head: AccountHead, context: AuditContext) -> TableEntry | None:
    """The one row below its kind that no head names and that has its amount, if its own row has not."""
    amount = next((f for f in head.figures if f.measure is Metric.MONEY and f.role in _SPENT), None)
    if amount is None or not amount.value:
        return None
    said = {(one.kind, one.item) for one in context.heads}
    found = set[str]()
    rows: list[TableEntry] = []
    for table in context.tables:
        below = [e for e in _below(head.kind, table) if e.name]
        named = [e for e in below if head.item.startswith(e.name)]  # a long name may be cut off
        if named and (not _comes_twice(head, context) or any(_has(e, amount) for e in named)):
            return None
        fitting = [e for e in below if (head.kind, e.name) not in said and _has(e, amount)]
        found |= {e.name for e in fitting}
        rows += fitting
    return rows[0] if len(found) == 1 else None


def _comes_twice(head: AccountHead, context: AuditContext) -> bool:
    """Whether another item has the same name, so that one of them was copied."""
    same = (head.top, head.kind, head.item)
    return any((one.top, one.kind, one.item) == same for one in context.heads if one is not head)


def _below(kind: str, table: EntryTable) -> Iterator[TableEntry]:
    coded = table.coded
    for code, entry in coded.items():
        parent = coded.get(code[:_KIND])
        if len(code) == _ITEM and parent is not None and parent.name == kind:
            yield entry


def _has(entry: TableEntry, amount: StatedFigure) -> bool:
    return any(figure.quantity.meets(amount.quantity) for figure in entry.figures.values() if figure.value)


def _fault(passage: Passage, name: str, right: str, start: int, end: int) -> WordingFault:
    at = passage.text.find(name, start, end)
    return WordingFault(
        "ACCOUNT-NAME",
        AuditKind.NAMING,
        passage,
        (at, at + len(name)) if at >= 0 else (start, end),
        right,
        f"这里写的是“{name}”，表里是“{right}”。",
        "请核对科目名称，改成一致。",
        stated=name,
        quoted=(start, end),
    )
