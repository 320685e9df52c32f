"""A FHIR file is read with its lines; what isn't FHIR R4 is named where it is."""

from __future__ import annotations

import pytest

from site_config.questionnaire import instruments
from tests.questionnaire.instrument_files import (
    FHIR,
    drop_in,
    issues,
    item,
    resource,
    write,
)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{", "isn't JSON"),
        ("[]", "isn't a FHIR Questionnaire"),
        ('{"resourceType": "Bundle"}', "isn't a FHIR Questionnaire"),
        (
            '{"resourceType": "Questionnaire", "status": "draft", "status": "active"}',
            "“status” is given twice",
        ),
    ],
)
def test_a_file_that_is_no_questionnaire_is_named(project, text, says):
    drop_in(project)
    (project / FHIR).write_text(text, "utf-8")
    assert any(says in issue.what for issue in issues(project))


def test_a_file_indented_with_tabs_is_read(project):
    drop_in(project)
    text = (project / FHIR).read_text("utf-8")
    (project / FHIR).write_text(text.replace("  ", "\t"), "utf-8")
    assert len(instruments.load(project)[0]) == 1


def test_every_fault_against_the_published_schema_is_named_with_its_line(project):
    fhir = resource()
    fhir["title"] = 3
    fhir["status"] = "new"
    item(fhir, "walk")["color"] = "red"
    del item(fhir, "rest")["type"]
    write(project, fhir)
    found = [issue for issue in issues(project) if issue.what.startswith("FHIR R4")]
    said = "\n".join(map(str, found))
    for words in ("title", "status", "“color” is not an element"):
        assert words in said
    rows = (project / FHIR).read_text("utf-8").splitlines()
    for issue in found:
        if "color" in issue.what:
            assert '"color"' in rows[issue.line - 1]
