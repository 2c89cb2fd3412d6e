"""What this machine can and cannot do, as it stands on the screen: why, and where else (UI-K36, K37; CL-E12, E13)."""

from kiosk.session.modes import Language, Mode, Modes
from kiosk.values import replace
from kiosk.viewmodels.examples import EXAMPLES
from kiosk.viewmodels.home import home_props
from kiosk.viewmodels.offering import any_hour_props, elsewhere_props, more_props
from kiosk.viewmodels.reasons import NOWHERE


def test_cl_e13_a_grey_print_names_the_reason_and_the_nearest_other_machine():
    (tile,) = [tile for tile in home_props(EXAMPLES["home_no_a4"]).tiles if tile.name == "print_record"]
    assert (tile.reason, tile.place.kind, tile.place.name) == ("lacks_page_printer", "kiosk", "2 号机")


def test_a_printer_that_is_broken_is_another_thing_than_none():
    bare = EXAMPLES["home_no_a4"]
    broken = replace(bare, devices=replace(bare.devices, page_printer_reason="jam"))
    (tile,) = [tile for tile in home_props(broken).tiles if tile.name == "print_record"]
    assert tile.reason == "broken_page_printer"


def test_where_else_has_every_place_but_this_machine():
    props = elsewhere_props(EXAMPLES["elsewhere"])
    assert [(place.kind, place.name, place.km) for place in props.places] == [
        ("kiosk", "2 号机", ""),
        ("counter", "社保医保", ""),
        ("venue", "红棉街便民服务中心", "1.2"),
    ]
    second = replace(EXAMPLES["elsewhere"], kiosk_id="K2")
    assert [place.name for place in elsewhere_props(second).places] == ["社保医保", "红棉街便民服务中心"]


def test_what_works_at_any_hour_stands_first_and_nothing_is_hidden():
    usable, bare = any_hour_props(EXAMPLES["any_hour"]), any_hour_props(EXAMPLES["any_hour_bare"])
    assert (usable.usable, bare.usable) == (4, 1)
    assert {row.service_id for row in usable.rows} == {row.service_id for row in bare.rows}
    assert bare.rows[0].reason == ""
    assert all(row.reason for row in bare.rows[1:])


def test_without_a_link_nobody_is_sent_to_another_machine():
    away = replace(EXAMPLES["any_hour"], online=False)
    reasons = {row.service_id: (row.reason, row.place) for row in any_hour_props(away).rows}
    assert reasons["progress"] == ("offline", NOWHERE)
    assert reasons["guide_print"] == ("", NOWHERE)


def test_in_english_functions_have_their_english_names():
    english = replace(EXAMPLES["any_hour"], modes=Modes(language=Language.EN))
    assert "See progress" in {row.name for row in any_hour_props(english).rows}


def test_other_things_are_all_that_the_first_page_leaves_out():
    large = Modes(frozenset({Mode.LARGE}))
    first = {tile.name for tile in home_props(replace(EXAMPLES["home"], modes=large)).tiles}
    session, more = replace(EXAMPLES["more"], modes=large), set()
    for page in range(more_props(session).pages):
        turned = replace(session, visit=replace(session.visit, list_page=page))
        more |= {tile.name for tile in more_props(turned).tiles}
    assert {"track_case", "guides", "any_hour", "links", "from_hong_kong"} <= more
    assert first & more == set()


def test_while_the_doors_are_shut_machines_are_offered_first():
    assert home_props(EXAMPLES["home_any_hour"]).any_hour
    assert not home_props(EXAMPLES["home_closed"]).any_hour  # a hall that names no functions
    assert not home_props(EXAMPLES["home"]).any_hour
