"""What a person takes along: the answers in their own words. No outcome, no label."""

from __future__ import annotations

from typing import Any

from checker.data import QUESTIONS
from checker.explain import say
from checker.responses import Responses, chosen_options


def summary(responses: Responses, voice: str) -> list[dict[str, Any]]:
    """Each answered question with its answers: `{"question", "text", "answers"}`."""
    return [
        {
            "question": question.id,
            "text": say(question.text, voice),
            "answers": [say(option.text, voice) for option in chosen],
        }
        for question in QUESTIONS.values()
        if (chosen := chosen_options(question, responses))
    ]
