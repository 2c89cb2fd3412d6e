"""Each kind of errand has one who does it; one that nobody does is said in the log and nothing else."""

import pytest

from kiosk.runner.errands import Errands
from kiosk.session.journey import Errand


class Fetch(Errand, frozen=True):
    what: str = ""


async def test_an_errand_goes_to_who_does_its_kind() -> None:
    errands, done = Errands(), []

    async def fetch(errand: Fetch) -> None:
        done.append(errand.what)

    errands.register(Fetch, fetch)
    work = errands.begin(Fetch("paper"))
    assert work is not None
    await work
    assert done == ["paper"]
    with pytest.raises(ValueError, match="two do Fetch"):
        errands.register(Fetch, fetch)


def test_an_errand_that_nobody_does_is_logged(caplog) -> None:
    assert Errands().begin(Fetch()) is None
    assert "nobody does Fetch" in caplog.text
