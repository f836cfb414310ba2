"""Whose the results are that lie under a workbook's name: names are given anew, and two may be exchanged."""

from __future__ import annotations

import json

from jixiao.desk.examined import ExaminedBook
from jixiao.desk.kept_json import known
from jixiao.desk.roster import same_name
from jixiao.relation.texts import same_text

OWNER = "结果归 "  # and the workbook: the name under which the store keeps the owner


def owner_of(one: ExaminedBook) -> str:
    """The unit whose results were written; empty where none were."""
    written = (one.document or {}).get("written")
    return json.dumps([one.said("unit_name"), one.said("unit_code"), one.subject]) if written else ""


def is_owner(owner: str, name: str, code: str, subject: str = "") -> bool:
    """Whether results are of this unit; who says neither name nor code may be any.

    `subject`: the project or the fund, where that is known.
    """
    named, coded, about = _said(owner)
    if subject and about and same_name(subject) != same_name(about):
        return False
    if not (named or coded) or not (name or code) or (coded and code and same_text(coded) == same_text(code)):
        return True
    return bool(named and name) and same_name(named) == same_name(name)


def owners_name(owner: str) -> str:
    """How the unit is called."""
    named, coded, about = _said(owner)
    return f"{named or coded}（{about}）" if about else named or coded


def _said(owner: str) -> tuple[str, ...]:
    """Name, code and subject."""
    return (*known(owner, list[str], []), "", "", "")[:3]
