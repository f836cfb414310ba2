"""A Windows to test on: wine with CPython for Windows and our packages, made once and kept in build/windows.

python tests/windows/machine.py: make it now. docs/macros.zh-CN.md says what such a test shows.

The interpreter is python.org's build as a wheel of PyPI carries it (python311.dll and its .pyd; python.exe is
compiled here); its library is that of the machine's own Python 3.11. Wheels for Windows are installed by pip,
which can do that for another system.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from zipfile import ZipFile

ROOT = Path(__file__).parents[2]
HOME = ROOT / "build" / "windows"
VERSION = "3.11"
CARRIER = "panda3d==1.10.16"  # its wheel for Windows has python.org's python311.dll and all .pyd
FOR_WINDOWS = (
    *("--platform", "win_amd64", "--platform", "any"),
    *("--implementation", "cp", "--python-version", VERSION, "--only-binary=:all:"),
)
TOOLS = ("wine", "gendef", "x86_64-w64-mingw32-gcc", "x86_64-w64-mingw32-dlltool")
CHINESE = "zh_CN.UTF-8"  # with it wine has code page 936, as Windows in a Chinese office
# All that the program and its tests need, in the versions that are here
WANTED = """
anyio attrs cffi click colorclass cryptography docxtpl et_xmlfile execnet hypothesis idna iniconfig jinja2
jsonschema jsonschema-specifications lxml markdown-it-py markupsafe mdurl msgspec msoffcrypto-tool
olefile oletools openpyxl openxml-audit packaging pcodedmp pillow pluggy pygments pyopenvba
pyparsing pypdfium2 pytest pytest-xdist python-docx referencing rich rpds-py sortedcontainers
typing_extensions tzdata vbalidator watchfiles xlrd xlsxwriter xlwings xlwt
"""
# wine 8 lacks what numpy 2 asks of ucrtbase, so pandas is that of the last numpy before
OLDER = ("numpy<2", "pandas<3", "python-dateutil<3", "pytz", "six")

_LAUNCHER = (
    "#include <wchar.h>\n"
    "int Py_Main(int, wchar_t **);\n"
    "int wmain(int count, wchar_t **words) { return Py_Main(count, words); }\n"
)
# abi3 extensions ask for python3.dll; Rust's ask for bcryptprimitives.dll, which wine 8 does not have
_RANDOM = (
    "#include <windows.h>\n"
    "BOOLEAN NTAPI SystemFunction036(PVOID, ULONG);\n"
    "__declspec(dllexport) BOOL ProcessPrng(PBYTE at, SIZE_T size) { return SystemFunction036(at, size); }\n"
)

# Once in some thousand times wine 8 cannot start a process and calls it an internal error (1359).
_STARTED_AGAIN = """\
import _winapi, time
create = _winapi.CreateProcess
def create_process(*of):
    for pause in (1, 3, 9):
        try:
            return create(*of)
        except OSError as error:
            if error.winerror != 1359:
                raise
            time.sleep(pause)
    return create(*of)
