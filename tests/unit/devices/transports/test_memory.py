"""Two joined ends without a wire."""

import pytest

from devices.errors import DeviceLostError
from devices.transports.memory import MemoryTransport, joined_pair


async def opened():
    ours, theirs = joined_pair()
    await ours.open()
    await theirs.open()
    return ours, theirs


async def test_what_is_written_at_one_end_is_read_at_the_other():
    ours, theirs = await opened()
    await ours.write(b"question")
    assert await theirs.read_some(1) == b"question"
    await theirs.write(b"an")
    await theirs.write(b"swer")
    assert await ours.read_some(1) == b"answer"


async def test_nothing_comes_when_nothing_was_written():
    ours, _ = await opened()
    assert await ours.read_some(0.001) == b""


async def test_a_cut_wire_is_lost_at_both_ends_after_what_was_already_there():
    ours, theirs = await opened()
    await theirs.write(b"last words")
    theirs.cut()
    assert await ours.read_some(1) == b"last words"
    for end in (ours, theirs):
        with pytest.raises(DeviceLostError):
            await end.read_some(1)
        with pytest.raises(DeviceLostError):
            await end.write(b"x")
        with pytest.raises(DeviceLostError):
            await end.open()


async def test_a_mended_wire_carries_again_after_opening():
    ours, theirs = await opened()
    ours.cut()
    theirs.mend()
    with pytest.raises(DeviceLostError, match="not open"):
        await ours.write(b"x")
    await ours.open()
    await theirs.open()
    await ours.write(b"again")
    assert await theirs.read_some(1) == b"again"


async def test_a_closed_end_is_not_open():
    ours, _ = await opened()
    await ours.close()
    await ours.close()
    with pytest.raises(DeviceLostError):
        await ours.read_some(1)


async def test_an_end_without_a_wire_cannot_be_opened():
    with pytest.raises(DeviceLostError):
        await MemoryTransport().open()
