"""Word files as Word writes them, part by part, for the tests of the import."""

from __future__ import annotations

import io
import zipfile

SPACES = " ".join(
    f'xmlns:{name}="http://schemas.openxmlformats.org/{rest}"'
    for name, rest in {
        "w": "wordprocessingml/2006/main",
        "r": "officeDocument/2006/relationships",
        "a": "drawingml/2006/main",
        "pic": "drawingml/2006/picture",
        "wp": "drawingml/2006/wordprocessingDrawing",
        "c": "drawingml/2006/chart",
    }.items()
)
_TYPES = """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Default Extension="png" ContentType="image/png"/>
<Default Extension="jpg" ContentType="image/jpeg"/>
<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument\
.wordprocessingml.document.main+xml"/></Types>"""
_RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_ROOT = f"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Type="{_RELS}/officeDocument" Target="word/document.xml"/></Relationships>"""
_STYLES = f"""<w:styles {SPACES}>
<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="H4"><w:name w:val="heading 4"/></w:style></w:styles>"""
_NUMBERS = f"""<w:numbering {SPACES}><w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl>
<w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl>
</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>"""


def run(words, **marks):
    """Words in one form: `run("Stop", b=1)`, or `run("1", vertAlign="superscript")`."""
    properties = "".join(
        f"<w:{name}/>" if value == 1 else f'<w:{name} w:val="{value}"/>'
        for name, value in marks.items()
    )
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def paragraph(*runs, style="", point=None):
    """A paragraph; `point` is the list's number and the depth."""
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if point:
        properties += (
            f'<w:numPr><w:ilvl w:val="{point[1]}"/><w:numId w:val="{point[0]}"/></w:numPr>'
        )
    inner = "".join(one if one.startswith("<") else run(one) for one in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def style(name, marks="", kind="character", based=""):
    """A style of one's own: `style("Secret", "<w:vanish/>")`."""
    above = f'<w:basedOn w:val="{based}"/>' if based else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{name}"><w:name w:val="{name}"/>{above}'
        f"<w:rPr>{marks}</w:rPr></w:style>"
    )


def table(*rows):
    cells = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def added(words, who="Anna"):
    return f'<w:ins w:id="9" w:author="{who}">{run(words)}</w:ins>'


def removed(words, who="Anna"):
    gone = run(words).replace("w:t", "w:delText")
    return f'<w:del w:id="8" w:author="{who}">{gone}</w:del>'


def picture(relation, alt="", cut=""):
    return f"""<w:r><w:drawing><wp:inline><wp:docPr id="1" name="P" descr="{alt}"/>
<a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="{relation}"/>{cut}
</pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"""


def document(*blocks, pictures=None, links=None, more=None, **parts):
    """A .docx with these blocks; `pictures` are (relation, name, content).

    `parts` is the XML within comments, footnotes, styles or numbers, `more` other parts by name.
    """
    relations = [
        ("s", "styles", "styles.xml", ""),
        ("n", "numbering", "numbering.xml", ""),
        ("c", "comments", "comments.xml", ""),
        ("f", "footnotes", "footnotes.xml", ""),
        *((one, "image", f"media/{name}", "") for one, name, _ in pictures or ()),
        *((one, "hyperlink", to, ' TargetMode="External"') for one, to in (links or {}).items()),
    ]
    listed = "".join(
        f'<Relationship Id="{one}" Type="{_RELS}/{kind}" Target="{target}"{mode}/>'
        for one, kind, target, mode in relations
    )
    inner = "".join(blocks)
    files = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _ROOT,
        "word/document.xml": f"<w:document {SPACES}><w:body>{inner}</w:body></w:document>",
        "word/styles.xml": _STYLES.replace("</w:styles>", f"{parts.get('styles', '')}</w:styles>"),
        "word/numbering.xml": _NUMBERS.replace("</w:numbering>", "")
        + parts.get("numbers", "")
        + "</w:numbering>",
        "word/comments.xml": f"<w:comments {SPACES}>{parts.get('comments', '')}</w:comments>",
        "word/footnotes.xml": f"<w:footnotes {SPACES}>{parts.get('footnotes', '')}</w:footnotes>",
        "word/_rels/document.xml.rels": _ROOT.split("\n", maxsplit=1)[0]
        + listed
        + "</Relationships>",
        **(more or {}),
        **{f"word/media/{name}": content for _, name, content in pictures or ()},
    }
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return target.getvalue()
