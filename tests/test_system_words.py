"""What a system says in English never reaches an accountant."""

from __future__ import annotations

import errno
import os
import re
from pathlib import Path

import pytest

from jixiao.system_words import reason_of

LATIN = re.compile(r"[A-Za-z]")


@pytest.mark.parametrize("number", [*errno.errorcode, 0, 9999])
def test_every_error_of_the_system_has_words_without_english(number: int):
    said = reason_of(OSError(number, os.strerror(number), "某局.xlsm"))
    assert said
    assert not LATIN.search(said)


def test_the_ones_that_people_meet_have_words_of_their_own():
    told = {number: reason_of(OSError(number, "x")) for number in (errno.ENOSPC, errno.EACCES, errno.EROFS)}
    assert told == {
        errno.ENOSPC: "磁盘空间不够",
        errno.EACCES: "没有权限，或被其他程序占用",
        errno.EROFS: "磁盘或文件夹是只读的",
    }


def test_what_is_said_in_chinese_is_kept():
    assert reason_of(OSError(0, "审核记录写不进去。", "a")) == "审核记录写不进去"


def test_what_is_in_use_in_windows_is_told():
    error = OSError(errno.EACCES, "Access denied")
    error.winerror = 32  # type: ignore[attr-defined,unused-ignore]
    assert reason_of(error) == "正被其他程序占用"


def test_a_folder_in_the_place_of_a_file_is_told_as_one(tmp_path: Path):
    with pytest.raises(OSError, match=tmp_path.name) as caught:
        tmp_path.read_bytes()
    assert reason_of(caught.value) == "这是文件夹，不是文件"
