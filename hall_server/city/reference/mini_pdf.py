"""A one-page PDF of a few Latin lines, for made-up documents. ISO 32000-1, 7.5. Pure; knows nobody."""

from __future__ import annotations

_A4 = b"0 0 595 842"


def page_of(*lines: str) -> bytes:
    """A4 with these lines from the top; what is not printable ASCII becomes a question mark."""
    drawn = b"".join(b"1 0 0 1 60 %d Tm (%s) Tj " % (760 - 28 * at, _text(line)) for at, line in enumerate(lines))
    content = b"BT /F 18 Tf %sET" % drawn
    return written(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[%s]/Resources<</Font<</F 4 0 R>>>>/Contents 5 0 R>>" % _A4,
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
            b"<</Length %d>>\nstream\n%s\nendstream" % (len(content), content),
        ]
    )


def written(objects: list[bytes]) -> bytes:
    """A document of these objects, numbered from 1; the first is the catalogue."""
    out = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table)
    return bytes(out)


def _text(line: str) -> bytes:
    plain = "".join(one if one.isascii() and one.isprintable() else "?" for one in line)
    return plain.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)").encode("ascii")
