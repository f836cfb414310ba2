"""The scoring methods, one module each. A new one is a class in a module and its name in this union."""

from __future__ import annotations

from jixiao.methods.bands import Bands
from jixiao.methods.checklist import Checklist
from jixiao.methods.each_violation import EachViolation
from jixiao.methods.graded import Graded
from jixiao.methods.manual import Manual
from jixiao.methods.per_point import PerPoint
from jixiao.methods.proportional import Proportional

Method = PerPoint | Bands | Proportional | Checklist | EachViolation | Graded | Manual
