"""A code one key away from the code whose name stands in its row: every sum holds, so only the name tells it.

What the list says of such a row alone is a note, for the list need not have all codes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jixiao.checks.codes.faults import is_about_codes
from jixiao.checks.confront import Verdict
from jixiao.model.fact import Fact, places_of
from jixiao.model.finding import Correction, Finding, Suggestion
from jixiao.model.listed_codes import NO_CODES, ListedCodes, slipped
from jixiao.model.outcome import Outcome, Severity
from jixiao.pack.pack import Pack

ID = "CODE-01"


def misnamed_rows(notes: Iterable[Verdict], pack: Pack) -> Iterator[tuple[Verdict, Finding]]:
    """What notes about rows are rather warnings of, each with the note."""
    for verdict in notes:
        for table, known in pack.code_tables.items():
            if is_about_codes(verdict, table, pack) and (row := verdict.scope.current.get(table)):
                names = pack.names_of_codes.get(known.title, NO_CODES)
                code, name = row.fields[known.code], row.fields[known.name]
                meant = _meant(code.text, name.text, names)
                taken = {each.fields[known.code].text for each in verdict.scope.root.groups[table]}
                if meant and meant not in taken:  # if it is, the name is what was typed wrong
                    yield verdict, _finding(table, code, name, meant)


def _meant(code: str, name: str, names: ListedCodes) -> str:
    """The one code of that name, if it is a slip away from this one; 行政运行 is the name of many."""
    named = [listed for listed, title in names.items() if name and title == name]
    return named[0] if len(named) == 1 and named[0] != code and named[0] in slipped(code) else ""


def _finding(table: str, code: Fact, name: Fact, meant: str) -> Finding:
    reason = f"像是 {meant} 打错"
    ending = f"名称“{name.text}”是 {meant} 的，{reason}。"
    correction = Correction(code.place, f"{code.text} {code.label}", code.text, meant)
    return Finding(
        id=ID,
        severity=Severity.WARNING,
        outcome=Outcome.INCONSISTENT,
        label=code.label,
        message=f"{code.lead}“{code.label}”填 {code.text}，{ending}",
        place=code.place,
        stated=code.text,
        expected=meant,
        mend="请核对编码和名称，改正打错的一个；都没有错的，请在审核说明中写明。",
        cells=places_of((code, name)),
        key=f"{ID}@{table} {code.text}",
        title="编码与名称是同一个科目的",
        suggestions=(Suggestion(ending, reason, (correction,)),),
    )
