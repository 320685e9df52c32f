"""All data are loaded and checked before MkDocs reads a page."""

from __future__ import annotations

import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError

from site_config.pipeline import prepare
from tests import project_copy


@pytest.fixture
def project(root, tmp_path, built_site):  # noqa: ARG001 (its runtime is copied)
    """A copy of the project that a test may change and build."""
    return project_copy.make(root, tmp_path)


def test_serving_goes_on_at_an_issue_and_shows_it(project):
    (project / "checker/questionnaire.yml").write_text("screens: [\n", "utf-8")
    config = load_config(str(project / "mkdocs.yml"))
    site = prepare.prepare(project, config, serving=True)
    assert any(issue.path.name == "questionnaire.yml" for issue in site.issues)
    assert "data-question" in site.globals["selfcheck_form"]
    with pytest.raises(PluginError, match=r"questionnaire\.yml:\d+"):
        prepare.prepare(project, config, serving=False)


def test_an_outcome_without_a_function_is_told_in_words(project):
    ids = project / "checker/ids.py"
    text = ids.read_text("utf-8")
    ids.write_text(text.replace('"weekly_may_be_enough",', '"weekly_may_be_enough", "new",', 1))
    done = project_copy.build(project)
    assert done.returncode
    assert "Traceback" not in done.stderr
    assert "checker/rules.py:1: The engine can't list its rules" in done.stderr
