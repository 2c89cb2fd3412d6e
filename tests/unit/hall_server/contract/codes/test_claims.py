"""The claims of a code: seven, each in one form, and none of them in a repr that should not be."""

from __future__ import annotations

import cbor2
import pytest

from hall_server.contract.codes.answers import Refused
from hall_server.contract.codes.claims import CodeKind, claims_of, payload_of
from hall_server.contract.codes.refusals import Refusal
from tests.unit.hall_server.contract.codes.made_up import CITY, ISSUED, ISSUED_US, READER, claims, message, text_of


@pytest.mark.parametrize("kind", CodeKind)
def test_what_is_written_is_read(kind: CodeKind) -> None:
    said = claims(kind=kind)
    assert claims_of(payload_of(said)) == said
    assert said.life_s == 60


@pytest.mark.parametrize(
    ("changes", "part"),
    [
        ({1: 7}, "claims"),
        ({1: "City"}, "claims.issuer"),
        ({1: "c" * 33}, "claims.issuer"),
        ({2: "440106199001011234"}, "claims.subject"),
        ({2: b"0" * 22}, "claims"),
        ({2: "A" * 21 + "B"}, "claims.subject"),
        ({3: ["gz"]}, "claims"),
        ({3: ""}, "claims.audience"),
        ({4: ISSUED}, "claims.expires_at"),
        ({4: "soon"}, "claims"),
        ({4: 1 << 32}, "claims.expires_at"),
        ({5: ISSUED}, "claims"),
        ({6: -1}, "claims.issued_at"),
        ({6: None}, "cbor.kind"),
        ({6: float(ISSUED)}, "cbor.kind"),
        ({6: cbor2.CBORTag(1, ISSUED)}, "cbor.kind"),
        ({7: "00112233445566778899aabb"}, "claims.jti"),
        ({7: b"1"}, "claims.jti"),
        ({-65537: 3}, "claims.kind"),
        ({-65537: "person"}, "claims.kind"),
        ({8: {}}, "claims"),
        ({"zzzzz": 1}, "claims"),
    ],
)
def test_signed_claims_that_are_not_as_agreed_are_refused_with_the_place(
    changes: dict[object, object], part: str
) -> None:
    agreed = cbor2.loads(payload_of(claims()))
    wrong = message(payload=cbor2.dumps({**agreed, **changes}, canonical=True))
    assert READER.read(text_of(wrong), ISSUED_US) == Refused(Refusal.NOT_WELL_FORMED, part)


@pytest.mark.parametrize("missing", [1, 2, 3, 4, 6, 7, -65537])
def test_every_claim_is_needed(missing: int) -> None:
    agreed = cbor2.loads(payload_of(claims()))
    del agreed[missing]
    wrong = message(payload=cbor2.dumps(agreed, canonical=True))
    assert READER.read(text_of(wrong), ISSUED_US) == Refused(Refusal.NOT_WELL_FORMED, "claims")


def test_claims_name_what_is_wrong_with_them_to_who_issues() -> None:
    for change in ({"issuer": ""}, {"subject": CITY}, {"audience": "A"}, {"jti": "x"}, {"issued_at": -1}):
        with pytest.raises(ValueError, match=f"claims.{next(iter(change))}"):
            claims(**change)
