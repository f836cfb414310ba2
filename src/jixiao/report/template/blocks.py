"""Loops and conditions: every begin has its end, and both stand at the same place in Word's structure."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.model.quotes import cut
from jixiao.report.template.paragraphs import LocatedTag
from jixiao.report.template.trouble import Trouble, trouble

ENDS = {"for": "endfor", "if": "endif"}
DEEPEST = 12  # loops and conditions inside each other


class Blocks:
    """Matches begins and ends of loops and conditions."""

    def __init__(self, troubles: list[Trouble]) -> None:
        self.troubles = troubles
        self.open: list[list[LocatedTag]] = []  # each begin with its branches
        self.unended: set[LocatedTag] = set()

    def matched(self, tags: list[LocatedTag]) -> Iterator[LocatedTag]:
        """The tags without the begins, branches and ends that have no counterpart."""
        lost = {located for located in tags if not self._fits(located)}
        self.unended = self.unended.union(*map(self._unended, self.open))
        lost |= self.unended
        return (located for located in tags if located not in lost)

    def _fits(self, located: LocatedTag) -> bool:
        keyword = located.tag.keyword
        if keyword in ENDS:
            self._begin(located)
        elif keyword in ENDS.values():
            return self._end(located)
        elif keyword in ("elif", "else"):
            return self._branch(located)
        return True

    def _begin(self, located: LocatedTag) -> None:
        self.open.append([located])
        if len(self.open) == DEEPEST + 1:
            self._tell("too-deep", located, f"循环和条件套了超过 {DEEPEST} 层，请减少层数。")

    def _end(self, located: LocatedTag) -> bool:
        keyword = located.tag.keyword
        if keyword not in [ENDS[block[0].tag.keyword] for block in self.open]:
            begin = next(name for name, end in ENDS.items() if end == keyword)
            self._tell(
                "end-without-begin", located, f"前面没有对应的 {begin}，请补上开始的标记，或删去这个。"
            )
            return False
        while ENDS[self.open[-1][0].tag.keyword] != keyword:
            self.unended |= self._unended(self.open.pop())
        self._same_place(self.open.pop()[0], located)
        return True

    def _branch(self, located: LocatedTag) -> bool:
        keyword = located.tag.keyword
        if not self.open or (keyword == "elif" and self.open[-1][0].tag.keyword != "if"):
            self._tell(
                "end-without-begin", located, f"{keyword} 前面没有对应的开始标记，请补上，或删去这个。"
            )
            return False
        self._same_place(self.open[-1][0], located)
        self.open[-1].append(located)
        return True

    def _same_place(self, begin: LocatedTag, other: LocatedTag) -> None:
        if begin.chain == other.chain and (begin.chain or begin.paragraph is other.paragraph):
            return  # an alternative text is no place in the document: begin and end must stand in the same
        shown = cut(begin.tag.typed, 40)
        self._tell(
            "uneven-block",
            other,
            f"它与第{begin.paragraph.number}段的“{shown}”不在同一层：两个标记要同为 {{%p、同为 {{%tr "
            "或同不带字母，并且都在正文里或都在单元格里。",
        )

    def _unended(self, block: list[LocatedTag]) -> set[LocatedTag]:
        end = ENDS[block[0].tag.keyword]
        message = f"没有对应的 {end}，请在它管到的最后一处之后补上结束标记。"
        self._tell("block-without-end", block[0], message)
        return set(block)

    def _tell(self, kind: str, located: LocatedTag, message: str) -> None:
        self.troubles.append(trouble(kind, located, message))
