"""A Word file becomes a page: its form comes along, what was meant for its writers does not."""

from __future__ import annotations

import datetime as dt
import io

import pytest
from PIL import Image

from site_config.authoring import new_article, word_import
from site_config.authoring.word_xml import WordError
from tests.photo_files import from_phone, picture, secrets_in
from tests.word_files import added, document, paragraph, removed, run, table
from tests.word_files import picture as placed

TODAY = dt.date(2026, 11, 23)
WHO = 'w:id="7" w:author="Tom"'


def body(found):
    return found.body.strip()


def test_changes_that_nobody_accepted_are_left_out_and_asked_for(imported):
    found = imported(
        paragraph("Do ", added("not "), "stop alone. ", removed("It is safe.", who="Ben"), " Call.")
    )
    assert "Do not" not in found.body
    assert "It is safe. Call" not in found.body
    assert body(found) == (
        "Do (TODO: a tracked change added “not” here; write what is right) stop alone. "
        "(TODO: a tracked change removed some words of the Word file here; write what is right)"
        " Call."
    )
    assert "A change by Anna was left out (added): “not”" in found.notes
    assert "A change by Ben was left out (removed): “It is safe.”" in found.notes


def test_a_draft_with_an_open_change_cannot_be_published(small):
    file = small.root / "a.docx"
    file.write_bytes(document(paragraph("Do ", added("not "), "stop alone.")))
    path, _ = new_article.from_word(small.root, file, "About stopping", "start", TODAY)
    text = path.read_text("utf-8")
    start = text.index("publish_on")
    path.write_text(text.replace(text[start : text.index("\n", start) + 1], ""), "utf-8")
    found = small.errors(path.relative_to(small.root).as_posix())
    assert any("tracked change" in issue.what for issue in found)


def test_words_that_someone_removed_and_the_name_of_the_file_stay_out_of_the_project(small):
    file = small.root.parent / "Client J Smith FINAL v3.docx"
    inner = f"<w:ins {WHO}>{removed('(ask for Maria) ')}{run('always ')}</w:ins>"
    file.write_bytes(
        document(
            paragraph("Your first week", style="H1"),
            paragraph("Come. ", removed("(ask for Maria)", who="Ben"), inner, "Talk."),
            paragraph(placed("p1", alt="Six chairs")),
            pictures=[("p1", "image1.jpg", from_phone())],
        )
    )
    path, notes = new_article.from_word(small.root, file, "", "start", TODAY)
    assert any("(ask for Maria)" in note for note in notes)  # for the writer, in the terminal
    text = path.read_text("utf-8")
    assert "Maria" not in text
    assert "added “always" in text
    (shown,) = (small.root / "content/assets/pictures").iterdir()
    assert shown.name == "start-2026-11-23-your-first-week-1.jpg"
    assert "smith" not in text.lower()


@pytest.mark.parametrize(
    "blocks",
    [
        [
            paragraph("Your first week", style="H1"),
            paragraph("Come."),
            paragraph("Then", style="H1"),
        ],
        [paragraph("Your first week", style="H2"), paragraph("Come.")],
        [paragraph(run("Your first week", b=1)), paragraph("Come.")],
        [paragraph(""), paragraph(run("Your first week", b=1)), paragraph("Come.")],
    ],
)
def test_a_file_without_a_title_gets_its_first_heading(small, blocks):
    file = small.root.parent / "Client J Smith FINAL v3.docx"
    file.write_bytes(document(*blocks))
    path, notes = new_article.from_word(small.root, file, "", "start", TODAY)
    assert path.name == "your-first-week.md"
    text = path.read_text("utf-8")
    assert text.count("\n# Your first week\n\nCome.") == 1
    assert any("The title is its first line, “Your first week”" in note for note in notes)


@pytest.mark.parametrize(
    "blocks",
    [
        [paragraph("Come at nine."), paragraph("What to bring", style="H1"), paragraph("A card.")],
        [paragraph(run("Come at nine.", b=1)), paragraph("A card.")],
        [paragraph("A card", point=(1, 0))],
    ],
)
def test_a_file_that_begins_with_no_title_is_asked_for_one(small, blocks, capsys):
    file = small.root.parent / "Client J Smith FINAL v3.docx"
    file.write_bytes(document(*blocks))
    words = ["--section", "start", "--from", str(file), "--root", str(small.root), "--", ""]
    assert new_article.main(words) == 1
    said = capsys.readouterr().err
    assert f'make new TITLE="Your title" SECTION=start FROM="{file}"' in said
    assert not (small.root / "content/start").exists()
    assert new_article.main([*words[:-1], "Your first week"]) == 0


