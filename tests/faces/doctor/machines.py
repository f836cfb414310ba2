"""Machines as data: a registry, files and programs as they are found at an accountant's desk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from jixiao.faces.doctor.machine import Machine, Value
from jixiao.faces.excel.launcher import windows_text

PYTHON = r"C:\Users\王会计\AppData\Local\jixiao\venv\Scripts\python.exe"
LAUNCHER = r"C:\Users\王会计\AppData\Local\jixiao\jixiao-excel.cmd"
EXCEL = r"C:\Program Files\Microsoft Office\root\Office16\EXCEL.EXE"

APP_PATH = r"HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\App Paths\excel.exe"
CURRENT = r"HKCR\Excel.Application\CurVer"
CLICK_TO_RUN = r"HKLM\SOFTWARE\Microsoft\Office\ClickToRun\Configuration"
SETTINGS = r"HKCU\SOFTWARE\Microsoft\Office\16.0\Excel\Security"
POLICY = r"HKCU\SOFTWARE\Policies\Microsoft\Office\16.0\Excel\Security"

Registry = Mapping[tuple[str, str], Value]

OFFICE_365: Registry = {
    (APP_PATH, ""): EXCEL,
    (CURRENT, ""): "Excel.Application.16",
    (CLICK_TO_RUN, "VersionToReport"): "16.0.17328.20184",
    (CLICK_TO_RUN, "Platform"): "x64",
}


def windows(registry: Registry = OFFICE_365, files: Mapping[str, str] | None = None) -> Machine:
    """Windows 11 with the launcher in place, Excel where the registry says, and these files besides."""
    there = {LAUNCHER: windows_text(PYTHON), EXCEL: ""} | dict(files or {})
    values = {(key.lower(), name.lower()): value for (key, name), value in registry.items()}
    return Machine(
        system="Windows",
        release="11 AMD64",
        python=PYTHON,
        python_home=r"C:\Users\王会计\AppData\Local\Programs\Python\Python312",
        python_version="3.12.1",
        home=r"C:\Users\王会计",
        launcher=LAUNCHER,
        environ={"APPDATA": r"C:\Users\王会计\AppData\Roaming", "ProgramFiles": r"C:\Program Files"},
        registry=lambda key, name: values.get((key.lower(), name.lower())),
        read=there.get,
        exists=there.__contains__,
        which=lambda name: None,
        answer=lambda program, *arguments: "jixiao 0.1.0" if program in there else None,
        version=lambda package: "1.0",
    )


def linux(settings: str | None = None) -> Machine:
    """Linux with LibreOffice; `settings` is what its user has set."""
    files = {"/usr/bin/soffice": "", "/opt/py/bin/python": ""}
    if settings is not None:
        files["主目录/.config/libreoffice/4/user/registrymodifications.xcu"] = settings
    return replace(
        windows({}),
        system="Linux",
        release="6.1 x86_64",
        home="主目录",
        read=files.get,
        exists=files.__contains__,
        which={"soffice": "/usr/bin/soffice"}.get,
        answer=lambda program, *arguments: "LibreOffice 7.4.7.2" if program in files else None,
    )
