"""The plain script is no copy of the product, but it has to fill the product's template."""

import re
from pathlib import Path

from jixiao.pack.loading import load_pack

PLAIN = Path(__file__).with_name("plain.py")


def test_it_knows_every_filter_of_the_template() -> None:
    template = (load_pack().reports / "report.txt").read_text(encoding="utf-8")
    used = {name for tag in re.findall(r"{[^{}\n]*}", template) for name in re.findall(r"\|([一-鿿]+)", tag)}
    known = set(re.findall(r'^ +"([一-鿿]+)": ', PLAIN.read_text(encoding="utf-8"), re.MULTILINE))
    assert len(used) > 10
    assert used <= known, used - known
