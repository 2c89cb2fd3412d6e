"""Codes that were scanned: judged by the hall's time, and nothing of them in the log."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from devices.code_scanner.codec import decode_code
from devices.values.code_scanner import Engine, Symbol
from hall_server.contract.codes.refusals import Refusal
from kiosk.codes.answers import Claimed, Refused, Signed
from kiosk.codes.following import FollowingVerifier
from kiosk.codes.words import CodeReason
from kiosk.local_store.facts import Contact
from kiosk.local_store.machine import Machine
from kiosk.runner.codes import CodeDesk, moment_by
from tests.unit.hall_server.contract.codes.made_up import HALL as PLACE
from tests.unit.hall_server.contract.codes.made_up import ISSUED_US, SECOND, claims
from tests.unit.kiosk.codes.shown import CODES, REFERENCE, SECRETS, SLIP, at, verifier
from tests.unit.kiosk.session.visits import HALL

if TYPE_CHECKING:
    from kiosk.codes.scan import Moment

BOOT, DAY = "a boot", date(2026, 11, 18)
MACHINE = Machine(BOOT, "f" * 64, lambda: 30 * SECOND, lambda: 17 * SECOND)  # its clock on the wall is years off
HEARD = Contact(replace(HALL, at=ISSUED_US), BOOT, boottime_us=20 * SECOND, wall_us=7 * SECOND)


def test_the_moment_is_the_hall_s_as_long_as_this_boot_has_heard_it() -> None:
    now = moment_by(HEARD, MACHINE, DAY)
    assert (now.hall_us, now.steady_us, now.clock_known, now.day) == (ISSUED_US + 10 * SECOND, 30 * SECOND, True, DAY)


@pytest.mark.parametrize("contact", [None, Contact(HEARD.now, "an earlier boot", 20 * SECOND, 7 * SECOND)])
def test_a_kiosk_that_has_not_heard_the_hall_since_its_boot_says_that_it_doubts_the_time(
    contact: Contact | None,
) -> None:
    now = moment_by(contact, MACHINE, DAY)
    assert (now.hall_us, now.clock_known) == (17 * SECOND, False)


def test_a_code_is_judged_at_the_moment_in_which_it_is_scanned() -> None:
    moments: list[Moment] = [at(70), at(5)]
    desk = CodeDesk(verifier(), moments.pop)
    good = desk.hear(decode_code(REFERENCE.encode()))
    assert isinstance(good, Claimed)
    assert isinstance(good.what, Signed)
    assert good.what.claims == claims()
    assert CodeDesk(verifier(), moments.pop).hear(decode_code(REFERENCE.encode())) == Refused(Refusal.EXPIRED)


def test_bytes_that_the_scanner_doubts_are_not_believed() -> None:
    doubted = Symbol("qr_code", Engine.ZBAR, trusted=False)
    desk = CodeDesk(verifier(), at)
    assert desk.hear(decode_code(SLIP.encode(), doubted)) == Refused(CodeReason.UNPROVED)
    assert isinstance(desk.hear(decode_code(REFERENCE.encode(), doubted)), Claimed)


def test_the_log_says_what_kind_of_code_it_was_and_nothing_of_it(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    desk = CodeDesk(verifier(), at)
    for text in CODES:
        for cut in (text, text[:-1], text[1:]):
            desk.hear(decode_code(cut.encode()))
    assert "a code was scanned: Signed" in caplog.text
    assert "a code was refused: slip_not_whole modes" in caplog.text
    assert not [secret for secret in SECRETS if secret in caplog.text]


def test_while_nobody_is_trusted_no_signed_code_is_taken_or_used_up() -> None:
    desk = CodeDesk(FollowingVerifier(PLACE), at)
    for _ in range(2):
        assert desk.hear(decode_code(REFERENCE.encode())) == Refused(Refusal.UNKNOWN_ISSUER)