_winapi.CreateProcess = create_process
"""


def why_not() -> str | None:
    """What is missing for a Windows here; None if all is there."""
    missing = [tool for tool in TOOLS if not shutil.which(tool)]
    if missing:
        return f"{', '.join(missing)} not installed"
    known = subprocess.run(["locale", "-a"], capture_output=True, text=True).stdout.lower()
    return None if "zh_cn.utf8" in known else "the locale zh_CN.UTF-8 is not installed"


def find_windows() -> str | None:
    return None if why_not() else shutil.which("wine")


@cache
def made() -> Path:
    """The folder of python.exe; made by the first who asks. Raises CalledProcessError without a network."""
    import fcntl  # not on Windows, where conftest.py asks whether this is here

    HOME.mkdir(parents=True, exist_ok=True)
    with (HOME / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        stamp, of = HOME / "made", _what_it_is_made_of()
        if not stamp.exists() or stamp.read_text() != of:
            shutil.rmtree(HOME / "python", ignore_errors=True)
            _make(HOME / "python")
            stamp.write_text(of)
    # To start its server and services takes seconds: they stay for ten minutes after the last program.
    _in_the_background("wineserver", "-p600")
    _in_the_background("wine", "wineboot")
    return HOME / "python"


def _what_it_is_made_of() -> str:
    return hashlib.sha256(Path(__file__).read_bytes() + (ROOT / "pyproject.toml").read_bytes()).hexdigest()


def _make(place: Path) -> None:
    place.mkdir()
    _unpack_interpreter(place)
    library = Path(
        sysconfig.get_path("stdlib") if sys.version_info[:2] == (3, 11) else f"/usr/lib/python{VERSION}"
    )
    skipped = shutil.ignore_patterns(
        "site-packages", "test", "tests", "lib-dynload", "__pycache__", "idlelib", "tkinter"
    )
    shutil.copytree(library, place / "Lib", ignore=skipped)
    _wake_with_a_byte(place / "Lib" / "concurrent" / "futures" / "process.py")
    _compile(place)
    packages = place / "Lib" / "site-packages"
    pip("install", *FOR_WINDOWS, "--no-deps", "--no-compile", "--target", packages, *_requirements())
    pip("install", "--no-deps", "--no-compile", "--target", packages, ROOT)  # for what it says of itself
    shutil.rmtree(packages / "jixiao")  # the tests run the source
    (packages / "sitecustomize.py").write_text(_STARTED_AGAIN)
    _in_the_background("wine", "wineboot", "-i")


def _unpack_interpreter(place: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        pip("download", "--no-deps", *FOR_WINDOWS, "--dest", folder, CARRIER)
        [carrier] = Path(folder).glob("*.whl")
        with ZipFile(carrier) as archive:
            for name in archive.namelist():
                if name.startswith("deploy_libs/") and not Path(name).name.lower().startswith(
                    ("api-ms", "tcl", "tk")
                ):
                    file = Path(name).name
                    inside = (
                        place if file.lower() in ("python311.dll", "vcruntime140.dll") else place / "DLLs"
                    )
                    inside.mkdir(exist_ok=True)
                    (inside / file).write_bytes(archive.read(name))


def _wake_with_a_byte(pools: Path) -> None:
    """Processes of a pool wake each other by an empty message through a pipe, which wine 8 loses."""
    text = pools.read_text()
    assert text.count('send_bytes(b"")') == 1
    pools.write_text(text.replace('send_bytes(b"")', 'send_bytes(b"x")'))


def _compile(place: Path) -> None:
    """python.exe, and two libraries that hand on to what is there."""

    def call(*command: str) -> None:
        subprocess.run(command, cwd=place, check=True, capture_output=True)

    gcc = "x86_64-w64-mingw32-gcc"
    (place / "main.c").write_text(_LAUNCHER)
    call("gendef", "python311.dll")
    call("x86_64-w64-mingw32-dlltool", "-d", "python311.def", "-l", "libpython311.a")
    call(gcc, "-municode", "-o", "python.exe", "main.c", "-L.", "-lpython311")
    exported = (place / "python311.def").read_text().partition("EXPORTS")[2].split("\n")
    names = [line.split()[0] for line in exported if line.strip() and not line.lstrip().startswith(";")]
    lines = [f"{name} = python311.{name}" for name in names]
    (place / "python3.def").write_text("LIBRARY python3.dll\nEXPORTS\n" + "\n".join(lines) + "\n")
    call(gcc, "-shared", "-nostdlib", "-o", "python3.dll", "python3.def")
    (place / "random.c").write_text(_RANDOM)
    call(gcc, "-shared", "-o", "bcryptprimitives.dll", "random.c", "-ladvapi32")


def _requirements() -> list[str]:
    """What is installed here of all that the program and its tests need, in the same versions."""
    frozen = subprocess.run(
        [sys.executable, "-m", "pip", "freeze"], check=True, capture_output=True, text=True
    )
    lines = [
        line for line in frozen.stdout.splitlines() if line.partition("==")[0].casefold() in WANTED.split()
    ]
    return [*lines, *OLDER, "colorama", "pywin32"]


def pip(*arguments: object) -> None:
    subprocess.run([sys.executable, "-m", "pip", *map(str, arguments), "--quiet"], check=True)


def _in_the_background(*command: str) -> None:
    """What stays keeps the streams that it is given: a pipe would never end."""
    null = subprocess.DEVNULL
    subprocess.run(command, env=environment(), stdin=null, stdout=null, stderr=null, check=False, timeout=300)


def environment(more: Mapping[str, str] | None = None) -> dict[str, str]:
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "PYTEST", "PIP_"))
    }
    return {
        **kept,
        "WINEPREFIX": str(HOME / "prefix"),
        "WINEDEBUG": "-all",
        "WINEDLLOVERRIDES": "mscoree,mshtml=",  # wine asks for neither
        "LC_ALL": CHINESE,
        "PYTHONDONTWRITEBYTECODE": "1",
        **(more or {}),
    }


def wine(
    command: list[object],
    *,
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
    limit: int = 240,
    says: bytes = b"",
) -> subprocess.CompletedProcess[bytes]:
    """Run a program of Windows; its streams are pipes, for Windows' Python takes nothing else here."""
    return subprocess.run(
        ["wine", *map(str, command)],
        input=says,
        capture_output=True,
        cwd=cwd,
        env=environment(env),
        timeout=limit,
        check=False,
    )


def started(
    line: str,
    variables: Mapping[str, str] | None = None,
    folder: Path | None = None,
    says: bytes = b"\r\n" * 9,
    limit: int = 240,
) -> subprocess.CompletedProcess[bytes]:
    """Run a command line as it stands, by way of start.py; what it prints, both streams, is in stdout."""
    order = {
        "line": line,
        "variables": dict(variables or {}),
        "folder": windows_path(folder) if folder else "",
    }
    script = windows_path(Path(__file__).with_name("start.py"))
    return wine([made() / "python.exe", "-X", "utf8", script, json.dumps(order)], says=says, limit=limit)


def windows_path(path: Path) -> str:
    """As Windows calls a file of this machine."""
    return "Z:" + str(path).replace("/", "\\")


if __name__ == "__main__":
    print(why_not() or made())
