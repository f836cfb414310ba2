"""What a report says about where it comes from: its workbook, its pack, its template, the tool.

The workbook's hash is one of what people have typed, not of the file: a run writes its results into the file,
and Excel rewrites it at every save, without a figure having changed.
"""

from __future__ import annotations

import hashlib
from decimal import Decimal

from jixiao import __version__
from jixiao.model.fact import Fact, Record
from jixiao.model.figures import plain
from jixiao.pack.pack import Pack

WORKBOOK = "jixiao.workbook.sha256"
PACK = "jixiao.pack"
PACK_VERSION = "jixiao.pack.version"
FRAMEWORK = "jixiao.framework"
TEMPLATE = "jixiao.template"
VERSION = "jixiao.version"


def provenance(record: Record, pack: Pack, framework: str, template: str) -> dict[str, str]:
    """The properties of a report, besides the hash of its own text."""
    return {
        WORKBOOK: entered_hash(record, pack),
        PACK: pack.form.id,
        PACK_VERSION: pack.form.version,
        FRAMEWORK: framework,
        TEMPLATE: template,
        VERSION: __version__,
    }


def entered_hash(record: Record, pack: Pack) -> str:
    """SHA-256 of all that was typed, by term, in the order of the form; computed cells do not count."""
    lines: list[str] = []
    _collect(record, pack, lines)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _collect(record: Record, pack: Pack, lines: list[str]) -> None:
    for term, fact in record.fields.items():
        if (fact.value is None and not fact.typed) or term in pack.formulas:
            continue
        lines.append(f"{term}\t{_typed(fact)}")
    for name, rows in record.groups.items():
        for row in rows:
            lines.append(name)
            _collect(row, pack, lines)


def _typed(fact: Fact) -> str:
    """What stands in the cell, the same however a spreadsheet program writes it."""
    if isinstance(fact.value, Decimal):
        return plain(fact.value)
    return repr(fact.typed if fact.value is None else str(fact.value))
