from __future__ import annotations

from pathlib import Path

import pytest

from config.day_file import load_day
from config.errors import ConfigError

DEMO = Path(__file__).parents[3] / "config/sites/demo_day.toml"
GOOD = '[arrivals]\nstart = "08:30"\nstep_min = 30\nweights = [1, 3]\nday_total = 40\n[[service]]\nqueue = "A"\n'
SERVICE = "share = 0.5\nmean_min = 8\n"


def test_the_demo_day_can_be_read() -> None:
    day = load_day(DEMO)
    assert day.start_min == 8 * 60 + 30
    assert sum(map(sum, day.visitors("tue").values())) == pytest.approx(420, rel=0.01)
    assert sum(map(sum, day.visitors("mon").values())) == pytest.approx(420 * 1.18, rel=0.01)


def test_visitors_spread_by_weight_and_share(tmp_path: Path) -> None:
    path = tmp_path / "day.toml"
    path.write_text(GOOD + SERVICE, encoding="utf-8")
    assert load_day(path).visitors("sun") == {"A": (5, 15)}


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("", "arrivals"),
        (GOOD + SERVICE.replace("0.5", "1.5"), "service[0].share"),
        (GOOD + SERVICE.replace("8", "0"), "service[0].mean_min"),
        (GOOD + SERVICE + "colour = 1\n", "service[0]"),
        (GOOD.replace("08:30", "8.30") + SERVICE, "arrivals.start"),
        (GOOD.replace("[1, 3]", "[0, 0]") + SERVICE, "arrivals.weights"),
        (GOOD.replace("[1, 3]", str([1] * 40)) + SERVICE, "arrivals.weights"),
        (GOOD + SERVICE + '[[service]]\nqueue = "A"\n' + SERVICE, "service"),
    ],
)
def test_a_wrong_day_names_its_key(tmp_path: Path, text: str, key: str) -> None:
    path = tmp_path / "day.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        load_day(path)
    assert key in str(caught.value)
