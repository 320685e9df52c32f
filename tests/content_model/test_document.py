"""Blocks of text know their lines, and which source markers speak for them."""

from __future__ import annotations

from site_config.content_model.document import Scopes, Writer


def block(text, line=1):
    writer = Writer("paragraph", line)
    writer.add(text)
    return writer.block()


def test_a_character_is_on_the_line_where_it_was_written():
    writer = Writer("item", 7)
    writer.add("Nine\u00ad  hours")  # an unseen hyphen and a second space go
    writer.newline()
    writer.add("a week")
    written = writer.block()
    assert written.text == "Nine hours a week"
    assert [written.line(written.text.index(word)) for word in ("Nine", "hours", "a", "week")] == [
        *(7, 7, 8, 8)
    ]
    assert written.written == "Nine\u00ad  hours a week"


def test_a_block_without_words_is_none():
    assert block(" \u200b ") is None


def test_a_marker_speaks_for_all_of_its_scope_and_for_nothing_beside_it():
    scopes = Scopes()
    scopes.push({"above"})  # the sentence with a colon that introduces the list
    scopes.push()
    first, second = (scopes.own(block(text), quoted=False) for text in ("One.", "Two. [@a]"))
    scopes.pop()
    scopes.push()
    third = scopes.own(block("Three."), quoted=True)
    scopes.pop()
    scopes.pop()
    outside = scopes.own(block("Four. [@b]"), quoted=False)
    cited = [scopes.settle(one).cited for one in (first, second, third, outside)]
    assert cited == [{"above", "a"}, {"above", "a"}, {"above"}, {"b"}]
    assert [third.quoted, outside.quoted] == [True, False]
