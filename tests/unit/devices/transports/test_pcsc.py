"""What the numbers of PC/SC mean, over a library that answers what a real one seldom does."""

import pytest

from devices.errors import DeviceConfigError, DeviceLostError, DeviceProtocolError
from devices.transports.pcsc import _Session as Session
from devices.transports.pcsc import slot_at
from devices.values.smart_card import SlotTrouble, SlotView

OK = 0


class Library:
    """PC/SC's functions, each of which gives what it is told; numbers come as the library gives them, with a sign."""

    SCARD_SCOPE_USER = SCARD_SHARE_EXCLUSIVE = SCARD_UNPOWER_CARD = 0
    SCARD_PROTOCOL_T0, SCARD_PROTOCOL_T1 = 1, 2

    def __init__(self, **says):
        self.says = {"context": OK, "list": OK, "change": OK, "connect": OK, "transmit": OK} | says
        self.readers, self.state, self.released = ["ACS ACR38 00 00", "Alcor AU9540 00 00"], 0x30022, []

    def number(self, of):
        found = self.says[of]
        return found - (1 << 32) if found >> 31 else found

    def SCardEstablishContext(self, _scope):  # noqa: N802 -- its own names
        return self.number("context"), 7

    def SCardListReaders(self, _context, _groups):  # noqa: N802
        return self.number("list"), self.readers

    def SCardGetStatusChange(self, _context, _timeout, states):  # noqa: N802
        return self.number("change"), [(states[0][0], self.state, [])]

    def SCardConnect(self, *_arguments):  # noqa: N802
        return self.number("connect"), 9, 1

    def SCardTransmit(self, *_arguments):  # noqa: N802
        return self.number("transmit"), [0x90, 0x00]

    def SCardDisconnect(self, card, _how):  # noqa: N802
        self.released.append(card)

    def SCardReleaseContext(self, context):  # noqa: N802
        self.released.append(context)

    def SCardCancel(self, context):  # noqa: N802
        self.released.append(-context)


@pytest.fixture
async def session():
    made = []

    def make(**says):
        made.append(Session(Library(**says), "smart_card"))
        return made[-1]

    yield make
    for one in made:
        one.worker.stop(ValueError())
        await one.worker.ended()


async def test_a_command_gets_its_answer_and_all_is_given_back(session):
    one = session()
    one.begin("alcor")
    assert one.reader == "Alcor AU9540 00 00"
    assert one.view(0, 0) == SlotView(present=True, swaps=3)
    assert one.connect() is None
    assert one.exchange(b"\0\xa4\4\0") == b"\x90\x00"
    one.cancel()
    one.end()
    assert one._api.released == [-7, 9, 7]
    assert one.exchange(b"\0\xa4\4\0") is SlotTrouble.PULLED


@pytest.mark.parametrize(
    ("number", "trouble"),
    [
        (0x80100069, SlotTrouble.PULLED),
        (0x80100068, SlotTrouble.PULLED),
        (0x80100066, SlotTrouble.SILENT),
        (0x80100016, SlotTrouble.BROKEN),
        (0x8010000B, SlotTrouble.BUSY),
        (0x8010000F, SlotTrouble.UNKNOWN),
        (0x80100014, SlotTrouble.BROKEN),
        (0x12345678, SlotTrouble.BROKEN),
    ],
)
async def test_what_is_the_matter_with_a_card_never_has_the_reader_reopened(session, number, trouble):
    one = session(connect=number)
    one.begin("")
    assert one.connect() is trouble
    two = session(transmit=number)
    two.begin("")
    two.connect()
    assert two.exchange(b"\0\xa4\4\0") is trouble


@pytest.mark.parametrize("number", [0x8010001D, 0x8010001E, 0x80100017, 0x80100009, 0x80100003, 0x80100013, 0x8010006A])
@pytest.mark.parametrize("call", ["context", "list", "change", "connect", "transmit"])
async def test_a_daemon_or_reader_that_is_gone_is_lost_whichever_call_says_so(session, call, number):
    one = session(**{call: number})
    with pytest.raises(DeviceLostError, match=f"0x{number:08X}"):
        _use(one)


async def test_a_number_that_nobody_knows_is_a_fault_of_the_protocol_when_no_card_is_asked(session):
    for call in ("context", "list", "change"):
        with pytest.raises(DeviceProtocolError, match="0x80100099"):
            _use(session(**{call: 0x80100099}))


async def test_a_reader_that_is_not_there_is_lost_and_those_that_are_there_are_told(session):
    with pytest.raises(DeviceLostError, match="no reader 'gemalto'; there are: ACS ACR38 00 00, Alcor"):
        session().begin("gemalto")
    with pytest.raises(DeviceLostError, match="no reader ''; there are: none"):
        session(list=0x8010002E).begin("")


async def test_nothing_new_is_no_view_and_a_reader_that_went_away_is_lost(session):
    one = session(change=0x8010000A)
    one.begin("")
    assert one.view(5, 0.1) is None
    for state in (0x0004, 0x0008 | 0x0002):
        gone = session()
        gone.begin("")
        gone._api.state = state
        with pytest.raises(DeviceLostError, match="gone"):
            gone.view(0, 0)


@pytest.mark.parametrize("address", ["", "pcsc:", "pcsc:?reader=ACS%20ACR38", "pcsc:///run/pcscd/pcscd.comm?reader=x"])
def test_addresses_of_this_machines_daemon_and_of_others_are_taken(address):
    assert slot_at(address).name == ""


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "pcsc://host/socket", "pcsc:?who=me", "pcsc:#x"])
def test_other_addresses_are_refused(address):
    with pytest.raises(DeviceConfigError):
        slot_at(address)


def _use(session):
    session.begin("")
    session.view(0, 0)
    session.connect()
    session.exchange(b"\0\xa4\4\0")
