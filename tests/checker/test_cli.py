"""`python -m checker`, as another program calls it."""

from __future__ import annotations

import json
import re
import subprocess
import sys

import pytest

from checker import cli
from scripts.random_cases import corpus, person, signs
from tests.checker import roles

VOICES = ("me", "them")


@pytest.fixture
def run(capsys, tmp_path):
    """Run a command on an input file; give the exit code, standard output and standard error."""

    def run(command, text, *options):
        path = tmp_path / "input.json"
        path.write_text(text, "utf-8")
        code = cli.main([command, *options, str(path)])
        return code, *capsys.readouterr()

    return run


@pytest.mark.parametrize(
    ("command", "text", "culprit"),
    [
        ("assess", '{"present": ["mh_sadness"]}', "mh_sadness"),
        ("assess", '{"present": ["x_under_18"], "absent": ["x_under_18"]}', "x_under_18"),
        ("assess", '{"present": [["x_under_18"]]}', "x_under_18"),
        ("assess", '{"present": [7]}', "7"),
        ("assess", '{"present": "x_under_18"}', "present"),
        ("assess", '{"absent": {"x_under_18": 1}}', "absent"),
        ("assess", '{"presents": []}', "presents"),
        ("assess", '{"present": [], "present": []}', "present"),
        ("assess", "[]", "present"),
        ("assess", "not at all", "JSON"),
        ("assess", "", "JSON"),
        ("assess", "[" * 100_000, "JSON"),
        ("assess", '{"present": ["two\\nlines"]}', "two\\nlines"),
        ("evaluate", '{"responses": {"mood": ["low"]}}', "mood"),
        ("evaluate", '{"responses": {"feelings": ["sad"]}}', "sad"),
        ("evaluate", '{"responses": {"feelings": "low"}}', "feelings"),
        ("evaluate", '{"responses": {"feelings": [null]}}', "None"),
        ("evaluate", '{"responses": {"age": ["adult", "under_18"]}}', "age"),
        ("evaluate", '{"responses": {"feelings": ["none", "low"]}}', "none"),
        ("evaluate", '{"responses": {"who": ["me"], "who": ["them"]}}', "who"),
        ("evaluate", '{"responses": []}', "responses"),
        ("evaluate", '{"answers": {}}', "responses"),
        ("evaluate", '{"responses": {}, "note": ""}', "note"),
    ],
)
def test_bad_input_is_refused_in_one_line_that_names_the_culprit(run, command, text, culprit):
    code, out, err = run(command, text)
    assert code == 2
    assert out == ""
    assert culprit in err
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("command", "shape"),
    [
        ("assess", '{"present": [...], "absent": [...]}'),
        ("evaluate", '{"responses": {question: [options]}}'),
    ],
)
def test_another_shape_is_answered_with_the_one_expected(run, command, shape):
    _, _, err = run(command, "[]")
    assert err == f"checker: expected an object {shape}\n"


@pytest.mark.parametrize(
    ("command", "given", "most"),
    [
        ("assess", {"present": ["x" * 10_000]}, 79),
        ("evaluate", {"x" * 10_000: {}, "responses": {}}, 80),
    ],
)
def test_a_long_culprit_is_cut(run, command, given, most):
    _, _, err = run(command, json.dumps(given))
    assert re.findall("xx+", err) == ["x" * most]


def test_a_file_that_is_not_there_is_named(capsys, tmp_path):
    assert cli.main(["assess", str(tmp_path / "nothing.json")]) == 2
    assert "nothing.json" in capsys.readouterr().err


def test_a_file_that_is_not_text_is_named(capsys, tmp_path):
    (tmp_path / "bytes.json").write_bytes(b"\xff\xfe\x00")
    assert cli.main(["assess", str(tmp_path / "bytes.json")]) == 2
    assert "bytes.json" in capsys.readouterr().err


def test_one_bad_line_refuses_the_whole_input_by_its_number(run):
    good = '{"present": ["x_under_18"]}'
    code, out, err = run("assess", f'{good}\n\n{good}\n{{"present": ["oh"]}}\n{good}\n', "--lines")
    assert (code, out) == (2, "")
    assert "line 4" in err
    assert "oh" in err


def test_lines_come_out_in_the_order_in_which_they_went_in(run):
    cases = [{"present": [sign]} for sign in roles.ALL]
    code, out, _ = run("assess", "\n".join(map(json.dumps, cases)), "--lines")
    one_by_one = [run("assess", json.dumps(case))[1] for case in cases]
    assert code == 0
    assert out == "".join(one_by_one)


