from jixiao.desk.examined import whole_score


def test_points_are_no_score_while_an_indicator_is_not_scored() -> None:
    scored = [{"score": "0"}, {"score": "8.1"}]
    assert whole_score({"total": "8.1", "indicators": scored}) == "8.1"
    assert whole_score({"total": "8.1", "indicators": [*scored, {"score": None}]}) == ""
    assert whole_score({}) == ""
