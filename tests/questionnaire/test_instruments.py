"""A center's own questionnaires: what is read, and what each slip in a file says."""

from __future__ import annotations

import shutil

import pytest

from site_config.questionnaire import instruments
from site_config.questionnaire.instrument_file import PASSED
from tests.questionnaire.instrument_files import (
    FOLDER,
    NAME,
    TARGET,
    drop_in,
    issues,
    item,
    resource,
    settings,
    write,
)


def test_no_file_is_no_instrument(project):
    assert instruments.load(project) == ([], [])


def test_an_instrument_with_every_feature_is_read(project):
    shutil.rmtree(project / PASSED)
    drop_in(project)
    (own,), warnings = instruments.load(project)
    assert warnings == []
    assert own["id"] == NAME
    assert own["url"] == resource()["url"]
    links = [one["link"] for one in own["items"]]
    assert links == ["walk", "/dark.1", "rest", "awake", "why", "alone", "impact"]
    by_link = {one["link"]: one for one in own["items"]}
    scores = {link: [o["score"] for o in one["options"]] for link, one in by_link.items()}
    assert scores == {
        "walk": [2, 1, 0],
        "/dark.1": [0, 1, 2],
        "rest": [0, 2],
        "awake": [0, 1, 2],
        "why": [1, 4],
        "alone": [3, 0],
        "impact": [None, None],
    }
    assert [link for link, one in by_link.items() if not one["scored"]] == ["impact"]
    assert by_link["awake"]["within"] == ["nights"]
    assert [words["text"] for words in by_link["awake"]["lead"]] == [
        "About your nights:",
        "Count only nights at home.",
    ]
    assert [words["text"] for words in by_link["why"]["lead"]] == ["About your nights:"]
    assert by_link["walk"]["texts"] == {"es": "¿Con qué frecuencia caminó?"}
    assert [o["danger"] for o in by_link["/dark.1"]["options"]] == [False, False, True]
    assert by_link["/dark.1"]["lines"] == ["samhsa_helpline"]
    assert [o["danger"] for o in by_link["alone"]["options"]] == [True, False]


@pytest.mark.parametrize("left", [f"{NAME}.yml", f"{NAME}.fhir.json"])
def test_one_file_without_the_other_is_named(project, left):
    (project / TARGET).mkdir()
    shutil.copy(FOLDER / left, project / TARGET)
    (found,) = issues(project)
    assert f"There is a {left} without this file" in found.what


def test_a_name_that_no_address_can_hold_is_named(project):
    drop_in(project)
    for ending in (".yml", ".fhir.json"):
        (project / TARGET / f"{NAME}{ending}").rename(project / TARGET / f"My Own{ending}")
    assert "is no name for a questionnaire" in issues(project)[0].what


def test_a_wrong_one_is_left_out_only_if_the_center_says_so(project):
    write(project, words=settings() | {"range": [0, 20]})
    assert issues(project)[0].severity == "error"
    write(project, words=settings() | {"range": [0, 20], "if_wrong": "leave_out"})
    found, warnings = instruments.load(project)
    assert found == []
    assert {warning.severity for warning in warnings} == {"warning"}
    assert "left out" in warnings[0].fix


def test_our_own_rules_are_asked_beside_the_schema(project):
    fhir = resource()
    item(fhir, "rest")["type"] = "text"
    write(project, fhir)
    assert "“text” aren't supported" in issues(project)[0].what
