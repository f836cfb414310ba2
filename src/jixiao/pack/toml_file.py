"""Read a data file into its type, strictly. Whatever is wrong stops with a PackError that knows the place."""

from __future__ import annotations

import os
import re
import stat
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from jixiao.pack.errors import PackError
from jixiao.strict import LARGEST, Keys

_STEP = re.compile(r"\.(\w+)|\[(\d+)\]")
_DEEP_KEY = re.compile(r"""(?<![\w-])(?:(?:[\w-]+|"[^"\n]*"|'[^'\n]*')[ \t]*\.[ \t]*){50}""")
_UNKNOWN = re.compile(r"unknown field `(.*?)`")

T = TypeVar("T")
Files = frozenset[tuple[str, int, int]]  # path, time of the last change, size


def read_toml(path: Path, kind: type[T]) -> T:
    """Read a file into its type. Raises PackError."""
    return typed(parsed(path), kind, path)


def parsed(path: Path, most: int = LARGEST) -> dict[str, Any]:
    """What a file says, before anything is made of it; all who ask share it, and nobody changes it.

    Raises PackError, also for more bytes than `most`.
    """
    try:
        text = text_of(path, most)
        if _DEEP_KEY.search(text):  # tomllib takes the square of it
            raise PackError(path, "", "a dotted key has more than 50 names")
        return parsed_text(text)
    except RecursionError:
        raise PackError(path, "", "the brackets are too deep") from None
    except tomllib.TOMLDecodeError as error:
        raise PackError(path, "", f"no TOML: {error}") from error
    except ValueError:  # Python makes no number of thousands of digits
        raise PackError(path, "", "a number has too many digits") from None


@lru_cache(maxsize=64)  # by its text: a file that was changed is read again
def parsed_text(text: str) -> dict[str, Any]:
    """What a text says; all who ask share it, and nobody changes it."""
    return tomllib.loads(text)


def files_in(*folders: Path) -> Files:
    """The data files of folders as they are now: what was made of the same ones need not be made again."""
    files = (file for folder in folders if folder.is_dir() for file in os.scandir(folder))
    stats = ((file.path, file.stat()) for file in files if file.name.endswith(".toml"))
    return frozenset((path, stat.st_mtime_ns, stat.st_size) for path, stat in stats)


def text_of(path: Path, most: int = LARGEST) -> str:
    """The text of a file; the mark that Windows editors put in front does not count. Raises PackError."""
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode) and not stat.S_ISDIR(about.st_mode):
            raise PackError(path, "", "it is no ordinary file")  # a pipe never ends
        if about.st_size > most:
            raise PackError(path, "", "it is too large")
        content = path.read_bytes()
    except FileNotFoundError:
        raise PackError(path, "", "there is no such file") from None
    except OSError as error:
        from jixiao.system_words import reason_of

        raise PackError(path, "", f"cannot be read: {reason_of(error)}") from error
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        from jixiao.file_kinds import called, kind_of

        kind = kind_of(content)
        what = f"it is no text, {called(kind)}" if kind else "it is not UTF-8"
        raise PackError(path, "", what) from None


def typed(raw: Mapping[str, Any], kind: type[T], file: Path | str, within: Keys = ()) -> T:
    """What was read, in its type. `within` is the way to it. Raises PackError with the place of the key."""
    try:
        return msgspec.convert(raw, kind)
    except msgspec.ValidationError as error:
        raise placed_error(error, raw, file, within) from error


def placed_error(
    error: msgspec.ValidationError, raw: Mapping[str, Any], file: Path | str, within: Keys
) -> PackError:
    """What the schema minds about `raw`, with the way to it and the name of the item it is about."""
    reason = str(error)
    at = _keys(reason)
    unknown = _UNKNOWN.search(reason)
    place = (*at, unknown[1]) if unknown else at
    return PackError(file, _name(raw, at), reason, (*within, *place))


def _keys(reason: str) -> Keys:
    """“… - at `$.check[3].basis`” -> ("check", 3, "basis")"""
    path = reason.rpartition("at `$")[2] if "at `$" in reason else ""
    return tuple(name or int(number) for name, number in _STEP.findall(path))


def _name(raw: Mapping[str, Any], at: Keys) -> str:
    """What people call the innermost item on the way that has a name: the id of a check, a sheet's name."""
    item: Any = raw
    name = _own_name(item)
    for key in at:
        try:
            item = item[key]
        except (KeyError, IndexError, TypeError):
            break
        name = _own_name(item) or name
    return name


def _own_name(item: Any) -> str:
    if not isinstance(item, dict):
        return ""
    names = (item.get(key) for key in ("id", "term", "name", "label"))
    return next((name for name in names if isinstance(name, str)), "")
