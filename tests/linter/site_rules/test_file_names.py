"""A page's file has a name that makes a plain address, and an ending that makes a page."""

from __future__ import annotations

import pytest

from tests.small_site import PAGE


@pytest.mark.parametrize(
    ("name", "better"),
    [
        ("understand/My Article (final) v2.md", "understand/my-article-final-v2.md"),
        ("understand/résumé-–-work.md", "understand/resume-work.md"),
        ("understand/two.MD", "understand/two.md"),
        ("understand/two.markdown", "understand/two.md"),
        (f"understand/{'long-' * 14}name.md", f"understand/{'long-' * 11}long.md"),
    ],
)
def test_a_name_that_nobody_can_type_names_a_better_one(small, name, better):
    text = (small.root / "content" / PAGE).read_text("utf-8")
    small.write(f"content/{name}", text.replace("A page", "Another page").replace("What", "Why"))
    (issue,) = [one for one in small.issues("") if one.severity == "error"]
    assert (issue.path.as_posix(), issue.rule) == (f"content/{name}", "file-name")
    assert better in issue.fix
    (small.root / "content" / name).rename(small.root / "content" / better)
    assert [one for one in small.issues("") if one.severity == "error"] == []