def test_comments_and_hidden_text_are_left_out_and_listed(imported):
    comment = (
        '<w:comment w:id="3" w:author="Dr. Example">' + paragraph("Is this true?") + "</w:comment>"
    )
    found = imported(
        paragraph(
            '<w:commentRangeStart w:id="3"/>',
            "Nine hours",
            '<w:commentRangeEnd w:id="3"/><w:r><w:commentReference w:id="3"/></w:r>',
            run(" secret price", vanish=1),
            " a week.",
        ),
        comments=comment,
    )
    assert body(found) == "Nine hours a week."
    assert found.notes == [
        "A comment by Dr. Example on “Nine hours” was left out: “Is this true?”",
        "Hidden text was left out: “secret price”",
    ]


def test_pictures_come_stripped_with_their_text(imported):
    found = imported(
        paragraph(placed("p1", alt="Six chairs")),
        paragraph(placed("p2", alt="A group. Description automatically generated")),
        pictures=[("p1", "image1.jpg", from_phone()), ("p2", "image2.png", from_phone("PNG"))],
    )
    assert body(found) == (
        "![Six chairs](../assets/pictures/week-1.jpg)\n\n"
        "![TODO: say what this picture shows](../assets/pictures/week-2.png)"
    )
    assert list(found.pictures) == ["week-1.jpg", "week-2.png"]
    assert [name for name, data in found.pictures.items() if secrets_in(data)] == []
    assert any("week-2.png" in note for note in found.notes)


@pytest.mark.parametrize("half", ["50000", "50%"])
def test_what_was_cropped_away_in_word_does_not_come_back(imported, half):
    target = io.BytesIO()
    picture((100, 100)).save(target, "PNG")  # blue from the middle down
    found = imported(
        paragraph(placed("p1", alt="Red", cut=f'<a:srcRect b="{half}"/>')),
        pictures=[("p1", "image1.png", target.getvalue())],
    )
    (content,) = found.pictures.values()
    with Image.open(io.BytesIO(content)) as shown:
        assert shown.size == (100, 50)
        assert len(shown.convert("RGB").getcolors()) == 1


def test_a_crop_that_is_no_number_is_damage(imported):
    cut = paragraph(placed("p1", alt="Red", cut='<a:srcRect b="half"/>'))
    with pytest.raises(WordError, match="damaged"):
        imported(cut, pictures=[("p1", "image1.png", b"")])


def test_a_picture_that_cannot_be_read_leaves_a_todo(imported):
    found = imported(
        paragraph(placed("p1", alt="A chart")), pictures=[("p1", "image1.png", b"\x01\x00EMF")]
    )
    assert found.pictures == {}
    assert body(found).startswith("(TODO: a picture stood here")
    assert any("Picture 1 was left out" in note for note in found.notes)


def test_a_chart_is_listed(imported):
    found = imported(paragraph("<w:r><w:drawing><c:chart/></w:drawing></w:r>", "Words."))
    assert found.notes[0].startswith("A chart was left out")


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.docx", bytes.fromhex("d0cf11e0a1b11ae1") + b"...", "password"),
        ("a.doc", bytes.fromhex("d0cf11e0a1b11ae1") + b"...", "old Word"),
        ("a.docx", b"words", "isn't a Word document"),
        ("a.docx", document(paragraph("Words."))[:200], "isn't a Word document"),
        ("~$a.docx", b"Anna", "while a file is open"),
        ("none.docx", None, "can't be read"),
    ],
    ids=["locked", "old", "text", "cut", "lock", "missing"],
)
def test_a_file_that_is_none_is_said_in_words(tmp_path, capsys, name, data, said):
    (tmp_path / "content").mkdir()
    if data is not None:
        (tmp_path / name).write_bytes(data)
    given = ["--root", str(tmp_path), "--from", str(tmp_path / name), "--", "A title"]
    assert new_article.main(given) == 1
    assert said in capsys.readouterr().err
    assert list((tmp_path / "content").rglob("*")) == []


def test_other_zip_files_are_refused(tmp_path):
    file = tmp_path / "a.docx"
    file.write_bytes(
        document(paragraph("Words.")).replace(b"word/document.xml", b"word/documenT.xml")
    )
    with pytest.raises(WordError, match="isn't a Word document"):
        word_import.read(file, "a", "")


def test_make_new_brings_the_file_in_and_lists_what_it_left_out(small, capsys):
    file = small.root / "My article.docx"
    file.write_bytes(
        document(
            paragraph("Your first week", style="H1"),
            paragraph("You ", added("will "), "meet the group."),
            paragraph(placed("p1", alt="Six chairs")),
            pictures=[("p1", "image1.jpg", from_phone())],
        )
    )
    given = ["--root", str(small.root), "--section", "start", "--from", str(file), "--", ""]
    assert new_article.main(given) == 0
    said = capsys.readouterr().out
    assert "A change by Anna was left out" in said
    text = (small.root / "content/start/your-first-week.md").read_text("utf-8")
    assert "# Your first week\n\nYou (TODO:" in text
    (shown,) = (small.root / "content/assets/pictures").iterdir()
    assert f"../assets/pictures/{shown.name}" in text
    assert secrets_in(shown.read_bytes()) == []
    today = dt.datetime.now().astimezone().date()
    found = small.issues("content/start/your-first-week.md", today=today)
    assert [issue for issue in found if issue.severity == "error"] == []


