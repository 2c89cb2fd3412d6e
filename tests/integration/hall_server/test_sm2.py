"""SM2 beside somebody else's: OpenSSL's signatures hold here and ours there; a city under SM2 seals by SM2 and SM3."""

from __future__ import annotations

import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import msgspec
import pytest

from hall_server.city.reference.mini_pdf import page_of
from hall_server.contract.city.seals import DocumentKind, Sealed, SealKeys, SealVerdict, SealWanted
from hall_server.contract.crypto.sm2 import SIGNER_ID, Sm2
from hall_server.domain.city.seals import keys_of, verdict
from tests.integration.hall_server.city_served import ServedCity

if TYPE_CHECKING:
    from pathlib import Path

pytest.importorskip("gmalg", reason="the extra sm is not installed")
S = Sm2()
MESSAGES = (b"", b"a trust list", "国密".encode() * 300)
AS_WE_DO = ("-rawin", "-digest", "sm3", "-pkeyopt", f"distid:{SIGNER_ID.decode()}")


class OpenSsl:
    """The program `openssl` with a key of its own, in a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._run("genpkey", "-algorithm", "SM2", "-out", "key")
        self._run("pkey", "-in", "key", "-pubout", "-out", "public")
        told = self._run("pkey", "-in", "key", "-noout", "-text").decode()
        private, public = (
            bytes.fromhex(re.sub(r"[\s:]", "", part)) for part in re.findall(r"(?s):\n([ :0-9a-f\n]+)", told)
        )
        self.private, self.public = private[-32:], public.removeprefix(b"\4")

    def sign(self, message: bytes) -> bytes:
        """r ‖ s."""
        (self._folder / "message").write_bytes(message)
        self._run("pkeyutl", "-sign", "-inkey", "key", "-in", "message", "-out", "signature", *AS_WE_DO)
        der = (self._folder / "signature").read_bytes()
        first = 4 + der[3]
        return b"".join(part.lstrip(b"\0").rjust(32, b"\0") for part in (der[4:first], der[first + 2 :]))

    def holds(self, message: bytes, signature: bytes) -> bool:
        numbers = b"".join(_integer(part) for part in (signature[:32], signature[32:]))
        (self._folder / "message").write_bytes(message)
        (self._folder / "signature").write_bytes(bytes((0x30, len(numbers))) + numbers)
        ours = ("-pubin", "-inkey", "public", "-in", "message", "-sigfile", "signature")
        return self._answers("pkeyutl", "-verify", *ours, *AS_WE_DO).returncode == 0

    def _run(self, *words: str) -> bytes:
        answer = self._answers(*words)
        assert answer.returncode == 0, answer.stderr
        return answer.stdout

    def _answers(self, *words: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(["openssl", *words], cwd=self._folder, capture_output=True, timeout=60, check=False)


def _integer(number: bytes) -> bytes:
    number = number.lstrip(b"\0")
    number = number if number[0] < 0x80 else b"\0" + number
    return bytes((2, len(number))) + number


@pytest.fixture
def openssl(tmp_path: Path) -> OpenSsl:
    if shutil.which("openssl") is None:
        pytest.skip("no openssl on this machine")
    asked = ["openssl", "list", "-public-key-algorithms"]
    listed = subprocess.run(asked, capture_output=True, check=False).stdout
    if b"SM2" not in listed:
        pytest.skip("no openssl with SM2 on this machine")
    return OpenSsl(tmp_path)


def test_what_openssl_signs_holds_here_and_what_is_signed_here_holds_there(openssl: OpenSsl) -> None:
    assert S.public_of(openssl.private) == openssl.public
    for message in MESSAGES:
        assert S.holds(openssl.public, message, openssl.sign(message))
        ours = S.sign(openssl.private, message)
        assert openssl.holds(message, ours)
        assert not openssl.holds(message + b"!", ours)


def test_a_city_under_sm2_seals_by_sm2_and_sm3(tmp_path: Path) -> None:
    city = ServedCity(tmp_path / "city", "--algorithm", "SM2")
    try:
        keys = keys_of(msgspec.json.decode(city.ask("GET", "/seals/keys").content, type=SealKeys), [city.root()])
        assert keys is not None
        assert keys.keys[0].alg == "SM2"
        wanted = SealWanted(kind=DocumentKind.RECEIPT, item="i01", business="v1", document=page_of("Receipt", "one"))
        answer = city.ask(
            "POST", "/seals/seal", data=msgspec.json.encode(wanted), headers={"Content-Type": "application/json"}
        )
        sealed = msgspec.json.decode(answer.content, type=Sealed)
        assert verdict(sealed, keys) is SealVerdict.HOLDS
        other = msgspec.structs.replace(sealed, document=sealed.document + b" ")
        assert verdict(other, keys) is SealVerdict.TAMPERED
    finally:
        assert city.stop() == 0
