"""A unit that is on no roster is asked in its letter who it is, besides what is found in its workbook."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from jixiao.desk.examined import ExaminedBook
from jixiao.desk.letters.came_back import Reply
from jixiao.desk.standing import Arrival, Standing

KEY = "名册外"  # stands on the reply sheet where findings have their keys
_ANSWERED = f"里对{KEY}的说明"


def matter(row: Standing, one: ExaminedBook) -> tuple[Mapping[str, Any], ...]:
    """What such a unit is asked, as a finding; nothing of the others, and of one that has answered."""
    if row.arrival is not Arrival.UNKNOWN or any(_ANSWERED in remark for remark in one.remarks):
        return ()
    said = {"单位名称": one.said("unit_name"), "单位编码": one.said("unit_code")}
    named = "、".join(f"{what}“{text}”" for what, text in said.items() if text)
    texts = dict.fromkeys(("cell", "stated", "expected", "difference", "explanation", "follows"), "")
    return (
        {
            **texts,
            "key": KEY,
            "severity": "warning",
            "amounts": False,
            "outcome": KEY,
            "sheet": "单位概况",
            "message": f"{named}与应报单位的名册对不上（{KEY}）。",
            "mend": "请核对单位名称和单位编码：填错的请改正；没有填错的，请说明本单位的上级单位和全称。",
            "suggestions": (),
        },
    )


def about_answers(replies: Mapping[str, Reply]) -> Iterator[str]:
    """What a unit has answered: it closes no finding, for the roster is the reviewer's."""
    for name, reply in replies.items():
        if answer := reply.answers.get(KEY):
            yield f"回执“{name}”{_ANSWERED}“{answer.text}”，请据此核对名册。"
