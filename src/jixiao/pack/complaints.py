"""Why a data file cannot be used, as one Chinese sentence: file, line, place, reason, and what to do."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from jixiao.pack.reasons import in_chinese
from jixiao.pack.toml_lines import TomlLines
from jixiao.strict import LARGEST, Keys

_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_WIDE = re.compile("[“”‘’＂＝［］｛｝，【】\u3000\u00a0]")
_CHINESE_KEY = re.compile(r"[\u4e00-\u9fff]\s*=")


def sentence(
    file: str, reason: str, *, path: Path | None = None, place: str = "", at: Keys = (), advice: str = ""
) -> str:
    """`file` as people call it, `reason` in English; `path` and `at` lead to the line, if they are known.

    `advice` closes a sentence that does not say itself what to do.
    """
    text = _text(path)
    if reason.startswith("no TOML: "):
        return f"{file}{_not_toml(reason, text.split(chr(10)))}。"
    line = _line(text, at, place)
    place = place or _counted(at)
    where = f"{f'第{line}行' if line else ''}{f'（{place}）' if place else ''}"
    why = in_chinese(reason).rstrip("。")
    told = f"{file}{where}{'：' if where else ''}{why}{'' if why[-1] == '？' else '。'}"
    return told if _tells_what_to_do(why) else f"{told}{advice}"


def _tells_what_to_do(why: str) -> bool:
    return any(word in why for word in ("请", "可以", "是不是", "应"))


def _text(path: Path | None) -> str:
    try:
        if path is None or not path.is_file() or path.stat().st_size > LARGEST:
            return ""  # a pipe never ends
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return ""


def _line(text: str, at: Keys, place: str) -> int:
    if not at and not place:
        return 0
    try:
        tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError):
        return 0
    lines = TomlLines.read(text)
    return lines.line(at) or (lines.naming(place) if place else 0)


def _counted(at: Keys) -> str:
    return f"第{at[1] + 1}条" if len(at) > 1 and at[0] == "check" and isinstance(at[1], int) else ""


def _not_toml(message: str, lines: list[str]) -> str:
    place = _PLACE.search(message)
    number = int(place[1]) if place and place[1] else len(lines)
    line = lines[number - 1].strip() if number else ""
    bare = re.sub(r"#.*|\"[^\"]*\"|'[^']*'", "", line)
    hint = "；引号、等号、括号、逗号和空格要用英文半角的" if _WIDE.search(bare) else ""
    hint += "；等号左边的中文要加英文引号" if _CHINESE_KEY.search(bare) else ""
    near = f"第{place[2]}个字附近" if place and place[2] else "（到文件末尾仍未写完整）"
    return f"第{number}行{near}不合 TOML 的写法：{line[:60]}{hint}"
