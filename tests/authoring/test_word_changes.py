"""A tracked change is never taken in or left out in silence, whatever it changed."""

from __future__ import annotations

from tests.word_files import added, paragraph, removed, run, table

WHO = 'w:id="7" w:author="Tom"'


def changed_row(mark, *cells):
    inner = "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in cells)
    return f"<w:tr><w:trPr><w:{mark} {WHO}/></w:trPr>{inner}</w:tr>"


def test_a_removed_row_stays_with_the_question_whether_it_should(imported):
    rows = table(["If you", "Then"]).replace(
        "</w:tbl>",
        changed_row("del", removed("drink every day"), removed("see a doctor")) + "</w:tbl>",
    )
    found = imported(rows)
    assert "TODO: a tracked change removed some words of the Word file here" in found.body
    assert "TODO: a tracked change removed this row of the table" in found.body
    assert "A change by Tom removed a table's row: “drink every day see a doctor”" in found.notes


def test_a_row_that_only_its_own_mark_adds_or_removes_asks_too(imported):
    for mark, done in (("del", "removed"), ("ins", "added")):
        rows = table(["If you", "Then"]).replace(
            "</w:tbl>", changed_row(mark, "drink", "call") + "</w:tbl>"
        )
        found = imported(rows)
        assert f"| drink | call (TODO: a tracked change {done} this row of the table" in found.body


def test_a_cell_that_was_added_or_removed_asks(imported):
    mark = f"<w:tc><w:tcPr><w:cellDel {WHO}/></w:tcPr>{paragraph('all of it')}</w:tc>"
    found = imported(table(["Plan", "Pays"]).replace("</w:tr>", f"{mark}</w:tr>"))
    assert "all of it (TODO: a tracked change removed this cell of the table" in found.body


def test_the_end_of_a_paragraph_that_was_removed_does_not_join_two(imported):
    end = f"<w:p><w:pPr><w:rPr><w:del {WHO}/></w:rPr></w:pPr>{run('Do not stop suddenly')}</w:p>"
    found = imported(end, paragraph("unless a doctor is there."))
    assert found.body == (
        "Do not stop suddenly (TODO: a tracked change removed the end of this paragraph; is this "
        "one paragraph with the next, or two?)\n\nunless a doctor is there.\n"
    )
    assert found.notes == ["A change by Tom removed the end of a paragraph: “Do not stop suddenly”"]


def test_an_added_paragraph_asks_once(imported):
    end = f"<w:p><w:pPr><w:rPr><w:ins {WHO}/></w:rPr></w:pPr>{added('Stop today.')}</w:p>"
    assert imported(end).body == (
        "(TODO: a tracked change added “Stop today.” here; write what is right)\n"
    )


def test_a_change_within_a_change_keeps_the_two_apart(imported):
    both = f"<w:ins {WHO}>{removed('not ')}{run('always ')}</w:ins>"
    found = imported(paragraph("Do ", both, "stop."))
    assert "not always" not in found.body
    assert "added “always” and removed some words of the Word file within that, by" in found.body


def test_whole_paragraphs_that_were_changed_each_ask(imported):
    both = (
        f"<w:ins {WHO}>{paragraph('Stop today.')}</w:ins>"
        f"<w:del {WHO}>{paragraph('See a doctor.')}</w:del>"
    )
    assert imported(both).body == (
        "(TODO: a tracked change added “Stop today.” here; write what is right)\n\n"
        "(TODO: a tracked change removed some words of the Word file here; write what is right)\n"
    )


def test_a_sign_without_letters_that_was_added_asks(imported):
    sign = '<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>'
    found = imported(paragraph("Drink ", f"<w:ins {WHO}>{sign}</w:ins>", "4 a day."))
    assert found.body.startswith("Drink (TODO: a tracked change added a picture or a sign here;")
