"""The demo hall's catalogue as its kiosks are told it, made once."""

from __future__ import annotations

from config.site import load_site
from hall_server.app.site_file import hall_site
from hall_server.domain.items.showing import shown
from tests.house_rules.sources import ROOT

SITE = load_site(ROOT / "config/sites/demo.toml")
CATALOGUE = shown(hall_site(SITE))
ITEMS = {one.id: one for one in CATALOGUE.items}
BUNDLES = {one.id: one for one in CATALOGUE.bundles}
SERVICES = {one.id: one for one in CATALOGUE.services}
