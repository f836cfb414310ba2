"""The marks of a comment around a stretch of a paragraph, over as many runs as it goes."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from jixiao.report.word.wordml import SPACE, w

Pieces = list[tuple[int, etree._Element]]  # where each text element begins in the text of its paragraph

R, T, RPR, BOX = w("r"), w("t"), w("rPr"), w("txbxContent")


def surround(pieces: Pieces, start: int, end: int, number: int) -> bool:
    """Put the marks of comment `number` around a stretch; whether there is such a stretch.

    Runs are split where the stretch begins and ends inside of them, and `pieces` says so afterwards: further
    stretches may be marked, whatever their order. Word knows no comments in text boxes: there the marks stand
    around the box.
    """
    if not 0 <= start < end:
        return False
    first, last = _holding(pieces, start, start), _holding(pieces, end - 1, end)
    if first is None or last is None:
        return False
    box = _run_around_box(pieces[first][1])
    if box is not None:
        around(box, box, number)
        return True
    if not _is_in_a_run(pieces[first][1]) or not _is_in_a_run(pieces[last][1]):
        return False
    _end_at(pieces, last, end)
    _begin_at(pieces, first, start)
    runs = [piece.getparent() for begins, piece in pieces if start <= begins < end]
    assert runs[0] is not None
    assert runs[-1] is not None
    around(runs[0], runs[-1], number)
    return True


def around(first: etree._Element, last: etree._Element, number: int) -> None:
    """Put the marks in front of a run and behind another, or the same."""
    identity = {w("id"): str(number)}
    reference = etree.Element(R)
    etree.SubElement(reference, w("commentReference"), identity)
    first.addprevious(etree.Element(w("commentRangeStart"), identity))
    last.addnext(reference)
    last.addnext(etree.Element(w("commentRangeEnd"), identity))


def _holding(pieces: Pieces, first: int, last: int) -> int | None:
    """Which piece holds the characters from `first` up to `last`."""
    for index, (begins, piece) in enumerate(pieces):
        if (
            begins <= first
            and last <= begins + len(piece.text or "")
            and first < begins + len(piece.text or "")
        ):
            return index
    return None


def _run_around_box(piece: etree._Element) -> etree._Element | None:
    boxes = list(piece.iterancestors(BOX))
    return next(boxes[-1].iterancestors(R), None) if boxes else None


def _is_in_a_run(piece: etree._Element) -> bool:
    parent = piece.getparent()
    return parent is not None and parent.tag == R


def _begin_at(pieces: Pieces, index: int, position: int) -> None:
    """A run begins at the position."""
    begins, piece = pieces[index]
    if position > begins:
        _split(pieces, index, position)
    elif any(one.tag != RPR for one in piece.itersiblings(preceding=True)):
        _moved([piece, *piece.itersiblings()], piece)


def _end_at(pieces: Pieces, index: int, position: int) -> None:
    """A run ends at the position."""
    begins, piece = pieces[index]
    if position < begins + len(piece.text or ""):
        _split(pieces, index, position)
    elif following := list(piece.itersiblings()):
        _moved(following, piece)


def _split(pieces: Pieces, index: int, position: int) -> None:
    """Cut a text; what follows goes with what stands behind into a run of the same looks."""
    begins, piece = pieces[index]
    text, cut = piece.text or "", position - begins
    behind = etree.Element(T, {SPACE: "preserve"})
    behind.text = text[cut:]
    piece.text = text[:cut]
    piece.set(SPACE, "preserve")
    _moved([behind, *piece.itersiblings()], piece)
    pieces.insert(index + 1, (position, behind))


def _moved(elements: list[etree._Element], piece: etree._Element) -> None:
    """Into a new run behind that of the piece."""
    run = piece.getparent()
    assert run is not None
    new, looks = etree.Element(R), run.find(RPR)
    if looks is not None:
        new.append(deepcopy(looks))
    run.addnext(new)
    new.extend(elements)
