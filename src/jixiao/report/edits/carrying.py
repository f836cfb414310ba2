"""The entry of this room: what people have changed in a report, carried over into the one made today."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec
from lxml import etree

from jixiao.archives import zipped
from jixiao.model.quotes import cut
from jixiao.report.edits.applying import ROWS, Applied, Note, apply
from jixiao.report.edits.changes import EditKind, Found, edits_of
from jixiao.report.edits.left_out import left_out
from jixiao.report.edits.own_comments import own_comments
from jixiao.report.edits.units import read_units
from jixiao.report.proof.numbers import Figures
from jixiao.report.word.comments import AUTHOR, Comment, with_comments
from jixiao.report.word.made_document import document_of, made_report, others_of
from jixiao.report.word.parts import DOCUMENT
from jixiao.report.word.properties import (
    BOOK,
    CUSTOM,
    HASH,
    MADE,
    properties_of,
    stamp,
    stamp_of,
    with_property,
)
from jixiao.report.word.reading import Paragraph, T, paragraphs_of
from jixiao.report.word.wordml import DAMAGED, parse

SHOWN = 3  # texts that a remark quotes
LONGEST = 24  # characters of each


class CarriedOver(msgspec.Struct, frozen=True):
    """The new report with what was changed in the earlier one, and what has to be said about it."""

    content: bytes
    remarks: tuple[str, ...]


def same_making(report: bytes, other: bytes) -> bool:
    """True if both were made of the same figures by the same tool, whatever was changed since."""
    one, two = properties_of(report), properties_of(other)
    made = one.pop(MADE, one.get(HASH)), two.pop(MADE, two.get(HASH))
    for name in (HASH, BOOK):  # reports of older versions have no mark of their workbook
        one.pop(name, None), two.pop(name, None)
    return made[0] == made[1] and one == two


def carry_over(new: bytes, earlier: bytes, figures: Figures) -> CarriedOver | None:
    """Put into the report `new` what was changed in `earlier`; None if that does not say what it was.

    Nothing is put in where a figure is concerned, or where the new text differs, too: then it is said in a
    comment there. So all that the new report states about figures stays as it was made.
    """
    made = made_report(earlier)
    if made is None:
        return None
    try:
        before, now = read_units(made.document), read_units(document_of(earlier))
    except (*DAMAGED, KeyError):
        return None
    today = read_units(document_of(new))
    found = edits_of(before.units, now.units, today.units, figures)
    applied = apply(found.edits, today.root)
    comments = [*_notes(applied), *_own(earlier, now.root, found, applied)]
    content = _commented(_with_document(new, today.root), _numbered(comments, today.root))
    others = made.others != others_of(earlier)
    left = left_out(before.root, now.root, others=others, kept=found.kept)
    remarks = (*_remarks(applied), *left)
    return CarriedOver(with_property(content, MADE, stamp_of(new)), remarks)


class _Wanted(msgspec.Struct, frozen=True):
    """A comment that is to stand at a paragraph of the tree."""

    element: etree._Element
    stretch: str
    comment: Comment


def _notes(applied: Applied) -> Iterator[_Wanted]:
    for note in (*applied.notes, *applied.doubts):
        yield _Wanted(note.element, "", Comment(0, 0, 0, note.lines))


def _own(earlier: bytes, root: etree._Element, found: Found, applied: Applied) -> Iterator[_Wanted]:
    """The comments of the earlier report, each at what its paragraph has become, else at the one before."""
    paragraphs = {each.element: each for each in paragraphs_of(root, DOCUMENT)}
    places = {number: paragraph.element for number, paragraph in found.became.items()} | applied.added
    for own in own_comments(earlier, paragraphs):
        before = [number for number in places if number <= own.paragraph]
        if not places:
            return
        element = places[max(before)] if before else places[min(places)]
        yield _Wanted(element, own.stretch, Comment(0, 0, 0, own.lines, own.author, own.initials, own.date))


def _numbered(wanted: Sequence[_Wanted], root: etree._Element) -> list[tuple[Paragraph, str, Comment]]:
    """The comments with the paragraphs that they stand at: the nearest one before that has text."""
    paragraphs = list(paragraphs_of(root, DOCUMENT))
    places = {each.element: number for number, each in enumerate(paragraphs)}
    with_text = [bool(each.text.strip()) for each in paragraphs]
    result, seen = [], set()
    for each in wanted:
        number = places.get(each.element, 0)
        while number and not with_text[number]:
            number -= 1
        said = (number, each.comment.author, each.comment.lines)
        if said not in seen:
            seen.add(said)
            result.append((paragraphs[number], each.stretch, each.comment))
    return result


def _commented(content: bytes, wanted: Sequence[tuple[Paragraph, str, Comment]]) -> bytes:
    """The document with the comments: at a paragraph one after the other, for each cuts its text anew."""
    rounds: dict[int, list[tuple[int, str, Comment]]] = {}
    counts: Counter[int] = Counter()
    for paragraph, stretch, comment in wanted:
        rounds.setdefault(counts[paragraph.number], []).append((paragraph.number, stretch, comment))
        counts[paragraph.number] += 1
    for comments in rounds.values():
        paragraphs = list(paragraphs_of(parse(document_of(content)), DOCUMENT))
        placed = (_placed(paragraphs[number], stretch, comment) for number, stretch, comment in comments)
        content = with_comments(content, [comment for comment in placed if comment is not None])
    return content


def _placed(paragraph: Paragraph, stretch: str, comment: Comment) -> Comment | None:
    """The comment at its stretch, else at the first piece of text that there is."""
    pieces = [(start, piece.text or "") for start, piece in paragraph.pieces if (piece.text or "").strip()]
    if not pieces:
        return None
    for start, text in pieces:
        at = text.find(stretch) if stretch else -1
        if at >= 0:
            return _at(comment, paragraph, start + at, start + at + len(stretch))
    start, text = pieces[0]
    return _at(comment, paragraph, start, start + len(text))


def _at(comment: Comment, paragraph: Paragraph, start: int, end: int) -> Comment:
    return Comment(
        paragraph.number, start, end, comment.lines, comment.author, comment.initials, comment.date
    )


def _with_document(report: bytes, root: etree._Element) -> bytes:
    with zipfile.ZipFile(io.BytesIO(report)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    before = stamp(members).encode()
    members[DOCUMENT] = etree.tostring(root, encoding="UTF-8", standalone=True)
    members[CUSTOM] = members[CUSTOM].replace(before, stamp(members).encode())
    return zipped(members)


def _remarks(applied: Applied) -> Iterator[str]:
    counts = Counter(edit.kind for edit in applied.done)
    done = "、".join(f"{kind.value}{counts[kind]}处" for kind in EditKind if counts[kind])
    if done:
        yield f"您在上一份报告里改过的文字已带进新的报告：{done}。"
    if applied.doubts:
        yield f"其中{len(applied.doubts)}处有您自己填的数，批注里写着，请核对。"
    if applied.notes:
        quoted = "、".join(map(_quoted, applied.notes[:SHOWN]))
        listed = f"（{quoted}{'等' if len(applied.notes) > SHOWN else ''}）"
        rows = "、加了表格的行" if any(note.lines[0] == ROWS for note in applied.notes) else ""
        yield (
            f"有{len(applied.notes)}处改动涉及数字{rows}，或那里的内容已变，没有带进去{listed}："
            f"新的报告里各有一条“{AUTHOR}”批注写着原来的改法，请逐条处理。"
        )


def _quoted(note: Note) -> str:
    """What it reads now; what was deleted, as it read."""
    if len(note.lines) > 1:
        return f"“{_short(note.lines[1])}”"
    text = "".join(each.text or "" for each in note.element.iter(T))
    return f"删去“{_short(text)}”"


def _short(text: str) -> str:
    return cut(" ".join(text.split()), LONGEST)
