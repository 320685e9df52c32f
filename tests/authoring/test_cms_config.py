"""The editor's forms are made from the schema and the data."""

from __future__ import annotations

from site_config.authoring.cms_config import config
from site_config.authoring.form_words import FIELDS, TEXT
from site_config.authoring.new_article import new_article
from site_config.authoring.page_check import PageCheck
from site_config.content_model.article_schema import Article
from site_config.content_model.page import split_front
from site_config.core import yaml_source
from tests.small_site import PAGE, TODAY


def fields(root):
    sections = config(root, TODAY)["collections"]
    return {field["name"]: field for field in sections[0]["fields"]}


def test_the_form_has_the_schema_s_fields_limits_and_hints(small):
    form = fields(small.root)
    assert {"title", "author", "next_review", "sources", "signs", "publish_on", "body"} <= set(form)
    assert set(form) - {"body"} <= set(Article.model_fields)
    assert (form["description"]["minlength"], form["description"]["maxlength"]) == (50, 160)
    required = {name for name, field in form.items() if field.get("required")}
    assert required == {n for n, f in Article.model_fields.items() if f.is_required()}
    assert {field["label"] for field in form.values()} == {
        w.label for w in [*FIELDS.values(), TEXT]
    } - (
        {"Reviewed by"}  # no clinician has been named
    )


def test_a_new_page_starts_with_what_make_new_writes(small):
    form = fields(small.root)
    file = new_article(small.root, "A new page", "iop", TODAY)
    front, body = split_front(file.read_text())
    written = yaml_source.load(front, file).data | {
        "body": body.strip().removeprefix("# A new page").strip()
    }
    given = {name: field["default"] for name, field in form.items() if "default" in field}
    asked = given | {"title": "A new page"}
    added = PageCheck(small.root, TODAY).check({"section": "iop"}, asked).added
    assert asked | added | {"body": given["body"].strip()} == written


def test_nothing_that_an_old_page_may_lack_has_a_default(small):
    """The editor would add it: a `publish_on` would take a published page off the site."""
    given = {name for name, field in fields(small.root).items() if "default" in field}
    assert given - {"body"} <= {n for n, f in Article.model_fields.items() if f.is_required()}


def test_a_page_that_stands_alone_starts_with_nothing(small):
    alone = next(one for one in config(small.root, TODAY)["singletons"] if one["name"] == "help")
    assert not [field for field in alone["fields"] if "default" in field]


def test_what_can_be_chosen_comes_from_the_data_and_is_checked(small):
    form = fields(small.root)
    values = {name: [o["value"] for o in form[name]["options"]] for name in ("sources", "signs")}
    assert values["signs"] == ["sign_one", "sign_two"]
    assert "hours" in values["sources"]
    assert not {"from_memory", "derived"} & set(values["sources"])


def test_the_buttons_offer_pages_and_sources_by_name(small):
    small.page("Waits.", name="later.md", publish_on="2027-01-01")
    body = fields(small.root)["body"]
    assert {"label": "A page", "value": PAGE, "language": "en"} in body["pages"]
    assert not [page for page in body["pages"] if page["value"] == "later.md"]
    assert {"label": "Hours, An agency, 2024", "value": "hours", "more": ""} in body["sources"]
    assert not {"from_memory", "derived"} & {source["value"] for source in body["sources"]}
