"""[sso] in a site file: which provider, who the hall is there, and what becomes of PINs."""

import pytest

from config.errors import ConfigError
from config.site import Sso, load_site
from config.site.sso import in_clear
from tests.house_rules.sources import ROOT

DEMO = (ROOT / "config/sites/demo.toml").read_text(encoding="utf-8")
ISSUER, ID = 'issuer = "https://sso.example.gov.cn/oidc"', 'client_id = "hall-1"'


@pytest.fixture
def written(tmp_path):
    """The demo hall's file with a table behind it."""

    def write(*lines: str):
        path = tmp_path / "site.toml"
        path.write_text("\n".join([DEMO, "[sso]", *lines]), encoding="utf-8")
        return path

    return write


def test_without_a_table_there_are_pins_and_nothing_else():
    assert load_site(ROOT / "config/sites/demo.toml").sso is None


def test_two_lines_are_enough(written):
    assert load_site(written(ISSUER, ID)).sso == Sso("https://sso.example.gov.cn/oidc", "hall-1")


def test_the_secret_is_looked_for_beside_the_file(written, tmp_path):
    found = load_site(written(ISSUER, ID, 'client_secret_file = "sso.secret"')).sso
    assert found.client_secret_file == str(tmp_path / "sso.secret")


@pytest.mark.parametrize(
    ("lines", "key", "expected"),
    [
        ((ISSUER,), "sso", "missing required field `client_id`"),
        (('issuer = "sso.example"', ID), "sso.issuer", "matching regex"),
        (('issuer = "https://sso.example/?a=1"', ID), "sso.issuer", "matching regex"),
        (('issuer = "https://me:pin@sso.example"', ID), "sso.issuer", "matching regex"),
        ((ISSUER, 'client_id = "with a space"'), "sso.client_id", "matching regex"),
        ((ISSUER, ID, 'scope = "profile"'), "sso.scope", "matching regex"),
        ((ISSUER, ID, 'pin = "never"'), "sso.pin", "Invalid enum value"),
        ((ISSUER, ID, "outage_min = 0"), "sso.outage_min", ">= 1"),
        ((ISSUER, ID, "timeout_s = 8.0"), "sso.timeout_s", "<= 7"),
        ((ISSUER, ID, 'back_to = "public_address"'), "sso.back_to", "hall.public_address"),
        ((ISSUER, ID, 'client_secret_file = "a\\u0000"'), "sso.client_secret_file", "a path"),
        ((ISSUER, ID, 'client_secret = "told"'), "sso", "unknown field `client_secret`"),
    ],
)
def test_a_mistake_is_named_by_file_key_and_what_was_expected(written, lines, key, expected):
    path = written(*lines)
    with pytest.raises(ConfigError) as told:
        load_site(path)
    assert (told.value.file, told.value.key) == (str(path), key)
    assert expected in told.value.expected


@pytest.mark.parametrize(
    ("issuer", "clear"),
    [
        ("https://sso.example", False),
        ("http://127.0.0.1:8090/idp", False),
        ("http://[::1]/idp", False),
        ("http://localhost:1", False),
        ("http://10.0.0.7/idp", True),
        ("http://sso.example", True),
        ("http://localhost.example", True),
    ],
)
def test_an_address_in_clear_is_one_without_tls_on_another_machine(issuer, clear):
    assert in_clear(issuer) is clear
