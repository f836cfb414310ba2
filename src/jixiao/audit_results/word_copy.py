"""A copy of an audited Word document with a comment at each place of a finding; the rest stays as it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec
from lxml import etree

from jixiao.archives import zipped
from jixiao.audit.document.finding import AuditFinding, Pointer, TextSpan
from jixiao.audit_results.wording import told
from jixiao.documents.word_documents import DOCUMENT, WordSource, located_blocks
from jixiao.documents.word_text import Written
from jixiao.report.word.comment_marks import surround
from jixiao.report.word.comment_part import next_number, with_remarks
from jixiao.report.word.comments import AUTHOR
from jixiao.report.word.errors import TemplateError
from jixiao.report.word.wordml import DAMAGED
from jixiao.workbook.file.package import Package, damaged

_MOST = 12  # comments about one finding


class AuditRemark(msgspec.Struct, frozen=True):
    """What is said at a place of the document."""

    span: TextSpan
    lines: tuple[str, ...]
    author: str = AUTHOR
    initials: str = "jx"
    date: str = ""  # no clock


class MarkedCopy(msgspec.Struct, frozen=True):
    """`unplaced`: the numbers of findings for which no place was found."""

    content: bytes
    unplaced: tuple[int, ...] = ()


def marked_word_copy(package: Package, findings: Sequence[AuditFinding]) -> MarkedCopy:
    """The copy. Raises UnusableInput if a part that would hold the comments is broken."""
    root = package.xml(DOCUMENT)
    sources = [source for _, source in located_blocks(package, root)]
    members = {name: package.part(name) for name in package.names}
    document = _named(package)
    try:
        first = next_number(members, document)
        placed, unplaced = _placed(findings, sources, first)
        if not placed:
            return MarkedCopy(package.content, unplaced)
        members[document] = etree.tostring(root, encoding="UTF-8", standalone=True)
        return MarkedCopy(zipped(with_remarks(members, placed, document)), unplaced)
    except (*DAMAGED, TemplateError) as error:
        raise damaged(package.path, package.kind) from error


def _named(package: Package) -> str:
    """The document's part as this file writes its name."""
    member = package.member(DOCUMENT)
    assert member is not None  # or it could not have been read
    return member.filename


def _placed(
    findings: Sequence[AuditFinding], sources: Sequence[WordSource], first: int
) -> tuple[list[tuple[int, AuditRemark]], tuple[int, ...]]:
    """The remarks whose marks were set, and the findings that have none."""
    placed: list[tuple[int, AuditRemark]] = []
    unplaced = []
    for number, finding in enumerate(findings, 1):
        before = len(placed)
        for remark in _remarks(number, finding):
            if _surrounded(remark.span, sources, first + len(placed)):
                placed.append((first + len(placed), remark))
        if len(placed) == before:
            unplaced.append(number)
    return placed, tuple(unplaced)


def _remarks(number: int, finding: AuditFinding) -> Iterator[AuditRemark]:
    """In full at the first place, in short at the others, once in each paragraph or row."""
    seen: set[tuple[int, int]] = set()
    for pointer in finding.pointers:
        for span in _first(pointer, seen):
            short = (f"见第{number}条，和这里的“{pointer.text}”有关。",)
            yield AuditRemark(span, short if len(seen) > 1 else tuple(told(number, finding)))
    for one in finding.consequences:
        for span in _first(one.pointers[0], seen) if one.pointers else ():
            yield AuditRemark(span, (f"随第{number}条而来：{one.message}",))


def _first(pointer: Pointer, seen: set[tuple[int, int]]) -> Iterable[TextSpan]:
    """The first stretch of a place in a paragraph or row in which the finding has none yet."""
    span = next(iter(pointer.spans), None)
    if span is None or (span.block, span.row) in seen or len(seen) == _MOST:
        return ()
    seen.add((span.block, span.row))
    return (span,)


def _surrounded(span: TextSpan, sources: Sequence[WordSource], number: int) -> bool:
    if not 0 <= span.block < len(sources):
        return False
    source = sources[span.block]
    lines = source.cells.get((span.row, span.column), ()) if span.row else source.lines
    for begins, written in lines:
        stretch = _written(written, span.start - begins, span.end - begins)
        if stretch and surround(written.pieces, *stretch, number):
            return True
    return False


def _written(line: Written, start: int, end: int) -> tuple[int, int] | None:
    """What of a stretch is text: it may begin or end with a sign that is an element of its own."""
    ends = ((begins, begins + len(piece.text or "")) for begins, piece in line.pieces)
    inside = [(max(start, begins), min(end, last)) for begins, last in ends if begins < end and start < last]
    return (inside[0][0], inside[-1][1]) if inside else None
