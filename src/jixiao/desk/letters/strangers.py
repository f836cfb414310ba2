"""Who a unit is, where the roster says otherwise: its letter asks, besides what is found in its workbook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from jixiao.desk.examined import ExaminedBook
from jixiao.desk.letters.came_back import Reply
from jixiao.desk.standing import Arrival, Standing

KEY, CODE = "名册外", "编码名称"  # stand on the reply sheet where findings have their keys
ASKED = (KEY, CODE)
_WRONG = "填错的请改正；没有填错的，请说明"
_MEND = {
    KEY: f"请核对单位名称和单位编码：{_WRONG}本单位的上级单位和全称。",
    CODE: f"请核对单位名称和单位编码：{_WRONG}正确的编码和全称。",
}


def matter(row: Standing, one: ExaminedBook) -> tuple[Mapping[str, Any], ...]:
    """What such a unit is asked, as a finding; nothing of the others, and of one that has answered."""
    key = kind(row)
    if not key or any(_answered(key) in remark for remark in one.remarks):
        return ()
    texts = dict.fromkeys(("cell", "stated", "expected", "difference", "explanation", "follows"), "")
    return (
        {
            **texts,
            "key": key,
            "severity": "warning",
            "amounts": False,
            "outcome": key,
            "sheet": "单位概况",
            "message": _unlisted(one) if key == KEY else row.odd,
            "mend": _MEND[key],
            "suggestions": (),
        },
    )


def kind(row: Standing) -> str:
    """What it is asked about: that it is on no roster, or there otherwise; mostly neither."""
    return KEY if row.arrival is Arrival.UNKNOWN else CODE if row.counts and row.odd else ""


def about_answers(replies: Mapping[str, Reply]) -> Iterator[str]:
    """What a unit has answered: it closes no finding, for the roster is the reviewer's."""
    for name, reply in replies.items():
        for key in _MEND:
            if answer := reply.answers.get(key):
                yield f"回执“{name}”{_answered(key)}“{answer.text}”，请据此核对名册。"


def still_told(remarks: Iterable[str], *, settled: bool) -> Iterator[str]:
    """Without what a unit has answered about its code and name, once the roster agrees with these."""
    return (one for one in remarks if not (settled and any(_answered(key) in one for key in _MEND)))


def _unlisted(one: ExaminedBook) -> str:
    said = {"单位名称": one.said("unit_name"), "单位编码": one.said("unit_code")}
    named = "、".join(f"{what}“{text}”" for what, text in said.items() if text)
    return f"{named}与应报单位的名册对不上（{KEY}）。"


def _answered(key: str) -> str:
    return f"里对{key}的说明"
