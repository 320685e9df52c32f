"""Running JavaScript inside a worker that has no eval left, by the browser's debugger."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import CDPSession, Page


class InsideWorker:
    """The first worker of a page, as the debugger sees it."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._debugger: CDPSession = page.context.new_cdp_session(page)
        self._answers: list[dict[str, Any]] = []
        self._sessions: list[str] = []
        self._debugger.on("Target.attachedToTarget", self._attached)
        self._debugger.on(
            "Target.receivedMessageFromTarget",
            lambda event: self._answers.append(json.loads(event["message"])),
        )
        self._debugger.send(
            "Target.setAutoAttach",
            {"autoAttach": True, "waitForDebuggerOnStart": False, "flatten": False},
        )

    def _attached(self, event: dict[str, Any]) -> None:
        if event["targetInfo"]["type"] == "worker":  # and no service worker
            self._sessions.append(event["sessionId"])

    def evaluate(self, expression: str) -> object:
        """The value of an expression, made plain.

        Raises:
            AssertionError: the expression threw.
        """
        message = {
            "id": 1,
            "method": "Runtime.evaluate",
            "params": {"expression": expression, "returnByValue": True, "awaitPromise": True},
        }
        self._answers.clear()
        self._debugger.send(
            "Target.sendMessageToTarget",
            {"sessionId": self._sessions[0], "message": json.dumps(message)},
        )
        while not any(answer.get("id") == 1 for answer in self._answers):
            self._page.evaluate("0")  # lets the debugger's messages come in
        (answer,) = (answer for answer in self._answers if answer.get("id") == 1)
        assert "exceptionDetails" not in answer["result"], answer["result"]
        return answer["result"]["result"].get("value")
