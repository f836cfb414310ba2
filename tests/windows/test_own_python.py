"""A bundle without Python, on a Windows that has one or has none: from install.cmd to the finished report.

The Python is where python.org's installer puts it for one user; neither the launcher py nor PATH know it.
"""

from pathlib import Path
from zipfile import ZipFile

import pytest
from windows.desk import Desk, bundle_of, has_results, report_beside
from windows.installed import installed
from windows.machine import VERSION
from windows.machine import windows_path as called

pytestmark = [pytest.mark.windows, pytest.mark.exhaustive]


def test_it_is_installed_into_a_venv_of_the_python_that_is_there(tmp_path: Path):
    desk, bundle = Desk(tmp_path / "desk"), bundle_of(tmp_path / "离线 安装 (1)&2!", "--python", VERSION)
    spare_pandas(bundle / "wheels")
    code, said = desk.started_install(bundle)
    assert (code, "Windows installer (64-bit)" in said) == (1, True), said  # wine breaks Chinese letters here
    assert list(desk.local.iterdir()) == []

    python = desk.local / "Programs" / "Python" / f"Python{VERSION.replace('.', '')}"
    python.parent.mkdir(parents=True)
    python.symlink_to(installed(), target_is_directory=True)
    desk.install(bundle)
    code, said = desk.jixiao("excel", "doctor")
    assert called(desk.local / "jixiao" / "venv" / "Scripts" / "python.exe") in said, (code, said)
    book = desk.book("自评 &(甲).xlsm")
    code, said = desk.jixiao("run", called(book))
    assert (code, has_results(book)) == (1, True), said
    assert report_beside(book).stat().st_size > 10_000


def spare_pandas(wheels: Path) -> None:
    """pip takes more than a minute for it here, and what a run does needs nothing of it."""
    [whole] = wheels.glob("pandas-*.whl")
    version = whole.name.split("-")[1]
    whole.unlink()
    about = f"pandas-{version}.dist-info"
    with ZipFile(wheels / f"pandas-{version}-py3-none-any.whl", "w") as wheel:
        wheel.writestr(f"{about}/METADATA", f"Metadata-Version: 2.1\nName: pandas\nVersion: {version}\n")
        wheel.writestr(f"{about}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        wheel.writestr(f"{about}/RECORD", "")
