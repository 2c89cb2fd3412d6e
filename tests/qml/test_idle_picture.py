"""看屏幕: a technician far away sees the first page, and nothing at all while somebody stands there (CL-E14)."""

from concurrent.futures import ThreadPoolExecutor

from PySide6.QtGui import QImage

from hall_server.contract.fleet_deeds import PARCEL_MOST
from kiosk.bridge.idle_picture import IdlePicture
from kiosk.bridge.window import QML
from kiosk.session.drilling import Drill, DrillKind
from kiosk.session.state import Page
from kiosk.values import replace
from kiosk.viewmodels.examples import EXAMPLES


def taken(glass, idle, session):
    """What somebody far away gets of this."""
    glass.stand(session)
    idle.see(session)
    with ThreadPoolExecutor(1) as far_away:
        asked = far_away.submit(idle.shot)
        while not asked.done():
            glass.settle()
    return asked.result()


def test_cl_e14_the_idle_screen_is_seen_and_a_visitor_s_never(glass):
    idle, home = IdlePicture(glass.view, QML), EXAMPLES["home"]
    picture = taken(glass, idle, home)
    assert picture is not None
    assert len(picture) < PARCEL_MOST
    assert not QImage.fromData(picture).isNull()
    played = replace(home, drill=Drill(DrillKind.PAPER_OUT, home))
    for session in (EXAMPLES["confirm"], EXAMPLES["ticket"], played):
        assert taken(glass, idle, session) is None
    assert home.page is Page.HOME
