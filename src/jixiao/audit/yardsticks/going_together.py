"""Whether a report and what it is held against go together: of one year and unit, mostly the same figures."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jixiao.audit.context import AuditContext
from jixiao.audit.document.finding import AuditFinding, AuditKind, Pointer
from jixiao.audit.document.passage import Passage, alike, tight
from jixiao.audit.office_names import names_in, own_name
from jixiao.audit.relations.stated import rounded
from jixiao.audit.relations.variants import variants
from jixiao.audit.yardsticks.against import Discrepancy, YardstickComparison
from jixiao.audit.yardsticks.known import Yardstick
from jixiao.audit.yardsticks.unplaced import said_of_unplaced
from jixiao.model.outcome import Severity

IDS = {AuditKind.BOOK: "BOOK", AuditKind.LAST_YEAR: "LAST-YEAR"}
_FEW = 5  # figures that differ, most of all: then it is another workbook rather than a slip
_NEAR = 10  # a tenth
_AROUND = 80  # letters of a quote


def mismatch(context: AuditContext, yardstick: Yardstick) -> AuditFinding | None:
    """A workbook or report of another year than it has to be."""
    book = yardstick.kind is AuditKind.BOOK
    said = f"{yardstick.said}“{yardstick.file}”"
    wanted = context.year if book else context.year - 1
    if not yardstick.year:
        why = f"{said}没有写明是哪一年的，没有和它核对。"
    elif not context.year and not book:
        why = f"看不出这份报告是哪一年的，没有和{said}核对。"
    elif context.year and yardstick.year != wanted:
        why = f"报告是{context.year}年的，{said}是{yardstick.year}年的，应是{wanted}年的，没有核对。"
    else:
        return None
    return _about_all(context, f"{IDS[yardstick.kind]}-YEAR", yardstick.kind, why)


def of_another_unit(context: AuditContext, yardstick: Yardstick) -> list[AuditFinding]:
    """A workbook or report of a unit that the report never names."""
    owner = re.sub("（.*?）", "", alike(tight(yardstick.owner)))
    text = "".join(passage.text for passage in context.text.passages)
    own = "".join(own_name(names_in(context), context) or ())
    if not owner or not own or owner in text or own in owner:
        return []
    why = f"报告写的单位是“{own}”，{yardstick.said}“{yardstick.file}”写的是“{owner}”。"
    return [_about_all(context, f"{IDS[yardstick.kind]}-UNIT", yardstick.kind, why)]


def _about_all(
    context: AuditContext, rule: str, kind: AuditKind, why: str, consequences: Sequence[AuditFinding] = ()
) -> AuditFinding:
    """A finding about the whole report, at the passage that says its year."""
    year = str(context.year)
    passages = context.text.passages
    at: Passage | None = next(
        (one for one in passages if year in one.text), passages[0] if passages else None
    )
    mend = "请检查是否选错了文件。"
    if at is None:
        return AuditFinding(rule, kind, Severity.WARNING, why, "", mend=mend)
    start = max(at.text.find(year), 0)
    end = start + len(year)
    pointers: tuple[Pointer, ...] = (at.pointer(start, end),)
    return AuditFinding(
        rule,
        kind,
        Severity.WARNING,
        why,
        at.raw[:_AROUND],
        at.page,
        at.paragraph,
        at.at,
        mend=mend,
        pointers=pointers,
        consequences=tuple(consequences),
    )


def done(comparison: YardstickComparison) -> str:
    """What was held against it, and how that came out."""
    yardstick = comparison.yardstick
    said = f"{yardstick.said}“{yardstick.file}”"
    left = said_of_unplaced(comparison.unplaced, yardstick.kind, yardstick.said)
    if not comparison.compared:
        return f"报告里没有认得出和{said}是同一项的数，没有核对。{left}"
    different = f"，{len(comparison.found)}个不同" if comparison.found else "，都相同"
    return f"与{said}核对了{comparison.compared}个数{different}。{left}"


def is_other(comparison: YardstickComparison) -> bool:
    """Whether most figures differ, and mostly by so much that no slip explains it."""
    found = comparison.found
    unlike = [one for one in found if not _is_slip(one)]
    return len(found) >= _FEW and len(found) * 2 > comparison.compared and len(unlike) * 2 > len(found)


def _is_slip(one: Discrepancy) -> bool:
    """Near, or what a slip of typing makes of it."""
    near = abs(one.expected - one.like.value) * _NEAR <= abs(one.expected)
    return near or rounded(one.expected, one.like) in set(variants(one.like))


def other(
    comparison: YardstickComparison, own: Sequence[AuditFinding], context: AuditContext
) -> AuditFinding:
    """One finding instead of all that differ."""
    yardstick = comparison.yardstick
    why = (
        f"和{yardstick.said}“{yardstick.file}”核对的{comparison.compared}个数里有{len(comparison.found)}个不同，"
        "像是另一家单位的，或另一稿。"
    )
    return _about_all(context, f"{IDS[yardstick.kind]}-OTHER", yardstick.kind, why, own)
