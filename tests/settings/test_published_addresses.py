"""The list of every address that was ever online."""

from __future__ import annotations

from site_config.settings.published_addresses import PUBLISHED, published, write_published


def test_the_list_is_written_and_read(tmp_path):
    (tmp_path / "content/_data").mkdir(parents=True)
    assert published(tmp_path) == {}
    write_published(tmp_path, {"b/", "a/"})
    assert published(tmp_path) == {"a/": 3, "b/": 4}


def test_what_a_person_wrote_between_addresses_is_no_address(tmp_path):
    (tmp_path / PUBLISHED).parent.mkdir(parents=True)
    (tmp_path / PUBLISHED).write_text("# a note\n\n  cost/plan/  \nhelp-now/\n", "utf-8")
    assert published(tmp_path) == {"cost/plan/": 3, "help-now/": 4}
