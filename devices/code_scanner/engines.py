"""The two decoders behind one shape: a grey picture in, codes out. Neither ever raises for what is in the picture.

zxing-cpp's bytes are those in the symbol. zbar (by pyzbar) re-encodes what it takes for text, so its bytes are marked.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np
import zxingcpp

from devices.code_scanner.codec import MAX_CODE_BYTES, decode_code
from devices.values.code_scanner import Engine, ScannedCode, Symbol

if TYPE_CHECKING:
    from cv2.typing import MatLike

LOCAL = zxingcpp.Binarizer.LocalAverage
GLOBAL = zxingcpp.Binarizer.GlobalHistogram
QR = zxingcpp.BarcodeFormats([zxingcpp.QRCode])
QR_FAMILY = zxingcpp.BarcodeFormats([zxingcpp.QRCode, zxingcpp.MicroQRCode, zxingcpp.RMQRCode])
KINDS = {
    zxingcpp.QRCode: "qr_code",
    zxingcpp.QRCodeModel1: "qr_code_model_1",
    zxingcpp.QRCodeModel2: "qr_code",
    zxingcpp.MicroQRCode: "micro_qr_code",
    zxingcpp.RMQRCode: "rmqr_code",
}
WITH_ECI = {"]Q2", "]Q4", "]Q6"}  # ISO/IEC 18004 annex F
_ECI = re.compile(r"5D .. .. 5C 3(\d) 3(\d) 3(\d) 3(\d) 3(\d) 3(\d)")  # identifier, backslash, six digits, in hex
TURNS = {"UP": 0, "RIGHT": 90, "DOWN": 180, "LEFT": 270}


def zxing(grey: MatLike, binarizer: zxingcpp.Binarizer, formats: zxingcpp.BarcodeFormats = QR) -> list[ScannedCode]:
    """The codes that zxing-cpp reads in a grey picture."""
    found = zxingcpp.read_barcodes(
        np.ascontiguousarray(grey), formats=formats, binarizer=binarizer, text_mode=zxingcpp.TextMode.HexECI
    )
    return [_from_zxing(barcode) for barcode in found if _is_sound(barcode)]


def _is_sound(barcode: zxingcpp.Barcode) -> bool:
    """Not for Micro QR M1: it holds five digits and corrects nothing, so a pattern on a shirt may be one."""
    is_m1 = isinstance(barcode.extra, dict) and barcode.extra.get("Version") == "M1"
    return 0 < len(barcode.bytes) <= MAX_CODE_BYTES and not is_m1


def _from_zxing(barcode: zxingcpp.Barcode) -> ScannedCode:
    place = barcode.position
    corners = (place.top_left, place.top_right, place.bottom_right, place.bottom_left)
    identifier = bytes.fromhex(barcode.text[:8]).decode("latin-1")  # barcode.symbology_identifier leaves the ECI out
    said = _ECI.match(barcode.text) if identifier in WITH_ECI else None
    symbol = Symbol(
        kind=KINDS.get(barcode.format, str(barcode.format).lower().replace(" ", "_")),
        engine=Engine.ZXING,
        identifier=identifier,
        eci=int("".join(said.groups())) if said else None,
        turn=round(barcode.orientation) % 360,
        corners=tuple((corner.x, corner.y) for corner in corners),
    )
    return decode_code(barcode.bytes, symbol)


def zbar(grey: MatLike) -> list[ScannedCode]:
    """The QR codes that zbar reads in a grey picture, none of them trusted."""
    from pyzbar import pyzbar
    from pyzbar.pyzbar_error import PyZbarError

    try:
        found = pyzbar.decode(np.ascontiguousarray(grey), symbols=[pyzbar.ZBarSymbol.QRCODE])
    except (PyZbarError, ValueError):  # ValueError: pyzbar chokes on zbar's own "orientation unknown"
        return []
    return [
        decode_code(
            bytes(one.data),
            Symbol(
                kind="qr_code",
                engine=Engine.ZBAR,
                turn=TURNS.get(one.orientation or "", 0),
                corners=tuple((point.x, point.y) for point in one.polygon),
                trusted=False,
            ),
        )
        for one in found
        if 0 < len(one.data) <= MAX_CODE_BYTES
    ]
