"""Living tickets and the site file that is to be served."""

import msgspec

from hall_server.app.before_start import orphans
from tests.unit.hall_server.halls import SITE, ticket


def test_tickets_whose_queue_or_item_is_gone_are_counted() -> None:
    living = [ticket(queue="Z"), ticket(item="old"), ticket(item="old"), ticket()]
    assert "item old (2 tickets), queue Z (1 tickets)" in orphans(SITE, living)
    assert orphans(SITE, [ticket()]) == ""


def test_an_item_of_a_version_that_is_kept_is_no_orphan_but_a_queue_that_is_gone_is() -> None:
    """CL-B3: tomorrow's version may drop an item while today's tickets live."""
    old = msgspec.structs.replace(ticket(item="old"), catalogue="v1")
    assert orphans(SITE, [old], {"v1"}) == ""
    assert "item old" in orphans(SITE, [old], {"v2"})
    assert "queue Z" in orphans(SITE, [msgspec.structs.replace(old, queue="Z")], {"v1"})
