"""A desk with Windows, from the bundle to the report: install.cmd, launcher, drop target, 发送到, buttons.

Under wine, with the code page of a Chinese Windows, with folders and a user of names that have every sign
that batch files stumble over. No Excel: what its macros say to WScript.Shell, a script says. What only
Windows and Excel can show is in docs/first-session.zh-CN.md.
"""

import json
import subprocess
from pathlib import Path

import pytest
from openpyxl import load_workbook
from windows import machine
from windows.desk import Desk, bundle_of, has_results, report_beside
from windows.embeddable import embeddable
from windows.machine import windows_path as called
from workbook.books import silent_sample

from jixiao.faces.doctor.child_processes import OWN, RULE
from jixiao.faces.excel.drop_target import DROP_TARGET, SEND_TO

pytestmark = [pytest.mark.windows, pytest.mark.exhaustive]
# What JixiaoJob.bas does: host.Run order, 0, False; here it waits, to bring the exit code back.
SCRIPT = '''
order = ""
For i = 0 To WScript.Arguments.Count - 1
    order = order & """" & WScript.Arguments(i) & """ "
Next
WScript.Quit CreateObject("WScript.Shell").Run(order, 0, True)
'''
# a % in a name: wine reads what %* gives once more, Windows does not
NAMES = ("普通.xlsm", "甲 & 乙(1).xlsm", "a&b.xlsm", "好!^.xlsm", "[终]，《x》.xlsm")


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The offline bundle with an interpreter of its own, unpacked."""
    folder = tmp_path_factory.mktemp("离线 安装 (1)&2!")
    return bundle_of(folder, "--embed", embeddable(folder))


@pytest.fixture(scope="module")
def desk(bundle: Path, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    desk = Desk(tmp_path_factory.mktemp("desk"))
    desk.install(bundle)
    return desk


def test_the_launcher_runs_the_program_that_was_installed(desk):
    assert desk.jixiao("--version") == (0, "jixiao 0.1.0\r\n")
    assert (desk.local / "jixiao" / "python" / "Lib" / "site-packages" / "jixiao").is_dir()


@pytest.mark.parametrize("name", NAMES)
def test_a_workbook_of_any_name_is_run(desk, name):
    book = desk.book(name)
    code, said = desk.jixiao("run", called(book))
    assert (code, has_results(book)) == (1, True), said
    assert report_beside(book).stat().st_size > 10_000


def test_the_drop_target_takes_what_the_explorer_gives_it(desk):
    code, said = desk.jixiao("excel", "setup", "--drop-target", called(desk.work))
    assert code == 0, said  # by the launcher, which so cannot be replaced
    books = [desk.book(name) for name in ("拖一.xlsm", "拖 二.xlsm", "拖&三.xlsm")]
    given = " ".join(f'"{called(book)}"' for book in books)  # the folder has a blank: the Explorer quotes
    done = desk.run(f'cmd.exe /c ""{called(desk.work / DROP_TARGET)}" {given}"')
    assert all(has_results(book) for book in books), done.stdout.decode(errors="replace")
    assert "共 3 本" in done.stdout.decode(errors="replace")


def test_the_menu_takes_a_workbook(desk, tmp_path):
    """Quoted: wine's cmd has no CMDCMDLINE, which has all that is behind an & without a blank."""
    book = tmp_path / "A&B" / "甲(1).xlsm"
    book.parent.mkdir()
    book.write_bytes(silent_sample())
    send_to = desk.roaming / "Microsoft" / "Windows" / "SendTo" / SEND_TO
    desk.run(f'cmd.exe /c ""{called(send_to)}" "{called(book)}""')
    assert report_beside(book)


@pytest.mark.parametrize(("name", "time"), [("自评 [终]&1.xlsm", 1), ("自评(2024).xlsm", 2)])
def test_the_macros_words_reach_the_program_by_way_of_the_script_host(desk, name, time, tmp_path):
    book, job = desk.book(name), desk.local / "jixiao" / "jobs" / f"20240101-00000{time}-1"
    job.mkdir(parents=True)
    (job / name).write_bytes(silent_sample())
    script = tmp_path / "run.vbs"
    script.write_bytes(SCRIPT.replace("\n", "\r\n").encode())
    places = map(called, (job / name, job, book))
    words = " ".join(f'"{word}"' for word in (called(desk.launcher), "button", "report", *places))
    done = desk.run(f"cscript.exe //nologo {called(script)} {words}")
    assert done.returncode == 0, done.stdout.decode("gbk", errors="replace")
    said = load_workbook(job / "answer.xlsx")["answer"]["A1"].value
    assert said.startswith("校验完成")
    assert report_beside(book).name in said
    assert book.read_bytes() == silent_sample()


