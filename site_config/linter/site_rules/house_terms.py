"""The list of house terms itself."""

from __future__ import annotations

from site_config.linter.page_rules.house_style import list_issues
from site_config.linter.rule import Rule

RULES = (
    Rule(
        "house-terms-list",
        "An entry of site_config/house_terms.yml that isn't a regular expression",
        "Correct `match`",
        list_issues,
    ),
)
"""The rules of this family."""
