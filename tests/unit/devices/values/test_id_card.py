"""What a card value tells of itself, and what it keeps to itself."""

from dataclasses import replace
from datetime import date, timedelta

from devices.values.id_card import CardEvent, CardEventKind, CardKind, CardPhoto, IdCard

CARD = IdCard(
    CardKind.RESIDENT,
    number="11010519491231002X",
    name="张三",
    address="广东省广州市越秀区某某路1号",
    birth=date(1949, 12, 31),
    valid_from=date(2020, 2, 29),
    valid_until=date(2030, 2, 28),
)
FOR_EVER = replace(CARD, valid_until=None, valid_forever=True)


def test_the_current_address_is_the_newest_where_there_is_one():
    assert CARD.current_address == CARD.address
    assert replace(CARD, newest_address="新址").current_address == "新址"


def test_a_card_is_expired_on_the_day_after_its_last_one_and_one_without_dates_never():
    last = CARD.valid_until
    assert not CARD.expired_on(last)
    assert CARD.expired_on(last + timedelta(days=1))
    assert not FOR_EVER.expired_on(date(2999, 1, 1))
    assert not replace(CARD, valid_until=None).expired_on(date(2999, 1, 1))


def test_nothing_of_the_person_is_in_the_repr_of_a_card():
    photo = CardPhoto(1, 1, b"abc")
    card = replace(CARD, newest_address="新址", print_bytes=1024, photo=photo, raw_text=b"raw")
    shown = repr(card) + repr(photo) + repr(CardEvent(CardEventKind.CARD, card))
    for secret in (CARD.name, CARD.address, "新址", CARD.number[2:17], "abc", "raw"):
        assert secret not in shown
