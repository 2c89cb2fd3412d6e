"""The words: one English identifier and one Chinese term each, found in the glossary; what is written down is true."""

import ast
import re
import tomllib

from click import Group

from devices import registry
from devices.registry.wires import LINE
from hall_server.contract import bookings, item_words, items, licence_visits, vocabulary
from hall_server.contract.certificates import PrintedAs
from hall_server.contract.city import licences, seals
from hall_server.contract.city.applications import Stage
from hall_server.contract.city.links import LinkCategory
from hall_server.contract.city.profile import ProfileKind
from hall_server.contract.city.progress import CaseState
from hall_server.contract.city.talk import LineKind, Speaker
from hall_server.contract.city.video import Speech, VideoState
from hall_server.contract.codes.refusals import Refusal
from hall_server.contract.help_calls import HelpState
from hall_server.contract.online_codes import HolderKind
from hall_server.contract.problems import STATUS, ProblemCode
from hall_server.contract.progress_views import ToldBy
from hall_server.domain.city.items import SnapshotProblem
from hall_server.domain.city.licences import LookUp
from kapok import _ROOMS, main
from kiosk.codes.answers import OnlineService
from kiosk.codes.words import CodeReason
from tests.house_rules.sources import ROOT, kept_files, name_of, with_suffix

GLOSSARY = (ROOT / "docs/glossary.md").read_text(encoding="utf-8")
BANNED = {
    "customer": "visitor",
    "client": "visitor, or the name of the program",
    "token": "ticket or key",
    "window": "counter",
    "manager": "name what it does",
    "helper": "name what it does",
    "utils": "name what it does",
}
ALLOWED = {"HallClient", "Token"}  # the kiosk's HTTP client; a design token


def test_every_word_of_the_vocabulary_stands_in_the_glossary():
    for name in (
        "TicketState",
        "Move",
        "Origin",
        "Delivery",
        "Outcome",
        "PrintAnswer",
        "CounterState",
        "Chip",
        "Relation",
    ):
        for member in getattr(vocabulary, name):
            assert f"`{member.value}`" in GLOSSARY, f"{name}.{member.name} is not in docs/glossary.md"
    for state in HelpState:
        assert f"`{state.value}`" in GLOSSARY, f"HelpState.{state.name} is not in docs/glossary.md"


def test_every_word_of_service_items_stands_in_the_glossary():
    for enum in (items.ItemKind, items.Reach, items.VenueLevel, items.ReferralReason, items.Order):
        for member in enum:
            assert f"`{member.value}`" in GLOSSARY, f"{enum.__name__}.{member.name} is not in docs/glossary.md"


def test_every_word_of_guides_stands_in_the_glossary():
    for name in ("Target", "Proxy", "MadeHere", "ResultWay", "Hardware", "Network", "Payment", "Load"):
        for member in getattr(item_words, name):
            assert f"`{member.value}`" in GLOSSARY, f"{name}.{member.name} is not in docs/glossary.md"


def test_every_word_of_appointments_stands_in_the_glossary():
    for enum in (bookings.BookingState, bookings.BookingMove, bookings.Channel):
        for member in enum:
            assert f"`{member.value}`" in GLOSSARY, f"{enum.__name__}.{member.name} is not in docs/glossary.md"


def test_every_word_of_codes_stands_in_the_glossary():
    for enum in (Refusal, CodeReason, OnlineService):
        for member in enum:
            assert f"`{member.value}`" in GLOSSARY, f"{enum.__name__}.{member.name} is not in docs/glossary.md"


def test_every_word_of_electronic_licences_stands_in_the_glossary():
    for enum in (
        *(licences.UseReason, licences.Way, licences.LicenceState, licences.CorrectionReason),
        *(licence_visits.ConsentState, licence_visits.HeldState, licence_visits.OverrideReason, LookUp),
    ):
        for member in enum:
            assert f"`{member.value}`" in GLOSSARY, f"{enum.__name__}.{member.name} is not in docs/glossary.md"


def test_every_word_of_seals_stands_in_the_glossary():
    for enum in (seals.DocumentKind, seals.SealVerdict):
        for member in enum:
            assert f"`{member.value}`" in GLOSSARY, f"{enum.__name__}.{member.name} is not in docs/glossary.md"


