"""What of an indicator was changed on the sheet 指标体系, in words: which column, from what to what."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.methods.judgements import Manual
from jixiao.pack.framework import Indicator
from jixiao.pack.framework_rows import EDITED, FrameworkSheet, row_of
from jixiao.relation.texts import same_text

SHORT = 14  # characters of a cell that is quoted; of a longer one the column alone is told
BLANK = "空白"


def what_changed(sheet: FrameworkSheet, former: Indicator, present: Indicator) -> str:
    """（分值由2改为3，改了评分标准）; nothing where both rows read the same."""
    changes = list(_changes(sheet, former, present))
    changes += _as_before(sheet, former, present)
    return f"（{'，'.join(changes)}）" if changes else ""


def _as_before(sheet: FrameworkSheet, former: Indicator, present: Indicator) -> Iterator[str]:
    """Another standard alone changes no score: whoever has written other points there must be told."""
    scored = former.method == present.method and not isinstance(former.method, Manual)
    if scored and same_text(former.standard) != same_text(present.standard):
        yield f"{sheet.label('method')}和{sheet.label('parameters')}没有改，得分照旧算"


def _changes(sheet: FrameworkSheet, former: Indicator, present: Indicator) -> Iterator[str]:
    before, after = (row_of(each, sheet.section) for each in (former, present))
    for held in EDITED:
        was, now = before[held], after[held]
        if same_text(was) == same_text(now):
            continue
        label = sheet.label(held)
        if max(len(was), len(now)) > SHORT:
            yield f"改了{label}" if was and now else f"{'加' if now else '去掉'}了{label}"
        else:
            yield f"{label}由{was or BLANK}改为{now or BLANK}"
