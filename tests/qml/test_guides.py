"""办事指南 and 搜事项 by taps: from the first page and from the list of items to a number."""

from kiosk.session.state import Page


def test_letters_lead_to_an_item(glass):
    glass.stand("search_begun")
    for letter in "SBK":
        glass.tap(f"search.key.{letter}")
    assert glass.says("找到 3 件")
    glass.tap("search.item.i80")
    assert glass.page == Page.CARD


def test_letters_are_undone_and_left(glass):
    glass.stand("search")
    glass.tap("search.key.back")
    glass.tap("search.key.clear")
    glass.tap("search.key.leave")
    assert glass.page == Page.SERVICES


def test_the_list_of_items_opens_the_search(glass):
    glass.tap("home.take_a_number")
    glass.tap("services.search")
    assert glass.page == Page.SEARCH
    glass.tap("search.not_sure")
    assert glass.page == Page.CARD


def test_a_guide_is_found_by_its_theme_and_leads_to_its_number(glass):
    glass.stand("guides")
    glass.tap("guides.order.theme")
    glass.tap("guides.group.社会保障")
    glass.tap("guides.next_page")
    glass.tap("guides.back")
    glass.tap("guides.order.common")
    glass.tap("guides.item.i05")
    assert glass.page == Page.GUIDE
    glass.tap("guide.take_a_number")
    assert glass.page == Page.CARD
