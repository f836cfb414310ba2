"""The same folder on a cluster of two processes of this machine."""

import os
import shutil
import warnings
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from jixiao.desk.batch import work_on
from jixiao.desk.cluster import Cluster
from jixiao.desk.crew import Crew, Processes
from jixiao.desk.examining import Orders
from jixiao.desk.store import FILE, Store
from jixiao.model.errors import UnusableInput

SAMPLES = Path(__file__).parents[2] / "samples"
pytestmark = [
    pytest.mark.filterwarnings("ignore"),  # of other people's packages
    pytest.mark.skipif(os.name == "nt", reason="dask is not part of the Windows of the tests"),
]


def test_an_address_without_a_scheduler_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jixiao.desk.cluster.SECONDS", 0.5)
    with pytest.raises(UnusableInput, match="连不上集群"):
        Cluster("tcp://127.0.0.1:9")


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    from distributed import LocalCluster

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with LocalCluster(
            n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=50
        ) as cluster:
            yield cluster.scheduler_address


def contents(out: Path) -> dict[str, bytes]:
    files = (path for path in out.rglob("*") if path.is_file() and path.name != FILE)
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in files}


def done(crew: Crew, folder: Path, out: Path) -> tuple[dict[str, bytes], Sequence[object]]:
    out.mkdir()
    with Store(out / FILE) as store:
        list(work_on(store, crew, Orders(str(folder), str(out))))
        found = [
            one.document | {"written": "", "report": ""} if one.document else one.sentence
            for one in store.all()
        ]
    return contents(out), found


@pytest.mark.exhaustive
def test_a_cluster_comes_to_the_same_results_byte_for_byte(address: str, tmp_path: Path) -> None:
    folder = tmp_path / "上报"
    folder.mkdir()
    for file in SAMPLES.glob("*.xlsm"):
        shutil.copy(file, folder)
    (folder / "坏.xlsx").write_bytes(b"")
    crew = Cluster(address)
    there = done(crew, folder, tmp_path / "there")
    crew.client.close()
    assert there == done(Processes(1), folder, tmp_path / "here")
