"""The scoring methods. A new one is a class in a module of this room and its name in this union."""

from __future__ import annotations

from jixiao.methods.judgements import Checklist, Graded, Manual
from jixiao.methods.rates import Bands, PerPoint
from jixiao.methods.work import EachViolation, Proportional

Method = PerPoint | Bands | Proportional | Checklist | EachViolation | Graded | Manual
