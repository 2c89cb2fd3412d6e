"""The line of the page tests leaves nothing behind: a socket of one test once failed the next."""

import contextlib
import gc
import socket
import time
import warnings

import pytest

from tests.e2e.web.line import Line


@pytest.fixture
def far_end():
    with socket.create_server(("127.0.0.1", 0)) as door:
        yield door.getsockname()[1]


def _asks_through(line: Line) -> socket.socket:
    near = socket.create_connection(("127.0.0.1", line.port), timeout=5)
    near.sendall(b"anybody there?")
    return near


@pytest.mark.parametrize("held", [False, True])
def test_a_closed_line_lets_nobody_in_and_keeps_no_socket(far_end: int, held: bool):
    line = Line(far_end)
    with _asks_through(line) as first:
        if held:
            line.hold()
        line.close()
        with contextlib.suppress(ConnectionResetError):  # hung up on before everything was read
            assert first.recv(1) == b""
        with pytest.raises(ConnectionError), _asks_through(line) as late:
            late.recv(1)
    with warnings.catch_warnings(record=True) as left:
        warnings.simplefilter("always")
        del line
        gc.collect()
    assert [str(one.message) for one in left if one.category is ResourceWarning] == []


def test_a_held_line_says_nothing_and_hangs_up_on_nobody(far_end: int):
    line = Line(far_end)
    with contextlib.closing(line):
        line.hold()
        with _asks_through(line) as near:
            near.settimeout(0.2)
            began = time.monotonic()
            with pytest.raises(TimeoutError):
                near.recv(1)
            assert time.monotonic() - began >= 0.2
