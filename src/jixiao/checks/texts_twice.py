"""Paragraphs that stand twice in a table of texts: no equation knows them, and the report prints them all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jixiao.checks.pasted_twice import again, numbers_of_rows, sheet_of, span
from jixiao.model.fact import Record, places_of
from jixiao.model.finding import Correction, Finding, Suggestion
from jixiao.model.outcome import Outcome, Severity

ID = "ROWS-02"
_REASON = "像是粘贴了两遍"


def texts_twice(record: Record) -> Iterator[Finding]:
    """One finding for each table of texts some rows of which say the same as rows before them."""
    for table, rows in record.groups.items():
        if is_of_texts(rows) and (found := again(rows, tuple(rows[0].fields), fewest=1)):
            yield _finding(table, rows, found)


def is_of_texts(rows: Sequence[Record]) -> bool:
    """True for a table that has nothing but texts, whole paragraphs among them."""
    facts = rows[0].fields.values() if rows and not rows[0].groups else ()
    kinds = {fact.kind for fact in facts}
    return "paragraph" in kinds and not any(kind.numeric for kind in kinds)


def _finding(table: str, rows: Sequence[Record], found: list[tuple[range, range]]) -> Finding:
    cells = [fact for _, block in found for number in block for fact in rows[number].fields.values()]
    count = sum(len(block) for _, block in found)
    firsts = "、".join(dict.fromkeys(numbers_of_rows(rows, first) for first, _ in found))
    ending = f"清空{span(rows, found)}，报告就不会印两遍，{_REASON}。"
    corrections = tuple(
        Correction(fact.place, f"{rows[0].key or ''}{fact.label}".strip(), fact.text, "") for fact in cells
    )
    said = f"“{sheet_of(rows)}”表{span(rows, found)}（{count}行）与{firsts}一模一样。"
    return Finding(
        id=ID,
        severity=Severity.WARNING,
        outcome=Outcome.INCONSISTENT,
        label=cells[0].label,
        message=f"{cells[0].lead}{said}{ending}",
        place=cells[0].place,
        mend="请选中重复的各行浅黄色的格，按 Delete 清空，再办理一次；确要印两遍的，请在审核说明中写明。",
        cells=places_of(cells),
        key=f"{ID}@{table}",
        title="同样的段落没有录两遍",
        suggestions=(Suggestion(ending, _REASON, corrections),),
    )
