"""What the front matter of an article and of a tool page may hold."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from site_config.content_model.article_schema import Article, Special, field_order
from tests.small_site import FRONT


def test_an_article_needs_no_more_than_its_five_lines():
    article = Article.model_validate(FRONT)
    assert article.author == "editorial"
    assert (article.sources, article.reviewed_by, article.publish_on) == ([], None, None)


@pytest.mark.parametrize("name", FRONT)
def test_each_of_the_five_is_needed(name):
    with pytest.raises(ValidationError, match=name):
        Article.model_validate({key: value for key, value in FRONT.items() if key != name})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("hide", ["everything"]),
        ("search", {"boost": 0}),
        ("search", {"hidden": True}),
        ("sources", ["Not A Key"]),
        ("template", "two\nlines"),
        ("phone", "988"),
    ],
)
def test_what_no_page_may_say(name, value):
    with pytest.raises(ValidationError, match=name):
        Article.model_validate(FRONT | {name: value})


def test_every_field_tells_writers_what_to_fill_in_and_has_its_place():
    assert all(field.description for field in Article.model_fields.values())
    order = field_order()
    assert order[:3] == ["title", "description", "author"]
    assert sorted(order) == sorted(Article.model_fields)
    assert set(Special.model_fields) < set(order)
