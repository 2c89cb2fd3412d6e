"""Addresses: those of the list to the last character of their origin, and no others."""

from __future__ import annotations

import pytest

from kiosk.codes.addresses import ORIGINS, AddressRecogniser
from kiosk.codes.answers import Claimed, Ignored, Online, OnlineService, Refused
from kiosk.codes.scan import Scan
from kiosk.codes.words import CodeReason
from tests.unit.kiosk.codes.shown import CODES, LICENCE, RESIDENCE, at

HOST = "zzlz.gsxt.gov.cn"


@pytest.mark.parametrize(
    "address",
    [
        f"https://{HOST}",
        f"https://{HOST}/",
        f"https://{HOST}?x=1",
        f"https://{HOST}#x",
        f"HTTPS://{HOST.upper()}/x",
        LICENCE,
    ],
)
def test_cl_g7_an_electronic_business_licence_is_for_the_online_verifier(address: str) -> None:
    answer = AddressRecogniser().recognise(Scan(f" {address}\n"), at())
    assert answer == Claimed(Online(OnlineService.BUSINESS_LICENCE, address))


@pytest.mark.parametrize(
    "address",
    [
        f"http://{HOST}/x",
        f"https://{HOST}.evil.example/x",
        f"https://{HOST}@evil.example/x",
        f"https://evil.example@{HOST}/x",
        f"https://{HOST}:8443/x",
        f"https://{HOST}./x",
        f"https://x.{HOST}/x",
        f"https://evil.example/{HOST}",
        f"https://evil.example/?{HOST}",
        f"https://{HOST}\\@evil.example/x",
        f"https://{HOST} /x",
        f"https://{HOST}/x\nhttps://evil.example",
        "https://zzlz.gsxt.gov.c\u043d/x",
        "https://zzlz。gsxt。gov。cn/x",
        f"ftp://{HOST}/x",
        "https://",
        "wxp://f2f0ABCDEF",
    ],
)
def test_an_address_that_only_looks_like_one_of_the_list_is_refused(address: str) -> None:
    assert AddressRecogniser().recognise(Scan(address), at()) == Refused(CodeReason.ADDRESS_NOT_LISTED)


def test_a_site_hands_its_own_list_and_then_no_other_origin_counts() -> None:
    own = AddressRecogniser({"Codes.City.Example:8443": OnlineService.RESIDENCE_CODE})
    address = "https://codes.city.example:8443/show?c=1"
    assert own.recognise(Scan(address), at()) == Claimed(Online(OnlineService.RESIDENCE_CODE, address))
    assert own.recognise(Scan(RESIDENCE), at()) == Refused(CodeReason.ADDRESS_NOT_LISTED)


def test_every_service_has_an_origin_that_is_a_bare_host() -> None:
    assert set(ORIGINS.values()) == set(OnlineService) - {OnlineService.CITY_CODE}
    assert all(origin == origin.lower().strip("./:") and "/" not in origin for origin in ORIGINS)


def test_what_is_no_address_is_ignored() -> None:
    for text in {*CODES} - {LICENCE, RESIDENCE}:
        assert AddressRecogniser().recognise(Scan(text), at()) == Ignored()
    assert AddressRecogniser().recognise(Scan(f"see {LICENCE}"), at()) == Ignored()
