"""A key that asks without end is told to wait, and the others are not (OWASP ASVS 2.4.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.integration.hall_server.served import SITE_FILE, Served

if TYPE_CHECKING:
    from pathlib import Path


def test_a_flood_from_one_key_is_slowed_and_nobody_else(tmp_path: Path) -> None:
    site = tmp_path / "site.toml"
    text = SITE_FILE.read_text().replace("requests_per_s = 1_000_000", "requests_per_s = 1")
    site.write_text(text.replace("request_burst = 1_000_000", "request_burst = 20"))
    served = Served(tmp_path / "data", "--site", str(site))
    served.start()
    flood, other = served.machine("kiosk", "K1", "K1"), served.machine("kiosk", "K2", "K2")
    answers = [flood.post("tickets", {"item": "i01"}) for _ in range(40)]
    slowed = [answer for answer in answers if answer.status_code == 429]
    assert {answer.json()["code"] for answer in slowed} == {"too_many_requests"}
    assert 10 <= len(slowed) <= 20
    assert all(0 < float(answer.headers["Retry-After"]) <= 2 for answer in slowed)
    assert other.take()["label"] == f"H{len(answers) - len(slowed) + 1:03}"
    flood.close()
    other.close()
    assert served.stop() == 0
    assert served.verify().endswith("whole")
