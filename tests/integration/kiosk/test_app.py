"""The kiosk put together from its files, and the words of a kiosk without a screen."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import msgspec
import pytest
from click.testing import CliRunner

from config.errors import ConfigError
from config.kiosk_file import Credential, DeviceSettings, KioskFile, KioskTable
from devices.code_scanner.camera import CameraCodeScanner, nobody
from devices.code_scanner.codec import decode_code
from devices.errors import DeviceConfigError
from kapok import main
from kiosk.app import Narrator, build_kiosk, shown, touch_by_line
from kiosk.local_store import LocalStoreInUseError
from kiosk.session.events import Choice, Touch
from tests.unit.hall_server.contract.codes.made_up import TRUST, code
from tests.unit.kiosk.session.visits import ASK_SLIP, CONFIRM, HOME, TICKET, YOUNG

if TYPE_CHECKING:
    from pathlib import Path

CREDENTIAL = Credential(hall="demo", key_id="k1", secret="s" * 20, pseudonym_key="ab" * 32)
KINDS = ("id_card", "receipt_printer", "code_scanner", "speaker", "access_pad", "page_printer", "document_scanner")
SIMULATED: dict[str, DeviceSettings] = {kind: {"driver": "simulator"} for kind in KINDS}


def settings(**device: DeviceSettings) -> KioskFile:
    table = KioskTable(id="K1", name="1 号机", server="http://127.0.0.1:9", idle_s=42)
    return KioskFile(kiosk=table, device=device)


class Recording:
    """Takes touches like a kiosk."""

    def __init__(self) -> None:
        self.said: list[object] = []

    def touch(self, touch: Touch) -> None:
        self.said.append(touch)

    def choose(self, choice: Choice, value: str) -> None:
        self.said.append((choice, value))


def test_a_kiosk_is_built_from_its_files_and_keeps_its_store_to_itself(tmp_path: Path) -> None:
    kiosk = build_kiosk(settings(**SIMULATED), CREDENTIAL, tmp_path)
    assert kiosk.session.rules.idle_s == 42
    with pytest.raises(LocalStoreInUseError):
        build_kiosk(settings(), CREDENTIAL, tmp_path)
    kiosk.discard()
    build_kiosk(settings(), CREDENTIAL, tmp_path).discard()


def test_a_camera_asks_the_kiosk_whether_a_doubtful_code_proves_itself(tmp_path: Path) -> None:
    camera: DeviceSettings = {"driver": "camera", "address": "http://127.0.0.1:9/stream"}
    kiosk = build_kiosk(settings(code_scanner=camera), CREDENTIAL, tmp_path)
    assert isinstance(kiosk.scanner, CameraCodeScanner)
    assert kiosk.scanner._claims is not nobody
    assert not kiosk.scanner._claims(decode_code(b"KPT1:" + b"0" * 26))
    signed = decode_code(code().encode())
    assert not kiosk.scanner._claims(signed)
    kiosk._parts.codes.follow(TRUST)
    assert kiosk.scanner._claims(signed), "the camera follows the list in force"
    kiosk.discard()


def test_a_device_that_is_none_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"device\.toaster"):
        build_kiosk(settings(toaster={"driver": "simulator"}), CREDENTIAL, tmp_path)
    with pytest.raises(DeviceConfigError, match="known are"):
        build_kiosk(settings(id_card={"driver": "crystal ball"}), CREDENTIAL, tmp_path)


@pytest.mark.parametrize("kind", ["page_printer", "document_scanner"])
def test_a_scanner_or_printer_of_paper_that_is_set_up_wrongly_is_told_at_once(tmp_path: Path, kind: str) -> None:
    for wrong in ({"driver": "crystal ball"}, {"driver": "simulator", "colour": "red"}):
        with pytest.raises(DeviceConfigError, match=kind):
            build_kiosk(settings(**{kind: wrong}), CREDENTIAL, tmp_path)


def test_a_face_as_the_only_way_is_refused_and_beside_another_way_it_is_not(tmp_path: Path) -> None:
    """CL-C7."""
    face: DeviceSettings = {"enabled": True, "driver": "some vendor's", "only_way": True}
    with pytest.raises(DeviceConfigError, match="never the only way"):
        build_kiosk(msgspec.structs.replace(settings(), face=face), CREDENTIAL, tmp_path)
    beside = {key: value for key, value in face.items() if key != "only_way"}
    build_kiosk(msgspec.structs.replace(settings(), face=beside), CREDENTIAL, tmp_path).discard()


@pytest.mark.parametrize("key", ["", "no hex"])
def test_a_credential_without_a_pseudonym_key_is_refused(tmp_path: Path, key: str) -> None:
    with pytest.raises(ConfigError, match="pseudonym_key"):
        build_kiosk(settings(), msgspec.structs.replace(CREDENTIAL, pseudonym_key=key), tmp_path)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("touch help", [Touch.HELP]),
        ("item i05\r", [(Choice.ITEM, "i05")]),
        ("theme 社会保障", [(Choice.THEME, "社会保障")]),
        ("mode large", [(Choice.MODE, "large")]),
    ],
)
def test_a_line_is_a_touch(line: str, said: list[object]) -> None:
    kiosk = Recording()
    assert touch_by_line(kiosk, line)
    assert kiosk.said == said


@pytest.mark.parametrize("line", ["", "touch", "touch everything", "dance now", "\x00" * 500])
def test_a_line_that_is_no_touch_is_answered_and_changes_nothing(line: str, capsys) -> None:
    kiosk = Recording()
    assert not touch_by_line(kiosk, line)
    assert kiosk.said == []
    assert "not understood" in capsys.readouterr().err


def test_what_is_told_of_a_page_names_nobody() -> None:
    line = json.dumps(shown(CONFIRM), ensure_ascii=False)
    assert shown(CONFIRM)["known"] is True
    for secret in (YOUNG.pseudonym, YOUNG.name_mask, YOUNG.number_mask):
        assert secret not in line
    assert (shown(TICKET)["label"], shown(ASK_SLIP)["fault"], shown(HOME)["item"]) == ("A042", "device_silent", "")


def test_a_page_is_told_once(capsys) -> None:
    narrator = Narrator()
    for session in (HOME, HOME, TICKET):
        narrator.say(session)
    assert [json.loads(line)["page"] for line in capsys.readouterr().out.splitlines()] == ["home", "ticket"]


def test_a_mistake_in_the_files_is_told_without_a_traceback(tmp_path: Path) -> None:
    (tmp_path / "kiosk.toml").write_text("[kiosk]\nid = 'K1'\n", encoding="utf-8")
    (tmp_path / "key.toml").write_text("hall = 'demo'\nkey_id = 'k'\nsecret = 's'\n", encoding="utf-8")
    words = ["kiosk", "run", "--headless", "--config", str(tmp_path / "kiosk.toml")]
    result = CliRunner().invoke(main, [*words, "--credential", str(tmp_path / "key.toml")])
    assert result.exit_code == 1
    assert result.output.startswith("Error: ")
    assert "kiosk.toml" in result.output
