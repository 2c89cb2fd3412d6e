"""What a technician types in the wizard."""

from __future__ import annotations

import pytest

from kiosk.session.setup_typing import address_of


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("10.0.0.5", "http://10.0.0.5:8080"),
        ("10.0.0.5:80", "http://10.0.0.5:80"),
        ("hall.local/", "http://hall.local:8080"),
        ("https://hall.gov.cn", "https://hall.gov.cn"),
        ("http://10.0.0.5:8080", "http://10.0.0.5:8080"),
    ],
)
def test_an_address_gets_what_is_usual(typed: str, address: str) -> None:
    assert address_of(typed) == address


@pytest.mark.parametrize("typed", ["", ":", "http://", "10.0.0.5:0", "10.0.0.5:70000", "a/b", "-x"])
def test_what_cannot_be_an_address_is_none(typed: str) -> None:
    assert address_of(typed) == ""
