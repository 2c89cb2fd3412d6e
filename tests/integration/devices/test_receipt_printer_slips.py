"""Slips as they look on paper: the real driver prints on the emulated printer, the picture is held to the golden one.

Not one dot may differ: fonts come from the packages that set-up installs, the rasteriser from the locked wheel, and the
number face is drawn from the locked package. `made_with.json` beside the pictures says with which versions they were
made; when a picture differs, the test names what else does. `KAPOK_REGEN=1` writes them anew; look at them before
committing.
"""

import hashlib
import json
import os
from functools import cache
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image, ImageChops, ImageOps, features

from devices.receipt_printer import fonts
from devices.receipt_printer.driver import ReceiptPrinterDriver
from devices.receipt_printer.emulator import ReceiptPrinterEmulator
from devices.transports import open_transport
from devices.values.receipt_printer import Letters, PaperProfile, PrintOutcome
from hall_server.contract.slip_code import LARGE, slip_code
from kiosk.slip import SlipData, slip_document
from kiosk.values import replace

GOLDEN = Path(__file__).resolve().parents[2] / "golden" / "slips"
WIDTHS = {80: 576, 58: 384}

TICKET = SlipData(
    hall_name="木棉区政务服务中心",
    label="A042",
    item_name="社保卡挂失补换",
    where="2、3、11 号窗口",
    slip_code=slip_code(bytes.fromhex("0192f3a4b5c6d7e8f90a1b2c3d4e5f60")),
    kiosk_name="1 号机",
    hotline="12345",
    ahead=6,
    wait_low_min=10,
    wait_high_min=18,
    bring=("身份证",),
    printed_at="2026-10-16 09:42",
)
OFFLINE = {"offline": True, "label": "A612", "ahead": None, "wait_low_min": None, "wait_high_min": None}
RARE = {"item_name": "𬭎𪚥路不动产登记", "hall_name": "𫖯仰镇便民服务中心", "where": "𠮷祥楼 2 号窗口"}
BIG = {"modes": LARGE}
LONG = {
    "label": "AC1000",
    "item_name": "城乡居民基本养老保险参保登记与待遇领取资格认证",
    "where": "二楼东侧 A 区 2、3、11、12、14 号窗口及绿色通道",
    "bring": ("身份证", "社保卡", "近期一寸照片", "授权委托书（原件）"),
}
CASES = {
    "slip_80mm": (80, False, {}),
    "slip_58mm": (58, False, {}),
    "slip_offline_80mm": (80, False, OFFLINE),
    "slip_offline_58mm": (58, False, OFFLINE),
    "slip_reprint_80mm": (80, False, {"reprint": True, "printed_at": None, "wait_low_min": None}),
    "slip_large_80mm": (80, False, BIG),
    "slip_large_58mm": (58, False, BIG),
    "slip_large_offline_80mm": (80, False, BIG | OFFLINE),
    "slip_large_offline_58mm": (58, False, BIG | OFFLINE),
    "slip_rare_80mm": (80, False, RARE),
    "slip_rare_58mm": (58, False, RARE),
    "slip_rare_large_80mm": (80, False, RARE | BIG),
    "slip_rare_large_58mm": (58, False, RARE | BIG),
    "slip_rare_offline_80mm": (80, False, RARE | OFFLINE),
    "slip_rare_offline_58mm": (58, False, RARE | OFFLINE),
    "slip_long_80mm": (80, False, LONG),
    "slip_long_58mm": (58, False, LONG),
    "slip_address_80mm": (80, False, {"slip_code": "HTTPS://HALL.EXAMPLE/T/" + TICKET.slip_code}),
    "slip_fast_80mm": (80, True, {}),
    "slip_fast_58mm": (58, True, {}),
    "slip_fast_rare_80mm": (80, True, {"where": "𠮷祥楼 2 号窗口"}),
}


@cache
def made_with():
    """What the pictures depend on."""
    shelf = fonts.shelf()
    files = {Path(face.path) for face in (shelf.medium, shelf.bold, *shelf.rare)}
    sums = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(files)}
    return sums | {"freetype": features.version("freetype2"), "digits": shelf.digits_bold is not None}


