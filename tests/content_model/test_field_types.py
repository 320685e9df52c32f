"""A day, a name, a line and an address, as people type them."""

from __future__ import annotations

import datetime as dt

import pytest
from pydantic import ValidationError

from site_config.content_model.field_types import Day, Line, Moment, Name, Strict, Url


class Form(Strict):
    """One field of each type."""

    day: Day | None = None
    moment: Moment | None = None
    name: Name | None = None
    line: Line | None = None
    url: Url | None = None


@pytest.mark.parametrize(
    ("field", "typed", "read"),
    [
        ("day", "2026-11-23", dt.date(2026, 11, 23)),
        ("day", dt.date(2026, 11, 23), dt.date(2026, 11, 23)),
        ("name", "lifeline_988", "lifeline_988"),
        ("line", " Two words ", "Two words"),
        ("url", "https://example.org/a", "https://example.org/a"),
    ],
)
def test_what_is_read(field, typed, read):
    assert getattr(Form.model_validate({field: typed}), field) == read


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("day", "2026-02-30"),
        ("day", "2026-11-23T00:00"),
        ("day", "20261123"),
        ("day", 2026),
        ("day", 1700006400.0),
        ("moment", "soon"),
        ("name", "Lifeline"),
        ("name", "_a"),
        ("name", "two words"),
        ("line", "two\nlines"),
        ("line", ""),
        ("url", "example.org"),
        ("url", "https://a b"),
        ("other", "x"),
    ],
)
def test_what_is_refused(field, typed):
    with pytest.raises(ValidationError):
        Form.model_validate({field: typed})
