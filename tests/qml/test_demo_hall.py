"""The demo hall's own items on the glass: every name is whole and large enough to read."""

from pathlib import Path

from config.site import load_site
from hall_server.contract.catalogue import Catalogue, ItemView, Material
from kiosk.session.state import Page, Visit
from kiosk.values import replace
from kiosk.viewmodels.examples import IDLE, NOW

SITE = load_site(Path(__file__).resolve().parents[2] / "config/sites/demo.toml")
ITEMS = tuple(
    ItemView(
        id=item.id,
        name=item.name,
        theme=item.theme,
        queue=item.queue,
        common=item.common,
        materials=tuple(Material(id=row[0], name=row[1], tolerable=row[2] == "tol") for row in item.materials),
    )
    for item in SITE.item
)
THEMES = tuple(dict.fromkeys(item.theme for item in ITEMS))


def test_every_item_of_every_theme_is_listed_whole(glass):
    hall = replace(IDLE, page=Page.SERVICES, catalogue=Catalogue(SITE.hall.id, "1", THEMES, ITEMS))
    seen = set()
    for theme in ("", *THEMES):
        for page in range(2):
            glass.visitor.stand(replace(hall, visit=Visit(started_at=NOW, theme=theme, list_page=page)))
            glass.settle()
            cut = [item.property("text") for item in glass.texts() if item.property("truncated")]
            assert cut == []
            seen |= {name.rpartition(".")[2] for *_, name in glass.targets() if name.startswith("services.item.")}
    assert seen == {item.id for item in ITEMS}


def test_every_item_stands_whole_on_the_check_page(glass):
    for item in ITEMS:
        glass.visitor.stand(replace(IDLE, page=Page.CONFIRM, visit=Visit(started_at=NOW, item=item)))
        glass.settle()
        assert [text.property("text") for text in glass.texts() if text.property("truncated")] == []
