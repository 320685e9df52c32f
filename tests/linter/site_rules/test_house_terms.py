"""The list of house terms: an entry that finds nothing because it is mistyped is named."""

from __future__ import annotations

import pytest

from site_config.content_model.data_files import TERMS

LIST = "terms:\n- {{match: a, use: b, severity: warn, source: Us}}\n- {match}\n"


@pytest.mark.parametrize(
    ("match", "lines"),
    [
        ("{match: '(addict', use: b, severity: error, source: Us}", [3]),
        ("{match: '[a-', use: b, severity: error, source: Us}", [3]),
        ("{match: '\\baddict', use: b, severity: error, source: Us}", []),
    ],
)
def test_what_is_no_regular_expression_is_an_error_on_its_line(small, match, lines):
    small.write(TERMS, LIST.format(match=match))
    found = small.errors(TERMS)
    assert [(issue.line, issue.rule) for issue in found] == [(n, "house-terms-list") for n in lines]
