"""征得同意 (CL-C6): asked with what for and which, kept as it was said, and never a dead end."""

from hall_server.contract.catalogue import Material
from hall_server.contract.licence_visits import ConsentState, LicencesFound
from kiosk.session.consent import KeepConsent, LicencesCame, ask_consent, purpose_of
from kiosk.session.events import Tick, Touch
from kiosk.session.state import Page
from kiosk.values import replace
from tests.unit.kiosk.session.visits import (
    CONFIRM,
    CONSENT,
    ID,
    LOOK,
    PURPOSE,
    SERVICES,
    SOME_ITEM,
    T0,
    YOUNG,
    after,
    on_to_check,
    played,
    touch,
    visit_of,
)

FOUND = LicencesFound(ID, ConsentState.GIVEN, looking=False, bring=1)


def test_a_yes_is_told_with_whose_it_is_and_leads_on():
    given, effects = played(CONSENT, touch(Touch.AGREE, T0 + 1))
    assert effects == [KeepConsent(ID, given=True, purpose=PURPOSE, holder=YOUNG.pseudonym)]
    assert YOUNG.pseudonym not in repr(effects)
    assert (given.page, visit_of(given).theme, visit_of(given).consented) == (Page.CONFIRM, "given", True)
    assert visit_of(given).correlation == ID


def test_a_no_is_kept_without_whose_and_leads_on_too():
    refused, effects = played(CONSENT, touch(Touch.DECLINE, T0 + 1))
    assert effects == [KeepConsent(ID, given=False, purpose=PURPOSE)]
    assert (refused.page, visit_of(refused).theme, visit_of(refused).consented) == (Page.CONFIRM, "refused", False)


def test_back_says_nothing():
    back, effects = played(CONSENT, touch(Touch.BACK, T0 + 1))
    assert (back.page, visit_of(back).consented, visit_of(back).way, effects) == (Page.CONFIRM, None, None, [])


def test_nobody_is_asked_where_there_is_nothing_to_ask():
    nothing = replace(PURPOSE, licences=())
    for session, purpose in ((SERVICES, PURPOSE), (CONFIRM, nothing), (replace(CONFIRM, online=False), PURPOSE)):
        went, effects = ask_consent(session, purpose, on_to_check)
        assert (went.page, visit_of(went).theme, effects) == (session.page, "refused", ())


def test_what_is_found_belongs_to_the_visit_that_asked():
    given = after(CONSENT, touch(Touch.AGREE, T0 + 1))
    assert visit_of(after(given, LicencesCame(T0 + 2, ID, FOUND))).licences == FOUND
    assert visit_of(after(given, LicencesCame(T0 + 2, LOOK, FOUND))).licences is None
    assert visit_of(after(given, LicencesCame(T0 + 2, ID, None))).licences is None
    assert after(SERVICES, LicencesCame(T0 + 2, "", FOUND)).visit.licences is None


def test_under_the_warning_nothing_that_was_found_is_kept_in_sight():
    found = after(CONSENT, touch(Touch.AGREE, T0 + 1), LicencesCame(T0 + 2, ID, FOUND))
    asked = after(found, Tick(T0 + 100))
    assert asked.warning is not None
    assert visit_of(asked).licences is None
    assert visit_of(after(asked, touch(Touch.STILL_HERE, T0 + 101))).licences == FOUND


def test_an_answer_that_comes_under_the_warning_is_kept_for_whoever_goes_on():
    asked = after(CONSENT, touch(Touch.AGREE, T0 + 1), Tick(T0 + 100))
    assert asked.warning is not None
    came = after(asked, LicencesCame(T0 + 101, ID, FOUND))
    assert visit_of(came).licences is None, "out of sight while the question stands"
    assert visit_of(after(came, touch(Touch.STILL_HERE, T0 + 102))).licences == FOUND
    gone = after(asked, LicencesCame(T0 + 101, ID, None), touch(Touch.STILL_HERE, T0 + 102))
    assert visit_of(gone).licences_away, "nobody waits for an answer that was given"
    assert after(asked, LicencesCame(T0 + 101, LOOK, FOUND)).warning == asked.warning, "another visit's is not theirs"


def test_the_purpose_names_each_licence_once():
    card = Material("m1", "身份证", tolerable=False, licence="居民身份证")
    again = Material("m9", "有效身份证件", tolerable=False, licence="居民身份证")
    photo = Material("m2", "相片", tolerable=False)
    items = (replace_item("a", card, photo), replace_item("b", again))
    assert purpose_of(items).licences == ("居民身份证",)
    assert purpose_of(items).names == ("身份证",)
    assert purpose_of(items).items == ("a", "b")


def replace_item(item_id, *materials):
    from msgspec.structs import replace as changed

    return changed(SOME_ITEM, id=item_id, materials=materials)
