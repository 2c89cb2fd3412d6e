"""The rules of 免证办: which licences are wanted, what is held, what the book of records says of a visit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.city.licences import Holder
from hall_server.contract.licence_visits import ConsentState, HeldState, LookUpCount, OverrideReason
from hall_server.contract.visits import MaterialNeed
from hall_server.contract.vocabulary import ActorKind
from hall_server.domain.city.licences import LookUp
from hall_server.domain.city.paperless import (
    KIND,
    Asked,
    Consent,
    LookingFor,
    Overridden,
    ShownThere,
    Used,
    VisitRecord,
    counts,
    standing,
    to_bring,
    types_wanted,
    visit_record,
)
from hall_server.domain.records import Record

if TYPE_CHECKING:
    from hall_server.domain.city.paperless import Entry

NEEDS = (
    MaterialNeed("m_id", "身份证", tolerable=False, licence="居民身份证"),
    MaterialNeed("m_old", "旧证", tolerable=False, licence="居民身份证"),
    MaterialNeed("m_rp", "居住证", tolerable=True, licence="居住证"),
    MaterialNeed("m_photo", "照片", tolerable=True),
)
GIVEN = Consent(ConsentState.GIVEN, ("i1",), ("居民身份证",), "K1")
REFUSED = Consent(ConsentState.REFUSED, ("i1",), ("居民身份证",), "K1")


def book(*entries: Entry) -> VisitRecord:
    return visit_record(
        Record(n=n, at=n, kind=KIND[type(one)], about="v", actor_kind=ActorKind.KIOSK, what=_raw(one))
        for n, one in enumerate(entries, 1)
    )


def _raw(entry: Entry) -> msgspec.Raw:
    return msgspec.Raw(msgspec.json.encode(entry))


def used(**outcomes: LookUp) -> Used:
    return Used(
        ("i1",), "K1", "", "", {"居民身份证" if kind == "card" else kind: out for kind, out in outcomes.items()}
    )


def test_each_type_is_wanted_once_and_only_those_that_were_named() -> None:
    assert types_wanted(NEEDS) == ("居民身份证", "居住证")
    assert types_wanted(NEEDS, ("居住证", "营业执照")) == ("居住证",)


def test_one_licence_stands_for_every_material_that_names_it() -> None:
    found = standing(NEEDS, {"居民身份证": LookUp.FOUND}, looking=("居住证",), overridden=("m_old",))
    assert [one.state for one in found] == [HeldState.HELD, HeldState.HELD, HeldState.LOOKING, HeldState.BRING]
    assert [one.paper_asked for one in found] == [False, True, False, False]
    assert [one.id for one in to_bring(found)] == ["m_photo"]


def test_only_what_was_found_is_held() -> None:
    for outcome in LookUp:
        (first, *_) = standing(NEEDS, {"居民身份证": outcome})
        assert (first.state is HeldState.HELD) == (outcome is LookUp.FOUND)
        assert first.outcome == outcome.value


def test_the_last_word_and_the_last_look_up_count() -> None:
    assert book().state is ConsentState.NONE
    assert book(GIVEN, used(card=LookUp.SLOW), used(card=LookUp.FOUND)).outcomes == {"居民身份证": LookUp.FOUND}
    assert book(GIVEN, used(card=LookUp.FOUND), REFUSED).outcomes == {}
    assert book(GIVEN, used(card=LookUp.FOUND), REFUSED, GIVEN).outcomes == {}
    assert book(GIVEN, used(card=LookUp.FOUND), GIVEN).outcomes == {"居民身份证": LookUp.FOUND}


def test_what_was_shown_is_held_whatever_the_city_found_or_was_not_asked() -> None:
    shown = ShownThere("居民身份证", "counter-1")
    assert book(shown).outcomes == {"居民身份证": LookUp.FOUND}
    assert book(REFUSED, shown).outcomes == {"居民身份证": LookUp.FOUND}
    assert book(GIVEN, used(card=LookUp.NOT_FOUND), shown).outcomes == {"居民身份证": LookUp.FOUND}


def test_overrides_are_remembered_by_material() -> None:
    over = Overridden("m_id", "居民身份证", OverrideReason.OTHER)
    assert book(GIVEN, over, over).overridden == {"m_id"}


def test_counts_are_sums_by_type() -> None:
    uses = [used(card=LookUp.FOUND), used(card=LookUp.WRONG, 居住证=LookUp.SLOW)]
    records = [Record(at=1, kind=KIND[Used], about="v", actor_kind=ActorKind.SERVER, what=_raw(one)) for one in uses]
    assert counts(records) == (LookUpCount("居住证", slow=1), LookUpCount("居民身份证", found=1, wrong=1))


def test_what_is_asked_for_shows_nobody() -> None:
    wanted = LookingFor(
        visit="v",
        holder=Holder(number="999999198604120018"),
        asked=(Asked("i1", ("居民身份证", "居住证")), Asked("i2", ("居民身份证",))),
        place="K1",
    )
    assert wanted.types == ("居民身份证", "居住证")
    assert "9999991986" not in repr(wanted)
