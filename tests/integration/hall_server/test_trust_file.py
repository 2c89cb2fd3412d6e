"""The trust list beside the site file: taken when it is newer, else refused and told once; kept over a start."""

from __future__ import annotations

import json
import os
import time
from typing import TYPE_CHECKING

import pytest

from config.errors import ConfigError
from config.site import load_site
from hall_server.app.trust_file import KEPT_NAME, TrustFile, list_of
from hall_server.contract.codes.trust_list import MAX_BYTES
from hall_server.contract.hall_trust import list_in
from tests.integration.hall_server.served import Served, kapok
from tests.integration.hall_server.trusting import MadeUpCity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from requests import Response

    from config.site import TrustedCodes

WEAK = (1).to_bytes(32, "little")


@pytest.fixture
def city(tmp_path: Path) -> MadeUpCity:
    made = MadeUpCity(tmp_path)
    made.lay()
    return made


def table(city: MadeUpCity, *lines: str, roots: tuple[bytes, ...] = ()) -> TrustedCodes:
    codes = load_site(city.site(*lines, roots=roots)).codes
    assert codes is not None
    return codes


def serial(trust: TrustFile) -> int:
    assert trust.told is not None
    return list_in(trust.told).serial


def warnings(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [one.getMessage() for one in caplog.records if one.levelname == "WARNING"]


def test_the_list_is_in_force_from_the_start_with_the_names_of_the_hall(city: MadeUpCity, tmp_path: Path) -> None:
    trust = TrustFile(table(city, 'audiences = ["gz"]'), tmp_path)
    assert trust.told is not None
    assert (trust.told.trust_list, trust.told.audiences) == (city.ring.trust_list(), ("gz",))
    assert not trust.look()


def test_nobody_is_trusted_without_a_table(tmp_path: Path) -> None:
    trust = TrustFile(None, tmp_path)
    assert (trust.told, trust.look()) == (None, False)


def test_a_newer_list_is_taken_while_the_hall_serves(city: MadeUpCity, tmp_path: Path) -> None:
    trust = TrustFile(table(city), tmp_path)
    city.rotate()
    city.lay()
    assert trust.look()
    assert serial(trust) == 2
    assert not trust.look()


def test_an_older_list_and_another_with_the_same_serial_are_refused_and_told_once(
    city: MadeUpCity, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    old = city.ring
    city.rotate()
    city.lay()
    trust, in_force = TrustFile(table(city), tmp_path), city.ring
    city.ring = old
    city.rotate()
    for ring, why in ((old, "older_than_in_force: 1 after 2"), (city.ring, "serial_used_twice: 2")):
        caplog.clear()
        city.lay(ring)
        assert [trust.look() for _ in range(3)] == [False] * 3
        assert trust.told is not None
        assert trust.told.trust_list == in_force.trust_list()
        assert len(warnings(caplog)) == 1
        assert why in warnings(caplog)[0]


def test_a_list_without_its_signature_waits_for_it(city: MadeUpCity, tmp_path: Path) -> None:
    trust = TrustFile(table(city), tmp_path)
    city.rotate()
    city.list_file.write_bytes(city.ring.trust_list())
    assert not trust.look()
    assert serial(trust) == 1
    city.lay()
    assert trust.look()
    assert serial(trust) == 2


@pytest.mark.parametrize("what", ["gone", "empty", "large", "a folder", "a pipe"])
def test_whatever_becomes_of_the_file_the_list_in_force_stays_also_after_a_start(
    city: MadeUpCity, tmp_path: Path, caplog: pytest.LogCaptureFixture, what: str
) -> None:
    codes = table(city)
    trust = TrustFile(codes, tmp_path)
    city.list_file.unlink()
    make: dict[str, Callable[[], object]] = {
        "gone": lambda: None,
        "empty": city.list_file.touch,
        "large": lambda: city.list_file.write_bytes(b"#" * (MAX_BYTES + 1)),
        "a folder": city.list_file.mkdir,
        "a pipe": lambda: os.mkfifo(city.list_file),
    }
    make[what]()
    assert not trust.look()
    assert not trust.look()
    assert len(warnings(caplog)) == 1
    assert serial(TrustFile(codes, tmp_path)) == 1


def test_an_older_list_stays_refused_after_a_start(city: MadeUpCity, tmp_path: Path) -> None:
    old = city.ring
    city.rotate()
    city.lay()
    codes = table(city)
    TrustFile(codes, tmp_path)
    city.lay(old)
    assert serial(TrustFile(codes, tmp_path)) == 2


def test_with_another_city_s_root_the_hall_begins_anew(city: MadeUpCity, tmp_path: Path) -> None:
    city.rotate()
    city.lay()
    TrustFile(table(city), tmp_path)
    other = MadeUpCity(tmp_path)
    other.lay()
    assert serial(TrustFile(table(other), tmp_path)) == 1


def test_the_names_of_the_hall_are_those_of_its_site_file_after_a_start(city: MadeUpCity, tmp_path: Path) -> None:
    TrustFile(table(city, 'audiences = ["gz"]'), tmp_path)
    trust = TrustFile(table(city), tmp_path)
    assert trust.told is not None
    assert trust.told.audiences == ()


@pytest.mark.parametrize(
    "kept", [b"", b"{", b"\xff", b"[" * 9000, b'{"trust_list":"AA==","signature":"AA==","roots":[]}']
)
def test_a_kept_list_that_nobody_can_read_is_not_used(city: MadeUpCity, tmp_path: Path, kept: bytes) -> None:
    (tmp_path / KEPT_NAME).write_bytes(kept)
    assert serial(TrustFile(table(city), tmp_path)) == 1


def test_a_folder_that_cannot_be_written_costs_the_memory_alone(
    city: MadeUpCity, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    assert serial(TrustFile(table(city), tmp_path / "no such folder")) == 1
    assert "cannot be written" in warnings(caplog)[0]


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        (lambda city: city.list_file.unlink(), "No such file"),
        (lambda city: city.list_file.with_name("trust.json.sig").unlink(), "trust.json.sig: No such file"),
        (lambda city: city.list_file.write_bytes(b"{}"), "bad_signature"),
    ],
)
def test_a_hall_that_never_had_a_list_says_what_is_wrong_with_its_first(
    city: MadeUpCity, tmp_path: Path, spoil: Callable[[MadeUpCity], None], why: str
) -> None:
    codes = table(city)
    spoil(city)
    for read in (lambda: list_of(codes, "hall.toml"), lambda: TrustFile(codes, tmp_path, "hall.toml")):
        with pytest.raises(ConfigError) as told:
            read()
        assert (told.value.file, told.value.key) == ("hall.toml", "codes.trust_list")
        assert why in told.value.expected


def test_a_root_under_which_everybody_can_sign_is_refused(city: MadeUpCity, tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"codes\.roots\[1\]"):
        TrustFile(table(city, roots=(city.ring.root_public, WEAK)), tmp_path)


# -- the served hall ---------------------------------------------------------------------------------------------


class Trusting(Served):
    """A hall with a site file of its own."""

    def __init__(self, data: Path, site: Path) -> None:
        super().__init__(data, "--site", str(site))  # the last one counts


@pytest.fixture
def served(city: MadeUpCity, tmp_path: Path) -> Iterator[Served]:
    hall = Trusting(tmp_path / "data", city.site('audiences = ["gz"]'))
    hall.start()
    yield hall
    hall.stop()


def until(ask: Callable[[], Response], holds: Callable[[Response], bool]) -> Response:
    """The first answer that holds; the test's own time limit ends the waiting."""
    while not holds(answer := ask()):
        time.sleep(0.05)
    return answer


def test_kiosks_are_told_the_signed_list_and_a_newer_one_when_it_lies_there(served: Served, city: MadeUpCity) -> None:
    kiosk = served.machine("kiosk", "K1")
    first = kiosk.get("codes/trust_list")
    assert first.status_code == 200
    assert first.json()["audiences"] == ["gz"]
    same = kiosk.get("codes/trust_list", headers={"If-None-Match": first.headers["ETag"]})
    assert (same.status_code, same.content) == (304, b"")
    city.rotate()
    city.lay()
    newer = until(lambda: kiosk.get("codes/trust_list"), lambda answer: answer.headers["ETag"] != first.headers["ETag"])
    assert newer.json()["trust_list"] != first.json()["trust_list"]
    kiosk.close()


def test_only_kiosks_are_told(served: Served) -> None:
    for role in ("counter", "board"):
        machine = served.machine(role, "M")
        assert machine.get("codes/trust_list").json()["code"] == "not_allowed"
        machine.close()


def test_a_hall_that_trusts_nobody_says_so_with_its_code(tmp_path: Path) -> None:
    hall = Served(tmp_path / "data")
    hall.start()
    kiosk = hall.machine("kiosk", "K1")
    answer = kiosk.get("codes/trust_list")
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")
    kiosk.close()
    hall.stop()


def test_check_and_serve_name_file_key_and_what_was_expected(city: MadeUpCity, tmp_path: Path) -> None:
    site = city.site()
    right = kapok("hall", "check", "--site", str(site))
    assert "trust list 1: city.demo" in right.stdout
    assert json.loads(kapok("hall", "check", "--site", str(site), "--json").stdout)["issuers"] == 1
    city.list_file.write_bytes(b"{}")
    data = str(tmp_path / "data")
    assert kapok("hall", "init", "--site", str(site), "--data", data).returncode == 0
    for words in (("check",), ("serve", "--port", "0", "--data", data)):
        told = kapok("hall", *words, "--site", str(site))
        assert told.returncode == 1
        assert f"{site}: codes.trust_list: a list in {city.list_file}" in told.stderr
        assert "bad_signature" in told.stderr
        assert "Traceback" not in told.stderr
