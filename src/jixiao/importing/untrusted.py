"""Tables that were read and of which nothing is taken, for their figures may stand at wrong places."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

from jixiao.importing.guide import filled
from jixiao.importing.header import has_unnamed_figures
from jixiao.importing.table_reading import TableReading
from jixiao.pack.pack import Pack

NO_LABEL = "有一栏数上面没有表头，各栏可能错位了，整张表没有导入，共 {} 个数"
SUBTOTALS = "各行之和不等于合计，可能有小计行，整张表没有导入，共 {} 个数"
TWICE = "科目编码“{}”在本表出现了两次，不知道哪一行算数，整张表没有导入，共 {} 个数"


def refuse_untrusted(reading: TableReading) -> None:
    """Take nothing of a table that was misread, or is wrong; it is listed as a whole."""
    _refuse_doubled_codes(reading)
    _refuse_subtotals(reading)
    if reading.header and reading.taken and has_unnamed_figures(reading.region, reading.header):
        reading.refuse(NO_LABEL)


def _refuse_subtotals(reading: TableReading) -> None:
    """Rows known by their names alone: if they are not what the total says, some of them may be subtotals."""
    for plan in reading.plans:
        records = reading.records.get(plan.part.table, []) if plan.part.named else []
        for key in plan.keys.values() if records else ():
            total = reading.entries.get(filled(plan.part.total, key))
            rows = [record.amounts[key].value for record in records if key in record.amounts]
            if total is not None and not _adds_up(rows, total.value):
                reading.refuse(SUBTOTALS)
                return


def _adds_up(parts: list[Decimal], total: Decimal) -> bool:
    """To what each may have lost when it was rounded to the decimals that are printed."""
    last_digit = min(int(value.as_tuple().exponent) for value in (*parts, total))
    lost = (len(parts) + 1) * Decimal(10) ** last_digit / 2 if last_digit < 0 else 0
    return abs(sum(parts) - total) <= lost


def _refuse_doubled_codes(reading: TableReading) -> None:
    """A code that comes twice: the table was misread, or is wrong, and its figures are not to be trusted."""
    for records in reading.records.values():
        counts = Counter(record.code for record in records)
        doubled = next((code for code, count in counts.items() if count > 1), None)
        if doubled is not None:
            reading.refuse(TWICE.format(doubled, "{}"))
            return


def has_strange_codes(reading: TableReading, pack: Pack) -> bool:
    """Whether most codes of a table are of classes that its code list does not have: it is another table."""
    for table, records in reading.records.items():
        codes = pack.names_of_codes[pack.code_tables[table].title] if table in pack.code_tables else None
        strange = sum(record.code[:3] not in codes for record in records) if codes else 0
        if 2 * strange > len(records):
            return True
    return False
