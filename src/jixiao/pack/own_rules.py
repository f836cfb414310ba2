"""A file of an accountant's own checks, read and bound; what is wrong in it is said with its line."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

import msgspec

from jixiao.model.errors import UnusableInput
from jixiao.model.term import nearest
from jixiao.pack.complaints import in_chinese
from jixiao.pack.errors import PackError
from jixiao.pack.loading import Check, Pack, bind_checks
from jixiao.pack.schema import CheckData, Example
from jixiao.pack.toml_lines import Item, TomlLines

LARGEST = 1_000_000  # bytes
TAKEN = "编号已经用过（表样或自定规则里有同号的），请换一个"
STRANGE = "编号只用字母、汉字、数字和短横"
RESERVED = (
    "编号不能以“{}”开头：READ-、SCORE-、RESULT-、REPORT- 留给工具自己的发现，"
    "YEAR- 留给与上年核对的规则，请换一个"
)
_ID = re.compile(r"[^\W_][\w.-]*")
# of findings of the tool itself, and of the checks against last year
_RESERVED = re.compile(r"(?:READ|SCORE|RESULT|REPORT|YEAR)-", re.IGNORECASE)
_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_WIDE = re.compile("[“”‘’＂＝［］｛｝，]")


class OwnCheck(CheckData, kw_only=True):
    """As a pack's check, but examples are not demanded."""

    examples: tuple[Example, ...] = ()


@dataclass(frozen=True, slots=True)
class OwnRules:
    """The checks of one file, and where they stand in it."""

    file: Path
    lines: TomlLines
    items: tuple[Item, ...]
    checks: tuple[Check, ...] = ()

    def refuse(self, number: int, why: str, key: str = "", name: str = "") -> NoReturn:
        """Stop at check `number` (from 0), `why` in Chinese. Raises UnusableInput with file, line and id."""
        line = self._line(number, key)
        which = name or f"第{number + 1}条"
        raise UnusableInput(
            f"自定规则“{self.file.name}”{line}（{which}）：{why}{'' if why[-1] in '。？' else '。'}"
        )

    def _line(self, number: int, key: str) -> str:
        if number >= len(self.items):
            return ""
        return f"第{self.lines.key(self.items[number], key)}行"


def read_own_rules(file: Path, pack: Pack) -> OwnRules:
    """Read and bind the checks of a file. Raises UnusableInput with file, line, id and reason."""
    text = _text(file)
    lines = TomlLines.of(text)
    rows = _rows(_parsed(text, file, lines), file, lines)
    rules = OwnRules(file, lines, lines.items("check"))
    taken = {check.data.id.casefold() for check in pack.checks}
    checks = []
    for number, row in enumerate(rows):
        check = _bound(_converted(row, number, rules), number, rules, pack)
        if check.data.id.casefold() in taken:
            rules.refuse(number, TAKEN, "id", check.data.id)
        taken.add(check.data.id.casefold())
        checks.append(check)
    return OwnRules(file, lines, rules.items, tuple(checks))


def _text(file: Path) -> str:
    try:
        content = file.read_bytes()
    except OSError as error:
        reason = "没有这个文件" if isinstance(error, FileNotFoundError) else f"无法读取：{error.strerror}"
        raise UnusableInput(f"自定规则“{file}”{reason}。请检查路径和文件名。") from error
    if len(content) > LARGEST:
        raise UnusableInput(f"自定规则“{file.name}”太大，不像是规则文件。")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnusableInput(
            f"自定规则“{file.name}”不是 UTF-8 编码。请在记事本里另存为，编码选 UTF-8。"
        ) from None


def _parsed(text: str, file: Path, lines: TomlLines) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise UnusableInput(f"自定规则“{file.name}”的括号套得太深，无法读取。") from None
    except tomllib.TOMLDecodeError as error:
        raise UnusableInput(_toml_trouble(str(error), file, lines)) from error


def _toml_trouble(message: str, file: Path, lines: TomlLines) -> str:
    place = _PLACE.search(message)
    number = int(place[1]) if place and place[1] else len(lines.lines)
    line = lines.lines[number - 1].strip() if number else ""
    hint = "；引号、等号、括号和逗号要用英文半角的" if _WIDE.search(re.sub('"[^"]*"', "", line)) else ""
    where = f"第{place[2]}个字附近" if place and place[2] else "（到文件末尾仍未写完整）"
    return f"自定规则“{file.name}”第{number}行{where}不合 TOML 的写法：{line[:60]}{hint}。"


def _rows(data: Mapping[str, Any], file: Path, lines: TomlLines) -> list[Any]:
    for key in data:
        if key != "check":
            raise UnusableInput(
                f"自定规则“{file.name}”第{lines.top_key(key)}行：不认识“{key}”，每条规则以 [[check]] 开头。"
            )
    rows = data.get("check")
    if not isinstance(rows, list) or not rows:
        raise UnusableInput(f"自定规则“{file.name}”里没有规则，每条规则以 [[check]] 开头。")
    return rows


def _converted(row: Any, number: int, rules: OwnRules) -> CheckData:
    name = row.get("id", "") if isinstance(row, dict) else ""
    name = name if isinstance(name, str) else ""
    try:
        data = msgspec.convert(row, OwnCheck)
    except msgspec.ValidationError as error:
        reason = str(error)
        key = re.search(r"\$\.(\w+)", reason) or re.search(r"unknown field `(\w*)`", reason)
        rules.refuse(number, _said(reason), key[1] if key else "", name)
    texts = {"id": data.id, "title": data.title, "basis": data.basis.document}
    for key_name, value in texts.items():
        if not value.strip():
            rules.refuse(number, f"“{key_name}”不能空着", key_name, name)
    if not _ID.fullmatch(data.id):
        rules.refuse(number, STRANGE, "id", name)
    if prefix := _RESERVED.match(data.id):
        rules.refuse(number, RESERVED.format(prefix[0]), "id", name)
    return data


def _said(reason: str) -> str:
    """What the schema minds, in Chinese; of an unknown key also what was probably meant."""
    match = re.fullmatch(r"Object contains unknown field `(\w*)`(?: - at `\$\.(\w+).*`)?", reason)
    if match is None:
        return in_chinese(reason)
    known = OwnCheck.__struct_fields__ if match[2] is None else ("document", "clause", "given", "outcome")
    guess = nearest(match[1], dict.fromkeys(known))
    return f"{in_chinese(reason)}{f'，是不是“{guess}”？' if guess else ''}"


def _bound(data: CheckData, number: int, rules: OwnRules, pack: Pack) -> Check:
    try:
        return bind_checks([data], pack.vocabulary, rules.file.name)[0]
    except PackError as error:
        key = "when" if any(f"“{condition}”" in error.reason for condition in data.conditions) else "relation"
        key = "says" if error.reason.startswith("“says”") else key
        rules.refuse(number, in_chinese(error.reason), key, data.id)
    except RecursionError:
        rules.refuse(number, "括号套得太深", "relation", data.id)
