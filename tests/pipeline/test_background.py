"""Work beside the build: nothing is lost or done twice, and results keep their order."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from site_config.pipeline.background import BATCH_SIZE, Background, Batches, lint


@pytest.mark.parametrize("count", [0, 1, BATCH_SIZE, BATCH_SIZE + 1, 3 * BATCH_SIZE + 7])
def test_each_piece_comes_back_with_its_own_result_in_order(count):
    done = []

    def work(pieces):
        done.extend(pieces)
        return [piece * 2 for piece in pieces]

    with ThreadPoolExecutor(1) as pool:
        batches = Batches(pool, work)
        for piece in range(count):
            batches.add(piece)
        assert [*batches.results()] == [(piece, piece * 2) for piece in range(count)]
    assert sorted(done) == [*range(count)]


def test_what_the_other_side_has_not_begun_is_done_here():
    busy, here = threading.Event(), threading.current_thread()
    workers = []

    def work(pieces):
        workers.append(threading.current_thread())
        if threading.current_thread() is here:
            busy.set()
        assert busy.wait(60)
        return pieces

    with ThreadPoolExecutor(1) as pool:
        batches = Batches(pool, work)
        for piece in range(2 * BATCH_SIZE):
            batches.add(piece)
        assert [piece for piece, _ in batches.results()] == [*range(2 * BATCH_SIZE)]
    assert here in workers


def test_the_linter_runs_beside_the_build_and_pages_are_parsed(small):
    small.page("An addict reads this.")
    background = Background(small.root)
    try:
        html = "<html><head></head><body><script>a()</script></body></html>"
        background.parse(html)
        assert list(background.facts()) == [html]
        assert background.issues() == lint(small.root)
        assert any("addict" in issue.what for issue in background.issues())
    finally:
        background.close()
