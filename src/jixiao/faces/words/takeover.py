"""What a new workbook took over, said to people and scripts: how much on each sheet, what needs a look."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import to_builtins

from jixiao.carryover.moving import Left, Moved
from jixiao.carryover.record import RecordLine, Saying, record_lines
from jixiao.carryover.taking import TakenOver
from jixiao.faces.words import changed_rows
from jixiao.faces.words.imports import questions
from jixiao.importing.importing import Imported
from jixiao.importing.taking_in import TakenIn
from jixiao.model.filling import Filling
from jixiao.pack.pack import Pack
from jixiao.pack.sections import FieldsSection

if TYPE_CHECKING:
    from jixiao.frameworks.made.remaking import Remade

_SERVES = "“{}”用的就是这套指标体系，没有另建。请在这一本里接着填。"
_CELLS = 12  # that a message box names
_NAMED = 3  # relations of a source that are said by name


def as_text(over: TakenOver, pack: Pack, published: Iterable[Imported] = ()) -> Iterator[str]:
    """A line for each sheet and published set, then what disagrees, what waits, and what is left to fill."""
    yield f"新工作簿：{over.year}年，金额单位{over.unit}。带入 {len(over.taken)} 个单元格："
    yield from _by_sheet(list(record_lines(over, pack)), pack)
    yield "每一格从哪里来、哪些没有带入，见工作簿的“带入记录”表。"
    for done in published:
        yield from _about_published(done)
    for file, errors in over.errors.items():
        named = f"{'；'.join(errors[:_NAMED])}{'……' if len(errors) > _NAMED else ''}"
        yield f"“{file}”自己还有 {len(errors)} 处不平（错误）没有改正（{named}），带入的数请核对。"
    yield from _about_units(over, pack)
    yield from _about_names(over, pack)
    yield from _about_clashes(over, Saying(pack, over.unit))
    for sheet, title in over.waiting.items():
        yield f"“{sheet}”表来源没有给全，勾稽关系先不核对（{title}）；补填后在“单位概况”表改选“已补填”。"
    if over.framework:
        yield f"评价指标体系沿用上年的“{pack.framework(over.framework).name}”。"
    if over.explanations:
        yield (
            f"上年的审核说明 {len(over.explanations)} 条，放在校验结果表的审核说明栏，供参考："
            f"{'、'.join(over.explanations)}。"
        )
    yield from _left_to_fill(over.filling, pack)


def in_a_sentence(taken: TakenIn) -> str:
    """What came of it, for a message box."""
    over = taken.over
    stayed = f"有 {taken.left} 格读不出，没有搬过去；" if taken.left else ""
    waits = f"{'、'.join(over.waiting)}还要补填；" if over.waiting else ""
    clashes = f"有 {len(over.clashes)} 处不一致，没有带入；" if over.clashes else ""
    unread = sum(len(done.questions) for done in taken.published)
    strange = f"公开表里有 {unread} 处没有看懂；" if unread else ""
    names = "各来源的单位名称不一样，请核对是不是拿错了文件；" if _names_differ(over, taken.pack) else ""
    return (
        f"已另存为“{taken.path.name}”，带入 {len(over.taken)} 格，原来填的都在。"
        f"{stayed}{names}{clashes}{strange}{waits}{''.join(taken.refused)}"
        "每一格的来源见它的“带入记录”表。请关闭本工作簿，打开它接着填。"
    )


def about_refused(refused: Sequence[str]) -> Iterator[str]:
    """The files that cannot be read, each with its sentence, and what to do once they can."""
    if refused:
        yield f"有 {len(refused)} 个文件读不出来，没有带入；其他文件照常带入。"
        yield from (f"  {sentence}" for sentence in refused)
        yield "改好以后，打开新工作簿点“选择文件带入…”补上，或删去新工作簿重新带入。"


def _by_sheet(lines: list[RecordLine], pack: Pack) -> Iterator[str]:
    taken = Counter(line.sheet for line in lines if line.content)
    left = Counter(line.sheet for line in lines if not line.content)
    for sheet in (sheet.name for sheet in pack.form.sheets if sheet.name in {*taken, *left}):
        rest = f"，{left[sheet]} 格没有带入" if left[sheet] else ""
        yield f"  {sheet}：带入 {taken[sheet]} 格{rest}"


def _about_published(done: Imported) -> Iterator[str]:
    """What was read of a set of published tables, and what was not."""
    assembly, figures = done.assembly, done.assembly.taken + done.listed
    files = "、".join(dict.fromkeys(table.region.sheet.file for table in assembly.tables))
    yield (
        f"{done.kind} {files}：{len(assembly.tables)} 张表，数字 {figures} 个，读出 {assembly.taken}，"
        f"没有导入 {done.listed}。"
    )
    yield from (f"  {sentence}" for sentence in done.unread)
    yield from (f"  {line}" for line in questions(done.questions))
    yield from (f"  提示：{remark}" for remark in assembly.remarks)


def as_json(over: TakenOver, pack: Pack, workbook: str, refused: Iterable[str] = ()) -> dict[str, Any]:
    """The contract with scripts."""
    lines = list(record_lines(over, pack))
    return {
        "workbook": workbook,
        "year": over.year,
        "unit": over.unit,
        "taken": [to_builtins(line) for line in lines if line.content],
        "left": [to_builtins(line) for line in lines if not line.content],
        "waiting": dict(over.waiting),
        "errors_in_sources": over.errors,
        "refused": list(refused),
        "explanations": over.explanations,
    }


def moved_as_text(moved: Moved) -> Iterator[str]:
    """What was moved to another framework, what has no place there, and how the rows differ."""
    same, name = moved.target.name == moved.source.name, moved.target.name
    another = f"改用另一张“{name}”（名称与原来的一样）"
    edited = f"仍用“{name}”{'（已按改过的排好）' if moved.edited else ''}"
    other = f"改用“{name}”（原来是“{moved.source.name}”）"
    stays = moved.edited or not any(changed_rows.as_text(moved.rows))
    yield f"{other if not same else edited if stays else another}，带入 {moved.moved} 个单元格。"
    if moved.explanations:
        yield f"审核说明 {len(moved.explanations)} 条，放在校验结果表的审核说明栏。"
    lost = [left for left in moved.left if not left.anew]
    if not moved.left:
        yield "填过的内容都带入了。"
    elif lost:
        yield f"以下 {len(lost)} 个单元格在新的指标体系里没有位置，没有带入："
    yield from (f"  {_cell(left)}" for left in lost)
    yield from changed_rows.as_text(moved.rows)
    yield from _to_score_anew([left for left in moved.left if left.anew])


def _to_score_anew(scores: Sequence[Left]) -> Iterator[str]:
    """Scores that people gave for other points, or by other words."""
    if scores:
        yield (
            f"以下 {len(scores)} 个自评分是照原来的分值或标准评的，没有带入，请重新评"
            "（原来的数在新工作簿那一格的批注里）："
        )
    yield from (f"  {_cell(left)}（{left.anew}）" for left in scores)


def _cell(left: Left) -> str:
    return f"{left.fact.place} {f'{left.row}·' if left.row else ''}{left.fact.label} “{left.fact.typed}”"


def remade_as_text(remade: Remade, book: Path) -> Iterator[str]:
    """A workbook that was made anew beside the old one, and what is to be done now."""
    if remade.serves:
        yield _SERVES.format(book.name)
        return
    if remade.moved is None:
        yield f"按这套指标体系排好的工作簿以前已经建好：{remade.path}。请在那一本里接着填。"
        return
    yield from moved_as_text(remade.moved)
    yield f"已新建 {remade.path}，“{book.name}”原样保留。请在新建的这一本里接着填。"


def remade_in_a_sentence(remade: Remade) -> str:
    """The same for a message box."""
    if remade.serves:
        return _SERVES.format(remade.path.name)
    if remade.moved is None:
        return f"按改过的指标体系排好的工作簿以前已经建好：{remade.path.name}，请在那一本里接着填。"
    lost = [str(each.fact.place) for each in remade.moved.left if not each.anew]
    anew = [str(each.fact.place) for each in remade.moved.left if each.anew]
    named = f"{'、'.join(lost[:_CELLS])}{'等' if len(lost) > _CELLS else ''}"
    said = f"，{len(lost)} 个单元格没有位置，没有带入（{named}）" if lost else ""
    said += f"，{len(anew)} 个自评分因分值或标准改了要重新评（{'、'.join(anew)}）" if anew else ""
    return (
        f"已在旁边新建“{remade.path.name}”，带入 {remade.moved.moved} 个单元格{said}；"
        "本工作簿原样保留，请在新的一本里接着填。"
    )


def _about_units(over: TakenOver, pack: Pack) -> Iterator[str]:
    factors = pack.form.units.factors
    rounded = sum(cell.rounded for cell in over.taken)
    for file, unit in over.units.items():
        said = f"“{file}”以{unit}填写，已换算为{over.unit}"
        if factors.get(unit, 0) < factors[over.unit]:
            yield f"{said}，四舍五入到 0.01{over.unit}（共 {rounded} 个数，清单中已注明）。"
        elif unit != over.unit:
            yield f"{said}；这些数只精确到 0.01{unit}，与明细相加可能不平。要避免，请沿用{unit}。"


def _names_differ(over: TakenOver, pack: Pack) -> bool:
    return any(offer.term == pack.form.unit_name for clash in over.clashes for offer in clash.refused)


def _about_names(over: TakenOver, pack: Pack) -> Iterator[str]:
    if _names_differ(over, pack):
        yield (
            "各来源的单位名称不一样（见下），它们的数都带入了：请核对是不是同一个单位的，"
            "拿错了文件的，请换成对的文件重新带入。"
        )


def _about_clashes(over: TakenOver, say: Saying) -> Iterator[str]:
    blank = [clash for clash in over.clashes if clash.kept is None]
    if blank:
        yield f"以下 {len(blank)} 处几个来源不一致，没有带入，请核对后填写："
    for clash in blank:
        said = "；".join(f"{offer.origin} {say.value(offer)}" for offer in clash.refused)
        yield f"  {say.term(clash.refused[0].term, clash.row)}：{said}"
    kept = [clash for clash in over.clashes if clash.kept is not None]
    if kept:
        yield f"以下 {len(kept)} 处以数据文件（或已经填的）为准，与来源不一致："
    for clash in kept:
        assert clash.kept is not None
        said = "；".join(f"{offer.origin} {say.value(offer)}" for offer in clash.refused)
        yield f"  {say.term(clash.kept.term, clash.row)}：取 {say.value(clash.kept)}，未取 {said}"


def _left_to_fill(filling: Filling, pack: Pack) -> Iterator[str]:
    """How many single cells of each sheet are still blank, and which tables have no row."""
    blank = Counter(
        term.sheet
        for term in pack.vocabulary.values()
        if not term.path and not term.formula and term.name not in {*filling.entries, *_fixed(pack)}
    )
    tables = [
        name for name, group in pack.groups.items() if len(group.path) == 1 and name not in filling.groups
    ]
    cells = "、".join(f"{sheet} {number} 格" for sheet, number in blank.items())
    yield f"其余没有来源，请填写：{cells}；没有带入行的表：{'、'.join(tables) or '无'}。"


def _fixed(pack: Pack) -> Iterator[str]:
    for sheet in pack.form.sheets:
        for section in sheet.sections:
            if isinstance(section, FieldsSection):
                yield from (field.term for field in section.fields if field.fixed)
