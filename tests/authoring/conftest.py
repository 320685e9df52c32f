"""What the tests of the import of Word files share."""

from __future__ import annotations

import pytest

from site_config.authoring import word_import
from tests.word_files import document


@pytest.fixture
def imported(tmp_path):
    """Reads a Word file made of blocks."""

    def read(*blocks, **parts):
        file = tmp_path / "A file.docx"
        file.write_bytes(document(*blocks, **parts))
        return word_import.read(file, "week", "../assets/pictures/")

    return read
