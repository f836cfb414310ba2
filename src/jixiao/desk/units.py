"""Where each unit stands: which file is its workbook, whether it has come in, and what it came to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from jixiao.desk.examined import BookTrouble
from jixiao.desk.first_files import FirstFiles
from jixiao.desk.lateness import Deadlines
from jixiao.desk.letters.strangers import still_told
from jixiao.desk.likely_files import with_likely_files
from jixiao.desk.roster import Listed, Roster
from jixiao.desk.same_figures import with_same_figures
from jixiao.desk.same_units import (
    UnitGroups,
    about_code,
    about_namesakes,
    grouped,
    odd_identity,
    of_two_units,
)
from jixiao.desk.standing import COUNTING, Arrival, Brief, Review, Standing

_TROUBLES = {BookTrouble.UNREADABLE: Arrival.UNREADABLE, BookTrouble.OTHER_FORM: Arrival.OTHER_FORM}


def standings(
    briefs: Iterable[Brief],
    roster: Roster | None = None,
    year: str = "",
    deadlines: Deadlines = Deadlines(),  # noqa: B008 - it never changes
) -> list[Standing]:
    """Every workbook, and every unit of the roster that has to report and that none belongs to.

    Without `year` the one that most workbooks have is the right one. Of several workbooks of a unit for a
    form the one that was saved last counts. All is in the order of the roster; what is not on it, behind.
    """
    books = [one for one in briefs if one.trouble is not BookTrouble.PRODUCT]
    readable = [one for one in books if one.trouble is None]
    years = Counter(one.year for one in readable if one.year)
    wanted = year or (years.most_common(1)[0][0] if years else "")
    named = [one for one in readable if one.name or one.code]
    fitting = [one for one in named if one.year in ("", wanted)]
    others = [one for one in named if one.year not in ("", wanted)]
    groups = grouped(fitting, roster, [*others, *(one for one in books if one.trouble)])
    firsts = FirstFiles(fitting, roster)
    rows = [_standing(one, roster, wanted, deadlines, groups, firsts) for one in books]
    there = {row.listed.row for row in rows if row.listed}
    missing = (
        [unit for unit in roster.units if roster.is_due(unit) and unit.row not in there] if roster else []
    )
    ordered = sorted([*with_same_figures(rows, books, roster), *map(_missing, missing)], key=_place)
    return with_likely_files(ordered, roster) if roster else ordered


def _place(row: Standing) -> tuple[bool, int]:
    """Files in the order of their names stay so where no roster says otherwise."""
    return row.listed is None, row.listed.row if row.listed else 0


def _standing(
    one: Brief,
    roster: Roster | None,
    year: str,
    deadlines: Deadlines,
    groups: UnitGroups,
    firsts: FirstFiles,
) -> Standing:
    listed = roster.unit_of(one.code, one.name) if roster and one.trouble is None else None
    arrival, advice = _arrival(one, listed, roster, year, deadlines, groups)
    began = deadlines.began(one, groups.earlier(one))
    if arrival is Arrival.LATE and began is None and (first := firsts.of(one, listed)):
        began, late = first.saved, deadlines.about(one, None)
        arrival, advice = _as_begun(one, first, deadlines, advice.removeprefix(late))
    unit = listed.name if listed else one.name
    odd = odd_identity(one, listed, groups.same_code.get(one.book, ()))
    settled = arrival in COUNTING and arrival is not Arrival.UNKNOWN and not odd
    return Standing(
        name=f"{unit}（{one.subject}）" if one.subject else unit,
        unit=unit,
        code=(listed.code if listed else "") or one.code,
        arrival=arrival,
        advice=" ".join(filter(None, (advice, *still_told(one.remarks, settled=settled)))),
        verdict=_verdict(one, asked=arrival is Arrival.UNKNOWN or (arrival in COUNTING and bool(odd))),
        listed=listed,
        book=one.book,
        year=one.year,
        form=one.form,
        errors=one.counts.get("error", 0),
        warnings=one.counts.get("warning", 0),
        explained=one.counts.get("explained", 0),
        behind=one.behind,
        score=one.score,
        grade=one.grade,
        saved=one.saved,
        again=one.again,
        began=began,
        odd=odd,
        newer=_newer(one, arrival, groups),
    )


def _as_begun(one: Brief, first: Brief, deadlines: Deadlines, odd: str) -> tuple[Arrival, str]:
    """Of a unit whose first file very likely had another name in it: nobody is called late for that."""
    late = deadlines.about(one, first.saved)
    said = (
        f"“{first.book}”（单位名称填的是“{first.name}”，保存于 {first.saved[:10]}）像是它先报来的，"
        "报送时间按那一本算；是它的，请把那一本移到别处，不要算两次；不是它的，请核对。"
    )
    return (Arrival.LATE if late else Arrival.CAME), f"{late}{said}{odd}"


def _newer(one: Brief, arrival: Arrival, groups: UnitGroups) -> str:
    """The workbook that has taken the place of this one; empty if nobody can tell which is the newer."""
    if one.book in groups.kept:
        return groups.kept[one.book].book
    kept = groups.several[one.book][0] if arrival is Arrival.DOUBLED else one
    return kept.book if kept.saved > one.saved else ""


def _arrival(
    one: Brief,
    listed: Listed | None,
    roster: Roster | None,
    year: str,
    deadlines: Deadlines,
    groups: UnitGroups,
) -> tuple[Arrival, str]:
    """The first that is to be said of a file: what it is, whose, of when, and which of several."""
    kept = groups.kept.get(one.book)
    if one.trouble:
        done = f"“{kept.book}”已经收到，这一本不用再办，可以移到别处。" if kept else ""
        return _TROUBLES.get(one.trouble, Arrival.UNFINISHED), f"{one.sentence}{done}"
    if not (one.name or one.code):
        return Arrival.NAMELESS, "没有填单位名称，不知道是哪个单位的。请退回补填。"
    if year and one.year not in ("", year):
        return Arrival.OTHER_YEAR, _about_year(one, year, kept)
    several = groups.several.get(one.book, [one])
    if several[0].book != one.book:
        if several[0].digest == one.digest:
            return Arrival.COPY, f"与“{several[0].book}”一个字节也不差，只算一次。可以删除。"
        return Arrival.DOUBLED, _about_double(one, several[0])
    odd = about_code(one, listed, groups.same_code.get(one.book, ()))
    odd += about_namesakes(one, groups.namesakes.get(one.book, ()))
    if roster and listed is None:
        return Arrival.UNKNOWN, _about_unknown(one, roster) + odd
    more = [other.book for other in several[1:] if other.digest != one.digest]
    odd += f"同一单位还有“{'”“'.join(more)}”，没有采用。" if more else ""
    late = deadlines.about(one, deadlines.began(one, groups.earlier(one)))
    return (Arrival.LATE if late else Arrival.CAME), f"{late}{odd}"


def _about_year(one: Brief, year: str, kept: Brief | None) -> str:
    if kept:
        return (
            f"填的是 {one.year} 年；这家单位 {year} 年的“{kept.book}”已经收到，这一本不用再办，可以移到别处。"
        )
    return f"填的是 {one.year} 年，这次收的是 {year} 年。请核对年度，报错了的重报。"


def _about_double(one: Brief, kept: Brief) -> str:
    if kept.saved == one.saved:
        return f"同一单位还有“{kept.book}”，保存时间分不出先后，暂以它为准；不对的请删去它。"
    minutes = [_moment(book) for book in (kept, one)]
    newer, older = minutes if len({*minutes}) > 1 else [_moment(book, 19) for book in (kept, one)]
    return (
        f"同一单位还有“{kept.book}”，是 {newer} 保存的，比这一本（{older}）新，以它为准；"
        "这一本不用再办。应以这一本为准的，请删去那一本，再办理一次。"
    )


def _moment(one: Brief, signs: int = 16) -> str:
    """To the minute, or with 19 signs to the second."""
    return one.saved[:signs].replace("T", " ") or "时间不详"


def _about_unknown(one: Brief, roster: Roster) -> str:
    if two := of_two_units(one, roster):
        return (
            f"单位编码“{one.code}”在名册里是“{two[0].name}”的，名称是“{two[1].name}”的，不知道是哪一家。"
            "请与单位核对编码和名称，改正工作簿或名册；现在仍算在汇总数里。"
        )
    near = roster.near(one.code, one.name)
    hint = f"名册里相近的是“{'”“'.join(near)}”，" if near else ""
    return (
        f"名册里没有“{one.name or one.code}”。{hint}请核对名称和编码，改正名册或工作簿；现在仍算在汇总数里。"
    )


def _verdict(one: Brief, *, asked: bool) -> Review:
    """`asked`: its letter asks for its code or name."""
    if one.trouble:
        return Review.NONE
    if one.counts.get("error"):
        return Review.ERRORS
    if one.counts.get("warning"):
        return Review.UNEXPLAINED
    return Review.DOUBTED if asked else Review.PASSED


def _missing(unit: Listed) -> Standing:
    contact = f"联系人：{unit.contact}。" if unit.contact else ""
    return Standing(unit.name, unit.code, Arrival.MISSING, f"还没有收到，请催报。{contact}", listed=unit)


def came(rows: Iterable[Standing]) -> Iterator[Standing]:
    """The workbooks that count."""
    return (row for row in rows if row.counts)
