"""What Windows' Python has to make venvs of, added to the interpreter of machine.py, which comes without.

python.exe of a venv is no interpreter there: it starts the one that pyvenv.cfg names, and says from where
it was started (PC/launcher.c of CPython). pip comes out of two wheels.
"""

import re
import subprocess
from pathlib import Path

from windows import machine

_OF_A_VENV = r"""
#include <windows.h>
#include <stdio.h>
#define LONG 32768
static wchar_t self[LONG], file[LONG], program[LONG];
static char line[LONG];

int wmain(void) {
    GetModuleFileNameW(NULL, self, LONG);
    SetEnvironmentVariableW(L"__PYVENV_LAUNCHER__", self);
    wcscpy(file, self);
    *wcsrchr(file, L'\\') = 0;
    wcscpy(wcsrchr(file, L'\\'), L"\\pyvenv.cfg");
    FILE *settings = _wfopen(file, L"rb");
    while (settings && fgets(line, LONG, settings))
        if (!strncmp(line, "home = ", 7)) {
            line[strcspn(line, "\r\n")] = 0;
            MultiByteToWideChar(CP_UTF8, 0, line + 7, -1, program, LONG - 20);
        }
    wcscat(program, L"\\python.exe");
    STARTUPINFOW streams;
    PROCESS_INFORMATION started;
    DWORD code = 101;
    GetStartupInfoW(&streams);
    if (CreateProcessW(program, GetCommandLineW(), 0, 0, TRUE, 0, 0, 0, &streams, &started)) {
        WaitForSingleObject(started.hProcess, INFINITE);
        GetExitCodeProcess(started.hProcess, &code);
    }
    return code;
}
"""


def installed() -> Path:
    """The folder of a Python that makes venvs."""
    place = machine.made()
    scripts = place / "Lib" / "venv" / "scripts" / "nt"
    if not (scripts / "python.exe").exists():
        scripts.mkdir(exist_ok=True)
        source = place / "venv.c"
        source.write_text(_OF_A_VENV)
        command = ["x86_64-w64-mingw32-gcc", "-municode", "-o", scripts / "python.exe", source]
        subprocess.run(command, check=True, capture_output=True)
    _bring_pip(place / "Lib" / "ensurepip")
    return place


def _bring_pip(ensurepip: Path) -> None:
    """The wheels that it asks for; Debian keeps its own elsewhere."""
    wheels = ensurepip / "_bundled"
    versions = dict(
        re.findall(r'^_(PIP|SETUPTOOLS)_VERSION = "(.+)"', (ensurepip / "__init__.py").read_text(), re.M)
    )
    for name, version in versions.items():
        if not list(wheels.glob(f"{name.lower()}-{version}-*.whl")):
            machine.pip("download", "--no-deps", "--dest", wheels, f"{name.lower()}=={version}")
