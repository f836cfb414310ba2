"""The letter to a unit whose workbook has something to be mended or explained, from a Word template."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from docx.opc.exceptions import OpcError
from jinja2 import TemplateError

from jixiao.archives import zipped
from jixiao.desk.examined import BEHIND, ExaminedBook, whole_score
from jixiao.desk.folder import REPLY
from jixiao.desk.letters.filling import filled_members
from jixiao.desk.letters.laid import stamped
from jixiao.desk.letters.sender import AGAIN, EXPLAINED, RESEND, RETURNED, Sender
from jixiao.model.errors import UnusableInput
from jixiao.pack.loading import data_folder
from jixiao.report.template.opening import Opened, open_template, read_template
from jixiao.report.template.unfilled_parts import unfilled_tags
from jixiao.report.word.errors import why

_FAULTS = (OSError, LookupError, ValueError, TypeError, AttributeError, ArithmeticError, SyntaxError)
OLD, NEW = "上次已提出", "新出现"
ROLE = "通知模板"
TEMPLATE = Path("letter") / "letter.docx"  # below report_templates


def letter_name(found: list[Mapping[str, Any]]) -> str:
    """What kind of letter it is: errors are mended, warnings may be explained."""
    return RETURNED if any(finding["severity"] == "error" for finding in found) else EXPLAINED


def letter(
    one: ExaminedBook,
    found: list[Mapping[str, Any]],
    sender: Sender,
    more: Sequence[Mapping[str, Any]] = (),
) -> bytes:
    """The letter as bytes. Raises UnusableInput for a template that cannot be filled.

    `more`: what is asked besides findings; it was in no letter before.
    """
    return filled_letter(_context(one, found, sender, more), sender)


def filled_letter(context: Mapping[str, Any], sender: Sender) -> bytes:
    """The template filled. Raises UnusableInput if that does not go."""
    path = Path(sender.template) if sender.template else data_folder("report_templates") / TEMPLATE
    template = zipped(_opened(path).members) if sender.template else path.read_bytes()
    try:
        members = filled_members(template, context)
    except (TemplateError, OpcError, *_FAULTS) as error:
        raise UnusableInput(
            f"{ROLE}“{path.name}”用不了：{why(error)}。可用的标签见 docs/reviewer.zh-CN.md。"
        ) from error
    return stamped(members)


def _opened(path: Path) -> Opened:
    """The reviewer's own template. Raises UnusableInput."""
    opened = open_template(read_template(path, ROLE), path.name, ROLE)
    for trouble in unfilled_tags(opened.members):
        raise trouble.error(path.name, ROLE)
    return opened


def prove_letter(sender: Sender) -> str:
    """Fill the template with an invented unit's findings: what of it is left out, as a sentence.

    Raises UnusableInput if that does not go.
    """
    texts = dict.fromkeys(
        ("sheet", "cell", "message", "stated", "expected", "difference", "mend", "outcome", "key"), "1"
    )
    found: list[Mapping[str, Any]] = [
        {**texts, "severity": severity, "suggestions": []} for severity in ("error", "warning")
    ]
    letter(ExaminedBook("1.xlsm", "0"), found, sender)
    path = Path(sender.template)
    return _opened(path).cut if sender.template else ""


def _context(
    one: ExaminedBook, found: list[Mapping[str, Any]], sender: Sender, more: Sequence[Mapping[str, Any]]
) -> dict[str, Any]:
    wrong = [_row(number, finding, one) for number, finding in enumerate(_of(found, "error"), 1)]
    asked = [*more, *_of(found, "warning")]
    doubtful = [_row(number, finding, one) for number, finding in enumerate(asked, 1)]
    if not sender.template:  # ours has the place beside it
        wrong, doubtful = ([_without_its_place(row) for row in rows] for rows in (wrong, doubtful))
    doubtful = [{**row, "情况": ""} if number < len(more) else row for number, row in enumerate(doubtful)]
    score = (one.document or {}).get("score") or {}
    return {
        **_head(one, sender),
        "标题": letter_name([*found, *more]),
        "年度": one.said("year"),
        "事由": "",
        "改正情况": "".join([_since(one, found), *_to_write_elsewhere(one)]),
        "错误数": len(wrong),
        "警告数": len(doubtful),
        "连带数": sum(finding.get(BEHIND, 0) for finding in found),
        "须改正": wrong,
        "须说明": doubtful,
        "得分": whole_score(score),
    }


def _head(one: ExaminedBook, sender: Sender) -> dict[str, str]:
    return {
        "单位": one.said("unit_name") or f"报送“{Path(one.book).name}”的单位",
        "文件": Path(one.book).name,
        "保存时间": moment(one.saved),
        "校验码": one.digest[:8],
        "期限": _day(sender.deadline),
        "审核单位": sender.office,
        "回执": REPLY.removesuffix(".xlsx"),
    }


def notice_context(one: ExaminedBook, reason: str, year: str, sender: Sender) -> dict[str, Any]:
    """What a letter says of a workbook that was not worked on: one matter, which concerns all of it."""
    texts = dict.fromkeys(("填报数", "对应数", "差额", "原因", "情况"), "")
    matter = {"序号": "1", "位置": "整本工作簿", "问题": reason, "怎样改": "请重新报送。", **texts}
    return {
        **_head(one, sender),
        "标题": RESEND,
        "年度": year,
        "事由": reason,
        "改正情况": "",
        "错误数": 1,
        "警告数": 0,
        "连带数": 0,
        "须改正": [matter],
        "须说明": [],
        "得分": "",
    }


def _of(found: list[Mapping[str, Any]], severity: str) -> list[Mapping[str, Any]]:
    return [finding for finding in found if finding["severity"] == severity]


def moment(saved: str) -> str:
    """When a file was saved, as people write it."""
    return saved[:16].replace("T", " ") or "不详"


def _since(one: ExaminedBook, found: list[Mapping[str, Any]]) -> str:
    """What has come of the last letter."""
    if one.before is None:
        return ""
    now, then = {finding["key"] for finding in found}, set(one.before.asked)
    last = f"与上次审核的一份（保存时间{moment(one.before.saved)}）相比"
    if one.heard and one.before.saved == one.saved:
        last = "与上次审核时相比（工作簿没有变，这次有新的审核回执）"
    return (
        f"{last}：上次提出{len(then)}处，"
        f"已改正或说明{len(then - now)}处，还没有改好{len(then & now)}处，新出现{len(now - then)}处。"
    )


def _to_write_elsewhere(one: ExaminedBook) -> Iterator[str]:
    """What the unit has written on a sheet of answers where nobody reads it."""
    return (remark for remark in one.remarks if remark.endswith(AGAIN))


def _row(number: int, finding: Mapping[str, Any], one: ExaminedBook) -> dict[str, str]:
    place = f"{finding['sheet']}!{finding['cell']}" if finding["cell"] else finding["sheet"] or "—"
    cause = finding["suggestions"][0]["message"] if finding["suggestions"] else ""
    return {
        "序号": str(number),
        "位置": place,
        "问题": finding["message"],
        "填报数": finding["stated"],
        "对应数": finding["expected"],
        "差额": finding["difference"],
        "原因": cause,
        "怎样改": finding["mend"],
        "情况": "" if one.before is None else OLD if finding["key"] in one.before.asked else NEW,
    }


def _without_its_place(row: dict[str, str]) -> dict[str, str]:
    return {**row, "问题": row["问题"].removeprefix(f"{row['位置']} ")}


def _day(iso: str) -> str:
    if not iso:
        return ""
    day = date.fromisoformat(iso)
    return f"{day.year}年{day.month}月{day.day}日"
