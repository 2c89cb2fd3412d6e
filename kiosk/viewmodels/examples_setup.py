"""Made-up moments of 装机向导. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kiosk.session.self_test_words import Lamp, Seen, Sounds, Try, TryStep, Workshop
from kiosk.session.setup_words import Answers, Entry, Handed, Said, Setup, SetupStep
from kiosk.session.state import Page, Session
from kiosk.values import replace

if TYPE_CHECKING:
    from kiosk.session.state import Devices

SERVER = "http://10.0.0.5:8080"
ZONE = "Asia/Shanghai"
CARDS = (
    Seen("network", Lamp.FINE, "eth0 通了，1000 Mbit/s，地址 10.0.0.21", "eth0 is up, 1000 Mbit/s, address 10.0.0.21"),
    Seen("network", Lamp.WARNING, "wlan0 没有连上", "wlan0 is down"),
)
WELL = Seen("network", Lamp.FINE, "http://10.0.0.5:8080 应答了，4 毫秒", "http://10.0.0.5:8080 answers in 4 ms")
SILENT = Seen(
    "network",
    Lamp.FAULT,
    "http://10.0.0.5:8080 不应答：检查网线",
    "http://10.0.0.5:8080 does not answer: check the cable",
)
BOXES = ("receipt_printer", "id_card", "code_scanner", "document_scanner", "access_pad", "speaker")
PAIRED = Answers(
    server=SERVER, hall_name="木棉区政务服务中心", kiosk="K1", kiosk_name="1 号机", where="一楼大厅", tried=BOXES[:2]
)
HASH = "3f2a91c07be44d0fa5c6d1e29b8870431f5e6c2d9a0b4e8877665544332211ff"
PDF = "K1-2026-11-23.pdf"


def examples(devices: Devices) -> dict[str, Session]:
    """UI-T2, each step."""
    found = Workshop(seen=tuple(Seen(part, Lamp.FINE, box=True) for part in BOXES))
    tries = (
        Try("id_card", "1", TryStep.WELL, "陈*明 ****0018"),
        Try("receipt_printer", "2", TryStep.WELL),
        Try("code_scanner", "3", TryStep.WAITING),
    )
    heard = replace(found, sounds=Sounds("words", "both", "65"))
    one_side = replace(found, sounds=Sounds("right", "left"))

    def at(step: SetupStep, answers: Answers = PAIRED, **values: Any) -> Session:  # noqa: ANN401 fields of a value
        setup = replace(Setup(replace(answers, step=step), zone=ZONE), **values)
        return Session(page=Page.SETUP, now=1000.0, devices=devices, setup=setup, workshop=found)

    none, server = Answers(), Answers(server=SERVER)
    asked = replace(server, hall_name="木棉区政务服务中心", kiosk_name="1 号机")
    network = SetupStep.NETWORK
    return {
        "setup_language": at(SetupStep.LANGUAGE, none),
        "setup_network": at(network, none, cards=CARDS),
        "setup_server": at(network, none, entry=Entry.SERVER, typed="10.0.0.5"),
        "setup_network_well": at(network, server, cards=CARDS, hall=WELL, reached=SERVER),
        "setup_network_silent": at(network, server, cards=CARDS, hall=SILENT),
        "setup_pairing": at(SetupStep.PAIRING, server),
        "setup_code": at(SetupStep.PAIRING, server, entry=Entry.CODE, typed="7kq2m4x"),
        "setup_code_wrong": at(SetupStep.PAIRING, server, said=Said.CODE_WRONG),
        "setup_fingerprint": at(SetupStep.PAIRING, asked, job="1", pairs="K1", fingerprint="K3QF-8MTA-2P9D-V6XE"),
        "setup_paired": at(SetupStep.PAIRING),
        "setup_screen": at(SetupStep.SCREEN),
        "setup_bottom": at(SetupStep.SCREEN, entry=Entry.BOTTOM, typed="85", said=Said.NOT_A_NUMBER),
        "setup_boxes": replace(at(SetupStep.BOXES), workshop=replace(found, tries=tries)),
        "setup_boxes_none": replace(at(SetupStep.BOXES), workshop=Workshop()),
        "setup_sound": replace(at(SetupStep.SOUND), workshop=heard),
        "setup_sound_one_side": replace(at(SetupStep.SOUND), workshop=one_side),
        "setup_sound_none": replace(at(SetupStep.SOUND), workshop=Workshop()),
        "setup_ticket": at(SetupStep.TICKET),
        "setup_ticket_ill": at(
            SetupStep.TICKET, chinese="缺纸：装入新纸卷后自行恢复", english="Out of paper: put in a new roll"
        ),
        "setup_handover": at(SetupStep.HANDOVER, replace(PAIRED, ticket=True)),
        "setup_handed": at(SetupStep.HANDOVER, handed=Handed(PDF, HASH, ("/media/KAPOK",))),
        "setup_handed_here": at(SetupStep.HANDOVER, handed=Handed(PDF, HASH)),
        "setup_not_written": at(
            SetupStep.HANDOVER, said=Said.NOT_WRITTEN, chinese="只读文件系统", english="Read-only file system"
        ),
        "setup_done": at(SetupStep.DONE),
    }
