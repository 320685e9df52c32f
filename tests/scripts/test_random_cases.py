"""Made-up people and signs: the same ones for the same seed."""

from __future__ import annotations

from scripts.random_cases import corpus, person


def test_the_same_seed_gives_the_same_people(engine_data):
    first, again = (list(corpus(person, 7, 50, engine_data)) for _ in range(2))
    assert first == again
    assert first != list(corpus(person, 8, 50, engine_data))
