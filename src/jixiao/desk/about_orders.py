"""What is odd about the days and the office that a review was given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from jixiao.desk.letters.sender import Sender
from jixiao.desk.standing import Review, Standing


def about_days(deadline: date | None, reply_by: date | None, today: date | None) -> Iterator[str]:
    """Days that were perhaps exchanged, and one that no unit can keep. `today`: None where nobody says."""
    if deadline and reply_by and reply_by < deadline:
        yield (
            f"重新报送期限（--reply-by）{reply_by} 早于报送期限（--deadline）{deadline}，"
            "通知里写的是前者。请核对是不是写反了；写反了的，改好再办理一次。"
        )
    if reply_by and today and reply_by < today:
        yield (
            f"重新报送期限（--reply-by）{reply_by} 已经过了（今天是 {today}），通知里写的是这一天。"
            "要另定日子的，改好再办理一次。"
        )


def about_signature(sender: Sender, rows: Iterable[Standing]) -> Iterator[str]:
    """Letters without a signature; the reviewer's own template may have one of its own."""
    asked = (row.verdict not in (Review.NONE, Review.PASSED) for row in rows)
    if not sender.office and not sender.template and any(asked):
        yield "没有给出审核单位（--office），通知的落款是空的。请给出名称，再办理一次；或者打印后加盖印章。"
