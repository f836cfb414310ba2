"""Tests marked `office` need LibreOffice: skipped where it is absent, failed in CI, where it must be."""

import os
from types import ModuleType

import hypothesis
import office as harness
import pytest

# how long an example takes is the affair of the machine
hypothesis.settings.register_profile("house", deadline=None)
hypothesis.settings.load_profile("house")

ABSENT = "LibreOffice is not installed (no soffice on the PATH)"


@pytest.hookimpl(tryfirst=True)  # before -m selects by marker
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "office" in getattr(item, "fixturenames", ()):
            item.add_marker("office")
    items.sort(key=lambda item: item.get_closest_marker("long") is None)  # or all wait for them at the end


def pytest_runtest_setup(item: pytest.Item) -> None:
    if item.get_closest_marker("office") is None or harness.find_soffice():
        return
    if os.environ.get("CI"):
        pytest.fail(f"{ABSENT}, and in CI a test may not be skipped for that", pytrace=False)
    pytest.skip(ABSENT)


@pytest.fixture(scope="session")
def office() -> ModuleType:
    """The LibreOffice harness, tests/office.py."""
    return harness