@pytest.mark.parametrize("alt", ["Picture 1", "image001.png", "IMG_1234", "12"])
def test_a_number_says_nothing_about_a_picture(imported, alt):
    found = imported(
        paragraph(placed("p1", alt=alt)), pictures=[("p1", "image1.jpg", from_phone())]
    )
    assert "![TODO: say what this picture shows]" in found.body


def test_a_title_that_is_too_long_is_asked_for_without_losing_the_file(small, capsys):
    file = small.root / "a.docx"
    file.write_bytes(document(paragraph("Why " * 30, style="T")))
    assert new_article.main(["--root", str(small.root), "--from", str(file), "--", ""]) == 1
    assert f'make new TITLE="Your title" FROM="{file}"' in capsys.readouterr().err


def errors_when_published(small, path):
    """The errors of a draft from which only what `make new` wrote was replaced."""
    lines = path.read_text("utf-8").split("\n")
    kept = [line for line in lines if not line.startswith(("publish_on", "description"))]
    kept.insert(1, "description: What this page answers, in a few words for people who search.")
    path.write_text("\n".join(kept), "utf-8")
    return small.errors(path.relative_to(small.root).as_posix())


@pytest.mark.parametrize(
    "block",
    [
        paragraph("What ", added("not "), "to do", style="H2"),
        paragraph("Do ", added("not "), "stop.", point=(1, 0)),
        table(["Plan", "Pays"], ["A", "9" + "</w:t></w:r>" + added("0") + "<w:r><w:t>"]),
        paragraph(run("Do ", dstrike=1), "stop."),
        paragraph("9", run("1", vertAlign="superscript"), " hours"),
        paragraph("Call ", f'<w:hyperlink r:id="l">{run("988")}</w:hyperlink>'),
        paragraph("Go to ", f"<w:new>{run('911')}</w:new>"),
    ],
    ids=["heading", "point", "cell", "struck", "raised", "link", "unknown"],
)
def test_a_page_with_anything_in_doubt_cannot_be_published(small, block):
    file = small.root / "a.docx"
    file.write_bytes(document(paragraph("Words."), block, links={"l": "tel:911"}))
    path, _ = new_article.from_word(small.root, file, "About stopping", "start", TODAY)
    found = errors_when_published(small, path)
    assert any("still to be written" in issue.what for issue in found)


def test_a_sign_of_a_font_that_nobody_knows_is_asked_for(imported):
    sign = '<w:r><w:sym w:font="Odd Signs" w:char="F0B3"/></w:r>'
    found = imported(paragraph("Drink ", sign, "4 a day."))
    assert "TODO: a symbol from a special font is missing in this draft" in found.body
    assert len(found.notes) == 1


def test_a_page_with_nothing_in_doubt_can_be_published(small):
    file = small.root / "a.docx"
    file.write_bytes(document(paragraph("Words."), paragraph("One", point=(1, 0))))
    path, _ = new_article.from_word(small.root, file, "About stopping", "start", TODAY)
    found = errors_when_published(small, path)
    assert not any("still to be written" in issue.what for issue in found)


def test_the_notes_are_in_the_draft_without_what_may_be_about_a_client(small):
    file = small.root / "a.docx"
    file.write_bytes(
        document(
            paragraph("Words.", run("Client John D. came twice", vanish=1)),
            paragraph("Call ", f'<w:hyperlink r:id="l">{run("us")}</w:hyperlink>', " -- now."),
            links={"l": "https://bit.ly/abc--def"},
        )
    )
    path, notes = new_article.from_word(small.root, file, "About stopping", "start", TODAY)
    text = path.read_text("utf-8")
    assert len(notes) == text.count("<!-- From the Word file, look at this: ") == 2
    assert "Hidden text was left out. It is in the Word file -->" in text
    assert "John" not in text
    found = errors_when_published(small, path)
    assert {issue.rule for issue in found} == {"unfinished-text"}


def test_a_word_file_without_words_is_refused(small, capsys):
    file = small.root / "Empty.docx"
    file.write_bytes(document(paragraph("")))
    given = ["--root", str(small.root), "--section", "start", "--from", str(file), "--", ""]
    assert new_article.main(given) == 1
    assert "no words in this Word document" in capsys.readouterr().err
    assert not (small.root / "content/start/empty.md").exists()
