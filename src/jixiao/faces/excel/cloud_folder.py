"""A workbook in a folder of OneDrive, which Excel calls by its address on the net: its file on this machine.

OneDrive notes in the registry which address it keeps in which folder. Source: HKCU, Software, SyncEngines,
Providers, OneDrive: a key for every library that is synchronised, with UrlNamespace, MountPoint and, for a
private account, CID.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from jixiao.model.errors import UnusableInput

PROVIDERS = r"Software\SyncEngines\Providers\OneDrive"


@dataclass(frozen=True, slots=True)
class Library:
    """What the registry says of one synchronised library; `cid` is the account, part of a private address."""

    address: str  # UrlNamespace
    folder: str  # MountPoint
    cid: str = ""


def is_address(original: str) -> bool:
    """Whether Excel gave an address on the net for the workbook."""
    return "://" in original


def on_this_machine(original: str, libraries: tuple[Library, ...]) -> Path:
    """The file of that address. Raises UnusableInput where it is not synchronised.

    What lies in a shortcut, or in a library of which only a folder inside is synchronised, has an address
    longer than its path. Then leading parts are left out, and a file is taken only if no other can be meant.
    """
    paths = [path for library in libraries for path in _paths(original, library)]
    whole = [place for folder, parts in paths if (place := Path(folder, *parts)).is_file()]
    parts_of = ((folder, parts[left:]) for folder, parts in paths for left in range(1, len(parts)))
    some = {place for folder, parts in parts_of if (place := Path(folder, *parts)).is_file()}
    if whole or len(some) == 1:
        return whole[0] if whole else some.pop()
    folder = unquote(original.rpartition("/")[0])
    raise UnusableInput(
        f"这个工作簿所在的网上文件夹“{folder}”没有同步到这台电脑，不能在它旁边生成报告。"
        "请先把工作簿另存到本机的文件夹，或让 OneDrive 同步这个文件夹，再点按钮。"
    )


def _paths(original: str, library: Library) -> Iterator[tuple[str, list[str]]]:
    """The library's folder, and the way from there to the file: by the address as it stands, and decoded."""
    if not library.address or not library.folder:
        return
    of_account = f"{library.address.rstrip('/')}/{library.cid}"
    for address in dict.fromkeys((original, unquote(original))):
        rest = _below(address, of_account) if library.cid else None
        rest = _below(address, library.address) if rest is None else rest
        parts = [part for part in (rest or "").split("/") if part]
        if parts and not {"..", "."} & set(parts):
            yield library.folder, parts


def _below(address: str, root: str) -> str | None:
    """What follows the root in an address; letter case does not count."""
    start = unquote(root).rstrip("/").lower() + "/"
    return address[len(start) :] if address.lower().startswith(start) else None


def synchronised() -> tuple[Library, ...]:
    """The libraries in this user's registry, the longest address first; none but on Windows."""
    if sys.platform != "win32":
        return ()
    import winreg

    def value(key: Any, name: str) -> str:
        try:
            return str(winreg.QueryValueEx(key, name)[0])
        except OSError:
            return ""

    found = []
    try:
        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, PROVIDERS) as providers:
            for number in range(winreg.QueryInfoKey(providers)[0]):
                with winreg.OpenKey(providers, winreg.EnumKey(providers, number)) as key:
                    found.append(
                        Library(*(value(key, name) for name in ("UrlNamespace", "MountPoint", "CID")))
                    )
    except OSError:
        return ()
    return tuple(sorted(found, key=lambda library: -len(library.address)))
