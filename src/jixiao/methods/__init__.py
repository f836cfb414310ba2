"""The scoring methods. A new one is a class in a module of this room and its name in this union."""

from __future__ import annotations

from jixiao.methods.free_rows import FreeRows
from jixiao.methods.grades import Graded, GradedRange
from jixiao.methods.judgements import Checklist, Manual
from jixiao.methods.rates import Bands, PerPoint
from jixiao.methods.shares import Execution, Interpolation
from jixiao.methods.signs import Signed
from jixiao.methods.work import EachViolation, Proportional

Method = (
    PerPoint
    | Bands
    | Interpolation
    | Execution
    | Proportional
    | Signed
    | FreeRows
    | Checklist
    | EachViolation
    | Graded
    | GradedRange
    | Manual
)
