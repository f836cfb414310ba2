"""Items of expenditure as texts head them: 类（类）款（款）项（项）, with all that is said of each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from jixiao.audit.document.lines import NUMBERED
from jixiao.audit.document.passage import Passage
from jixiao.audit.figures.figure import StatedFigure

_NAME = r"[^（）“”。；：\d]{2,40}?(?:（[^类款项（）]{1,8}）[^（）“”。；：]{0,12}?)?"
_CODE = r"(?:\d{2,7})?"
HEAD = re.compile(
    rf"“?(?P<class>{_NAME}){_CODE}（{_CODE}类）{_CODE}(?P<kind>{_NAME}){_CODE}（{_CODE}款）{_CODE}"
    rf"(?P<item>{_NAME}){_CODE}（{_CODE}项）”?"
)
_ABOVE = re.compile(
    rf"“?(?P<class>{_NAME}){_CODE}（{_CODE}类）{_CODE}(?P<kind>{_NAME}){_CODE}（{_CODE}款）(?:[^（）]{{0,8}}$|[，。：])"
)
_ITEM = re.compile(rf"(?:{NUMBERED.pattern})?“?(?P<item>{_NAME}){_CODE}（{_CODE}项）”?")
_CLASS = re.compile(rf"(?:{NUMBERED.pattern})?“?(?P<class>{_NAME}){_CODE}（{_CODE}类）(?:支出)?”?$")
_BELOW = re.compile(
    rf"(?:{NUMBERED.pattern})?“?(?P<kind>{_NAME}){_CODE}（{_CODE}款）{_CODE}(?P<item>{_NAME}){_CODE}（{_CODE}项）”?"
)
_SHORT = 6  # letters behind a head in its paragraph: what is said of it stands in the next one


class AccountHead(msgspec.Struct, eq=False):
    """`regions`: (passage, start, end) of what is said of the item. `figures`: its figures."""

    top: str
    kind: str
    item: str
    passage: Passage
    start: int
    end: int
    regions: list[tuple[Passage, int, int]]
    figures: list[StatedFigure]

    @property
    def text(self) -> str:
        return "".join(passage.text[start:end] for passage, start, end in self.regions)

    @property
    def core(self) -> str:
        """The name without the words that purposes leave out."""
        return core_of(self.item)


def core_of(name: str) -> str:
    """机关事业单位基本养老保险缴费支出 -> 机关事业单位基本养老保险."""
    return re.sub(r"(?:缴费|费用|经费|补助|补贴)?(?:支出|经费|费用)?$", "", name) or name


def heads_of(passages: Sequence[Passage], figures: dict[int, list[StatedFigure]]) -> Iterator[AccountHead]:
    """All heads of a report in order."""
    above: re.Match[str] | None = None
    top: re.Match[str] | None = None
    for position, passage in enumerate(passages):
        if "款）" in passage.text and "项）" not in passage.text:
            above = _ABOVE.search(passage.text)
        matches = list(HEAD.finditer(passage.text)) if "项）" in passage.text else []
        if not matches and above is not None and (item := _ITEM.match(passage.text)):
            matches = [item]
        top = _CLASS.fullmatch(passage.text) or top if "类）" in passage.text else top
        if not matches and top is not None and (below := _BELOW.match(passage.text)):
            matches = [below]
        for number, match in enumerate(matches):
            end = matches[number + 1].start() if number + 1 < len(matches) else len(passage.text)
            regions = [(passage, match.end(), end)]
            following = passages[position + 1 : position + 2]
            if end - match.end() < _SHORT and following and not _begins_anew(following[0]):
                regions.append((following[0], 0, len(following[0].text)))
            own = [
                figure
                for each, start, stop in regions
                for figure in figures.get(each.number, ())
                if start <= figure.start < stop
            ]
            named = match if match.re is HEAD else top if match.re is _BELOW else above
            kinds = above if match.re is _ITEM else match
            assert named is not None and kinds is not None
            name = re.sub(r"^.*?(?=[^、，.）]*$)", "", named["class"], count=1) or named["class"]
            yield AccountHead(
                name.strip("“、.，"),
                kinds["kind"],
                match["item"],
                passage,
                match.start(),
                match.end(),
                regions,
                own,
            )


def _begins_anew(passage: Passage) -> bool:
    return passage.row or passage.heading or bool(NUMBERED.match(passage.text) or HEAD.search(passage.text))