def test_the_doctor_reads_the_registry(desk):
    excel = desk.user / "EXCEL.EXE"
    excel.touch()
    app = r"HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\App Paths\excel.exe"
    desk.run(f'reg add "{app}" /ve /d "{called(excel)}" /f')
    code, said = desk.jixiao("excel", "doctor", "--json")
    assert (code, json.loads(said)["button"]) == (0, True), said
    desk.run(f'reg add "{OWN[1]}" /v {RULE} /t REG_DWORD /d 1 /f')
    code, said = desk.jixiao("excel", "doctor")
    assert (code, "阻止所有 Office 应用程序创建子进程" in said) == (1, True)
    desk.run(f'reg delete "{OWN[1]}" /v {RULE} /f')
    desk.run(f'reg delete "{app}" /f')


def test_onedrive_is_found_in_the_registry(desk):
    book, key = desk.book("云.xlsm"), r"HKCU\Software\SyncEngines\Providers\OneDrive\Personal"
    for name, text in (
        ("UrlNamespace", "https://d.docs.live.net/"),
        ("CID", "AB12"),
        ("MountPoint", called(book.parent)),
    ):
        desk.run(f'reg add "{key}" /v {name} /d "{text}" /f')
    job = desk.local / "jixiao" / "jobs" / "20240101-000000-9"
    job.mkdir(parents=True)
    (job / book.name).write_bytes(silent_sample())
    desk.jixiao(
        "button", "report", called(job / book.name), called(job), "https://d.docs.live.net/ab12/云.xlsm"
    )
    assert "本机的同步文件夹" in load_workbook(job / "answer.xlsx")["answer"]["A1"].value
    assert report_beside(book)
    desk.run(f'reg delete "{key}" /f')


def test_a_workbook_that_another_program_holds_open_gets_its_results_beside_it(desk):
    book = desk.book("占用.xlsm")
    holds = f"import sys; f = open(r'{called(book)}', 'r+b'); print('open', flush=True); sys.stdin.read(1)"
    command = ["wine", str(machine.made() / "python.exe"), "-X", "utf8", "-c", holds]
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=machine.environment(),
    ) as holder:
        assert holder.stdout.readline().strip() == b"open"
        code, said = desk.jixiao("run", called(book))
        holder.communicate(b"x", timeout=60)
    assert book.read_bytes() == silent_sample()
    assert (code, "Traceback" in said) == (1, False), said
    assert [path for path in book.parent.glob("*.xlsm") if path != book and has_results(path)], said
    assert not list(book.parent.glob("*.tmp"))


def test_a_long_path_is_run_or_told_and_nothing_is_lost(desk, tmp_path):
    """Windows takes more than 260 characters only where it is set so."""
    folder = tmp_path.joinpath(*(f"二〇二四年度部门整体支出绩效自评材料{n:02}" for n in range(12)))
    folder.mkdir(parents=True)
    book = folder / "自评.xlsm"
    book.write_bytes(silent_sample())
    assert len(called(book)) > 260
    done = desk.run(
        f'"{desk.python}" -X utf8 -m jixiao run "{called(book)}"'
    )  # wine's cmd takes no long word
    assert done.returncode in (1, 2)
    assert b"Traceback" not in done.stdout
    assert has_results(book) if done.returncode == 1 else book.read_bytes() == silent_sample()
    assert [path.name for path in folder.iterdir() if path.suffix == ".tmp"] == []


def test_a_console_of_code_page_936_gets_no_traceback(desk):
    book = desk.book("𠮷.xlsm")
    done = desk.run(f'"{desk.python}" -m jixiao check "{called(book)}"')
    assert done.returncode == 1
    assert b"Traceback" not in done.stdout
    assert any("工伤保险基金".encode(page) in done.stdout for page in ("gbk", "utf-8"))


def test_an_update_takes_the_place_of_what_was_installed(desk, bundle):
    old = desk.local / "jixiao" / "python" / "old.txt"
    old.touch()
    desk.install(bundle)
    assert not old.exists()
    assert not (desk.local / "jixiao" / "python-old").exists()
    assert desk.jixiao("--version")[0] == 0
