"""Units that have sent workbooks, but none of the form that most others have sent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jixiao.desk.standing import Standing
from jixiao.pack.loading import data_folder, load_pack
from jixiao.pack.rollup_file import telling_terms

SHOWN = 10


def about_other_forms(rows: Sequence[Standing]) -> Iterator[str]:
    """They count as having reported: whether the other form is wanted of them, too, no file says."""
    forms: dict[str, set[str]] = {}
    for row in rows:
        if row.counts and row.form:
            forms.setdefault(row.unit or row.name, set()).add(row.form)
    having = {
        form: sum(form in sent for sent in forms.values()) for form in set[str]().union(*forms.values())
    }
    usual = next(
        (form for form, number in having.items() if 2 * number > len(forms) and _is_sent_once(form)), ""
    )
    without = [(name, sent) for name, sent in forms.items() if usual not in sent]
    if not usual or not without:
        return
    told = "、".join(
        f"“{name}”只有“{'”“'.join(sorted(load_pack(form).form.title for form in sent))}”"
        for name, sent in without[:SHOWN]
    )
    more = f"等 {len(without)} 家" if len(without) > SHOWN else ""
    yield (
        f"多数单位报的是“{load_pack(usual).form.title}”，没有收到这种表样的单位也算已报：{told}{more}。"
        "这种表样也要报的，请催报。"
    )


def _is_sent_once(form: str) -> bool:
    """Not one for each project or fund, of which a unit may have none."""
    return not telling_terms(data_folder("workbook_templates"), form)
