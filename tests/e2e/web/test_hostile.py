"""Whatever is thrown at the pages: a clear answer, never a 5xx, never a traceback, and nothing changes."""

from collections.abc import Iterator

import pytest
import requests

from tests.e2e.web.hall import PIN, HallProcess, proof_on

pytestmark = pytest.mark.slow

OWN = {"Kapok-Page": "console"}
LONG = "9" * 400


def _signed_in(hall: HallProcess, counter: int = 3) -> requests.Session:
    session = requests.Session()
    session.headers.update(OWN)
    answer = session.post(f"{hall.url}/counter/login", data={"staff_no": "0317", "pin": PIN}, timeout=10)
    assert answer.headers["HX-Redirect"] == "/counter"
    session.headers.update(proof_on(session.get(f"{hall.url}/counter", timeout=10).text))
    session.post(f"{hall.url}/counter/sit", data={"counter": str(counter)}, timeout=10)
    return session


def test_no_address_and_no_body_ever_makes_a_server_error(hall: HallProcess):
    session = _signed_in(hall)
    wild = ["%00", "%ff%fe", "..%2f..%2fetc", "<script>", "' or 1=1 --", LONG, "木棉", "main/../main", "-1", "1e9"]
    asked = [f"/board/{one}" for one in wild] + [f"/board/{one}/now" for one in wild]
    asked += [f"/board/main/calls?after={one}" for one in (*wild, "-5", "", "9" * 30)]
    asked += [f"/static/{one}" for one in wild] + [f"/assets/{one}" for one in wild] + [f"/{one}" for one in wild]
    asked += [f"/counter/stage?view={one}" for one in wild] + [f"/counter/{one}" for one in wild]
    for path in asked:
        answer = session.get(hall.url + path, timeout=10)
        assert answer.status_code < 500, path
        assert "Traceback" not in answer.text, path
    verbs = ["call", "serve/x", "recall/%00", f"no_show/{LONG}", "complete/x?outcome=nonsense", "leave", "sit", "login"]
    bodies = [b"", b"\xff\x00\xfe", b"counter=" + LONG.encode(), b"&=&=&", b"staff_no=%ff&pin=%00", b"a" * 20_000]
    for verb in verbs:
        for body in bodies:
            for key in (None, "", "no uuid", "0" * 400):
                headers = {} if key is None else {"Idempotency-Key": key}
                answer = session.post(f"{hall.url}/counter/{verb}", data=body, headers=headers, timeout=10)
                assert answer.status_code < 500, (verb, body, key)
                assert "Traceback" not in answer.text, (verb, body, key)
    for method in ("PUT", "DELETE", "PATCH", "OPTIONS", "HEAD", "PROPFIND"):
        for path in ("/", "/board/main", "/board/main/now", "/counter", "/counter/call", "/static/live.js", "/nothing"):
            assert session.request(method, hall.url + path, timeout=10).status_code < 500, (method, path)
        for path in ("/board/main/stream", "/counter/stream"):  # would never end
            refused = session.request(method, hall.url + path, timeout=10)
            assert (refused.status_code, refused.headers["Allow"]) == (405, "GET"), (method, path)
    assert hall.calls() == []


def test_a_command_from_another_page_is_refused_and_changes_nothing(hall: HallProcess):
    hall.take("A")
    session = _signed_in(hall)
    key = {"Idempotency-Key": "8f0d8f5e-7a53-4a39-9d0c-0f6c3f0f7c11"}
    foreign = [{"Kapok-Page": ""}, {"Kapok-Page": "other"}, {**OWN, "Sec-Fetch-Site": "cross-site"}]
    for headers in foreign:
        answer = session.post(f"{hall.url}/counter/call", headers={**headers, **key}, timeout=10)
        assert answer.status_code == 403
    assert hall.calls() == []
    assert session.post(f"{hall.url}/counter/call", headers=key, timeout=10).status_code == 200
    assert len(hall.calls()) == 1


