"""A center's own questionnaires: what is read, and what each slip in a file says."""

from __future__ import annotations

import hashlib
import shutil

import pytest

from site_config.core.issues import IssuesFound
from site_config.questionnaire import instruments
from site_config.questionnaire.instrument_file import PASSED
from tests.questionnaire.instrument_files import (
    FHIR,
    FOLDER,
    NAME,
    TARGET,
    WORDS,
    drop_in,
    item,
    resource,
    settings,
    write,
)


@pytest.fixture
def project(tmp_path, root):
    """A folder with what instruments are checked against."""
    (tmp_path / "content/_data").mkdir(parents=True)
    shutil.copy(root / "content/_data/crisis_lines.yml", tmp_path / "content/_data")
    (tmp_path / "node_modules").symlink_to(root / "node_modules")
    known_to_the_schema(tmp_path, FOLDER / f"{NAME}.fhir.json")
    return tmp_path


def known_to_the_schema(project, file=None):
    """Spare the seconds that the schema takes to load: the slip is one of our own rules."""
    text = (file or project / FHIR).read_bytes()
    stamp = project / PASSED / hashlib.sha256(text).hexdigest()
    stamp.parent.mkdir(parents=True, exist_ok=True)
    stamp.touch()


def issues(project):
    with pytest.raises(IssuesFound) as caught:
        instruments.load(project)
    return caught.value.issues


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


def test_conditions_of_an_item_and_of_its_group_both_hold(project):
    drop_in(project)
    (own,), _ = instruments.load(project)
    why = next(one for one in own["items"] if one["link"] == "why")
    assert why["when"] == [
        {"behavior": "all", "tests": [{"item": "3", "options": [1], "not": False}]},
        {
            "behavior": "all",
            "tests": [
                {"item": "4", "options": [0, 1, 2], "not": False},
                {"item": "4", "options": [0], "not": True},
            ],
        },
    ]


def option(fhir, link, place):
    return item(fhir, link)["answerOption"][place]


def no_score(fhir):
    del option(fhir, "walk", 1)["valueCoding"]["extension"]


def half_a_score(fhir):
    option(fhir, "walk", 1)["valueCoding"]["extension"][0]["valueDecimal"] = 0.5


def option_twice(fhir):
    item(fhir, "walk")["answerOption"].append(option(fhir, "walk", 0))


def link_twice(fhir):
    item(fhir, "rest")["linkId"] = "walk"


def an_open_text(fhir):
    item(fhir, "rest")["type"] = "text"


def repeats(fhir):
    item(fhir, "walk")["repeats"] = True


def value_set(fhir):
    del item(fhir, "walk")["answerOption"]
    item(fhir, "walk")["answerValueSet"] = "https://example.org/fhir/ValueSet/often"


def condition_on_nothing(fhir):
    item(fhir, "nights")["enableWhen"][0]["question"] = "later"


def condition_on_no_answer(fhir):
    item(fhir, "alone")["enableWhen"][0]["answerCoding"]["code"] = "nobody"


def condition_by_size(fhir):
    item(fhir, "alone")["enableWhen"][0]["operator"] = ">"


def conditions_without_behavior(fhir):
    del item(fhir, "alone")["enableBehavior"]


def half_translated(fhir):
    del item(fhir, "walk")["_text"]


def no_words(fhir):
    del item(fhir, "rest")["text"]


def no_address(fhir):
    del fhir["url"]


def below_a_question(fhir):
    item(fhir, "walk")["item"] = [{"linkId": "below", "type": "boolean", "text": "And?"}]


def beforehand(fhir):
    option(fhir, "walk", 0)
    item(fhir, "rest")["initial"] = [{"valueBoolean": True}]


def condition_on_display(fhir):
    item(fhir, "hint")["enableWhen"] = item(fhir, "nights")["enableWhen"]


def integers(fhir):
    item(fhir, "walk")["answerOption"] = [{"valueInteger": 1}, {"valueInteger": 2}]


WRONG_FILES = {
    no_score: "score of “Some days” of the item “walk” is missing",
    half_a_score: "score isn't one whole number",
    option_twice: "“Never” is there twice",
    link_twice: "linkId “walk” is there twice",
    an_open_text: "items of type “text” aren't supported",
    repeats: "more than one answer",
    value_set: "options from a value set",
    condition_on_nothing: "no earlier item “later”",
    condition_on_no_answer: "an answer that nobody can give",
    condition_by_size: "operator “>”",
    conditions_without_behavior: "how the conditions go together",
    half_translated: "no translation into “es”",
    no_words: "no `text`",
    no_address: "no `url`",
    below_a_question: "items below a question",
    beforehand: "given beforehand",
    condition_on_display: "`enableWhen` aren't supported",
    integers: "no coding",
}


@pytest.mark.parametrize(
    ("slip", "says"), WRONG_FILES.items(), ids=lambda v: getattr(v, "__name__", "")
)
def test_a_slip_in_the_fhir_file_is_named_with_its_line_and_fix(project, slip, says):
    fhir = resource()
    slip(fhir)
    write(project, fhir)
    known_to_the_schema(project)
    wrong = issues(project)
    found = [issue for issue in wrong if says in issue.what[0].lower() + issue.what[1:]]
    assert found, list(map(str, wrong))
    assert found[0].path.as_posix() == FHIR
    assert found[0].fix
    if slip is not no_address:
        assert found[0].line > 1


def test_our_own_rules_are_asked_beside_the_schema(project):
    fhir = resource()
    an_open_text(fhir)
    write(project, fhir)
    assert "“text” aren't supported" in issues(project)[0].what


def test_the_line_is_that_of_the_option(project):
    fhir = resource()
    no_score(fhir)
    write(project, fhir)
    (found,) = issues(project)
    rows = (project / FHIR).read_text("utf-8").splitlines()
    below = "\n".join(rows[found.line - 1 : found.line + 5])
    assert '"code": "some"' in below


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
    ({"rights": None}, "“rights” is empty"),
    ({"granted_by": ""}, "“granted_by” is empty"),
    ({"colour": "red"}, "“colour” isn't a setting"),
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


def test_a_center_says_whether_anything_in_it_means_danger(project):
    words = settings()
    del words["safety"]
    write(project, words=words)
    known_to_the_schema(project)
    (found,) = issues(project)
    assert "“safety” is missing" in found.what
    assert "safety: []" in found.fix


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
