"""A phone number is found however people and Word write it."""

from __future__ import annotations

import pytest

from site_config.content_model.contact_details import find_phones
from site_config.content_model.normalization import plain


@pytest.mark.parametrize(
    "words",
    [
        "310-555-0147",
        "(310) 555-0147",
        "310 \u2013 555 \u2013 0147",
        "310 \u2014 555 \u2014 0147",
        "310\u00b7555\u00b70147",
        "310 \u2022 555 \u2022 0147",
        "310/555-0147",
        "310/555/0147",
        "310 . 555 . 0147",
        "(310)-555-0147",
        "( 310 ) 555 0147",
        "[310] 555-0147",
        "310--555--0147",
        "310\u2002555\u20020147",
        "310_555_0147",
        "1 \u00b7 310 \u00b7 555 \u00b7 0147",
        "+1 (310) 555 \u2013 0147",
    ],
)
def test_a_number_is_read_whole(words):
    (phone,) = find_phones(plain(f"Reach us: {words}, day and night."))
    assert phone.digits == "3105550147"


@pytest.mark.parametrize(
    "words", ["1-800-662-HELP", "1 800 662 HELP", "1 (800) 662-HELP", "(800) 662 \u2013 HELP"]
)
def test_letters_are_dialed_as_on_a_keypad(words):
    (phone,) = find_phones(plain(f"Reach us: {words}, day and night."))
    assert phone.digits == "8006624357"


@pytest.mark.parametrize("words", ["1 800 RECOVER", "1 (800) SOBER-NOW", "(800) GET HELP"])
def test_a_number_in_words_is_found(words):
    assert [phone.words for phone in find_phones(f"Reach us: {words}.")] == [words]


@pytest.mark.parametrize(
    "words",
    ["2019 - 2020 - 2021", "in 800 IOP programs", "9 \u2013 19 hours", "1/2 of 300", "2.1.300"],
)
def test_figures_and_years_are_no_numbers_to_call(words):
    assert list(find_phones(plain(words))) == []
