"""What a technician types in the wizard: an address, a code, two lengths. Judged when 确定 is touched. Pure."""

from __future__ import annotations

import re
from string import ascii_lowercase, digits
from typing import TYPE_CHECKING

from kiosk.session.setup_words import Answers, Entry, Said, Setup
from kiosk.values import replace

if TYPE_CHECKING:
    from kiosk.session.events import Chosen
    from kiosk.session.leaving import Turn
    from kiosk.session.state import Session

BACK, CLEAR = "back", "clear"
SIGNS = {
    Entry.SERVER: digits + ascii_lowercase + ".:/-",
    Entry.CODE: digits + ascii_lowercase,
    Entry.DIAGONAL: digits + ".",
    Entry.BOTTOM: digits,
}
LONGEST = {Entry.SERVER: 80, Entry.CODE: 8, Entry.DIAGONAL: 4, Entry.BOTTOM: 4}
BETWEEN = {Entry.DIAGONAL: (7.0, 65.0), Entry.BOTTOM: (300.0, 1400.0)}  # as in config.kiosk_file.ScreenTable
CODE_DIGITS = 8
USUAL_PORT = 8080
_ADDRESS = re.compile(r"(?:(?P<scheme>https?):(?://)?)?(?P<host>[a-z0-9][a-z0-9.-]*)(?P<port>:[0-9]{1,5})?/?")


def opened(session: Session, entry: Entry) -> Session:
    """The pad stands there; an address that was typed before is there to be mended."""
    setup = session.setup
    if setup is None:
        return session
    text = setup.answers.server if entry is Entry.SERVER else ""
    return replace(
        session, setup=replace(setup, entry=entry, typed=text, job="", said=Said.NOTHING, chinese="", english="")
    )


def closed(session: Session) -> Session:
    """Nothing was typed."""
    setup = session.setup
    return session if setup is None else replace(session, setup=replace(setup, entry=None, typed="", said=Said.NOTHING))


def key_pressed(session: Session, event: Chosen) -> Turn:
    """A sign, or what undoes; a sign that cannot stand there changes nothing."""
    setup = session.setup
    if setup is None or setup.entry is None:
        return session, ()
    match event.value:
        case "back":
            typed = setup.typed[:-1]
        case "clear":
            typed = ""
        case sign if len(sign) == 1 and sign.lower() in SIGNS[setup.entry]:
            typed = (setup.typed + sign.lower())[: LONGEST[setup.entry]]
        case _:
            return session, ()
    return replace(session, setup=replace(setup, typed=typed, said=Said.NOTHING)), ()


def is_ready(setup: Setup) -> bool:
    """Whether 确定 would take it as it stands."""
    match setup.entry:
        case Entry.SERVER:
            return address_of(setup.typed) != ""
        case Entry.CODE:
            return len(setup.typed) == CODE_DIGITS
        case Entry.DIAGONAL | Entry.BOTTOM:
            return _length(setup.entry, setup.typed) is not None
        case _:
            return False


def address_of(text: str) -> str:
    """An address as it was typed with what is usual added, "" for what cannot be one."""
    found = _ADDRESS.fullmatch(text.strip())
    if found is None or not 0 < int((found["port"] or ":1")[1:]) < 1 << 16:
        return ""
    port = found["port"] or ("" if found["scheme"] == "https" else f":{USUAL_PORT}")
    return f"{found['scheme'] or 'http'}://{found['host']}{port}"


def _length(entry: Entry, text: str) -> float | None:
    least, most = BETWEEN[entry]
    try:
        value = float(text)
    except ValueError:
        return None
    return value if least <= value <= most else None


def taken(session: Session) -> Session:
    """What was typed becomes an answer and the pad goes; one that cannot be stays, with a word. A code stays typed."""
    setup = session.setup
    if setup is None or setup.entry is None:
        return session
    if not is_ready(setup):
        said = Said.NOT_AN_ADDRESS if setup.entry is Entry.SERVER else Said.NOT_A_NUMBER
        return replace(session, setup=replace(setup, said=said))
    answers = _with(setup.answers, setup.entry, setup.typed)
    typed = setup.typed if setup.entry is Entry.CODE else ""
    return replace(session, setup=replace(setup, answers=answers, entry=None, typed=typed))


def _with(answers: Answers, entry: Entry, text: str) -> Answers:
    match entry:
        case Entry.SERVER:
            return replace(answers, server=address_of(text))
        case Entry.DIAGONAL:
            return replace(answers, diagonal_in=float(text))
        case Entry.BOTTOM:
            return replace(answers, bottom_mm=float(text))
        case _:
            return answers
