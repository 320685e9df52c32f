"""Templates say their words, and lead to addresses, in the language of the page."""

from __future__ import annotations

import pytest
from jinja2 import DictLoader, Environment

from site_config.rendering.translated_templates import install, kept_compiled

WORDS = {
    "es": {"Help now": "Ayuda", "%(count)s steps": "%(count)s pasos", "One step": "Un paso"},
    "en": {},
}


@pytest.fixture
def say():
    """Say a template in a language; all by one environment, as in a build."""
    spoken = ["en"]
    environment = Environment(autoescape=True)
    install(environment, lambda text: WORDS[spoken[0]].get(text, text), lambda: spoken[0])
    compiled = {}

    def say(template, language, **names):
        spoken[0] = language
        if template not in compiled:
            compiled[template] = environment.from_string(template)
        return compiled[template].render(**names)

    return say


@pytest.mark.parametrize(
    ("template", "english", "spanish"),
    [
        ('{{ _("Help now") }}', "Help now", "Ayuda"),
        ('{{ _("Not yet") }}', "Not yet", "Not yet"),
        ('{{ _("%(count)s steps", count=3) }}', "3 steps", "3 pasos"),
        ('{{ ngettext("One step", "%(count)s steps", 1, count=1) }}', "One step", "Un paso"),
        ('{{ ngettext("One step", "%(count)s steps", 2, count=2) }}', "2 steps", "2 pasos"),
        # a constant in a filter: Jinja would work it out once, for all languages
        ('{{ "Help now"|translated }}', "Help now", "Ayuda"),
        ('{{ "help-now/"|local }}', "help-now/", "es/help-now/"),
        ('{{ "es/help-now/"|plain }}', "es/help-now/", "help-now/"),
        ("{{ nothing|plain }}", "", ""),
    ],
)
def test_each_page_is_in_its_language(say, template, english, spanish):
    assert [say(template, language) for language in ("en", "es", "en")] == [
        *(english, spanish, english)
    ]


def test_words_of_data_cannot_write_html(say):
    assert say('{{ _("%(name)s steps", name=name) }}', "es", name="<b>") == "&lt;b&gt; steps"


def test_without_translations_templates_are_in_english():
    environment = Environment(autoescape=True)
    install(environment)
    template = '{{ _("Help now") }} {{ "a/"|local }} {{ language }}'
    assert environment.from_string(template).render() == "Help now a/ en"


def test_compiled_templates_are_kept_for_the_next_build(tmp_path):
    for _ in range(2):
        loader = DictLoader({"greeting": '{{ _("Help now") }}'})
        environment = Environment(
            autoescape=True, loader=loader, bytecode_cache=kept_compiled(tmp_path)
        )
        install(environment)
        assert environment.get_template("greeting").render() == "Help now"
    assert len([*tmp_path.rglob("__jinja2_*.cache")]) == 1