async def printed(paper_mm, changes, *, fast, folder=None, letters=Letters.GBK):
    emulator = ReceiptPrinterEmulator(width_dots=WIDTHS[paper_mm], port=0, folder=folder, letters=letters)
    await emulator.start()
    profile = PaperProfile(width_dots=WIDTHS[paper_mm], fast=fast, letters=letters)
    printer = ReceiptPrinterDriver(open_transport(emulator.address), profile)
    await printer.open()
    result = await printer.print(slip_document(replace(TICKET, **changes), paper_mm))
    assert result.outcome is PrintOutcome.PRINTED
    await printer.close()
    await emulator.stop()
    assert (emulator.machine.parser.unknown, emulator.machine.parser.rejected) == (0, 0)
    (slip,) = emulator.slips
    return slip


@pytest.mark.parametrize("name", CASES)
async def test_the_slip_on_paper_is_the_golden_one(name, tmp_path):
    paper_mm, fast, changes = CASES[name]
    slip = await printed(paper_mm, changes, fast=fast, folder=tmp_path)
    golden = GOLDEN / f"{name}.png"
    if os.environ.get("KAPOK_REGEN") == "1":
        GOLDEN.mkdir(parents=True, exist_ok=True)
        slip.image.save(golden, dpi=(203, 203), optimize=True)
        (GOLDEN / "made_with.json").write_text(json.dumps(made_with(), indent=1) + "\n", encoding="ascii")
    with Image.open(golden) as image:
        wanted = image.convert("1")
    then = json.loads((GOLDEN / "made_with.json").read_text(encoding="ascii"))
    also = [key for key, value in made_with().items() if then.get(key) != value]
    words = f"see {slip.path}; of what it is made with, this is not as it was then: {also or 'nothing'}"
    assert slip.image.size == wanted.size, words
    differing = ImageChops.difference(slip.image.convert("L"), wanted.convert("L")).histogram()[255]
    assert slip.image.tobytes() == wanted.tobytes(), f"{differing} dots differ, {words}"


@pytest.mark.parametrize("name", CASES)
async def test_the_code_on_the_slip_is_read_as_the_slip_code(name):
    paper_mm, fast, changes = CASES[name]
    slip = await printed(paper_mm, changes, fast=fast)
    (code,) = zxingcpp.read_barcodes(ImageOps.expand(slip.image.convert("L"), 32, 255))
    assert code.text == changes.get("slip_code", TICKET.slip_code)


@pytest.mark.parametrize("letters", [Letters.GB18030, Letters.UTF_8])
@pytest.mark.parametrize("changes", [{}, RARE], ids=["plain", "rare"])
async def test_a_fast_slip_looks_the_same_whatever_encoding_the_printer_takes(letters, changes):
    slip, usual = [await printed(80, changes, fast=True, letters=each) for each in (letters, Letters.GBK)]
    assert slip.image.tobytes() == usual.image.tobytes()
    assert slip.text == usual.text


async def test_a_slip_is_all_dots_when_the_printer_has_no_letters_of_its_own():
    slip = await printed(80, {}, fast=True, letters=Letters.NONE)
    assert slip.text == ""
    assert slip.codes == (TICKET.slip_code,)


async def test_a_letter_of_extension_a_is_sent_as_four_bytes_to_a_printer_that_has_it_and_else_drawn():
    changes = {"where": "㙍圳楼 2 号窗口"}
    own = await printed(80, changes, fast=True, letters=Letters.GB18030)
    drawn = await printed(80, changes, fast=True)
    assert "在哪等 㙍圳楼 2 号窗口" in own.text
    assert "㙍" not in drawn.text
    assert "?" not in drawn.text


async def test_a_fast_slip_says_its_lines_in_the_printers_own_letters_and_symbol():
    slip = await printed(80, {}, fast=True)
    assert "在哪等 2、3、11 号窗口" in slip.text
    assert "过号请到窗口说一声" in slip.text
    assert slip.codes == (TICKET.slip_code,)


async def test_a_rare_character_is_drawn_and_never_sent_as_text():
    slip = await printed(80, {"where": "𠮷祥楼 2 号窗口"}, fast=True)
    assert "在哪等" not in slip.text
    assert "?" not in slip.text
