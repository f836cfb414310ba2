"""Each finding has a key of its own, the same from run to run."""

from checks.sheets import check, sheet

from jixiao.checks.keys import keys_of, told_apart


def test_the_second_of_its_like_has_its_number():
    assert list(told_apart(["A", "B", "A", "A"])) == ["A", "B", "A#2", "A#3"]


def test_only_what_makes_a_finding_has_a_key():
    book = sheet("一 = 二", check("三 = 四", name="X-2"), 一="1.00", 二="2.00", 三="5.00", 四="5.00")
    broken, sound = book.verdicts
    assert keys_of(book.verdicts) == {id(broken): "X-1"}
    assert id(sound) not in keys_of(book.verdicts)
