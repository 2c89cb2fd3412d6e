"""UI-K29: the newest last, in bubbles that fit; a pushed page as words and a code."""

from hall_server.contract.city.talk import Speaker, TalkLine
from kiosk.session.state import IdleWarning
from kiosk.session.talk_words import PHRASES
from kiosk.values import replace
from kiosk.viewmodels.examples import EXAMPLES
from kiosk.viewmodels.remote import PHRASES_SHOWN, PIECE, RemoteProps, remote_props


def with_way(session, **more):
    return replace(session, visit=replace(session.visit, talk=replace(session.visit.talk, **more)))


def test_a_pushed_page_stands_there_as_its_address_and_a_code():
    props = remote_props(EXAMPLES["remote_page"])
    assert props.bubbles[-1].address == "https://guide.example/i01"
    assert props.code_side > 0
    assert not props.by_video
    assert remote_props(EXAMPLES["remote_waiting"]).code_side == 0


def test_cl_e10_without_a_page_the_code_is_the_talk_s_own_for_video():
    assert remote_props(EXAMPLES["remote"]).by_video
    assert not remote_props(with_way(EXAMPLES["remote"], address="")).by_video
    assert not remote_props(EXAMPLES["remote_over"]).by_video


def test_a_long_line_is_read_page_by_page_and_nothing_is_lost():
    words = "字" * 499
    session = with_way(EXAMPLES["remote"], lines=(TalkLine(n=1, by=Speaker.STAFF, at=1, words=words),))
    pages = [remote_props(with_way(session, line_page=page)).bubbles for page in range(5)]
    assert "".join(bubble.words for page in reversed(pages) for bubble in page) == words
    assert all(len(bubble.words) <= PIECE for page in pages for bubble in page)


def test_all_phrases_can_be_reached():
    shown = {code for page in range(2) for code in remote_props(with_way(EXAMPLES["remote"], phrase_page=page)).phrases}
    assert shown == set(PHRASES)
    assert len(remote_props(EXAMPLES["remote"]).phrases) == PHRASES_SHOWN


def test_nothing_of_it_is_shown_under_the_warning():
    session = EXAMPLES["remote"]
    covered = replace(session, warning=IdleWarning(ends_at=1, kept=session.visit))
    assert remote_props(covered) == RemoteProps()
