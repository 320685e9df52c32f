"""The form of the four files: words in voices, conditions, and steps that may be folded away."""

from __future__ import annotations

import copy

import pytest
from pydantic import TypeAdapter, ValidationError

from site_config.questionnaire import schema
from site_config.questionnaire.consistency import MODELS
from tests.questionnaire.engine_yaml import READ

ITEM = TypeAdapter(schema.Item)


@pytest.mark.parametrize(
    "item",
    [
        "Call today.",
        {"me": "Call your team.", "them": "Call their team."},
        {"text": "Call today.", "if": ["x_under_18"], "lines": ["lifeline_988"]},
        {"text": "Find a ride.", "later": True},
        {"text": {"me": "Find a ride.", "them": "Offer a ride."}, "page": "start/work.md"},
    ],
)
def test_words_that_pass(item):
    assert ITEM.validate_python(item) == item


@pytest.mark.parametrize(
    ("item", "says"),
    [
        ("  ", "the text is empty"),
        (None, "a text is missing"),
        ({"me": "Call."}, "the text for `them` is missing"),
        ({"text": "Call.", "iff": ["a"]}, "`iff` is not one of"),
        ({"text": "Call.", "if": "x_under_18"}, "`if` must be a list of ids"),
        ({"text": "Call.", "lines": []}, "`lines` must be a list of ids"),
        ({"text": "Call.", "page": ["a.md"]}, "`page` must be one file"),
        ({"text": "Find a ride.", "later": False}, "`later` can only be true"),
        ({"text": "Find a ride.", "screen_only": False}, "`screen_only` can only be true"),
        ({"text": "Find a ride.", "later": True, "lines": ["a"]}, "numbers to call"),
    ],
)
def test_words_that_do_not_pass(item, says):
    with pytest.raises(ValidationError) as refused:
        ITEM.validate_python(item)
    assert says in str(refused.value)


@pytest.mark.parametrize(
    "words",
    [
        *("Call 911.", "Call or text 988.", "Keep naloxone at home.", "Go to the emergency room."),
        *("Do not stop at once.", "Ask about suicide.", "Lock up guns.", "Lock up the gun."),
        *("Stay with someone tonight.", "See a doctor today."),
    ],
)
@pytest.mark.parametrize("voice", ["me", "them"])
def test_a_step_about_danger_is_never_folded_away(words, voice):
    text = {"me": "Find a ride.", "them": "Offer a ride."} | {voice: words}
    assert ITEM.validate_python({"text": text})
    with pytest.raises(ValidationError, match="`later` folds a step away"):
        ITEM.validate_python({"text": text, "later": True})


@pytest.mark.parametrize("path", MODELS, ids=lambda path: path.stem)
def test_the_files_have_their_form_and_a_mistyped_name_in_them_is_refused(path):
    data = copy.deepcopy(READ[path.stem].data)
    assert MODELS[path].model_validate(data)
    with pytest.raises(ValidationError, match="extra_forbidden"):
        MODELS[path].model_validate(data | {"mistyped": []})


@pytest.mark.parametrize(
    ("model", "good", "wrong"),
    [
        (schema.Option, {"id": "yes", "text": "Yes"}, {"id": "Yes"}),
        (schema.Option, {"id": "yes", "text": "Yes"}, {"present": []}),
        (schema.Option, {"id": "yes", "text": "Yes"}, {"danger": "emergency"}),
        (schema.ShownIf, {"question": "who", "options": ["me"]}, {"options": []}),
        (schema.Phrase, {"id": "a", "text": "Words"}, {"text": {"me": "Words"}}),
        (schema.Variant, {"title": "A", "lead": "B", "if": ["a"]}, {"if": []}),
        (schema.Variant, {"title": "A", "lead": "B", "voice": ["teen"]}, {"voice": ["you"]}),
    ],
)
def test_a_wrong_value_is_refused_by_its_name(model, good, wrong):
    assert model.model_validate(good)
    with pytest.raises(ValidationError, match=next(iter(wrong))):
        model.model_validate(good | wrong)
