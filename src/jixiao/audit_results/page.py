"""An audited report as one page for a browser: a list of what was found, and the text with marks.

The two lead to each other. The page runs nothing, needs no network, and holds no text that is not escaped.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from pathlib import Path

from jixiao.audit.document.finding import Audit, AuditFinding
from jixiao.audit_results.marks import anchor_of, pointers_of
from jixiao.audit_results.page_text import PageText
from jixiao.audit_results.wording import SEVERITIES, counted, followed_by, heading, looked_at
from jixiao.documents.document import SourceDocument

_PAGE = Path(__file__).with_name("page.html")
_MOST = 40  # links of one finding


def page(document: SourceDocument, audit: Audit) -> str:
    """The page as text."""
    text = PageText(document, audit.findings)
    parts = {
        "@TITLE@": escape(f"审核：{audit.file}"),
        "@LIST@": "\n".join(_list(audit)),
        "@TEXT@": "\n".join(text.lines()),
    }
    frame = _PAGE.read_text(encoding="utf-8")
    for sign, content in parts.items():
        before, _, behind = frame.partition(sign)
        parts[sign] = before + content
        frame = behind
    return "".join(parts.values()) + frame


def _list(audit: Audit) -> Iterator[str]:
    yield f"<h1>{escape(audit.file)}</h1>"
    yield f'<p class="dim">{looked_at(audit)}：{counted(audit)}。</p>'
    yield from (f'<p class="warning"><b>{escape(line)}</b></p>' for line in audit.unread)
    numbered = list(enumerate(audit.findings, 1))
    for severity, word in SEVERITIES.items():
        found = [(number, one) for number, one in numbered if one.severity is severity]
        if found:
            yield f"<h2>{word}（{len(found)}）</h2><ol>"
            yield from (_entry(number, one) for number, one in found)
            yield "</ol>"


def _entry(number: int, finding: AuditFinding) -> str:
    """What is found, with a link to each of its places."""
    pointers = pointers_of(finding)
    links = [
        f'<a href="#{anchor_of(number, nth)}">{escape(pointer.words or "")}“{escape(pointer.text)}”</a>'
        for nth, pointer in enumerate(pointers[:_MOST])
    ]
    left = f"……共{len(pointers)}处" if len(pointers) > _MOST else ""
    title = heading(number, finding)
    head = f'<a href="#{anchor_of(number, 0)}">{title}</a>' if pointers else title
    behind = "".join(f"<li>{escape(one.message)}</li>" for one in finding.consequences)
    return "".join(
        (
            f'<li id="f{number}" class="{finding.severity}"><b>{head}</b>{escape(finding.message)}',
            f"<p>{escape(finding.mend)}</p>" if finding.mend else "",
            f'<p class="dim">{followed_by(finding)}</p><ul>{behind}</ul>' if behind else "",
            f'<p class="dim">位置：{"、".join(links)}{left}</p>'
            if links
            else f"<p>“{escape(finding.quote)}”</p>",
            "</li>",
        )
    )
