"""PDFs as they come from elsewhere, written by hand, and pictures of PDFs."""

import io
import unicodedata

import pypdfium2
from PIL import Image

RADICALS = str.maketrans("⻚⻝⺠⻬⻓", "页食民齐长")  # those that NFKC leaves alone


def pdf(content, *, resources=b"<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>", turn=0, more=()):
    """One page of A4 with this content stream; `more` are objects from number 5 on."""
    page = b"<</Type/Page/Parent 2 0 R/Rotate %d/MediaBox[0 0 595 842]/Resources%s/Contents 4 0 R>>" % (turn, resources)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        page,
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
        *more,
    ]
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    return (
        out + head + table + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(out))
    )


def written(*lines):
    """A page with these lines of print, the first 700 points above the foot."""
    moved = b" 0 -40 Td ".join(b"(%s) Tj" % line.encode() for line in lines)
    return pdf(b"BT /F1 20 Tf 60 700 Td " + moved + b" ET")


def scanned(line=""):
    """A page that is one picture, with some print over it."""
    over = b"BT /F1 20 Tf 60 700 Td (%s) Tj ET" % line.encode() if line else b""
    resources = b"<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>/XObject<</P 5 0 R>>>>"
    pixels = bytes(range(256)) * 4
    picture = (
        b"<</Type/XObject/Subtype/Image/Width 32/Height 32/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1024>>"
        b"stream\n" + pixels + b"\nendstream"
    )
    return pdf(b"q 595 0 0 842 0 0 cm /P Do Q " + over, resources=resources, more=[picture])


def text_of(document):
    """What can be read in a document; a font may have one picture for a character and a radical."""
    with pypdfium2.PdfDocument(document) as opened:
        said = "\n".join(page.get_textpage().get_text_bounded() for page in opened)
    return unicodedata.normalize("NFKC", said).translate(RADICALS)


def picture_of(document, page=0):
    """One page of a PDF, painted."""
    with pypdfium2.PdfDocument(document) as opened:
        return opened[page].render(scale=1).to_pil().convert("L")


def opened(png):
    """A picture from its file."""
    return Image.open(io.BytesIO(png)).convert("RGB")
