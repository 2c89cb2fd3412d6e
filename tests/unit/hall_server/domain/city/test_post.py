"""What becomes of a message to the city, whatever the city says."""

from __future__ import annotations

from uuid import UUID

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from hall_server.contract.city.ports import PortName
from hall_server.domain.city.post import (
    ANSWERED_AT_MOST,
    LONGEST_REST_S,
    SECOND,
    CityMessage,
    MessageState,
    message_id,
    not_now,
    once_more,
    refused,
    taken,
)

AT = 1_000_000 * SECOND
MESSAGE = CityMessage(
    id=message_id("a"), port=PortName.NOTICES, kind="called", subject="t", correlation="c", made_at=AT, body=b"{}"
)


@given(st.lists(st.text(), max_size=4))
def test_an_id_is_a_uuid_and_the_same_for_the_same_thing(about: list[str]) -> None:
    assert message_id(*about) == message_id(*about)
    assert str(UUID(message_id(*about))) == message_id(*about)
    assert UUID(message_id(*about)).version == 8


def test_parts_of_what_an_id_is_about_do_not_run_together() -> None:
    assert message_id("ab", "c") != message_id("a", "bc")


def test_a_city_that_is_away_never_makes_a_dead_letter() -> None:
    message = MESSAGE
    for _ in range(10_000):
        message = not_now(message, "unreachable", AT, answered=False)
    assert (message.state, message.tries, message.why) == (MessageState.WAITING, 0, "unreachable")
    assert message.due_at == AT + SECOND


def test_useless_answers_are_tried_again_ever_later_and_then_make_a_dead_letter() -> None:
    message, rests = MESSAGE, []
    while message.state is MessageState.WAITING:
        message = not_now(message, "nonsense", AT, answered=True)
        rests.append((message.due_at - AT) // SECOND)
    assert (message.state, message.tries, message.why) == (MessageState.DEAD, ANSWERED_AT_MOST, "nonsense")
    assert rests[:-1] == sorted(rests[:-1])
    assert rests[0] == 1
    assert max(rests) <= LONGEST_REST_S


def test_a_city_may_say_when_but_not_next_year() -> None:
    assert not_now(MESSAGE, "busy", AT, answered=False, after_s=20).due_at == AT + 20 * SECOND
    assert not_now(MESSAGE, "busy", AT, answered=False, after_s=1e9).due_at == AT + LONGEST_REST_S * SECOND


def test_only_a_dead_letter_can_be_sent_again_by_hand() -> None:
    dead = refused(MESSAGE, "consent_missing", AT)
    again = once_more(dead, AT + 5)
    assert (again.state, again.tries, again.due_at) == (MessageState.WAITING, 0, AT + 5)
    assert again.why == "consent_missing"  # whoever looks sees what it was
    for message in (MESSAGE, taken(MESSAGE, AT)):
        assert once_more(message, AT + 5) == message


def test_a_settled_message_says_since_when() -> None:
    assert taken(MESSAGE, AT + 1) == msgspec.structs.replace(MESSAGE, state=MessageState.TAKEN, settled_at=AT + 1)
    assert refused(MESSAGE, "no", AT + 1).settled_at == AT + 1
