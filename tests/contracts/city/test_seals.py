"""电子印章: a document is sealed, anybody checks it offline, and nothing that was changed passes.

Over the reference city, or over another one: KAPOK_CITY_SEALS=https://….
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import msgspec
import pytest

from hall_server.city.errors import CityAwayError, CityRefusedError
from hall_server.city.reference.mini_pdf import page_of, written
from hall_server.city.seals import CitySeals
from hall_server.contract.city.seals import DOCUMENT_MAX, DocumentKind, Sealed, SealKeyList, SealVerdict, SealWanted
from hall_server.domain.city.seals import keys_of, verdict
from tests.contracts.city.asked_ports import Platform, platform

if TYPE_CHECKING:
    from collections.abc import Iterator

PDF = page_of("Receipt", "one visit")


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Platform]:
    with platform("seals", tmp_path_factory.mktemp("city")) as found:
        yield found


@pytest.fixture
def seals(served: Platform) -> Iterator[CitySeals]:
    line = served.line()
    yield CitySeals(line)
    line.close()


@pytest.fixture
def keys(served: Platform, seals: CitySeals) -> SealKeyList:
    answer = seals.keys()
    if served.city is None:
        return msgspec.json.decode(answer.list, type=SealKeyList)
    found = keys_of(answer, [served.city.root()])
    assert found is not None
    return found


@pytest.fixture
def faulty(served: Platform) -> Iterator[Platform]:
    if served.city is None:
        pytest.skip("faults are the reference city's")
    yield served
    served.faults()


def wanted(document: bytes = PDF, seal: str = "") -> SealWanted:
    return SealWanted(
        kind=DocumentKind.RECEIPT, item="i01", business="one-visit", staff="1003", document=document, seal=seal
    )


def test_a_sealed_document_holds_and_the_original_stands_in_it(seals: CitySeals, keys: SealKeyList) -> None:
    sealed = seals.seal(wanted())
    assert verdict(sealed, keys) is SealVerdict.HOLDS
    assert sealed.document.startswith(PDF)
    assert len(sealed.document) > len(PDF)
    said = msgspec.json.decode(sealed.statement)
    assert (said["kind"], said["item"], said["business"]) == ("receipt", "i01", "one-visit")


def test_a_byte_changed_anywhere_is_noticed(seals: CitySeals, keys: SealKeyList) -> None:
    sealed = seals.seal(wanted())
    for name, wrong in (("document", SealVerdict.TAMPERED), ("statement", None), ("signature", SealVerdict.FORGED)):
        whole = getattr(sealed, name)
        for at in range(0, len(whole), max(1, len(whole) // 97)):
            changed = whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :]
            found = verdict(msgspec.structs.replace(sealed, **{name: changed}), keys)
            assert found is not SealVerdict.HOLDS
            assert wrong is None or found is wrong


def test_another_city_s_seal_and_another_document_s_do_not_pass(seals: CitySeals, keys: SealKeyList) -> None:
    sealed, other = seals.seal(wanted()), seals.seal(wanted(page_of("Another")))
    crossed = Sealed(other.document, sealed.statement, sealed.signature)
    assert verdict(crossed, keys) is SealVerdict.TAMPERED
    assert verdict(sealed, SealKeyList(1, ())) is SealVerdict.UNKNOWN_KEY


def test_keys_come_from_a_pinned_root_and_never_go_back(served: Platform, seals: CitySeals, keys: SealKeyList) -> None:
    if served.city is None:
        pytest.skip("another city's root is not known here")
    answer, root = seals.keys(), served.city.root()
    assert keys_of(answer, [b"\5" * 32]) is None
    assert keys_of(answer, []) is None
    assert keys_of(msgspec.structs.replace(answer, list=answer.list + b" "), [root]) is None
    assert keys_of(answer, [root], msgspec.structs.replace(keys, serial=keys.serial + 1)) is None
    assert keys_of(answer, [root], keys) == keys


@pytest.mark.parametrize("document", [b"no pdf", b"%PDF-1.4\n%%EOF", PDF[:-40], b"%PDF-1.7\nstartxref\n9\n%%EOF\n"])
def test_what_cannot_be_sealed_is_refused(seals: CitySeals, document: bytes) -> None:
    with pytest.raises(CityRefusedError, match="document_not_sealable"):
        seals.seal(wanted(document))


def test_a_seal_that_there_is_not_is_refused(seals: CitySeals) -> None:
    with pytest.raises(CityRefusedError, match="seal_unknown"):
        seals.seal(wanted(seal="公章"))


def test_a_document_of_the_full_size_is_sealed(seals: CitySeals, keys: SealKeyList) -> None:
    sealed = seals.seal(wanted(_of_size(DOCUMENT_MAX)))
    assert verdict(sealed, keys) is SealVerdict.HOLDS
    with pytest.raises(CityRefusedError, match="bad_request"):
        seals.seal(wanted(_of_size(DOCUMENT_MAX + 1)))


def _of_size(size: int) -> bytes:
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>",
    ]

    def filled(spaces: int) -> bytes:
        return written([*objects, b"<</Length %06d>>\nstream\n%s\nendstream" % (spaces, b" " * spaces)])

    found = filled(size - len(filled(100_000)) + 100_000)
    assert len(found) == size
    return found


def test_what_was_sealed_for_is_logged_and_never_the_document(seals: CitySeals, caplog) -> None:
    with caplog.at_level(logging.INFO, "kapok.seals"):
        sealed = seals.seal(wanted())
    (line,) = caplog.messages
    assert "kind=receipt item='i01' business='one-visit' staff='1003' came=sealed" in line
    assert "Receipt" not in repr(wanted()) + repr(sealed) + line


def test_a_slow_or_absent_or_wrong_city_gives_no_seal(faulty: Platform) -> None:
    for faults, why in (({"slow_s": 30}, "too_slow"), ({"down": True}, "busy"), ({"wrong": True}, "nonsense")):
        faulty.faults(**faults)
        line = faulty.line(timeout_s=0.3)
        with pytest.raises(CityAwayError, match=why):
            CitySeals(line).seal(wanted())
        line.close()
