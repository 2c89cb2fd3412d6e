"""The secret of the hall at its provider: one line of a file, and every mistake named by its key."""

from __future__ import annotations

import os

import pytest

from config.errors import ConfigError
from config.site import Sso
from hall_server.app.provider_file import SECRET_MAX, provider_of
from hall_server.city.oidc_shapes import OidcSettings


def sso(path):
    return Sso("https://sso.example", "hall", client_secret_file=str(path))


def test_without_a_table_there_is_no_provider():
    assert provider_of(None) is None


def test_a_line_end_is_no_part_of_a_secret(tmp_path):
    (tmp_path / "secret").write_bytes(b"k9/+x y\r\n")
    assert provider_of(sso(tmp_path / "secret"))._settings.client_secret == "k9/+x y"


@pytest.mark.parametrize("content", [b"", b"\n", b"a\nb", b"\xff\xfe", "密".encode(), b"a" * (SECRET_MAX + 1)])
def test_what_is_no_secret_is_a_mistake_of_the_file(tmp_path, content):
    (tmp_path / "secret").write_bytes(content)
    with pytest.raises(ConfigError) as told:
        provider_of(sso(tmp_path / "secret"), "hall.toml")
    assert (told.value.file, told.value.key) == ("hall.toml", "sso.client_secret_file")


def test_what_is_no_file_is_a_mistake_and_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", tmp_path, tmp_path / "none"):
        with pytest.raises(ConfigError, match="client_secret_file"):
            provider_of(sso(path))


def test_a_secret_is_shown_nobody():
    assert "k9" not in repr(OidcSettings(issuer="i", client_id="hall", client_secret="k9"))
