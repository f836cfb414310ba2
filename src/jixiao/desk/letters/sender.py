"""Who writes letters to units, and until when an answer is wanted."""

from __future__ import annotations

import msgspec

RETURNED, EXPLAINED, RESEND = "退回修改通知", "补充说明通知", "重新报送通知"
OPINION = (RETURNED, EXPLAINED, RESEND)  # the kinds of letters

AGAIN = "请写在回执的“审核说明”一栏里，重新交来。"  # ends a remark that the unit has to hear, too


class Sender(msgspec.Struct, frozen=True):
    """`deadline`: an ISO date, or empty; `template`: a Word file of the reviewer's own, or empty for ours."""

    office: str = ""
    deadline: str = ""
    template: str = ""