def test_an_answer_has_the_agreed_parts(run):
    _, out, _ = run("assess", '{"present": ["mh_sleep_affects_day"], "absent": []}')
    assert list(json.loads(out)) == [
        *("outcome", "banners", "because", "also", "missing", "conflicts")
    ]
    _, out, _ = run("evaluate", '{"responses": {"feelings": ["sleep"]}}')
    assert list(json.loads(out)) == [
        *("outcome", "banners", "because", "also", "missing", "conflicts", "findings")
    ]


def test_a_contradiction_names_its_rule_both_sides_and_the_one_that_counts(run):
    given = {"present": ["lc_safe_place_to_live", "lc_home_unsafe"]}
    answer = json.loads(run("assess", json.dumps(given))[1])
    assert answer["conflicts"] == [
        {
            "rule": "home_safe_or_not",
            "signs": ["lc_safe_place_to_live", "lc_home_unsafe"],
            "counts": ["lc_home_unsafe"],
        }
    ]


def test_an_alias_counts_once_and_keeps_its_name(run):
    given = {"present": ["pt_recent_detox_completion"], "absent": sorted(roles.CLEAR)}
    answer = json.loads(run("assess", json.dumps(given))[1])
    assert answer["because"] == [{"sign": "pt_recent_detox_completion", "rule": "step_down"}]
    given["present"] += ["su_detox_completed", "mh_anxiety_limits"]
    answer = json.loads(run("assess", json.dumps(given))[1])
    assert "su_detox_completed" in [b["sign"] for b in answer["because"]]


def test_an_alias_that_disagrees_with_its_sign_takes_the_safer_reading(run):
    """It counts as need, and withdrawal does not count as over."""
    clear = sorted({*roles.CLEAR, "su_detox_completed"})
    given = {"present": ["pt_recent_detox_completion"], "absent": clear}
    answer = json.loads(run("assess", json.dumps(given))[1])
    assert answer["because"] == [{"sign": "pt_recent_detox_completion", "rule": "step_down"}]
    given["present"] += ["su_withdrawal_seizures"]
    given["absent"].remove("su_withdrawal_seizures")
    answer = json.loads(run("assess", json.dumps(given))[1])
    assert answer["outcome"] == "medical_withdrawal_first"


def test_10_000_random_cases_end_in_one_of_the_fourteen(engine_data):
    """Through the real command, in one process, as `--lines` is meant to be used."""
    cases = "\n".join(map(json.dumps, corpus(signs, 11, 10_000, engine_data)))
    command = [sys.executable, "-m", "checker", "assess", "--lines", "-"]
    done = subprocess.run(command, input=cases, capture_output=True, text=True, check=True)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(answers) == 10_000
    assert {answer["outcome"] for answer in answers} == set(roles.OUTCOMES)
    assert all("crisis_988" in answer["banners"] for answer in answers)


def test_people_at_the_form_are_read_without_error(run, engine_data):
    people = corpus(person, 5, 500, engine_data)
    lines = "\n".join(json.dumps({"responses": responses}) for responses in people)
    code, out, _ = run("evaluate", lines, "--lines")
    assert code == 0
    assert out.count("\n") == 500


def test_questions_lists_every_question_with_its_signs(capsys, engine_data):
    assert cli.main(["questions"]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert [q["id"] for q in listed["questions"]] == [q["id"] for q in engine_data["questions"]]
    assert listed["screens"] == engine_data["screens"]
    for shown, made in zip(listed["questions"], engine_data["questions"], strict=True):
        for name in ("screen", "kind", "shown_if"):
            assert shown[name] == made[name]
        assert (shown["text"], shown["text_about_another"]) == tuple(map(made["text"].get, VOICES))
        for option, made_option in zip(shown["options"], made["options"], strict=True):
            for name in ("id", "present", "absent", "exclusive"):
                assert option[name] == made_option[name]
            words = option["text"], option["text_about_another"]
            assert words == tuple(map(made_option["text"].get, VOICES))


def test_rules_prints_the_table(capsys):
    assert cli.main(["rules"]) == 0
    out = capsys.readouterr().out
    assert all(f"`{outcome}`" in out for outcome in roles.OUTCOMES)


@pytest.mark.parametrize("arguments", [[], ["assess"], ["decide", "-"]])
def test_a_command_that_does_not_exist_ends_with_2(arguments, capsys):
    with pytest.raises(SystemExit) as stop:
        cli.main(arguments)
    assert stop.value.code == 2
    assert "checker" in capsys.readouterr().err
