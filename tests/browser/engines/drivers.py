"""The few things that the scenario asks of a browser, and the three engines that do them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Protocol

from selenium import webdriver
from selenium.common.exceptions import JavascriptException
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.client_config import ClientConfig
from selenium.webdriver.support.wait import WebDriverWait
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service
from urllib3.exceptions import ReadTimeoutError

from scripts import browsers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Playwright

PATIENCE = 60
"""Seconds to wait for anything: two cores may be shared with a lot."""

SAVED = "checklist.json"

INTO_SIGHT = """(selector) => {
  const found = [...document.querySelectorAll(selector)].find((e) => e.getClientRects().length);
  found?.scrollIntoView({ block: 'center' });
  return Boolean(found);
}"""
"""WebKitGTK's driver clicks only what is in the window, and does not scroll by itself."""

PHONE = {"width": 360, "height": 780}


class Driver(Protocol):
    """One tab. A script is a JavaScript function as text; its promise is waited for."""

    name: str

    def open(self, address: str) -> None: ...
    def click(self, selector: str) -> None: ...
    def press(self, key: str) -> None: ...
    def back(self) -> None: ...
    def forward(self) -> None: ...
    def reload(self) -> None: ...
    def run(self, script: str, *args: Any) -> Any: ...
    def until(self, script: str, *args: Any) -> None: ...
    def load(self, source: str) -> None: ...
    def save(self, selector: str) -> str: ...


class Played:
    """Chromium or Firefox, through Playwright."""

    def __init__(self, name: str, page) -> None:
        self.name = name
        self.page = page
        page.set_default_timeout(PATIENCE * 1000)
        self.click = page.click
        self.press = page.keyboard.press
        self.reload = page.reload
        self.open = page.goto
        self.load = page.evaluate

    def back(self) -> None:
        self._travel(-1)

    def forward(self) -> None:
        self._travel(1)

    def _travel(self, steps: int) -> None:
        """As the browser's own buttons do. Playwright's way waits for ever for a kept page."""
        self.page.evaluate("(steps) => { setTimeout(() => history.go(steps)); }", steps)

    def run(self, script: str, *args: Any) -> Any:
        return self.page.evaluate(f"(args) => ({script})(...args)", args)

    def save(self, selector: str) -> str:
        """Press what saves a file; the file's text."""
        if self.name == "firefox":  # see limits.py
            self.click(selector)
            return str(self.run("() => seen.files.at(-1).text()"))
        with self.page.expect_download() as waiting:
            self.click(selector)
        assert waiting.value.suggested_filename == SAVED
        return Path(waiting.value.path()).read_text("utf-8")

    def until(self, script: str, *args: Any) -> None:
        self.page.wait_for_function(f"(args) => ({script})(...args)", arg=list(args))


class WebKit:
    """WebKitGTK, the nearest to Safari that runs here, through WebDriver."""

    name = "webkit"

    def __init__(self, driver, home: Path) -> None:
        self.driver = driver
        self.home = home
        driver.set_script_timeout(PATIENCE)
        self.open = driver.get
        self.back = driver.back
        self.forward = driver.forward
        self.reload = driver.refresh
        self.load = driver.execute_script

    def click(self, selector: str) -> None:
        self.until(INTO_SIGHT, selector)
        found = self.driver.find_elements(By.CSS_SELECTOR, selector)
        next(element for element in found if element.is_displayed()).click()

    def save(self, selector: str) -> str:
        saved = self.home / SAVED
        saved.unlink(missing_ok=True)  # an earlier file would be read in place of the new one
        self.click(selector)
        # asked anything now, the driver would wait for a page to come of the click, and none does
        self._wait(lambda: _is_whole(saved))
        return saved.read_text("utf-8")

    def press(self, key: str) -> None:
        keys = ActionChains(self.driver)
        code = getattr(Keys, key.upper())
        keys.key_down(code).key_up(code).perform()

    def run(self, script: str, *args: Any) -> Any:
        done = self.driver.execute_async_script(
            "const [args, done] = arguments;"
            f"Promise.resolve().then(() => ({script})(...args))"
            ".then((value) => done({ value }), (error) => done({ error: String(error) }));",
            args,
        )
        assert "error" not in done, done["error"]
        return done.get("value")

    def until(self, script: str, *args: Any) -> None:
        self._wait(lambda: self.run(script, *args), script)

    def _wait(self, fulfilled: Callable[[], Any], told: str = "") -> None:
        """A page that goes away while it is asked gives an error: then the next one is asked."""
        wait = WebDriverWait(self.driver, PATIENCE, 0.1, [JavascriptException])
        wait.until(lambda _: fulfilled(), told)


def _is_whole(file: Path) -> bool:
    """Whether all of the JSON has been written: the file is there before."""
    try:
        json.loads(file.read_text("utf-8"))
    except (FileNotFoundError, ValueError):
        return False
    return True


@contextmanager
def started(name: str, chromium: str, playwright: Playwright) -> Iterator[Any]:
    """The engine itself; `tab` opens a fresh tab in it."""
    if name == "webkit":
        with _screen() as display:
            yield display
        return
    options: dict[str, Any] = {"executable_path": chromium}
    if name == "firefox":
        options = {"executable_path": browsers.firefox(), "channel": "moz-firefox"}
    engine = getattr(playwright, name).launch(**options)
    yield engine
    engine.close()


@contextmanager
def tab(name: str, engine: Any) -> Iterator[Driver]:
    """A fresh tab that shares nothing with the one before."""
    if name == "webkit":
        with _webkit(engine) as driver:
            yield driver
        return
    context = engine.new_context(viewport=PHONE)
    yield Played(name, context.new_page())
    context.close()


@contextmanager
def _webkit(display: str) -> Iterator[WebKit]:
    """With a home of its own: that is where it saves files."""
    with TemporaryDirectory() as home, ExitStack() as ending:
        environment = {**os.environ, "DISPLAY": display, "HOME": home}
        service = Service(shutil.which("WebKitWebDriver") or "", env=environment)
        ending.callback(service.stop)
        driver = _session(service)
        ending.callback(driver.quit)
        yield WebKit(driver, Path(home))


def _session(service: Service, starts: int = 3) -> webdriver.Remote:
    """Start a browser. One of some hundred starts ends at once; its driver then waits for ever."""
    options = Options()
    options.binary_location = str(browsers.webkit())
    options.add_argument("--automation")
    service.start()
    config = ClientConfig(service.service_url, timeout=2 * PATIENCE)
    try:
        return webdriver.Remote(service.service_url, options=options, client_config=config)
    except ReadTimeoutError:
        service.stop()
        if starts == 1:
            raise
    return _session(service, starts - 1)


@contextmanager
def _screen() -> Iterator[str]:
    """A screen that nobody sees; its name."""
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as server:
        assert server.stdout
        try:
            yield f":{server.stdout.readline().strip()}"
        finally:
            server.terminate()
