"""What several files of tests in a browser share: a site with a center's own questionnaire."""

from __future__ import annotations

import pytest

from tests import project_copy, shared_build
from tests.questionnaire.instrument_files import drop_in
from tests.server import serve


@pytest.fixture(scope="session")
def instrument_project(root, built_site, tmp_path_factory):  # noqa: ARG001 (its runtime is copied)
    """The project with the made-up instrument of the tests, built."""

    def make(folder):
        drop_in(project_copy.make(root, folder))
        project_copy.built(folder)

    return shared_build.once(tmp_path_factory, "instrument", make)


@pytest.fixture(scope="session")
def instrument_url(instrument_project):
    """The address of its site."""
    with serve(instrument_project / "site") as address:
        yield address


@pytest.fixture
def instrument_page(browser, instrument_url):
    """A fresh page there on a phone's screen."""
    context = browser.new_context(base_url=instrument_url, viewport={"width": 360, "height": 780})
    yield context.new_page()
    context.close()
