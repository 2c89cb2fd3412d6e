"""Photos by closed libraries in a process of their own: one that decodes, and some that crash, hang or write files."""

import asyncio
import ctypes.util
import shutil
import subprocess
from pathlib import Path

import pytest

from devices.errors import DeviceConfigError
from devices.id_card.driver import SdtCardReader
from devices.id_card.photo import DECODE_S, GIVE_UP_AFTER, HEIGHT, RAW_BYTES, WIDTH, LibraryPhotos, placeholder
from devices.id_card.photo_worker import NO_PLACE
from devices.registry.id_card import id_card_reader
from devices.transports import open_transport
from tests.contracts.test_id_card_reader import CARD, READING, listening, person
from tests.integration.devices.test_id_card_faults import QUICK, bench

LIBC = ctypes.util.find_library("c")
WLT = bytes(range(256)) * 4
LIBRARY = r"""
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
int unpack(const char *wlt, char *picture, int save) {  /* "decodes" by repeating what it was given */
    for (int at = 0; at < 38556; at++) picture[at] = wlt[at % 1024];
    return save == 0 ? 1 : -1;
}
int crashes(const char *wlt, char *picture, int save) { memset((void *)8, wlt[0], 64); return 1; }
int crashes_at_255(const char *wlt, char *picture, int save) {
    if ((unsigned char)wlt[0] == 255) abort();
    return unpack(wlt, picture, save);
}
int saves(const char *wlt, char *picture, int save) {
    FILE *file = fopen("zp.bmp", "w");
    if (file) { fwrite(wlt, 1, 1024, file); fclose(file); }
    puts("a library that prints");
    fflush(stdout);
    return unpack(wlt, picture, save);
}
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None:
        pytest.skip("no C compiler to make a library with")
    folder = tmp_path_factory.mktemp("library")
    (folder / "wlt.c").write_text(LIBRARY)
    subprocess.run([compiler, "-shared", "-fPIC", "-o", folder / "libwlt.so", folder / "wlt.c"], check=True)
    return folder / "libwlt.so"


def working_folder(pid):
    return str(Path(f"/proc/{pid}/cwd").resolve())


async def decoded(photos, wlt=WLT):
    try:
        return await photos.decode(wlt)
    finally:
        await photos.close()


async def test_a_library_s_picture_is_the_photo(library):
    photo = await decoded(LibraryPhotos(library))
    assert (photo.width, photo.height, photo.is_placeholder) == (WIDTH, HEIGHT, False)
    assert photo.pixels == (WLT * 38)[:RAW_BYTES]


async def test_a_card_comes_with_its_photo(library):
    async with bench() as (box, _):
        reader = SdtCardReader(open_transport(box.address), timing=QUICK, photos=LibraryPhotos(library))
        assert reader.capabilities.photo
        async with listening(reader) as heard:
            box.lay(person(), photo=WLT)
            photo = (await heard.next(READING, CARD)).card.photo
            assert photo.pixels[:1024] == WLT
            assert "pixels" not in repr(photo)
        await reader.close()


async def test_a_card_comes_with_a_placeholder_where_no_library_is_named():
    async with bench() as (box, reader), listening(reader) as heard:
        box.lay(person(), photo=WLT)
        assert (await heard.next(READING, CARD)).card.photo is placeholder()
        assert not reader.capabilities.photo


@pytest.mark.parametrize(
    ("library", "function"),
    [(LIBC, "abort"), (LIBC, "getpid"), (LIBC, "no_such_function"), ("/nowhere/libwlt.so", "unpack")],
)
async def test_whatever_a_library_does_the_photo_is_a_placeholder(library, function):
    assert (await decoded(LibraryPhotos(library, function=function))).is_placeholder


async def test_a_library_that_hangs_costs_its_time_and_its_process():
    photos = LibraryPhotos(LIBC, function="pause", decode_s=0.2)
    assert (await photos.decode(WLT)).is_placeholder
    assert photos._worker.pid == 0
    await photos.close()


async def test_a_library_that_crashed_is_started_again_for_the_next_card(library):
    photos = LibraryPhotos(library, function="crashes_at_255")
    assert not (await photos.decode(WLT)).is_placeholder
    assert (await photos.decode(b"\xff" * 1024)).is_placeholder
    assert not (await photos.decode(WLT)).is_placeholder
    await photos.close()


async def test_a_library_that_always_crashes_is_left_alone_until_the_reader_is_opened_again(library):
    photos = LibraryPhotos(library, function="crashes")
    for _ in range(GIVE_UP_AFTER + 1):
        assert (await photos.decode(WLT)).is_placeholder
    assert photos._failures == GIVE_UP_AFTER
    await photos.close()
    assert photos._failures == 0


async def test_no_picture_reaches_the_disk_and_what_a_library_prints_disturbs_nothing(library):
    photos = LibraryPhotos(library, function="saves")
    assert not (await photos.decode(WLT)).is_placeholder
    place = working_folder(photos._worker.pid)
    await photos.close()
    assert place == NO_PLACE


async def test_a_photo_given_up_is_not_taken_for_the_next_card_s(library):
    photos = LibraryPhotos(library)
    for steps in range(8):
        decoding = asyncio.create_task(photos.decode(bytes((steps,)) * 1024))
        for _ in range(steps * 5):
            await asyncio.sleep(0)
        decoding.cancel()
        await asyncio.gather(decoding, return_exceptions=True)
    assert (await photos.decode(WLT)).pixels[:1024] == WLT
    await photos.close()


async def test_nothing_of_a_photo_is_logged(library, caplog):
    caplog.set_level("DEBUG")
    await decoded(LibraryPhotos(library), b"\x41" * 1024)
    await decoded(LibraryPhotos(library, function="crashes"), b"\x41" * 1024)
    assert "no photo: device_lost" in caplog.text
    assert "AAAA" not in caplog.text
    assert "4141" not in caplog.text


def test_a_library_that_is_not_there_is_refused_with_the_settings(library):
    settings = {"driver": "sdt", "address": "/dev/ttyUSB0"}
    with pytest.raises(DeviceConfigError, match="photo_library: no file"):
        id_card_reader(settings | {"photo_library": "/nowhere/libwlt.so"})
    reader = id_card_reader(settings | {"photo_library": str(library), "photo_function": "unpack"})
    assert reader.capabilities.photo
    assert DECODE_S <= 2
