"""A balance with one figure among blanks stands behind what is told of the blanks, and advises nothing."""

from __future__ import annotations

from decimal import Decimal

import pytest

from jixiao.checks.confront import confront
from jixiao.checks.not_begun import not_begun
from jixiao.model.fact import Fact, Place, Record, State
from jixiao.model.finding import Finding
from jixiao.model.outcome import Outcome, Severity
from jixiao.pack.loading import load_pack

PACK = load_pack()
BALANCE = tuple(check for check in PACK.checks if check.data.id == "BAL-01")
TERMS = ("结转结余.年初", "收入.合计", "结转结余.动用非财政结余")
TERMS += ("支出.合计", "结转结余.结余分配", "结转结余.年末")
SHEET = "收支总表"


def follows(severity: Severity = Severity.ERROR, untold: int = 0, **typed: str) -> list[str]:
    """What the balance stands behind, if these cells of the sheet are filled in."""
    filled = {term: Decimal(typed[name]) for term in TERMS if (name := term.replace(".", "_")) in typed}
    fields = {
        term: Fact(
            term,
            term,
            PACK.vocabulary[term].kind,
            Place(SHEET, f"B{row}"),
            filled.get(term),
            state=State.FILLED if term in filled else State.BLANK,
        )
        for row, term in enumerate(TERMS, 1)
    }
    cells = tuple(fact.place for fact in fields.values() if fact.place and not fact.filled)[untold:]
    blank = Finding(
        "BLANK-01", severity, Outcome.NOT_CHECKED, SHEET, "", cells=cells, key="BLANK-01@收支总表"
    )
    verdicts = confront(Record(fields), BALANCE, PACK.vocabulary, PACK.names_of_codes)
    return [hint.follows for hint in not_begun(verdicts, (blank,)).values() if not hint.suggestions]


def test_an_opening_balance_alone_waits_for_the_year():
    assert follows(结转结余_年初="41") == ["BLANK-01@收支总表"]


@pytest.mark.parametrize(
    "typed",
    [
        {"收入_合计": "1299"},
        {"收入_合计": "1299", "支出_合计": "1282.50", "结转结余_动用非财政结余": "0"},
    ],
)
def test_what_is_begun_is_judged(typed: dict[str, str]):
    assert follows(结转结余_年初="41", **typed) == []


def test_an_error_waits_neither_for_a_warning_nor_for_what_nobody_tells():
    assert follows(Severity.WARNING, 结转结余_年初="41") == []
    assert follows(untold=1, 结转结余_年初="41") == []
