"""What a system says in English when a file cannot be read or written, in Chinese, as a clause."""

from __future__ import annotations

import errno
import os
import re
import sys
from pathlib import Path

_GONE = "找不到这个文件或文件夹"
_FORBIDDEN = "没有权限，或被其他程序占用"
_UNREACHABLE = "连不上这个磁盘或网络位置"
_IN_USE = "正被其他程序占用"
_NO_ROOM = "磁盘空间不够"
_WORDS = {
    "ENOENT": _GONE,
    "EACCES": _FORBIDDEN,
    "EPERM": _FORBIDDEN,
    "EROFS": "磁盘或文件夹是只读的",
    "ENOSPC": _NO_ROOM,
    "EDQUOT": "磁盘配额用完了",
    "EEXIST": "同名的文件或文件夹已经存在",
    "ENOTDIR": "路径中间有一段是文件，不是文件夹",
    "EISDIR": "这是文件夹，不是文件",
    "ENOTEMPTY": "文件夹里还有东西",
    "ENAMETOOLONG": "名称或路径太长",
    "EINVAL": "名称里有系统不接受的字符",
    "EILSEQ": "名称里有系统不接受的字符",
    "EMFILE": "打开的文件太多",
    "ENFILE": "打开的文件太多",
    "ENOMEM": "内存不够",
    "EIO": "磁盘读写出错",
    "EBUSY": _IN_USE,
    "ETXTBSY": _IN_USE,
    "EAGAIN": _IN_USE,
    "EDEADLK": _IN_USE,
    "EFBIG": "文件太大，这个磁盘放不下",
    "ELOOP": "链接绕成了圈",
    "EXDEV": "不在同一个磁盘上",
    "ETIMEDOUT": "等了太久没有回应",
}
_AWAY = (
    *("ENODEV", "ENXIO", "ESTALE", "ENOTCONN", "EHOSTDOWN", "EHOSTUNREACH", "ENETDOWN", "ENETUNREACH"),
    *("ECONNREFUSED", "ECONNRESET", "EREMOTEIO"),
)
_WORDS |= dict.fromkeys(_AWAY, _UNREACHABLE)
_BY_NUMBER = {getattr(errno, name): words for name, words in _WORDS.items() if hasattr(errno, name)}
# Of Windows: what is in use, full or away has numbers of its own, and often no other
_OF_WINDOWS = {
    32: _IN_USE,
    33: _IN_USE,
    39: _NO_ROOM,
    53: _UNREACHABLE,
    67: _UNREACHABLE,
    112: _NO_ROOM,
    206: "名称或路径太长",
    1224: _IN_USE,
}
_CHINESE, _LATIN = re.compile(r"[\u4e00-\u9fff]"), re.compile(r"[A-Za-z]{3}")


def reason_of(error: OSError) -> str:
    """Why a file could not be read or written: a clause without a stop."""
    number = getattr(error, "winerror", None) or 0
    if number in _OF_WINDOWS:
        return _OF_WINDOWS[number]
    if _is_folder_of_windows(error, number):
        return _WORDS["EISDIR"]
    said = (error.strerror or "").strip(" 。.")
    if _CHINESE.search(said) and not _LATIN.search(said):
        return said
    return _BY_NUMBER.get(error.errno or 0, f"系统不让读写，错误编号 {number or error.errno or '不明'}")


def _is_folder_of_windows(error: OSError, number: int) -> bool:
    """Windows denies access to a folder that is opened as a file, without a number of its own."""
    denied = sys.platform == "win32" and error.errno == errno.EACCES and not number
    return denied and isinstance(error.filename, str | os.PathLike) and Path(error.filename).is_dir()
