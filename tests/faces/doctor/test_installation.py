"""The launcher: there or not, whose it is, and whether it answers."""

from __future__ import annotations

from dataclasses import replace

from faces.doctor.machines import LAUNCHER, windows

from jixiao.faces.doctor.installation import installation, needed_packages
from jixiao.faces.doctor.machine import Machine
from jixiao.faces.doctor.observation import Condition, Observation, Serves
from jixiao.faces.excel.launcher import windows_text


def about(what: str, machine: Machine) -> Observation:
    return next(finding for finding in installation(machine) if what in finding.about)


def test_a_launcher_for_this_python_that_answers_is_fine():
    assert about("启动程序", windows()).state is Condition.FINE


def test_a_launcher_that_is_missing_sends_to_setup():
    machine = replace(windows(), read=lambda path: None, exists=lambda path: False)
    finding = about("启动程序", machine)
    assert (finding.state, finding.todo) == (Condition.TROUBLE, "运行 jixiao excel setup。")
    assert LAUNCHER in finding.says


def test_a_launcher_whose_python_is_gone_does_not_answer():
    finding = about("启动程序", replace(windows(), answer=lambda *command: None))
    assert finding.state is Condition.TROUBLE
    assert "没有应答" in finding.says


def test_a_launcher_for_another_python_works_and_is_noted():
    machine = windows(files={LAUNCHER: windows_text(r"D:\Python311\python.exe")})
    finding = about("启动程序", machine)
    assert finding.state is Condition.NOTE
    assert "另一个 Python" in finding.says


def test_the_path_counts_for_the_button_only_where_there_is_no_launcher():
    on_path = replace(windows(), which=lambda name: LAUNCHER)
    assert about("PATH", on_path).serves is None
    assert about("PATH", replace(on_path, exists=lambda path: False)).serves is Serves.CALL


def test_a_python_from_the_store_is_refused_because_windows_diverts_what_it_writes():
    store = (
        r"C:\Program Files\WindowsApps\PythonSoftwareFoundation.Python.3.12_3.12.2800.0_x64__qbz5n2kfra8p0"
    )
    finding = about("Python", replace(windows(), python_home=store))
    assert finding.state is Condition.TROUBLE
    assert "python.org" in finding.todo


def test_a_package_that_is_missing_is_named():
    machine = replace(windows(), version=lambda name: None if name == "lxml" else "1.0")
    finding = about("包", machine)
    assert (finding.state, finding.says) == (Condition.TROUBLE, "缺少 lxml")


def test_the_packages_are_those_that_the_program_declares():
    names = [line.partition(">")[0] for line in needed_packages()]
    assert {"lxml", "docxtpl", "msgspec"} <= set(names)
    assert not any("pytest" in name for name in names)


def test_a_package_that_no_button_needs_is_noted():
    finding = about("包", replace(windows(), version=lambda name: None if name == "pandas" else "1.0"))
    assert (finding.state, "pandas" in finding.says) == (Condition.NOTE, True)
