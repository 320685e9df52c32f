"""Earlier addresses in whatever form a writer gives them."""

from __future__ import annotations

import pytest

from site_config.content_model.addresses import Move, address, moves


@pytest.mark.parametrize(
    "written",
    [
        "cost/call-sheet/",
        "/cost/call-sheet/",
        "cost/call-sheet",
        "cost/call-sheet.md",
        "cost/call-sheet.html",
        "cost/call-sheet/index.html",
        " cost/call-sheet/ ",
    ],
)
def test_every_form_is_one_address(written):
    assert address(written) == "cost/call-sheet/"


@pytest.mark.parametrize(
    "written",
    ["", "/", "https://example.org/a/", "../a/", "a b/", "a/?b", "a/#b", "a//b/", "index.md", "A/"],
)
def test_what_can_be_none_is_none(written):
    assert address(written) is None


def test_moves_are_read_from_the_pages(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a/new.md").write_text("---\ntitle: T\nwas: [a/old/, /older.md]\n---\nWords.\n")
    (tmp_path / "b.md").write_text("---\ntitle: T\n---\nIt was:\nwas: [c/]\n")
    assert moves(tmp_path) == [Move("a/old/", "a/new.md"), Move("older/", "a/new.md")]
