"""Other programs are run with fixed dates; one that fails says why in a few lines."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from site_config.browser_runtime.build_tools import SOURCE_DATE_EPOCH, Change, changed, run
from site_config.core.issues import IssuesFound

WHERE = Path("pyodide.js")


def python(program):
    return [sys.executable, "-c", program]


def test_a_program_runs_in_its_folder_with_the_date_of_every_build(tmp_path):
    program = "import os; open('made', 'w').write(os.environ['SOURCE_DATE_EPOCH'])"
    run(python(program), folder=tmp_path, fix="Mend it")
    assert (tmp_path / "made").read_text() == SOURCE_DATE_EPOCH


@pytest.mark.parametrize(
    ("command", "what"),
    [
        (["no-such-program"], "the program is not installed"),
        (python("import sys; sys.exit('out of memory')"), "out of memory"),
    ],
)
def test_a_program_that_fails_is_one_issue_with_its_fix(tmp_path, command, what):
    with pytest.raises(IssuesFound) as found:
        run(command, folder=tmp_path, fix="Run `make setup` again")
    (issue,) = found.value.issues
    assert what in issue.what
    assert issue.fix == "Run `make setup` again"


def test_only_the_last_lines_of_a_long_output_are_told(tmp_path):
    program = "import sys; [print('x' * 1000, n) for n in range(50)]; sys.exit('the cause')"
    with pytest.raises(IssuesFound) as found:
        run(python(program), folder=tmp_path, fix="Mend it")
    (issue,) = found.value.issues
    assert "the cause" in issue.what
    assert len(issue.what) < 2_000


@pytest.mark.parametrize(
    ("times", "text"), [(2, "let a = 1;\nlet b = 1;\n"), (0, "nothing of that kind")]
)
def test_a_change_is_made_only_as_often_as_it_is_meant_to_be(times, text):
    change = Change(r"^let (\w) = 1;$", r"const \1 = 1;", times)
    assert changed(WHERE, text, [change]) == text.replace("let", "const")
    with pytest.raises(IssuesFound, match=rf"{times} times and not 1"):
        changed(WHERE, text, [change._replace(times=1)])
