"""What a key of the pad means while its counter stands somewhere."""

import pytest

from devices.values.caller import CallerKey
from hall_server.contract.counters import CounterPauseReason, PauseCounter
from hall_server.contract.messages import CompleteTicket, HoldTicket, Transfer
from hall_server.contract.vocabulary import CounterState, Outcome
from hall_server.web.outcome_words import OUTCOME_KEYS
from kiosk.counter.meaning import Ask, Asked, meaning, types

K, S = CallerKey, CounterState
TYPED = {"0": K.RECALL, "+": K.TRANSFER, **{str(digit): K(f"digit_{digit}") for digit in range(1, 10)}}


END = Asked(Ask.END)


def _verbs(key: CallerKey, state: CounterState, asked: Asked | None = None) -> list[str]:
    return [act.verb for act in meaning(key, state, asked).acts]


def test_enter_is_always_the_likely_next_step():
    assert _verbs(K.NEXT_STEP, S.IDLE) == ["call_next"]
    assert _verbs(K.NEXT_STEP, S.CALLING) == ["serve"]
    assert _verbs(K.NEXT_STEP, S.PAUSED) == ["back"]
    first = meaning(K.NEXT_STEP, S.SERVING)
    assert (first.acts, first.asked) == ((), END)
    assert _verbs(K.NEXT_STEP, S.SERVING, END) == ["complete", "call_next"]


@pytest.mark.parametrize("one", OUTCOME_KEYS, ids=lambda one: one.key)
def test_a_service_ends_by_the_same_key_as_at_the_console(one):
    act, then = meaning(TYPED[one.key], S.SERVING, END).acts
    assert act.order == CompleteTicket(one.outcome)
    assert then.verb == "call_next"


def test_a_key_that_was_not_asked_for_ends_no_service():
    for key in (K.DIGIT_1, K.RECALL, K.TRANSFER):
        assert meaning(key, S.SERVING).acts == ()
    back = meaning(K.NO_SHOW, S.SERVING, END)
    assert (back.acts, back.asked) == ((), None)
    assert meaning(K.COMPLETE, S.SERVING).acts[0].order == CompleteTicket()


@pytest.mark.parametrize("state", list(S))
@pytest.mark.parametrize("key", list(K))
def test_no_press_goes_without_an_act_or_a_word(key, state):
    for asked in (None, *map(Asked, Ask), Asked(Ask.TRANSFER, "12")):
        found = meaning(key, state, asked)
        assert found.acts or found.words


def test_a_counter_that_nobody_opened_is_never_asked_for_anything():
    assert not any(meaning(key, S.CLOSED).acts for key in K)
    assert Outcome.ACCEPTED in {one.outcome for one in OUTCOME_KEYS}


def test_hold_and_pause_ask_why_and_the_next_key_says_it():
    asked = meaning(K.HOLD, S.SERVING)
    assert (asked.acts, asked.asked) == ((), Asked(Ask.HOLD))
    assert "5 回去取材料" in asked.words
    (act,) = meaning(K.DIGIT_5, S.SERVING, asked.asked).acts
    assert (act.verb, act.order) == ("hold", HoldTicket("回去取材料", 60))
    asked = meaning(K.PAUSE, S.IDLE)
    (act,) = meaning(K.DIGIT_1, S.IDLE, asked.asked).acts
    assert (act.verb, act.of_counter, act.order) == ("pause", True, PauseCounter(CounterPauseReason.RESTROOM, 5))


def test_a_counter_is_typed_and_nobody_is_sent_on_before_enter():
    asked = meaning(K.TRANSFER, S.SERVING).asked
    for key in (K.DIGIT_1, K.RECALL):
        found = meaning(key, S.SERVING, asked)
        assert found.acts == ()
        asked = found.asked
    assert "10 号窗口" in found.words
    (act,) = meaning(K.NEXT_STEP, S.SERVING, asked).acts
    assert (act.verb, act.order) == ("transfer", Transfer(counter=10))
    assert meaning(K.NEXT_STEP, S.SERVING, Asked(Ask.TRANSFER)).acts == ()


def test_the_same_digit_again_is_a_press_of_its_own_while_a_number_is_typed():
    assert types(K.DIGIT_1, Asked(Ask.TRANSFER, "1"))
    assert not types(K.NEXT_STEP, Asked(Ask.TRANSFER, "1"))
    assert not types(K.DIGIT_1, END)


@pytest.mark.parametrize("what", [Ask.HOLD, Ask.PAUSE, Ask.TRANSFER])
def test_the_dot_a_strange_key_or_a_counter_that_stands_elsewhere_now_do_nothing(what):
    for key, state in ((K.NO_SHOW, S.SERVING), (K.CLEAR, S.IDLE), (K.RATE, S.SERVING), (K.DIGIT_1, S.PAUSED)):
        assert meaning(key, state, Asked(what)).acts == ()
