"""CL-B3 Publications: which are news, which hold, and that a kept catalogue is read as it was."""

import msgspec
import pytest

from hall_server.domain.items.catalogue import Catalogue, version_of
from hall_server.domain.items.element import Elements, Material, ServiceItem, SpecialStep, Term
from hall_server.domain.items.snapshots import SITE_FILE, Published, body_of, catalogue_of, history_of, is_news

ITEM = ServiceItem(
    id="i1",
    elements=Elements(
        name="居住证", materials=(Material("m_id", "身份证"),), special_steps=(SpecialStep("核查", Term(10)),)
    ),
    queue="A",
    theme="户口",
)
ITEMS = {"i1": ITEM}
CATALOGUE = Catalogue(version_of(ITEMS, {"m_id": "身份证"}), "2026-03-01", ITEMS, {"m_id": "身份证"})


def published(*said: tuple[str, str]) -> list[Published]:
    return [Published(n, version, "2026-03-01", 0, by) for n, (version, by) in enumerate(said, 1)]


@pytest.mark.parametrize(
    ("version", "said", "news"),
    [
        ("v1", (), True),
        ("", (), False),  # a hall without a catalogue has nothing to publish
        ("v1", (("v1", SITE_FILE),), False),
        ("v2", (("v1", SITE_FILE),), True),
        (
            "v2",
            (("v1", SITE_FILE), ("v2", SITE_FILE), ("v1", "command")),
            False,
        ),  # rolled back: a restart changes nothing
        ("v1", (("v1", SITE_FILE), ("v2", SITE_FILE)), True),  # the file was changed back
        ("v1", (("v1", SITE_FILE), ("v2", SITE_FILE), ("v1", "command")), False),
        ("v2", (("v1", SITE_FILE), ("v2", "command")), False),  # published beforehand: its day stands
        ("v1", (("v1", SITE_FILE), ("v2", "command")), False),  # and who still serves the old file does not undo it
        ("v3", (("v1", SITE_FILE), ("v2", "command")), True),
    ],
)
def test_a_site_file_is_published_once_for_each_time_that_it_changes(
    version: str, said: tuple[tuple[str, str], ...], *, news: bool
) -> None:
    assert is_news(Catalogue(version, "", {}), published(*said)) is news


def test_a_kept_catalogue_is_read_as_it_was_and_its_version_still_fits() -> None:
    read = catalogue_of(body_of(CATALOGUE))
    assert read == CATALOGUE
    assert version_of(read.items, read.materials) == read.version


BROKEN = [
    b"",
    b"{",
    b"[]",
    b'{"version":1,"effective_from":"","items":{}}',
    b"\xff",
    b'{"version":"\xff"',
    b'{"x":' + b"[" * 9000,
]


@pytest.mark.parametrize("body", BROKEN, ids=range(len(BROKEN)))
def test_a_body_that_is_none_is_refused(body: bytes) -> None:
    with pytest.raises(msgspec.MsgspecError):
        catalogue_of(body)


def test_the_history_is_that_of_the_publications() -> None:
    said = [Published(1, "v1", "2026-03-01", 0, "a"), Published(2, "v2", "2026-03-05", 0, "b")]
    history = history_of(said)
    assert [history.version_on(day) for day in ("2026-02-28", "2026-03-01", "2026-03-04", "2026-03-05")] == [
        None,
        "v1",
        "v1",
        "v2",
    ]
