"""Which office programs are there: Excel, WPS, LibreOffice; and xlwings beside them."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.faces.doctor.machine import Machine
from jixiao.faces.doctor.observation import Condition, Observation

APP_PATHS = r"SOFTWARE\Microsoft\Windows\CurrentVersion\App Paths"
CLICK_TO_RUN = r"HKLM\SOFTWARE\Microsoft\Office\ClickToRun\Configuration"
WPS_COMMON = r"SOFTWARE\kingsoft\Office\6.0\Common"
MAC_EXCEL = "/Applications/Microsoft Excel.app"
WITHOUT_MACROS = "改用 jixiao watch 文件夹，或运行 jixiao excel setup --send-to，以后右键工作簿，发送到。"


def offices(machine: Machine) -> Iterator[Observation]:
    """One finding for each, also where it is absent."""
    yield _excel(machine)
    yield _wps(machine)
    yield _libreoffice(machine)
    yield _xlwings(machine)


def excel_place(machine: Machine) -> str | None:
    """Where Excel is. WPS may have entered itself in its place; that is not Excel."""
    if machine.system == "Darwin":
        return MAC_EXCEL if machine.exists(MAC_EXCEL) else None
    place = _app_path(machine, "excel.exe")
    return place if place and place.lower().endswith("excel.exe") and machine.exists(place) else None


def excel_version(machine: Machine) -> str:
    """As the registry names it for its settings, such as 16.0; empty if it does not say."""
    current = machine.registry(r"HKCR\Excel.Application\CurVer", "")
    number = str(current or "").rpartition(".")[2]
    return f"{number}.0" if number.isdecimal() else ""


def libreoffice_place(machine: Machine) -> str | None:
    """On the PATH, or where it is usually installed."""
    folder = machine.registry(r"HKLM\SOFTWARE\LibreOffice\UNO\InstallPath", "")
    return _first(
        machine,
        machine.which("soffice"),
        machine.which("libreoffice"),
        rf"{folder}\soffice.exe" if folder else None,
        rf"{machine.environ.get('ProgramFiles', '')}\LibreOffice\program\soffice.exe",
        "/Applications/LibreOffice.app/Contents/MacOS/soffice",
        "/opt/libreoffice/program/soffice",
    )


def _excel(machine: Machine) -> Observation:
    place = excel_place(machine)
    if place is None:
        return Observation(
            "Excel", Condition.ABSENT, "没有找到", f"没有 Excel 时可用 LibreOffice，或{WITHOUT_MACROS}"
        )
    exact = machine.registry(CLICK_TO_RUN, "VersionToReport") or excel_version(machine) or "版本不详"
    bits = machine.registry(CLICK_TO_RUN, "Platform")
    return Observation("Excel", Condition.FINE, f"{exact}{f'（{bits}）' if bits else ''}，在 {place}")


def _wps(machine: Machine) -> Observation:
    place = wps_place(machine)
    if place is None:
        return Observation("WPS 表格", Condition.ABSENT, "没有找到")
    version = next(
        (
            found
            for hive in ("HKCU", "HKLM")
            if (found := machine.registry(rf"{hive}\{WPS_COMMON}", "Version"))
        ),
        "版本不详",
    )
    todo = f"WPS 个人版一般不带 VBA，按钮按了没有反应时请{WITHOUT_MACROS}"
    return Observation("WPS 表格", Condition.NOTE, f"{version}，在 {place}", todo)


def wps_place(machine: Machine) -> str | None:
    """WPS's spreadsheet program, by its own registry keys or where it is usually installed."""
    folders = (machine.registry(rf"{hive}\{WPS_COMMON}", "InstallRoot") for hive in ("HKCU", "HKLM"))
    return _first(
        machine,
        *(rf"{folder}\office6\et.exe" for folder in folders if folder),
        _app_path(machine, "et.exe"),
        machine.which("et"),
        "/opt/kingsoft/wps-office/office6/et",
        "/Applications/wpsoffice.app",
    )


def _libreoffice(machine: Machine) -> Observation:
    place = libreoffice_place(machine)
    if place is None:
        return Observation("LibreOffice", Condition.ABSENT, "没有找到")
    said = None if machine.windows else machine.answer(place, "--version")  # opens a window on Windows
    version = f"{said.splitlines()[0]}，" if said else ""
    return Observation("LibreOffice", Condition.FINE, f"{version}在 {place}")


def _xlwings(machine: Machine) -> Observation:
    version = machine.version("xlwings")
    if version is None:
        return Observation("xlwings", Condition.ABSENT, "没有安装", "不影响按钮。")
    addin = rf"{machine.environ.get('APPDATA', '')}\Microsoft\Excel\XLSTART\xlwings.xlam"
    there = machine.windows and machine.exists(addin)
    return Observation(
        "xlwings", Condition.FINE, f"{version}，Excel 加载项{'已装' if there else '没有装（按钮不需要它）'}"
    )


def _app_path(machine: Machine, program: str) -> str | None:
    values = (machine.registry(rf"{hive}\{APP_PATHS}\{program}", "") for hive in ("HKCU", "HKLM"))
    return next((str(value).strip('"') for value in values if value), None)


def _first(machine: Machine, *places: str | None) -> str | None:
    return next((place for place in places if place and machine.exists(place)), None)
