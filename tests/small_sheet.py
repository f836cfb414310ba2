"""A small vocabulary and workbook for the tests of the relation language."""

from __future__ import annotations

from decimal import Decimal

from jixiao.model.fact import Fact, Kind, Place, Record, State
from jixiao.model.term import Term
from jixiao.relation.scope import Scope

WAN = Decimal(100)  # 0.01 万元 in 元


def _terms(kind: Kind, path: tuple[str, ...], *names: str) -> dict[str, Term]:
    return {name: Term(name, name.rpartition(".")[2], kind, "表", path) for name in names}


VOCABULARY = {
    **_terms(Kind.AMOUNT, (), "总.合计", "总.一", "总.二", "总.三", "总.四"),
    **_terms(Kind.TEXT, (), "总.名称"),
    **_terms(Kind.CODE, ("表",), "表.编码"),
    **_terms(Kind.TEXT, ("表",), "表.名称"),
    **_terms(Kind.AMOUNT, ("表",), "表.金额"),
    **_terms(Kind.AMOUNT, ("他",), "他.金额"),
    **_terms(Kind.AMOUNT, ("块",), "块.合计"),
    **_terms(Kind.AMOUNT, ("块", "块.项"), "块.项.金额"),
}


def fact(name: str, value: str | Decimal | None, quantum: Decimal = WAN, state: State | None = None) -> Fact:
    """A fact in 元; numbers are given in 万元."""
    kind = VOCABULARY[name].kind
    given = None if value is None else (Decimal(value) * 10000 if kind.numeric else value)
    found = state or (State.BLANK if value is None else State.FILLED)
    return Fact(
        name, VOCABULARY[name].label, kind, Place("表", "A1"), given, quantum if given else Decimal(0), found
    )


def record(**fields: str | None) -> Record:
    """The workbook with single cells 总_合计=… and everything else blank."""
    given = {name.replace("_", ".", 1): value for name, value in fields.items()}
    single = {name: fact(name, given.get(name)) for name, term in VOCABULARY.items() if not term.path}
    return Record(single, {"表": (), "他": (), "块": ()})


def with_rows(base: Record, rows: list[tuple[str, str, str]]) -> Record:
    """The workbook with rows of code, name and amount."""
    made = tuple(
        Record(
            {"表.编码": fact("表.编码", c), "表.名称": fact("表.名称", n), "表.金额": fact("表.金额", a)},
            {},
            c,
        )
        for c, n, a in rows
    )
    return Record(base.fields, {**base.groups, "表": made})


def with_blocks(base: Record, blocks: list[tuple[str, list[str]]]) -> Record:
    """The workbook with repeated blocks: a total and its items."""
    made = tuple(
        Record(
            {"块.合计": fact("块.合计", total)},
            {"块.项": tuple(Record({"块.项.金额": fact("块.项.金额", item)}) for item in items)},
            f"第{number}块",
        )
        for number, (total, items) in enumerate(blocks, 1)
    )
    return Record(base.fields, {**base.groups, "块": made})


def scope(base: Record) -> Scope:
    return Scope(base, VOCABULARY)
