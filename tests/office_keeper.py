"""Run by the system's Python, which has UNO: keep a LibreOffice open until standard input ends.

/usr/bin/python3 office_keeper.py PIPE SOFFICE OPTION...: says “ready” once conversions can be handed to it.
A soffice that is started with the same profile hands its work over, in a sixth of the time of a start.
"""

import os
import signal
import subprocess
import sys

import unohelper
from com.sun.star.frame import TerminationVetoException, XTerminateListener
from excel.press import connect


class StaysOpen(unohelper.Base, XTerminateListener):
    """After each conversion the office wants to end."""

    def queryTermination(self, event):  # noqa: N802 - its name in LibreOffice
        raise TerminationVetoException("kept open", self)

    def notifyTermination(self, event):  # noqa: N802
        pass

    def disposing(self, event):
        pass


def main() -> None:
    pipe, *command = sys.argv[1:]
    office = subprocess.Popen(
        [*command, "--nodefault", f"--accept=pipe,name={pipe};urp;"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        desktop = connect(pipe)
        desktop.addTerminateListener(StaysOpen())
        print("ready", flush=True)
        sys.stdin.read()
    finally:
        os.killpg(office.pid, signal.SIGKILL)
        office.wait()


if __name__ == "__main__":
    try:
        main()
    finally:
        os._exit(0)  # UNO's threads may still crash an interpreter that shuts down
