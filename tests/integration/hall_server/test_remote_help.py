"""远程帮办 through a served hall: words pass and are kept nowhere, pages come from named hosts alone."""

from __future__ import annotations

import json
import time
import uuid
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from hall_server.contract.city.video import Speech, VideoState
from hall_server.contract.remote_help import PICTURE_MOST
from hall_server.domain.city.talk import SCREEN_SEEN, SCREEN_SHARED
from hall_server.flows.talk_desk import Shared
from hall_server.store.place import place_of
from kiosk.hall_client import HallAccess, HallClient, HallRefusedError
from kiosk.hall_client.remote_help import RemoteHelp
from tests.integration.hall_server.city_halls import site_with
from tests.integration.hall_server.city_served import ServedCity
from tests.integration.hall_server.served import HALL_ID, Served, kapok

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PICTURE = b"\xff\xd8\xff\xe0 a picture of no screen \xff\xd9"
WORDS = "我的号是 440106199001011234"


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServedCity]:
    served = ServedCity(tmp_path_factory.mktemp("city") / "keys")
    yield served
    served.stop()


@pytest.fixture(scope="module")
def hall(city: ServedCity, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("hall")
    table = f'[city]\naddress = "{city.address}"\ntimeout_s = 2.0\nhelp_hosts = ["guide.example"]'
    served = Served(folder / "data", "--site", str(site_with(folder, table)))
    served.start()
    yield served
    served.stop()
    kept = b"".join(one.read_bytes() for one in served.data.rglob("*") if one.is_file()) + "".join(served.log).encode()
    assert b"440106199001011234" not in kept


@pytest.fixture
def kiosk(hall: Served, city: ServedCity) -> Iterator[HallClient]:
    key = hall.credential("kiosk", "K1", "K1")
    client = HallClient(HallAccess(hall.address, HALL_ID, key["key_id"], key["secret"], answer_timeout_s=5.0))
    yield client
    client.close()
    city.ask("PUT", "/faults", json={})


def opened(one: RemoteHelp) -> None:
    """Once the hall asks its city again after the faults of another test."""
    until = time.monotonic() + 20
    while True:
        try:
            one.open()
        except HallRefusedError:
            assert time.monotonic() < until
            time.sleep(0.05)
        else:
            return


def refusal(ask: Any) -> str:
    with pytest.raises(HallRefusedError) as caught:
        ask()
    return caught.value.code


def test_cl_e10_words_go_both_ways_and_a_pushed_page_comes_from_a_named_host_alone(
    hall: Served, city: ServedCity, kiosk: HallClient
) -> None:
    one = RemoteHelp(kiosk)
    assert one.open("i01", Speech.SIGN).state is VideoState.WAITING
    line = str(uuid.uuid4())
    for _ in range(2):
        one.say(line, WORDS)
    assert [each.words for each in one.hear().lines] == [WORDS]
    for page in ("https://evil.example/", "https://guide.example/i01"):
        assert city.ask("POST", f"/video/talks/{one.session}", json={"page": page}).ok
    heard = one.hear()
    assert [each.page for each in heard.lines] == ["https://guide.example/i01"]
    assert (heard.left_out, heard.next) == (1, 3)
    assert one.hear().lines == ()
    until = time.monotonic() + 10
    while "host='evil.example'" not in "".join(hall.log):
        assert time.monotonic() < until
        time.sleep(0.05)
    assert one.share_screen(shared=True).shared
    assert not one.share_screen(shared=False).shared
    with closing(place_of(hall.where).reader(HALL_ID)) as reader:
        kept = reader.records_about(one.session)
    assert [(each.kind, each.actor, each.as_(Shared).shared) for each in kept] == [
        (SCREEN_SHARED, "K1", True),
        (SCREEN_SHARED, "K1", False),
    ]
    assert one.hang_up().state is VideoState.ENDED
    assert one.hear().state is VideoState.ENDED
    assert refusal(lambda: one.say(str(uuid.uuid4()), "喂")) == "city_refused"


def talked(city: ServedCity, kiosk: HallClient) -> RemoteHelp:
    """A talk that somebody of the city has taken up."""
    one = RemoteHelp(kiosk)
    opened(one)
    while one.look().state is not VideoState.READY:
        assert city.ask("POST", "/video/answer").ok
    return one


def test_cl_e10_a_screen_is_seen_after_a_yes_until_a_no_and_its_picture_is_kept_nowhere(
    hall: Served, city: ServedCity, kiosk: HallClient, tmp_path: Path
) -> None:
    one = talked(city, kiosk)
    assert refusal(lambda: one.show_picture(PICTURE)) == "screen_not_shared"
    one.share_screen(shared=True)
    assert one.show_picture(PICTURE).size == len(PICTURE)
    with closing(hall.machine("counter", "desk")) as desk:
        [shared] = desk.get("screens").json()["screens"]
        assert (shared["session"], shared["kiosk"]) == (one.session, "K1")
        seen = desk.get(f"city/video/{one.session}/picture")
        assert (seen.content, seen.headers["Cache-Control"]) == (PICTURE, "no-store")
        one.share_screen(shared=False)
        assert desk.get(f"city/video/{one.session}/picture").json()["code"] == "not_found"
        assert desk.get("screens").json() == {"screens": []}
    assert refusal(lambda: one.show_picture(PICTURE)) == "screen_not_shared"
    with closing(place_of(hall.where).reader(HALL_ID)) as reader:
        kept = reader.records_about(one.session)
    assert [(each.kind, each.actor) for each in kept] == [
        (SCREEN_SHARED, "K1"),
        (SCREEN_SEEN, "desk"),
        (SCREEN_SHARED, "K1"),
    ]
    stays = b"".join(one.read_bytes() for one in hall.data.rglob("*") if one.is_file())
    assert PICTURE not in stays


def test_cl_e10_with_the_end_of_the_talk_nobody_sees_the_screen_any_more(
    hall: Served, city: ServedCity, kiosk: HallClient
) -> None:
    one = talked(city, kiosk)
    one.share_screen(shared=True)
    one.show_picture(PICTURE)
    one.hang_up()
    with closing(hall.machine("counter", "desk")) as desk:
        assert desk.get(f"city/video/{one.session}/picture").json()["code"] == "not_found"
    assert refusal(lambda: one.show_picture(PICTURE)) == "screen_not_shared"


def test_cl_e10_no_other_kiosk_and_nothing_too_large_is_taken_for_a_screen(
    hall: Served, city: ServedCity, kiosk: HallClient
) -> None:
    one = talked(city, kiosk)
    one.share_screen(shared=True)
    assert refusal(lambda: one.show_picture(b"GIF89a")) == "bad_request"
    assert refusal(lambda: one.show_picture(PICTURE + bytes(PICTURE_MOST))) == "body_too_large"
    with closing(hall.machine("kiosk", "K2", "K2")) as other:
        key = hall.credential("kiosk", "K2", "K2")
        client = HallClient(HallAccess(hall.address, HALL_ID, key["key_id"], key["secret"], answer_timeout_s=5.0))
        assert refusal(lambda: RemoteHelp(client, one.session).show_picture(PICTURE)) == "screen_not_shared"
        client.close()
        assert other.get("screens").json()["code"] == "not_allowed"
        assert other.get(f"city/video/{one.session}/picture").json()["code"] == "not_allowed"


def test_cl_e10_staff_look_at_a_screen_from_a_terminal(
    hall: Served, city: ServedCity, kiosk: HallClient, tmp_path: Path
) -> None:
    one, key, out = talked(city, kiosk), tmp_path / "desk.toml", tmp_path / "screen.jpg"
    words = {**hall.credential("counter", "desk"), "hall": HALL_ID, "server": hall.address}
    key.write_text("".join(f"{name} = {json.dumps(word)}\n" for name, word in words.items()))
    asking = ("--key", str(key))
    assert "nobody shows" in kapok("hall", "screen", "list", *asking).stdout
    none = kapok("hall", "screen", "show", "K1", *asking, "--out", str(out))
    assert (none.returncode, out.exists()) == (1, False)
    one.share_screen(shared=True)
    one.show_picture(PICTURE)
    assert one.session in kapok("hall", "screen", "list", *asking).stdout
    one.show_picture(PICTURE)
    shown = kapok("hall", "screen", "show", "K1", *asking, "--out", str(out))
    assert (shown.returncode, out.read_bytes()) == (0, PICTURE)


@pytest.mark.parametrize("fault", [{"down": True}, {"wrong": True}])
def test_a_city_that_fails_is_away_for_every_verb(city: ServedCity, kiosk: HallClient, fault: dict[str, Any]) -> None:
    one = RemoteHelp(kiosk)
    opened(one)
    city.ask("PUT", "/faults", json=fault)
    for ask in (one.look, one.hear, lambda: one.say(str(uuid.uuid4()), "在吗"), one.hang_up):
        assert refusal(ask) == "city_away"
    assert refusal(lambda: one.share_screen(shared=True)) == "city_away"


@pytest.mark.parametrize("body", [{}, {"words": ""}, {"words": "x" * 501}, {"words": "a\u0000b"}, []], ids=range(5))
def test_a_line_that_is_none_is_refused(hall: Served, body: object) -> None:
    with closing(hall.machine("kiosk", "K2", "K2")) as machine:
        path = f"city/video/{uuid.uuid4()}"
        assert machine.post(f"{path}/say", body).json()["code"] == "bad_request"
        assert machine.get(f"{path}/lines?after=-1").json()["code"] == "bad_request"
        assert machine.get("city/video/none/lines").json()["code"] == "not_found"
