"""What a center's numbers and ids must fit: each other, the FHIR file, the crisis lines."""

from __future__ import annotations

import pytest

from site_config.questionnaire.instrument_checks import possible
from tests.questionnaire.instrument_files import (
    WORDS,
    issues,
    known_to_the_schema,
    settings,
    write,
)

WRONG_SETTINGS = [
    ({"range": [0, 20]}, "add up to 0 to 15, not 0 to 20"),
    ({"range": [5, 5]}, "range is empty"),
    ({"cutoff": {"at": 99, "source": "Somewhere"}}, "cut-off 99 isn't within"),
    ({"for": {"ages": [65, 18]}}, "ages are empty"),
    ({"not_scored": []}, "score of “Not hard” of the item “impact” is missing"),
    ({"not_scored": ["impact", "walk"]}, "has scores and isn't scored"),
    ({"not_scored": ["impact", "nobody"]}, "`not_scored` names the item “nobody”"),
    ({"yes_no_scores": {"rest": {"yes": 0, "no": 2}}}, "score of “Yes” of the item “alone”"),
    ({"safety": [{"item": "nobody", "answers": [True]}]}, "the item “nobody”, which"),
    ({"safety": [{"item": "alone", "answers": ["maybe"]}]}, "has no answer “maybe”"),
    ({"safety": [{"item": "alone", "answers": [True], "opens": ["mine"]}]}, "crisis line “mine”"),
]


@pytest.mark.parametrize(
    ("change", "says"), WRONG_SETTINGS, ids=[says for _, says in WRONG_SETTINGS]
)
def test_a_slip_in_the_settings_is_named(project, change, says):
    write(project, words=settings() | change)
    known_to_the_schema(project)
    wrong = issues(project)
    assert [issue for issue in wrong if says in issue.what and issue.fix], list(map(str, wrong))


BANDS = [
    ([(0, 5), (5, 15)], "overlaps"),
    ([(0, 4), (6, 15)], "No band has the totals from 5 to 5"),
    ([(0, 4), (5, 14)], "don't end where the range ends"),
    ([(0, 4), (15, 5)], "is empty"),
    ([(-1, 4), (5, 15)], "begins below the range"),
]


@pytest.mark.parametrize(("bands", "says"), BANDS, ids=[says for _, says in BANDS])
def test_bands_cover_the_range_once(project, bands, says):
    named = [{"from": low, "to": high, "name": f"from {low}"} for low, high in bands]
    write(project, words=settings() | {"bands": named})
    known_to_the_schema(project)
    found = [issue for issue in issues(project) if says in issue.what]
    assert found
    assert found[0].path.as_posix() == WORDS


def item(*scores, when=False, scored=True):
    return {"scored": scored, "when": [{}] * when, "options": [{"score": one} for one in scores]}


@pytest.mark.parametrize(
    ("items", "totals"),
    [
        ([], (0, 0, True)),
        ([item(0, 1, 3), item(1, 2)], (1, 5, True)),
        ([item(0, 3), item(None, None, scored=False)], (0, 3, True)),
        # asked after some answers only: it may add nothing, so the total isn't sure
        ([item(0, 3), item(1, 2, when=True)], (0, 5, False)),
        ([item(0, 3), item(-2, -1, when=True)], (-2, 3, False)),
    ],
)
def test_the_lowest_and_highest_total(items, totals):
    assert possible(items) == totals
