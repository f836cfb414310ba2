"""The verdict, and the real command on this machine."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from faces.doctor.machines import OFFICE_365, SETTINGS, linux, windows

from jixiao.faces.doctor.examination import as_json, as_text, examine
from jixiao.faces.doctor.observation import button_works

COMMAND = [sys.executable, "-c", "from jixiao.faces.cli import main; main()", "excel"]


def test_excel_that_asks_and_a_launcher_that_answers_are_enough():
    assert button_works(examine(windows()))


@pytest.mark.parametrize(
    "machine",
    [
        windows({}),  # no office program
        windows({**OFFICE_365, (SETTINGS, "VBAWarnings"): 4}),  # macros forbidden
        replace(windows(), answer=lambda *command: None),  # nothing answers
        replace(windows(), version=lambda package: None),  # packages missing
        linux(),  # LibreOffice as it comes, and no launcher
    ],
)
def test_anything_that_the_button_needs_and_lacks_fails_it(machine):
    found = examine(machine)
    assert not button_works(found)
    assert any(finding.todo for finding in found)


def test_each_trouble_says_what_to_do():
    found = examine(linux(), ("no such.xlsm",))
    assert all(finding.todo for finding in found if finding.state == "trouble")
    assert list(as_text(found))[-1].startswith("结论：工作簿里的按钮现在还不能用")


def test_json_has_the_verdict_and_every_finding():
    document = as_json(examine(windows()))
    assert document["button"] is True
    assert {"about", "state", "says", "todo", "serves"} == set(document["findings"][0])


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home folder whose name needs quoting, where LibreOffice asks before it runs macros."""
    home = tmp_path / "王 会计 $HOME (1)"
    folder = home / ".config/libreoffice/4/user"
    folder.mkdir(parents=True)
    level = '<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>1</value></prop>'
    (folder / "registrymodifications.xcu").write_text(level, encoding="utf-8")
    return home


def excel(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"HOME": str(home)}
    return subprocess.run(
        [*COMMAND, *arguments],
        capture_output=True,
        encoding="utf-8",
        env=environment,
        timeout=120,
        check=False,
    )


@pytest.mark.skipif(os.name == "nt", reason="the folder of the launcher follows HOME elsewhere")
@pytest.mark.office
def test_after_setup_the_doctor_finds_that_the_button_works_and_before_not(home):
    assert excel(home, "doctor").returncode == 1
    done = excel(home, "setup")
    launcher = home / ".local/share/jixiao/jixiao-excel"
    assert (done.returncode, done.stderr) == (0, "")
    assert f"启动程序已写入：{launcher}" in done.stdout
    said = excel(home, "doctor", "--json")
    assert (said.returncode, json.loads(said.stdout)["button"]) == (0, True)


@pytest.mark.skipif(os.name == "nt", reason="the folder of the launcher follows HOME elsewhere")
def test_setup_twice_is_harmless_and_the_launcher_answers(home):
    excel(home, "setup")
    launcher = home / ".local/share/jixiao/jixiao-excel"
    first = launcher.read_bytes()
    assert excel(home, "setup").returncode == 0
    assert launcher.read_bytes() == first
    assert subprocess.check_output([launcher, "--version"], encoding="utf-8").startswith("jixiao ")


@pytest.mark.skipif(os.name == "nt", reason="is allowed there")
@pytest.mark.parametrize("option", [["--send-to"], ["--drop-target", "."]])
def test_what_is_for_windows_is_refused_elsewhere_with_a_way_out(home, option):
    done = excel(home, "setup", *option)
    assert done.returncode == 2
    assert "只用于 Windows" in done.stderr
    assert "jixiao watch" in done.stderr