def test_every_word_of_questions_to_the_city_stands_in_the_glossary():
    for enum in (
        PrintedAs,
        ToldBy,
        Stage,
        Speaker,
        LineKind,
        CaseState,
        SnapshotProblem,
        ProfileKind,
        VideoState,
        Speech,
        LinkCategory,
        HolderKind,
    ):
        for member in enum:
            assert f"`{member.value}`" in GLOSSARY, f"{enum.__name__}.{member.name} is not in docs/glossary.md"


def test_no_class_is_named_with_a_banned_synonym():
    for path in with_suffix(".py", under=("config/", "devices/", "hall_server/", "kiosk/")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.ClassDef) or node.name in ALLOWED:
                continue
            words = {word.lower() for word in re.findall(r"[A-Z][a-z]+", node.name)}
            for word in words & BANNED.keys():
                raise AssertionError(f"{name_of(path)}: class {node.name}: say {BANNED[word]} instead of {word}")


def test_every_problem_code_has_a_status_and_a_line_in_the_docs():
    text = (ROOT / "docs/problem-codes.md").read_text(encoding="utf-8")
    for code in ProblemCode:
        assert f"| `{code.value}` | {STATUS[code]} |" in text, f"docs/problem-codes.md lacks {code.value}"


def _commands(group, path=()):
    yield path, group
    if isinstance(group, Group):
        for name in group.list_commands(None):
            yield from _commands(group.get_command(None, name), (*path, name))


def test_every_command_teaches_and_stands_in_the_docs():
    text = (ROOT / "docs/commands.md").read_text(encoding="utf-8")
    seen = list(_commands(main, ("kapok",)))
    assert len(seen) > len(_ROOMS) + 5
    for path, command in seen:
        assert len(command.help or "") > 20, f"{' '.join(path)} --help teaches nothing"
        assert f"`{' '.join(path)}" in text, f"docs/commands.md lacks `{' '.join(path)}`"


def test_every_setting_of_a_site_stands_in_the_docs():
    text = (ROOT / "docs/settings.md").read_text(encoding="utf-8")
    tables = tomllib.loads((ROOT / "config/sites/demo.toml").read_text(encoding="utf-8"))
    from config.counter_file import CounterTable
    from config.kiosk_file import KioskTable, ScreenTable
    from config.site import (
        Answer,
        Board,
        Booking,
        Bundle,
        Catalogue,
        Counter,
        Defaults,
        HallTable,
        Item,
        Kiosk,
        Leaf,
        Material,
        OutOfHours,
        Question,
        Queue,
        Service,
        Site,
        Sso,
        User,
        Venue,
    )

    assert set(tables) <= set(Site.__struct_fields__)
    for shape in (
        HallTable,
        Counter,
        Queue,
        Item,
        Bundle,
        Question,
        Answer,
        Leaf,
        Service,
        Catalogue,
        Material,
        Venue,
        Kiosk,
        Board,
        User,
        Booking,
        OutOfHours,
        Sso,
        Defaults,
        KioskTable,
        ScreenTable,
        CounterTable,
    ):
        for field in shape.__struct_fields__:
            assert f"`{field}`" in text, f"docs/settings.md lacks {shape.__name__}.{field}"


def test_every_driver_and_each_of_its_settings_stands_in_the_page_of_devices():
    text = (ROOT / "docs/devices.md").read_text(encoding="utf-8")
    for kind in registry.known():
        start = text.index(f"| `{kind.name}` {kind.chinese} |")
        ends = [text.find(f"\n| `{other.name}`", start + 1) for other in registry.known()]
        section = text[start : min((end for end in ends if end > 0), default=len(text))]
        for driver, entry in kind.drivers.items():
            if entry.simulated:
                continue
            assert f"`{driver}`" in section, f"docs/devices.md lacks {kind.name}'s driver {driver}"
            for key in set(entry.keys) - set(LINE):
                assert f"`{key}`" in section, f"docs/devices.md lacks {kind.name}.{key}"


def test_links_between_documents_lead_somewhere():
    pages = [path for path in kept_files() if path.suffix == ".md"]
    assert len(pages) > 5
    for page in pages:
        for target in re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text(encoding="utf-8")):
            if "://" not in target:
                assert (page.parent / target).exists(), f"{name_of(page)} links to {target}, which is not there"
