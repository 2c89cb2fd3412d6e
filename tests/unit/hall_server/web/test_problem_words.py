import pytest

from hall_server.contract.problems import ProblemCode
from hall_server.contract.vocabulary import Outcome
from hall_server.web.outcome_words import OUTCOME_KEYS, outcome_key
from hall_server.web.problem_words import WORDS, words_of


@pytest.mark.parametrize("code", ProblemCode)
def test_every_refusal_has_a_sentence_with_a_way_forward(code):
    words = words_of(code)
    assert words.endswith("。")
    assert len(words) > 8
    assert any(way in words for way in ("请", "会自动", "先")), words
    assert code.value not in words
    assert not any(word in words for word in ("错误码", "异常", "系统"))


def test_no_sentence_belongs_to_no_code():
    assert set(WORDS) == set(ProblemCode)


@pytest.mark.parametrize(
    ("code", "seconds", "part"),
    [
        (ProblemCode.RECALL_TOO_SOON, 12.2, "13 秒后"),
        (ProblemCode.NO_SHOW_TOO_SOON, 31.0, "31 秒"),
        (ProblemCode.LOGIN_LOCKED, 599.5, "10 分钟后"),
        (ProblemCode.COUNTER_BUSY, 5, "先办完"),
    ],
)
def test_the_time_to_wait_is_said_when_it_is_known(code, seconds, part):
    assert part in words_of(code, seconds)


def test_each_outcome_has_one_key_of_its_own():
    assert {key.outcome for key in OUTCOME_KEYS} == set(Outcome)
    keys = [key.key for key in OUTCOME_KEYS]
    assert len(set(keys)) == len(keys)
    assert "." not in keys  # the way back
    assert outcome_key(Outcome.LEFT_UNPREPARED).key == "0"
