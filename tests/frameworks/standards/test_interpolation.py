"""A line between nothing and the full score."""

from frameworks.reading import given, standard

from jixiao.frameworks.standards.interpolation import read_line


def read(text):
    return read_line(standard(text, "10"))


def test_the_formula_names_both_ends():
    assert given(read("60%—100%之间的，按(执行率-60%)/(100%-60%)×10计分；低于60%不得分")) == {
        "zero_at": "0.6",
        "full_at": "1",
    }


def test_interpolation_has_its_ends_in_words():
    text = "95%及以上得10分，70%以下不得分，70%—95%之间采用线性插值法计算"
    assert given(read(text)) == {"zero_at": "0.7", "full_at": "0.95"}


def test_without_ends_it_is_left_to_people():
    assert read("采用插值法计分").type == ""


def test_ends_that_contradict_the_formula_are_told():
    assert read("低于70%不得分，95%得满分，按(X-60%)/(95%-60%)×10计分").doubts


def test_the_ends_may_stand_with_the_interpolation():
    assert given(read("90%—100%之间按线性插值法计分，90%以下不得分")) == {"zero_at": "0.9", "full_at": "1"}
