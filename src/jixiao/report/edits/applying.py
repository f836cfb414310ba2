"""Edits put into the document that was made today; what cannot be put in is said in a comment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import deepcopy

import msgspec
from lxml import etree

from jixiao.report.edits.changes import Edit, EditKind
from jixiao.report.edits.wording import WordChange
from jixiao.report.word.reading import BR, TAB, P, Paragraph, R, T
from jixiao.report.word.wordml import SPACE, w

BODY, TABLE, PROPERTIES, SECTION = w("body"), w("tbl"), w("pPr"), w("sectPr")
DRAWING, LOOKS, STYLE, NUMBERED = w("drawing"), w("rPr"), w("pStyle"), w("numPr")
_KEPT = (T, BR, TAB)

DELETED = "上一份报告里这一段已经删去；它里面有数，或内容已变，所以没有删。不要的请再删一次。"
ALL_DELETED = "上一份报告里从这里起的{}段（行）已经删去；里面有数，或内容已变，所以没有删。不要的请再删一次。"
OWN_FIGURES = "这里有您自己填的数，工作簿里的数改了它也不会变，请核对。"
CHANGED = "上一份报告里这一处改动过；改到了数字，或内容已变，所以没有带过来。改成的是："

ROWS = "上一份报告里这里加了表格的行，行不能自动带过来，要的请照样再加："


class Note(msgspec.Struct, frozen=True):
    """What a comment is to say about a paragraph."""

    element: etree._Element
    lines: tuple[str, ...]


class Applied(msgspec.Struct):
    """What was done to the tree: for each kind the texts, the comments to be made, paragraphs put in."""

    done: list[Edit] = []
    notes: list[Note] = []
    doubts: list[Note] = []  # about what was put in
    added: dict[int, etree._Element] = {}  # number of a paragraph as edited -> its copy

    def take(self, note: Note) -> None:
        """What was put in at one place, as the rows of a table, is one comment."""
        last = self.notes[-1] if self.notes else None
        if last and last.element is note.element and last.lines[0] == note.lines[0] in (CHANGED, ROWS):
            self.notes[-1] = Note(last.element, (*last.lines, *note.lines[1:]))
        else:
            self.notes.append(note)


def apply(edits: Iterable[Edit], root: etree._Element) -> Applied:
    """Put the edits into the tree of a document."""
    applied, hand = Applied(), _Hand(root)
    for edit in edits:
        note = hand.does(edit, applied)
        if note is not None:
            applied.take(note)
            continue
        applied.done.append(edit)
        if edit.figures:
            applied.doubts.append(Note(hand.place_of(edit, applied), (OWN_FIGURES,)))
    return applied


class _Hand:
    def __init__(self, root: etree._Element) -> None:
        body = root.find(BODY)
        assert body is not None
        self.body = body
        self.behind: dict[etree._Element | None, etree._Element] = {}  # where the next one goes

    def does(self, edit: Edit, applied: Applied) -> Note | None:
        """Put one edit in; a note where it cannot be."""
        target = edit.target
        if edit.kind is EditKind.REWORDED and target is not None:
            return None if reworded(target, edit.changes) else self._note(edit)
        if edit.kind is EditKind.DELETED and target is not None:
            _removed(target.element)
            return None
        if edit.kind is EditKind.MOVED and edit.moved is not None:
            return self._moved(edit, edit.moved)
        if edit.kind is EditKind.ADDED and edit.paragraph is not None:
            copy = plain_copy(edit.paragraph.element)
            self._put(copy, target)
            applied.added[edit.paragraph.number] = copy
            return None
        return self._note(edit)

    def place_of(self, edit: Edit, applied: Applied) -> etree._Element:
        """Where an edit that was put in stands."""
        if edit.kind is EditKind.ADDED and edit.paragraph is not None:
            return applied.added[edit.paragraph.number]
        assert edit.target is not None
        return edit.target.element

    def _moved(self, edit: Edit, moved: Paragraph) -> Note | None:
        element = moved.element
        if _carries_more(element) or element is (edit.target and edit.target.element):
            return self._note(edit)
        self._put(element, edit.target)
        return None

    def _put(self, element: etree._Element, target: Paragraph | None) -> None:
        """Behind the target, or its table, and behind what was put there before."""
        anchor = _outermost(target.element) if target is not None else None
        last = self.behind.get(anchor, anchor)
        if last is None:
            self.body.insert(0, element)
        else:
            last.addnext(element)
        self.behind[anchor] = element

    def _note(self, edit: Edit) -> Note:
        at = edit.target.element if edit.target is not None else next(self.body.iter(P))
        deleted = ALL_DELETED.format(edit.further + 1) if edit.further else DELETED
        reason = ROWS if edit.row else CHANGED
        lines = (reason, *edit.text.splitlines()) if edit.text else (deleted,)
        return Note(at, lines)


def reworded(paragraph: Paragraph, changes: Iterable[WordChange]) -> bool:
    """Change the text of a paragraph in the runs that it has; False, and nothing done, if that cannot be."""
    placed = []
    for change in changes:
        pieces = list(_pieces(paragraph, change))
        if not pieces:
            return False
        placed.append((change, pieces))
    for change, pieces in reversed(placed):
        _reword(pieces, change)
    return True


def _pieces(paragraph: Paragraph, change: WordChange) -> Iterator[tuple[int, etree._Element]]:
    """The text elements in which the stretch lies; of what is put in, the one that ends there."""
    for begins, piece in paragraph.pieces:
        ends = begins + len(piece.text or "")
        if change.start < change.end:
            if begins < change.end and change.start < ends:
                yield begins, piece
        elif begins <= change.start <= ends:
            yield begins, piece
            return


def _reword(pieces: Iterable[tuple[int, etree._Element]], change: WordChange) -> None:
    text = change.text
    for begins, piece in pieces:
        old = piece.text or ""
        start, end = max(0, change.start - begins), max(0, change.end - begins)
        piece.text = f"{old[:start]}{text}{old[end:]}"
        piece.set(SPACE, "preserve")
        text = ""  # all of it stands in the first


def _removed(element: etree._Element) -> None:
    """Take a paragraph out; one that holds more than text, or is all its cell has, is only emptied."""
    parent = element.getparent()
    if parent is None:
        return
    if _carries_more(element) or sum(1 for _ in parent.iterchildren(P)) == 1:
        for text in list(element.iter(T)):
            text.text = ""
    else:
        parent.remove(element)


def _carries_more(element: etree._Element) -> bool:
    return next(element.iter(SECTION, DRAWING), None) is not None


def _outermost(element: etree._Element) -> etree._Element:
    """The table that holds it, or the paragraph itself."""
    tables = list(element.iterancestors(TABLE))
    return tables[-1] if tables else element


def plain_copy(paragraph: etree._Element) -> etree._Element:
    """The paragraph with its style, its text and the looks of it; nothing that leads to other parts."""
    copy = etree.Element(P)
    properties = paragraph.find(PROPERTIES)
    if properties is not None:
        kept = etree.SubElement(copy, PROPERTIES)
        kept.extend(
            deepcopy(each)
            for each in properties
            if each.tag not in (SECTION, NUMBERED, w("rPr"), w("pPrChange"))
        )
    for run in paragraph.iter(R):
        texts = [deepcopy(each) for each in run if each.tag in _KEPT]
        if texts and not _dropped(run):
            new = etree.SubElement(copy, R)
            looks = run.find(LOOKS)
            if looks is not None:
                new.append(deepcopy(looks))
            new.extend(texts)
    return copy


def _dropped(run: etree._Element) -> bool:
    return any(each.tag in (w("del"), w("moveFrom")) for each in run.iterancestors())
