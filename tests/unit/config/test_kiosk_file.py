"""The kiosk's file and its credential."""

import pytest

from config.errors import ConfigError
from config.kiosk_file import load_credential, load_kiosk
from tests.house_rules.sources import ROOT


def test_the_example_kiosk_reads():
    kiosk = load_kiosk(ROOT / "config/sites/kiosk.toml")
    assert set(kiosk.device) == {"id_card", "receipt_printer", "code_scanner"}
    assert kiosk.kiosk.idle_s == 60


def test_an_impossible_glass_is_refused_with_its_key(tmp_path):
    path = tmp_path / "kiosk.toml"
    path.write_text('[kiosk]\nid="K1"\nname="1"\nserver="http://127.0.0.1:1"\n[screen]\nglass_bottom_mm=5000\n')
    with pytest.raises(ConfigError) as told:
        load_kiosk(path)
    assert told.value.key == "screen.glass_bottom_mm"


def test_a_credential_hides_its_secret_when_shown(tmp_path):
    path = tmp_path / "credential.toml"
    path.write_text('hall="h"\nkey_id="k1"\nsecret="very-secret"\n')
    assert "very-secret" not in repr(load_credential(path))


@pytest.mark.parametrize("line", ['quiet_from = "25:00"', 'quiet_to = "8:00"', "quiet_db = -1", 'loud = "always"'])
def test_hours_of_a_softer_voice_are_checked(tmp_path, line):
    path = tmp_path / "kiosk.toml"
    path.write_text(
        f'[kiosk]\nid = "K1"\nname = "1"\nserver = "http://127.0.0.1:9"\n[speech]\n{line}\n', encoding="utf-8"
    )
    with pytest.raises(ConfigError):
        load_kiosk(path)
