"""A plain PDF of so many A4 pages, for trials and drills. Nobody's paper."""

from __future__ import annotations

A4_POINTS = "[0 0 595 842]"


def sample_pdf(pages: int = 1, words: str = "Kapok") -> bytes:
    """A whole and valid PDF 1.4; `words` (ASCII without brackets) stand on each page with its number."""
    kids = " ".join(f"{4 + 2 * page} 0 R" for page in range(pages))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {pages} /Kids [{kids}] >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for page in range(pages):
        text = f"BT /F1 24 Tf 72 760 Td ({words} {page + 1}/{pages}) Tj ET"
        resources = "/Resources << /Font << /F1 3 0 R >> >>"
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox {A4_POINTS} {resources} /Contents {5 + 2 * page} 0 R >>",
            f"<< /Length {len(text)} >>\nstream\n{text}\nendstream",
        ]
    return _file(objects)


def _file(objects: list[str]) -> bytes:
    body, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(body))
        body += f"{number} 0 obj\n{one}\nendobj\n".encode("ascii")
    rows = "".join(f"{place:010d} 00000 n \n" for place in places)
    size = len(objects) + 1
    table = (
        f"xref\n0 {size}\n0000000000 65535 f \n{rows}trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{len(body)}\n"
    )
    return body + table.encode("ascii") + b"%%EOF\n"
