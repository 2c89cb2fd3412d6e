"""The values: persons, organisations, and one who acts for the other."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from hall_server.contract.identity.assurance import Assurance, Source
from hall_server.contract.identity.identity import (
    SUBJECT,
    Capacity,
    Claimed,
    Document,
    Identity,
    Missing,
    Organisation,
    Representation,
    represent,
)
from hall_server.contract.identity.masks import visitor_mask
from hall_server.contract.identity.pseudonym import SubjectKind, pseudonym
from hall_server.contract.messages import VisitorMask
from tests.unit.hall_server.contract.identity.made_up import DAY, code, id_number

KEY = b"the key of a hall"
PERSON = Identity(
    Document.RESIDENT_CARD,
    id_number(),
    Source.CARD,
    name="陈小明",
    latin_name="CHEN XIAOMING",
    birth=date(1990, 1, 1),
    expires=date(2031, 2, 3),
)
FIRM = Organisation(code(), Source.TYPED, name="样本有限公司")


def test_every_document_has_a_kind_of_subject() -> None:
    assert set(SUBJECT) == set(Document)


def test_the_documents_stay_because_they_may_stand_in_events() -> None:
    assert " ".join(Document) == (
        "resident_card hkmo_residence taiwan_residence hkmo_permit taiwan_permit foreigner_old foreigner_2023 passport "
        "exit_permit organisation"
    )


@pytest.mark.parametrize("value", [PERSON, FIRM, Claimed(PERSON), Representation(FIRM, PERSON)])
def test_nothing_personal_is_in_a_repr(value: object) -> None:
    shown = f"{value!r} {value}"
    for word in (PERSON.number, PERSON.number[-4:], "陈", "CHEN", "1990", "2031", FIRM.code, FIRM.code[-4:], "样本"):
        assert word not in shown


def test_a_residence_permit_counts_like_an_identity_card() -> None:
    """One number, one person: the rule of definitions.md 9 that kiosks have always used."""
    number = id_number("810000")
    identity = Identity(Document.HKMO_RESIDENCE, number, Source.CARD)
    assert identity.pseudonym(KEY) == pseudonym(KEY, SubjectKind.ID_NUMBER, number)


def test_only_an_identity_card_tells_a_region() -> None:
    assert PERSON.region == "440106"
    assert Identity(Document.HKMO_RESIDENCE, id_number("810000"), Source.CARD).region == ""
    assert Identity(Document.PASSPORT, "440106123", Source.TYPED).region == ""


def test_how_a_number_came_makes_no_other_person() -> None:
    typed = Identity(Document.RESIDENT_CARD, id_number(), Source.TYPED)
    assert typed.pseudonym(KEY) == PERSON.pseudonym(KEY)
    assert (typed.assurance, PERSON.assurance) == (Assurance.L1, Assurance.L3)


def test_no_two_kinds_share_a_pseudonym() -> None:
    made = {Identity(document, "123456789", Source.TYPED).pseudonym(KEY) for document in Document}
    assert len(made) == len(set(SUBJECT.values())) + 1  # eight digits of a Taiwan permit, nine of the others'
    assert FIRM.pseudonym(KEY) == pseudonym(KEY, SubjectKind.ORGANISATION, FIRM.code)


def test_nobody_has_no_pseudonym() -> None:
    with pytest.raises(ValueError, match="needs a key and a number"):
        Identity(Document.PASSPORT, "", Source.TYPED).pseudonym(KEY)


def test_a_document_counts_on_its_last_day() -> None:
    assert not PERSON.expired_on(date(2031, 2, 3))
    assert PERSON.expired_on(date(2031, 2, 4))
    assert not Identity(Document.PASSPORT, "E00000000", Source.TYPED).expired_on(DAY)


def test_the_hall_takes_the_mask_of_an_identity() -> None:
    mask = visitor_mask(PERSON, KEY)
    assert mask == VisitorMask(PERSON.pseudonym(KEY), "陈*明", PERSON.number[-4:])
    assert msgspec.json.decode(msgspec.json.encode(mask), type=VisitorMask) == mask


def test_cl_g7_an_organisation_and_its_agent_are_needed_both() -> None:
    assert represent(None, PERSON) is Missing.ORGANISATION
    assert represent(FIRM, None) is Missing.AGENT
    assert represent(None, None) is Missing.ORGANISATION
    both = represent(FIRM, PERSON, Capacity.LEGAL_REPRESENTATIVE)
    assert both == Representation(FIRM, PERSON, Capacity.LEGAL_REPRESENTATIVE)


def test_whoever_acts_for_an_organisation_is_as_sure_as_their_own_document() -> None:
    assert Representation(FIRM, PERSON).assurance is Assurance.L3
