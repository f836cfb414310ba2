"""A values file (TOML) -> what goes into a new workbook. Its keys are terms; arrays of tables are rows."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from jixiao.model.errors import UnusableInput
from jixiao.model.filling import Entry, Filling
from jixiao.model.term import Term, nearest
from jixiao.pack.errors import PackError
from jixiao.pack.pack import Pack
from jixiao.pack.toml_file import parsed

DEEPEST = 9  # files based on each other
LARGEST = Decimal(10) ** 15  # no unit has as much
DIGITS = 20  # behind the point
LONGEST = 32_767  # characters that a cell holds
MOST_ROWS = 2_000  # of a table; no form has as many


def read_filling(path: Path, pack: Pack) -> Filling:
    """Read a values file. Raises UnusableInput for a term the form does not know or a bad value.

    `based_on` names another values file beside it, whose entries and tables this one replaces.
    `pack` names the pack whose form it fills; without it, any form that knows its terms.
    `notes` maps a term, or group/key/term for a row, to a comment for its cell.
    """
    data = _load(path)
    name = data.pop("pack", pack.form.id)
    if name != pack.form.id:
        raise UnusableInput(
            f"数据文件“{path.name}”填的是表样“{name}”，不是“{pack.form.id}”。请改 --pack 或文件里的 pack。"
        )
    notes = data.pop("notes", {})
    return _Filler(path.name, pack, notes).filling(data, (), "")


def pack_of_values(path: Path) -> str:
    """The name of the pack that a values file fills; empty if it does not say. Raises UnusableInput."""
    return str(_load(path).get("pack", ""))


class ValuesError(PackError):
    """A values file that cannot be used."""

    @property
    def called(self) -> str:
        return f"数据文件“{self.file}”"


def _load(path: Path, above: tuple[Path, ...] = ()) -> dict[str, Any]:
    """What a file says, with that of the file on which it is based. Raises ValuesError."""
    try:
        data = dict(parsed(path))
    except PackError as error:
        raise ValuesError(path, error.place, error.reason, error.at) from error
    if not data and not above:
        raise ValuesError(path, "", "it says nothing")
    if not isinstance(data.get("notes", {}), dict):
        raise ValuesError(path, "", "“notes” must be a table")
    base = data.pop("based_on", None)
    if base is None:
        return data
    if not isinstance(base, str) or Path(base).name != base or "\\" in base or len(above) == DEEPEST:
        raise ValuesError(path, "", "“based_on” leads nowhere")
    below = _load(path.parent / base, (*above, path))
    notes = {**below.pop("notes", {}), **data.pop("notes", {})}
    return {**below, **data, "notes": notes}


class _Filler:
    def __init__(self, file: str, pack: Pack, notes: Mapping[str, str]) -> None:
        self.file = file
        self.pack = pack
        self.notes = notes

    def filling(self, data: Mapping[str, Any], path: tuple[str, ...], place: str) -> Filling:
        entries: dict[str, Entry] = {}
        groups: dict[str, tuple[Filling, ...]] = {}
        for name, value in data.items():
            if isinstance(value, list):
                groups[name] = self.records(name, value, path, place)
            else:
                entries[name] = self.entry(self.term(name, path), value)
        notes = {name: self.notes[place + name] for name in entries if place + name in self.notes}
        return Filling(entries, groups, notes)

    def records(
        self, name: str, rows: list[Mapping[str, Any]], path: tuple[str, ...], place: str
    ) -> tuple[Filling, ...]:
        group = self.pack.groups.get(name)
        if group is None or group.path[:-1] != path:
            raise self.unknown(name, self.pack.groups)
        if len(rows) > MOST_ROWS:
            raise UnusableInput(f"数据文件“{self.file}”中“{name}”超过 {MOST_ROWS} 行，工作簿放不下，请减少。")
        if not all(isinstance(row, dict) for row in rows):
            raise UnusableInput(f"数据文件“{self.file}”中“{name}”的每一行应写成 [[{name}]]，下面是各栏。")
        return tuple(
            self.filling(row, group.path, f"{place}{name}/{row.get(group.key, number)}/")
            for number, row in enumerate(rows, 1)
        )

    def term(self, name: str, path: tuple[str, ...]) -> Term:
        term = self.pack.vocabulary.get(name)
        if term is None or term.path != path or term.formula:
            raise self.unknown(name, self.pack.vocabulary)
        return term

    def entry(self, term: Term, value: object) -> Entry:
        said = str(value)[:80]
        if isinstance(value, dict):
            raise UnusableInput(f"数据文件“{self.file}”中“{term.name}”应填一个值，现在是“{said}”。")
        if len(str(value)) > LONGEST:
            raise UnusableInput(
                f"数据文件“{self.file}”中“{term.name}”超过 {LONGEST} 字，一个单元格放不下，请分成几段。"
            )
        if not term.kind.numeric:
            return value if isinstance(value, date) else str(value)
        try:
            number = Decimal(str(value))
        except ArithmeticError:
            raise UnusableInput(f"数据文件“{self.file}”中“{term.name}”应填数字，现在是“{said}”。") from None
        if not number.is_finite() or abs(number) >= LARGEST or number.as_tuple().exponent < -DIGITS:  # type: ignore[operator]
            raise UnusableInput(f"数据文件“{self.file}”中“{term.name}”填的“{said}”太大、太细或不是数。")
        return number

    def unknown(self, name: str, known: Mapping[str, object]) -> UnusableInput:
        guess = nearest(name, known)
        hint = f"是不是“{guess}”？" if guess else ""
        return UnusableInput(f"数据文件“{self.file}”中的“{name}”不是表样里的名称。{hint}")
