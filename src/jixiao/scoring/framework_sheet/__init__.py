"""The sheet 指标体系 as people have changed it: what it asks for, and what is told of it."""
