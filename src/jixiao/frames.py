"""What workbooks say and what came of them, as pandas tables: for notebooks, scripts and the desk.

    import jixiao.frames
    jixiao.frames.facts(Path("各单位").glob("*.xlsm"))

A workbook that cannot be worked on raises UnusableInput; the columns are those of the tables below.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from jixiao.model.fact import Fact, Kind, Record
from jixiao.pipeline import inspect
from jixiao.result_document import identity_of, result_document

if TYPE_CHECKING:
    from jixiao.inspection import Inspection

FEN = 100  # in a 元

_BOOK = {
    "workbook": "category",
    "form": "category",
    "unit_name": "category",
    "unit_code": "category",
    "year": "Int64",
}
FACTS = {
    **_BOOK,
    "sheet": "category",
    "cell": "string",
    "term": "category",
    "label": "category",
    "kind": "category",
    "group": "category",  # the table or block it belongs to; empty for a cell that exists once
    "row": "Int64",  # of the table, from 1
    "key": "string",  # what people call the row: a code, a name
    "state": "category",  # filled, blank, text …
    "fen": "Int64",  # amounts, in 0.01 元
    "number": "Float64",  # counts, numbers, years; percentages as ratios
    "text": "string",  # texts, codes, dates
}
FINDINGS = {
    **_BOOK,
    "id": "category",
    "severity": "category",
    "outcome": "category",
    "sheet": "category",
    "cell": "string",
    "label": "string",
    "stated": "string",  # in the unit of the workbook, as are the next two
    "expected": "string",
    "difference": "string",
    "message": "string",
    "mend": "string",
    "explanation": "string",
    "key": "string",
    "follows": "string",  # the key of the finding that comes of the same slip
}
SCORES = {
    **_BOOK,
    "framework": "category",
    "id": "category",  # of the indicator
    "name": "category",
    "max": "Float64",
    "score": "Float64",  # missing while it cannot be computed
    "measure": "string",
    "reason": "string",  # of a deduction
}
_BOOK_NAMES = tuple(_BOOK)


def facts(paths: Iterable[Path]) -> pd.DataFrame:
    """Every cell of the form in every workbook, a row each; columns and dtypes: FACTS."""
    return _frame((row for inspection in _inspected(paths) for row in _facts(inspection)), FACTS)


def findings(paths: Iterable[Path]) -> pd.DataFrame:
    """Every finding in every workbook, a row each; columns and dtypes: FINDINGS."""
    return findings_of(map(result_document, _inspected(paths)))


def scores(paths: Iterable[Path]) -> pd.DataFrame:
    """Every indicator of every workbook that is scored, a row each; columns and dtypes: SCORES."""
    return scores_of(map(result_document, _inspected(paths)))


def findings_of(documents: Iterable[Mapping[str, Any]]) -> pd.DataFrame:
    """The same of documents that `check --json` has printed."""
    return _frame((_row(doc, one) for doc in documents for one in doc["findings"]), FINDINGS)


def scores_of(documents: Iterable[Mapping[str, Any]]) -> pd.DataFrame:
    """The same of documents that `check --json` has printed."""
    scored = (doc for doc in documents if doc["score"])
    rows = (
        {
            **_row(doc, one),
            "framework": doc["score"]["framework"],
            "max": float(one["max"]),
            "score": _float(one["score"]),
        }
        for doc in scored
        for one in doc["score"]["indicators"]
    )
    return _frame(rows, SCORES)


def _inspected(paths: Iterable[Path]) -> Iterator[Inspection]:
    return (inspect(Path(path)) for path in paths)


def _row(document: Mapping[str, Any], one: Mapping[str, Any]) -> dict[str, Any]:
    return {**one, **{name: document.get(name) for name in _BOOK_NAMES}, "year": _int(document.get("year"))}


def _facts(inspection: Inspection) -> Iterator[dict[str, Any]]:
    head = {"workbook": str(inspection.source.path), **identity_of(inspection)}
    head["year"] = _int(head["year"])
    for fact, place in _walk(inspection.record, {}):
        yield {**head, **place, **_content(fact)}


def _walk(record: Record, place: Mapping[str, Any]) -> Iterator[tuple[Fact, Mapping[str, Any]]]:
    yield from ((fact, place) for fact in record.fields.values())
    for group, rows in record.groups.items():
        for number, row in enumerate(rows, 1):
            yield from _walk(row, {"group": group, "row": number, "key": row.key})


def _content(fact: Fact) -> dict[str, Any]:
    number = fact.value if isinstance(fact.value, Decimal) else None
    amount = fact.kind is Kind.AMOUNT
    return {
        "term": fact.term,
        "label": fact.label,
        "kind": str(fact.kind),
        "state": fact.state.value,
        "sheet": fact.place.sheet if fact.place else None,
        "cell": fact.place.cell if fact.place else None,
        "fen": fen(number) if amount and number is not None else None,
        "number": float(number) if number is not None and not amount else None,
        "text": fact.text if number is None and fact.value is not None else None,
    }


def fen(amount: Decimal) -> int:
    """元 -> 0.01 元. Workbooks hold amounts to the cent (Decision 6)."""
    return int(amount * FEN)


def _int(text: str | None) -> int | None:
    return int(text) if text and text.isdigit() else None


def _float(text: str | None) -> float | None:
    return None if text is None else float(text)


def _frame(rows: Iterable[Mapping[str, Any]], dtypes: Mapping[str, str]) -> pd.DataFrame:
    """A table of exactly these columns, also where there is no row."""
    columns: dict[str, list[Any]] = {name: [] for name in dtypes}
    for row in rows:
        for name, values in columns.items():
            values.append(row.get(name))
    return pd.DataFrame(
        {
            name: pd.array(values, dtype=dtypes[name])
            if dtypes[name] != "category"
            else pd.Categorical(values)
            for name, values in columns.items()
        }
    )
