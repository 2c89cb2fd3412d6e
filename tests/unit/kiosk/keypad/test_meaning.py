"""What a key of the pad means while its counter stands somewhere."""

import pytest

from devices.values.caller import CallerKey
from hall_server.contract.messages import CompleteTicket
from hall_server.contract.vocabulary import CounterState, Outcome
from hall_server.web.outcome_words import OUTCOME_KEYS
from kiosk.keypad.meaning import meaning

K, S = CallerKey, CounterState
TYPED = {"0": K.RECALL, "+": K.TRANSFER, **{str(digit): K(f"digit_{digit}") for digit in range(1, 10)}}


def _verbs(key: CallerKey, state: CounterState, *, picking: bool = False) -> list[str]:
    return [act.verb for act in meaning(key, state, picking=picking).acts]


def test_enter_is_always_the_likely_next_step():
    assert _verbs(K.NEXT_STEP, S.IDLE) == ["call_next"]
    assert _verbs(K.NEXT_STEP, S.CALLING) == ["serve"]
    assert _verbs(K.NEXT_STEP, S.PAUSED) == ["back"]
    first = meaning(K.NEXT_STEP, S.SERVING)
    assert (first.acts, first.picking) == ((), True)
    assert _verbs(K.NEXT_STEP, S.SERVING, picking=True) == ["complete", "call_next"]


@pytest.mark.parametrize("one", OUTCOME_KEYS, ids=lambda one: one.key)
def test_a_service_ends_by_the_same_key_as_at_the_console(one):
    act, then = meaning(TYPED[one.key], S.SERVING, picking=True).acts
    assert act.order == CompleteTicket(one.outcome)
    assert then.verb == "call_next"


def test_a_key_that_was_not_asked_for_ends_no_service():
    for key in (K.DIGIT_1, K.RECALL, K.TRANSFER):
        assert meaning(key, S.SERVING).acts == ()
    back = meaning(K.NO_SHOW, S.SERVING, picking=True)
    assert (back.acts, back.picking) == ((), False)
    assert meaning(K.COMPLETE, S.SERVING).acts[0].order == CompleteTicket()


@pytest.mark.parametrize("state", list(S))
@pytest.mark.parametrize("key", list(K))
def test_no_press_goes_without_an_act_or_a_word(key, state):
    for picking in (False, True):
        found = meaning(key, state, picking=picking)
        assert found.acts or found.words


def test_a_counter_that_nobody_opened_is_never_asked_for_anything():
    assert not any(meaning(key, S.CLOSED).acts for key in K)
    assert Outcome.ACCEPTED in {one.outcome for one in OUTCOME_KEYS}
