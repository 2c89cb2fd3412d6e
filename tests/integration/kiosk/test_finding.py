"""Boxes of a machine out of its box: found where they answer, and one that says nothing taken for a scanner."""

from __future__ import annotations

from devices.code_scanner.emulator import CodeScannerEmulator
from devices.id_card.emulator import IdCardReaderEmulator
from devices.transports.serial_ports import SerialPort
from kiosk.technician.finding import find_boxes

PRINTER: dict[str, object] = {"driver": "escpos", "address": "tcp://192.0.2.30:9100"}


async def test_a_reader_is_found_by_its_answer_a_mute_box_is_taken_for_a_scanner_and_what_is_known_stays() -> None:
    reader, scanner = IdCardReaderEmulator(), CodeScannerEmulator()
    await reader.start()
    await scanner.start()
    at_reader, at_scanner = reader.address, scanner.address
    try:
        ports = [SerialPort(at_scanner, about="scanner"), SerialPort(at_reader)]
        found = await find_boxes({"receipt_printer": PRINTER}, ports, answer_s=2.0)
    finally:
        await reader.stop()
        await scanner.stop()
    assert found["receipt_printer"] == PRINTER
    assert found["id_card"] == {"driver": "sdt", "address": f"serial://{at_reader}?baud=115200"}
    assert found["code_scanner"] == {"driver": "serial", "address": f"serial://{at_scanner}?baud=9600"}
