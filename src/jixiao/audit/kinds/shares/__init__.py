"""Shares of a whole that is named, or that stands near by."""
