"""What an answer of the hall is: its own words, or silence. Whatever else comes from its address counts as silence."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from hall_server.contract.problems import Problem, ProblemCode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from requests import Response

    from hall_server.contract.messages import TicketView
    from hall_server.contract.visits import Referral

LOG = logging.getLogger("kapok.kiosk.hall_client")

ANSWER_LIMIT = 4 * 1024 * 1024
LINE_LIMIT = 64 * 1024  # of the stream
CLIENT_ERRORS = range(400, 500)
ASK_AGAIN = frozenset(
    {
        ProblemCode.IDEMPOTENCY_KEY_IN_FLIGHT,
        ProblemCode.HALL_ROLLED_BACK,
        ProblemCode.STORE_UNAVAILABLE,
        ProblemCode.INTERNAL,
    }
)


class Taken(NamedTuple):
    """A number, and which life of the hall's database gave it; "" when its answer did not say."""

    ticket: TicketView
    life: str


class HallSilentError(Exception):
    """Environment: no answer, or none that can be understood; whether the hall did it is not known."""

    code = "hall_silent"


class HallRefusedError(Exception):
    """Peer: the hall answered, and the answer is no. `code` is a problem code, or `http_<status>` without one.

    `referral`: with `referred`, who takes the applicant.
    """

    def __init__(self, code: str, referral: Referral | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.referral = referral


@contextmanager
def all_else_is_silence() -> Iterator[None]:
    """The boundary: whatever goes wrong inside, known or not, is silence. Says what it was by type, never its words."""
    try:
        yield
    except (HallSilentError, HallRefusedError):
        raise
    except OSError as error:  # what `requests` raises is one, too
        raise HallSilentError(type(error).__name__) from None
    except Exception as error:  # noqa: BLE001 - a hostile answer finds exceptions nobody listed, see the tests
        LOG.warning("what the hall's address says cannot be read: %s", type(error).__name__)
        raise HallSilentError(type(error).__name__) from None


def lines(response: Response) -> Iterator[bytes]:
    """Lines as they come; one without an end is silence, and does not fill the memory."""
    line = bytearray()
    for byte in response.iter_content(1):
        if byte == b"\n":
            yield bytes(line)
            line.clear()
        elif len(line) >= LINE_LIMIT:
            raise HallSilentError("a line too long")
        else:
            line += byte


def body_of(response: Response) -> bytes:
    """The whole answer, if it comes in time and is not absurdly large."""
    body = bytearray()
    for chunk in response.iter_content(65536):
        body += chunk
        if len(body) > ANSWER_LIMIT:
            raise HallSilentError("an answer too large")
    return bytes(body)


def failure_of(status: int, body: bytes) -> HallSilentError | HallRefusedError:
    """A refusal only when the hall itself says so; a proxy's page or a broken answer is silence."""
    try:
        problem = msgspec.json.decode(body, type=Problem)
    except msgspec.DecodeError:
        return HallRefusedError(f"http_{status}") if status in CLIENT_ERRORS else HallSilentError(f"http_{status}")
    if problem.code in ASK_AGAIN:
        return HallSilentError(problem.code.value)
    return HallRefusedError(problem.code.value, problem.referral)
