"""Pseudonyms (definitions.md 9). All numbers are made up."""

from __future__ import annotations

import hashlib
import hmac

import pytest

from hall_server.contract.identity.pseudonym import SubjectKind, code_pseudonym, normalised, pseudonym

KEY = b"the key of a hall"
NUMBER = "44010619500101123X"


def test_the_kinds_stay_because_pseudonyms_of_years_hang_on_them() -> None:
    kinds = "id_number foreigner_card travel_permit exit_permit passport organisation code_subject"
    assert " ".join(SubjectKind) == kinds


def test_a_pseudonym_is_a_keyed_hash_of_kind_and_number_cut_to_128_bits() -> None:
    expected = hmac.new(KEY, b"id_number:" + NUMBER.encode(), hashlib.sha256).hexdigest()[:32]
    assert pseudonym(KEY, SubjectKind.ID_NUMBER, NUMBER) == expected


@pytest.mark.parametrize(
    "written",
    ["44010619500101123x", " 440106 19500101 123X ", "４４０１０６１９５００１０１１２３Ｘ", "440106-19500101-123X"],
)
def test_one_number_has_one_pseudonym_however_it_is_written(written: str) -> None:
    assert pseudonym(KEY, SubjectKind.ID_NUMBER, written) == pseudonym(KEY, SubjectKind.ID_NUMBER, NUMBER)


def test_another_key_kind_or_number_gives_another_pseudonym() -> None:
    made = {
        pseudonym(KEY, SubjectKind.ID_NUMBER, NUMBER),
        pseudonym(b"another key", SubjectKind.ID_NUMBER, NUMBER),
        pseudonym(KEY, SubjectKind.FOREIGNER_CARD, NUMBER),
        pseudonym(KEY, SubjectKind.ID_NUMBER, NUMBER[:-1] + "1"),
    }
    assert len(made) == 4


def test_a_renewed_travel_permit_keeps_its_pseudonym() -> None:
    first, renewed = (pseudonym(KEY, SubjectKind.TRAVEL_PERMIT, number) for number in ("H0123456701", "H0123456702"))
    assert first == renewed
    assert first != pseudonym(KEY, SubjectKind.TRAVEL_PERMIT, "H0123456801")


@pytest.mark.parametrize(("key", "number"), [(KEY, ""), (KEY, " - "), (b"", NUMBER)])
def test_nobody_gets_the_pseudonym_of_nobody(key: bytes, number: str) -> None:
    with pytest.raises(ValueError, match="needs a key and a number"):
        pseudonym(key, SubjectKind.ID_NUMBER, number)


def test_normalising_leaves_letters_and_digits_only() -> None:
    assert normalised(" h-0123456701\n") == "H0123456701"


def test_a_handle_counts_as_it_stands_and_with_its_issuer() -> None:
    made = {
        code_pseudonym(KEY, "city.demo", "AAEC-wQFBgcICQoLDA0ODw"),
        code_pseudonym(KEY, "city.demo", "aaec-wqfbgcicqolda0odw"),
        code_pseudonym(KEY, "city.demo", "AAECwQFBgcICQoLDA0ODw"),
        code_pseudonym(KEY, "another.demo", "AAEC-wQFBgcICQoLDA0ODw"),
        code_pseudonym(b"another key", "city.demo", "AAEC-wQFBgcICQoLDA0ODw"),
    }
    assert len(made) == 5
    assert {len(one) for one in made} == {32}


@pytest.mark.parametrize(("key", "issuer", "subject"), [(b"", "a", "b"), (KEY, "", "b"), (KEY, "a", "")])
def test_a_handle_alone_is_nobody(key: bytes, issuer: str, subject: str) -> None:
    with pytest.raises(ValueError, match="pseudonym needs"):
        code_pseudonym(key, issuer, subject)


def test_a_handle_is_never_read_as_a_number() -> None:
    with pytest.raises(ValueError, match="code_pseudonym"):
        pseudonym(KEY, SubjectKind.CODE_SUBJECT, "AAEC-wQFBgcICQoLDA0ODw")