def test_nothing_is_told_and_nothing_done_without_signing_in(hall: HallProcess):
    hall.take("A", visitor={"pseudonym": "0" * 32, "name_mask": "陈*明", "number_mask": "…7318"})
    hall.sit(3, "0317")
    for cookie in ({}, {"kapok_staff": "guess"}, {"kapok_staff": "x" * 4_000}):
        answer = requests.get(f"{hall.url}/counter/stage", cookies=cookie, timeout=10)
        assert answer.text == ""
        assert answer.headers["HX-Redirect"] == "/counter"
        requests.post(f"{hall.url}/counter/call", cookies=cookie, headers=OWN, timeout=10)
        assert requests.get(f"{hall.url}/counter/stream", cookies=cookie, timeout=10).status_code == 401
    assert hall.calls() == []


def test_a_board_learns_nothing_of_a_person(hall: HallProcess):
    with requests.get(f"{hall.url}/board/main/stream", stream=True, timeout=10) as stream:
        lines = stream.iter_lines(chunk_size=1, decode_unicode=True)
        hall.sit(3, "0317")
        ticket = hall.take("A", visitor={"pseudonym": "ab" * 16, "name_mask": "陈*明", "number_mask": "…7318"})
        hall.call(3)
        told = {"/board/main/stream": _until_number(lines, hall.calls()[-1][0])}
    for path in (
        "/board/main",
        "/board/main/now",
        "/board/main/now?recent=1",
        "/board/main/calls?after=0",
        "/board",
        "/",
    ):
        told[path] = requests.get(hall.url + path, timeout=10).text
    for path, text in told.items():
        assert not any(secret in text for secret in ("陈", "…7318", "abab", "0317", "李慧", ticket["id"])), path


def _until_number(lines: Iterator[str], n: int) -> str:
    """Everything that a stream says up to its news of an event."""
    heard = []
    for line in lines:
        heard.append(line)
        if line == f'data: {{"n":{n}}}':
            break
    return "\n".join(heard)


def test_a_counter_that_is_not_theirs_cannot_be_opened(tmp_path):
    process = HallProcess(tmp_path)
    text = process.site.read_text(encoding="utf-8").replace('staff_no = "0317"', 'staff_no = "0317"\ncounters = [4]')
    process.site.write_text(text, encoding="utf-8")
    hall = process.start()
    try:
        session = _signed_in(hall, counter=3)
        assert hall.ask("counter", "GET", "/now")["open_counters"] == 0
        for counter in ("3", "99", "-1", "abc", ""):
            answer = session.post(f"{hall.url}/counter/sit", data={"counter": counter}, timeout=10)
            assert answer.status_code in {403, 404}
            assert "alert" in answer.text
        session.post(f"{hall.url}/counter/sit", data={"counter": "4"}, timeout=10)
        assert hall.ask("counter", "GET", "/now")["open_counters"] == 1
    finally:
        hall.stop()


def test_pages_and_files_carry_their_headers(hall: HallProcess):
    page = requests.get(f"{hall.url}/board/main", timeout=10)
    assert "default-src 'self'" in page.headers["Content-Security-Policy"]
    assert page.headers["Cache-Control"] == "no-store"
    for path in (
        "/board/main",
        "/board/main/now",
        "/board/main/calls",
        "/counter",
        "/static/live.js",
        "/counter/stream",
    ):
        assert requests.get(hall.url + path, timeout=10).headers["X-Content-Type-Options"] == "nosniff", path
    with requests.get(f"{hall.url}/board/main/stream", stream=True, timeout=10) as stream:
        assert stream.headers["X-Content-Type-Options"] == "nosniff"
    version = page.text.split("/static/board.js?v=")[1].split('"')[0]
    fresh = requests.get(f"{hall.url}/static/board.js?v={version}", timeout=10)
    assert "immutable" in fresh.headers["Cache-Control"]
    again = requests.get(f"{hall.url}/static/live.js", timeout=10)
    assert again.headers["Cache-Control"] == "public, no-cache"
    same = requests.get(f"{hall.url}/static/live.js", headers={"If-None-Match": again.headers["ETag"]}, timeout=10)
    assert same.status_code == 304
    cookie = requests.post(
        f"{hall.url}/counter/login", headers=OWN, data={"staff_no": "0317", "pin": PIN}, timeout=10
    ).headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie or "SameSite=Strict" in cookie
