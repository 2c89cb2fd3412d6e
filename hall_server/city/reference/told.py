"""The ports that halls tell things to: which messages there are, what shape each has, and which ports have news.

A new port is a few lines here; its routes, its contract and its place in the inbox follow.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from hall_server.contract.city import acceptance, appointments, archive, complaints, index, notices, ratings
from hall_server.contract.city.package import PackageError, read_package, sha256_of
from hall_server.contract.city.ports import PortName

if TYPE_CHECKING:
    from collections.abc import Callable

    import msgspec


class Message(NamedTuple):
    """One kind of message: its shape, and in one sentence what it says."""

    shape: type[msgspec.Struct]
    words: str
    whole: Callable[[Any], bool] = lambda _: True  # what its shape cannot say: whether it is taken


class TellingPort(NamedTuple):
    """One port: what it is for, its messages by kind, and whether the city has news for halls there."""

    about: str
    messages: dict[str, Message]
    news: bool = False


def _package_is_whole(told: archive.PackageTold) -> bool:
    try:
        case = read_package(told.content)
    except PackageError:
        return False
    return (len(told.content), sha256_of(told.content), case.case) == (told.size, told.sha256, told.case)


TOLD: dict[PortName, TellingPort] = {
    PortName.APPOINTMENTS: TellingPort(
        "How a hall and the city's booking platform speak with each other; what each word means: appointments.md.",
        {
            appointments.STATE: Message(appointments.BookingTold, "How one booking stands."),
            appointments.REFUSED: Message(appointments.BookingRefused, "A booking that the hall cannot keep."),
            appointments.CAPACITY: Message(appointments.CapacityTold, "Places left in one queue on one day."),
        },
        news=True,
    ),
    PortName.NOTICES: TellingPort(
        "What visitors who wished it hear of their ticket; what each word means: notices.md.",
        {
            kind.value: Message(notices.Notice, words)
            for kind, words in (
                (notices.NoticeKind.NEAR, "Three people at most are before the visitor."),
                (notices.NoticeKind.CALLED, "The number is called."),
                (notices.NoticeKind.MISSED, "The number was called and nobody came."),
                (notices.NoticeKind.ACCEPTED, "The service has ended with something accepted or received."),
                (notices.NoticeKind.RATE, "The visitor is asked to rate the visit."),
            )
        },
    ),
    PortName.ACCEPTANCE: TellingPort(
        "How visits ended, for the platform that goes on with the cases; what each word means: acceptance.md.",
        {acceptance.CASE: Message(acceptance.CaseTold, "How one visit's service ended, or that its end is withdrawn.")},
    ),
    PortName.PROGRESS: TellingPort(
        "Where cases are, in one line and of nobody; what each word means: progress.md.", {}, news=True
    ),
    PortName.RATINGS: TellingPort(
        "What visitors say of their visit; what each word means: ratings.md.",
        {ratings.RATING: Message(ratings.RatingTold, "One rating of one stage of one visit.")},
    ),
    PortName.COMPLAINTS: TellingPort(
        "Complaints from halls and work orders for them; what each word means: complaints.md.",
        {
            complaints.COMPLAINT: Message(complaints.ComplaintTold, "What a visitor complains of."),
            complaints.ANSWERED: Message(complaints.OrderAnswered, "How far the hall is with a work order."),
        },
        news=True,
    ),
    PortName.ARCHIVE: TellingPort(
        "Packages of cases for the archive; what each word means: archive.md.",
        {archive.PACKAGE: Message(archive.PackageTold, "One case's package with its hashes.", _package_is_whole)},
    ),
    PortName.INDEX: TellingPort(
        "A hall's figures, hour by hour; what each word means: index.md.",
        {index.METRICS: Message(index.MetricsTold, "One hour's figures with their definitions.")},
    ),
}
