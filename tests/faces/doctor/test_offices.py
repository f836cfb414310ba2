"""Which office programs are found, by the registry and files of a described machine."""

from __future__ import annotations

import pytest
from faces.doctor.machines import APP_PATH, EXCEL, linux, windows

from jixiao.faces.doctor.machine import Machine
from jixiao.faces.doctor.observation import Condition, Observation
from jixiao.faces.doctor.offices import offices

WPS = r"C:\Users\王会计\AppData\Local\Kingsoft\WPS Office\12.1.0.16929"
LIBRE = r"C:\Program Files\LibreOffice\program\soffice.exe"


def about(what: str, machine: Machine) -> Observation:
    return next(finding for finding in offices(machine) if what in finding.about)


def test_excel_is_named_with_version_and_place():
    assert about("Excel", windows()).says == f"16.0.17328.20184（x64），在 {EXCEL}"


def test_an_excel_without_click_to_run_gives_the_version_of_its_class():
    registry = {(APP_PATH, ""): f'"{EXCEL}"', (r"HKCR\Excel.Application\CurVer", ""): "Excel.Application.15"}
    assert about("Excel", windows(registry)).says == f"15.0，在 {EXCEL}"


@pytest.mark.parametrize("place", [r"D:\removed\EXCEL.EXE", rf"{WPS}\office6\et.exe"])
def test_an_entry_that_leads_nowhere_or_to_wps_is_not_excel(place):
    machine = windows({(APP_PATH, ""): place}, {rf"{WPS}\office6\et.exe": ""})
    assert about("Excel", machine).state is Condition.ABSENT


def test_wps_is_found_by_its_own_key_and_warns_of_missing_vba():
    registry = {(r"HKCU\Software\Kingsoft\Office\6.0\Common", "InstallRoot"): WPS}
    finding = about("WPS", windows(registry, {rf"{WPS}\office6\et.exe": ""}))
    assert finding.state is Condition.NOTE
    assert finding.says.endswith(r"\office6\et.exe")
    assert "VBA" in finding.todo


def test_libreoffice_is_found_on_the_path_or_in_its_usual_place():
    assert about("LibreOffice", linux()).says == "LibreOffice 7.4.7.2，在 /usr/bin/soffice"
    assert about("LibreOffice", windows({}, {LIBRE: ""})).says == f"在 {LIBRE}"


def test_a_machine_without_office_programs_is_told_so_line_by_line():
    found = list(offices(windows({})))
    assert [finding.about for finding in found] == ["Excel", "WPS 表格", "LibreOffice", "xlwings"]
    assert {finding.state for finding in found[:3]} == {Condition.ABSENT}
