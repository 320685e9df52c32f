"""What the published schema of FHIR says of a center's own questionnaire, beside our own rules."""

from __future__ import annotations

from tests.questionnaire.instrument_files import (
    FHIR,
    issues,
    item,
    resource,
    write,
)


def test_our_own_rules_are_asked_beside_the_schema(project):
    fhir = resource()
    item(fhir, "rest")["type"] = "text"
    write(project, fhir)
    assert "“text” aren't supported" in issues(project)[0].what


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
