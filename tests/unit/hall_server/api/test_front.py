from __future__ import annotations

from typing import Any

import pytest

from hall_server.api.front import BODY_LIMIT, body_of, first_of_each, text
from hall_server.contract.problems import HallProblem, ProblemCode


class Sender:
    """The asker's end: pieces of a body, then silence or a hang-up."""

    def __init__(self, *pieces: bytes, hangs_up: bool = False) -> None:
        self.messages: list[dict[str, Any]] = [
            {"type": "http.request", "body": piece, "more_body": hangs_up or at < len(pieces) - 1}
            for at, piece in enumerate(pieces)
        ]
        if hangs_up:
            self.messages.append({"type": "http.disconnect"})

    async def __call__(self) -> dict[str, Any]:
        return self.messages.pop(0)


async def test_a_body_in_pieces_is_whole_in_the_end() -> None:
    assert await body_of({}, Sender(b"ab", b"", b"c")) == b"abc"


@pytest.mark.parametrize(
    ("headers", "sender", "code", "left"),
    [
        ({b"content-length": b"%d" % (BODY_LIMIT + 1)}, Sender(b"x"), ProblemCode.BODY_TOO_LARGE, 1),
        ({}, Sender(b"x" * BODY_LIMIT, b"x", b"x"), ProblemCode.BODY_TOO_LARGE, 1),
        ({b"content-length": b"9"}, Sender(b"x", hangs_up=True), ProblemCode.BAD_REQUEST, 0),
    ],
)
async def test_a_body_too_large_or_cut_short_is_refused(
    headers: dict[bytes, bytes], sender: Sender, code: ProblemCode, left: int
) -> None:
    with pytest.raises(HallProblem) as refusal:
        await body_of(headers, sender)
    assert (refusal.value.code, len(sender.messages)) == (code, left)


def test_of_a_header_said_twice_the_first_counts() -> None:
    headers = first_of_each({"headers": [(b"a", b"1"), (b"b", b"\xe9"), (b"a", b"2")]})
    assert (text(headers, b"a"), text(headers, b"b"), text(headers, b"c")) == ("1", "é", None)
