"""A real browser without a window: what a page has become after its script ran, and how it looks."""

import shutil
import subprocess
import tempfile
from pathlib import Path

WIDTH, HEIGHT = 1300, 1400


def find_chromium() -> str | None:
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


def document(page: Path) -> str:
    """The page's HTML when it is ready."""
    return _chromium(page, "--dump-dom")


def picture(page: Path, out: Path, *, dark: bool = False) -> None:
    """The top of the page as a .png."""
    shade = ["--blink-settings=preferredColorScheme=0"] if dark else []
    _chromium(page, f"--screenshot={out}", f"--window-size={WIDTH},{HEIGHT}", "--hide-scrollbars", *shade)


def _chromium(page: Path, *options: str) -> str:
    program = find_chromium()
    assert program
    with tempfile.TemporaryDirectory() as profile:
        always = (
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            f"--user-data-dir={profile}",
            "--no-first-run",
        )
        done = subprocess.run(
            [program, *always, "--virtual-time-budget=2000", *options, page.resolve().as_uri()],
            check=True,
            capture_output=True,
            text=True,
            timeout=60,
        )
    return done.stdout
