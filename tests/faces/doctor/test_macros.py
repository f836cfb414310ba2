"""May macros run? Settings, rules and marks of described machines."""

from __future__ import annotations

import pytest
from faces.doctor.machines import OFFICE_365, POLICY, SETTINGS, linux, windows

from jixiao.faces.doctor.machine import Machine
from jixiao.faces.doctor.macros import macros
from jixiao.faces.doctor.observation import Condition, Observation

BOOK = r"D:\绩效 (2024)\我单位.xlsm"
LEVEL = '<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>{}</value></prop></item>'  # noqa: E501


def only(machine: Machine) -> Observation:
    [finding] = macros(machine, ())
    return finding


@pytest.mark.parametrize(
    ("level", "state"),
    [
        (None, Condition.NOTE),
        (1, Condition.FINE),
        (2, Condition.NOTE),
        (3, Condition.TROUBLE),
        (4, Condition.TROUBLE),
    ],
)
def test_the_setting_of_excel_decides(level, state):
    finding = only(windows({**OFFICE_365, (SETTINGS, "VBAWarnings"): level}))
    assert finding.state is state


def test_a_rule_of_the_office_counts_more_than_the_own_setting():
    rules = {**OFFICE_365, (SETTINGS, "VBAWarnings"): 1, (POLICY, "vbawarnings"): 4}
    finding = only(windows(rules))
    assert (finding.state, finding.says) == (Condition.TROUBLE, "单位策略规定：禁用所有宏")
    assert "信息管理人员" in finding.todo


def test_the_own_setting_can_be_changed_and_the_way_is_told():
    assert "信任中心" in only(windows({**OFFICE_365, (SETTINGS, "VBAWarnings"): 4})).todo


def test_vba_that_is_switched_off_for_all_of_office_is_trouble():
    key = r"HKCU\SOFTWARE\Policies\Microsoft\Office\16.0\Common"
    assert "VBA" in only(windows({**OFFICE_365, (key, "VBAOff"): 1})).says


def test_a_rule_against_files_from_the_internet_is_noted():
    rules = {**OFFICE_365, (POLICY, "blockcontentexecutionfrominternet"): 1}
    finding = list(macros(windows(rules), ()))[1]
    assert (finding.about, finding.state) == ("来自互联网的文件", Condition.NOTE)
    assert "解除锁定" in finding.todo


@pytest.mark.parametrize(
    ("zone", "state"), [("3", Condition.TROUBLE), ("4", Condition.TROUBLE), ("1", Condition.FINE)]
)
def test_the_mark_of_a_downloaded_workbook_is_read(zone, state):
    files = {BOOK: "", f"{BOOK}:Zone.Identifier": f"[ZoneTransfer]\r\nZoneId={zone}\r\n"}
    assert list(macros(windows(OFFICE_365, files), (BOOK,)))[-1].state is state


def test_a_workbook_without_a_mark_is_fine_and_a_missing_one_is_not():
    machine = windows(OFFICE_365, {BOOK: ""})
    assert [found.state for found in macros(machine, (BOOK, "x.xlsm"))][1:] == [
        Condition.FINE,
        Condition.TROUBLE,
    ]


@pytest.mark.parametrize(
    ("settings", "state"),
    [
        (None, Condition.TROUBLE),  # high is what LibreOffice comes with
        (LEVEL.format(0), Condition.FINE),
        (LEVEL.format(1), Condition.NOTE),
        (LEVEL.format(2), Condition.TROUBLE),
        (LEVEL.format(3), Condition.TROUBLE),
        ('<prop oor:name="SecureURL" oor:op="fuse"><value><it>file:///x</it></value></prop>', Condition.NOTE),
    ],
)
def test_the_security_level_of_libreoffice_decides(settings, state):
    assert only(linux(settings)).state is state
