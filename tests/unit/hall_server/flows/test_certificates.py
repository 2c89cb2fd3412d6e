"""Certificates asked of a provider: ids that stay, the same one again, and what cannot be printed."""

from __future__ import annotations

import pytest

from hall_server.city.errors import CityRefusedError
from hall_server.contract.city import licences as c
from hall_server.flows.certificates import Wanted, fetch_certificate, find_certificates

CARD, SOCIAL = "居民身份证", "社会保障卡"
WANTED = Wanted(c.Holder(handle="somebody"), "0f8fad5b-d9cb-469f-a165-70867728950e", "K1", (CARD, SOCIAL))
PDF, OFD = "application/pdf", "application/ofd"


class Shelf:
    """Two social security cards alike in all but what they say, a card that has run out, and one nobody asked for."""

    def __init__(self, media_type: str = PDF, document: bytes = b"%PDF-1.4") -> None:
        self.media_type, self.document_ = media_type, document
        self.asked: list[c.Purpose] = []
        self.life = 0

    def use_code(self, wanted: c.UseCodeWanted) -> c.UseCode:
        self.asked.append(wanted.purpose)
        self.life += 1
        if wanted.holder.handle == "nobody":
            raise CityRefusedError("holder_unknown", 404)
        return c.UseCode(f"code{self.life}", wanted.types, 0)

    def find(self, use: c.Use) -> c.Licences:
        assert use.code == f"code{self.life}"
        valid, expired = c.LicenceState.VALID, c.LicenceState.EXPIRED
        return c.Licences(
            (
                c.Licence(f"{self.life}-1", SOCIAL, valid, "人社"),
                c.Licence(f"{self.life}-2", SOCIAL, valid, "人社"),
                c.Licence(f"{self.life}-3", CARD, expired, "公安"),
                c.Licence(f"{self.life}-4", "结婚证", valid, "民政"),
            )
        )

    def document(self, use: c.Use) -> c.LicenceDocument:
        return c.LicenceDocument(use.licence or "", self.media_type, self.document_ + (use.licence or "").encode())

    def data(self, use: c.Use) -> c.LicenceData:
        raise NotImplementedError

    def verify(self, shown: c.Shown) -> c.Verified:
        raise NotImplementedError


def test_an_id_names_the_same_licence_under_another_use_code_and_two_alike_have_two() -> None:
    shelf = Shelf()
    first, again = find_certificates(shelf, WANTED), find_certificates(shelf, WANTED)
    assert first == again
    assert [one.type for one in first] == [SOCIAL, SOCIAL, CARD]
    assert len({one.id for one in first}) == 3
    assert fetch_certificate(shelf, WANTED, first[1].id).document == b"%PDF-1.43-2"
    assert {(one.item, one.reason) for one in shelf.asked} == {(c.CERTIFICATES, c.UseReason.PRINT)}


def test_whom_the_city_does_not_know_has_nothing_to_print() -> None:
    assert find_certificates(Shelf(), WANTED._replace(holder=c.Holder(handle="nobody"))) == ()


@pytest.mark.parametrize(
    ("shelf", "which", "why"),
    [
        (Shelf(), 2, "not_good"),
        (Shelf(OFD), 0, "not_printable"),
        (Shelf(document=b"<html>"), 0, "not_printable"),
    ],
    ids=["expired", "ofd", "no_pdf"],
)
def test_what_is_no_good_or_no_pdf_is_not_handed_out(shelf: Shelf, which: int, why: str) -> None:
    wanted = find_certificates(shelf, WANTED)[which]
    with pytest.raises(CityRefusedError, match=why):
        fetch_certificate(shelf, WANTED, wanted.id)


def test_nobody_is_named_by_what_is_passed_around() -> None:
    assert "somebody" not in repr(WANTED)
