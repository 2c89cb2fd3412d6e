"""Which page is which file, with which props. The one list of pages. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kiosk.session.state import Page
from kiosk.viewmodels.apply_form import (
    ApplyCheckProps,
    ApplyDeliveryProps,
    ApplyFieldProps,
    ApplyFormProps,
    apply_check_props,
    apply_delivery_props,
    apply_field_props,
    apply_form_props,
)
from kiosk.viewmodels.apply_sending import (
    ApplyReceiptProps,
    ApplySendingProps,
    apply_receipt_props,
    apply_sending_props,
)
from kiosk.viewmodels.applying import (
    ApplyBlackenProps,
    ApplyMaterialsProps,
    ApplyProps,
    ApplyScanProps,
    apply_blacken_props,
    apply_card_props,
    apply_materials_props,
    apply_props,
    apply_scan_props,
)
from kiosk.viewmodels.assisting import StaffFindProps, StaffNumberProps, staff_find_props, staff_number_props
from kiosk.viewmodels.bundling import bundle_props, leaf_props
from kiosk.viewmodels.busy import BusyProps, busy_props
from kiosk.viewmodels.certificates import (
    CertificateCardProps,
    CertificatePaperProps,
    CertificatePhoneProps,
    CertificateProps,
    CertificatesProps,
    certificate_card_props,
    certificate_paper_props,
    certificate_phone_props,
    certificate_props,
    certificates_props,
)
from kiosk.viewmodels.codes import (
    BookingsProps,
    CheckingProps,
    CodeRefusedProps,
    TicketStateProps,
    bookings_props,
    checking_props,
    code_refused_props,
    ticket_state_props,
)
from kiosk.viewmodels.complaining import ComplaintProps, WaysProps, complaint_props, ways_props
from kiosk.viewmodels.consent import ConsentProps, consent_props
from kiosk.viewmodels.corner import StaffPinProps, StaffProps, staff_pin_props, staff_props
from kiosk.viewmodels.drilling import DrillProps, drill_props
from kiosk.viewmodels.glass_look import GlassLookProps, glass_look_props
from kiosk.viewmodels.guiding import GuideProps, GuidesProps, guide_props, guides_props
from kiosk.viewmodels.helping import HelpProps, help_props
from kiosk.viewmodels.home import (
    HomeProps,
    OutOfServiceProps,
    PlainProps,
    home_props,
    out_of_service_props,
    plain_props,
)
from kiosk.viewmodels.linking import LinkProps, LinksProps, link_props, links_props
from kiosk.viewmodels.log_looking import (
    LogProps,
    LogSearchProps,
    LogStickProps,
    log_props,
    log_search_props,
    log_stick_props,
)
from kiosk.viewmodels.mine import HasTicketProps, has_ticket_props
from kiosk.viewmodels.offering import (
    AnyHourProps,
    ElsewhereProps,
    MoreProps,
    any_hour_props,
    elsewhere_props,
    more_props,
)
from kiosk.viewmodels.phoning import PhoneProps, phone_props
from kiosk.viewmodels.plan import PlanProps, plan_props
from kiosk.viewmodels.precheck import PrecheckProps, SituationProps, precheck_props, situation_props
from kiosk.viewmodels.progress import (
    CaseNumberProps,
    CaseProps,
    CasesProps,
    ProgressProps,
    case_number_props,
    case_props,
    cases_props,
    progress_props,
)
from kiosk.viewmodels.proxy import (
    LetterProps,
    PrincipalProps,
    RelationProps,
    letter_props,
    principal_props,
    relation_props,
)
from kiosk.viewmodels.rating import RatingProps, rating_props
from kiosk.viewmodels.referring import ReferralProps, referral_props
from kiosk.viewmodels.remote import RemoteProps, remote_props
from kiosk.viewmodels.searching import SearchProps, search_props
from kiosk.viewmodels.self_test import SelfTestProps, self_test_props
from kiosk.viewmodels.services import ServicesProps, services_props
from kiosk.viewmodels.setting_up import SetupProps, setup_props
from kiosk.viewmodels.settling import SettingsProps, settings_props
from kiosk.viewmodels.technician import (
    BenchProps,
    SoundsProps,
    TouchGridProps,
    bench_props,
    sounds_props,
    touch_grid_props,
)
from kiosk.viewmodels.ticket import TicketProps, ticket_props
from kiosk.viewmodels.typing import TypingProps, typing_props
from kiosk.viewmodels.upgrading import UpgradeProps, upgrade_props
from kiosk.viewmodels.visit import CardProps, ConfirmProps, card_props, confirm_props
from kiosk.viewmodels.way import WayProps, way_props

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.session.state import Session
    from kiosk.values import Value


class PageKind(NamedTuple):
    """A QML file of Kapok.Pages, the props it shows and how they are derived."""

    file: str
    props: type[Value]
    derive: Callable[[Session], Value]


PAGES: dict[Page, PageKind] = {
    Page.STARTING: PageKind("StartingPage", PlainProps, plain_props),
    Page.HOME: PageKind("HomePage", HomeProps, home_props),
    Page.SERVICES: PageKind("ServicesPage", ServicesProps, services_props),
    Page.BUNDLE: PageKind("SituationPage", SituationProps, bundle_props),
    Page.LEAF: PageKind("GuidePage", GuideProps, leaf_props),
    Page.PLAN: PageKind("PlanPage", PlanProps, plan_props),
    Page.MORE: PageKind("MorePage", MoreProps, more_props),
    Page.ELSEWHERE: PageKind("ElsewherePage", ElsewhereProps, elsewhere_props),
    Page.ANY_HOUR: PageKind("AnyHourPage", AnyHourProps, any_hour_props),
    Page.LINKS: PageKind("LinksPage", LinksProps, links_props),
    Page.LINK: PageKind("LinkPage", LinkProps, link_props),
    Page.SEARCH: PageKind("SearchPage", SearchProps, search_props),
    Page.GUIDES: PageKind("GuidesPage", GuidesProps, guides_props),
    Page.GUIDE: PageKind("GuidePage", GuideProps, guide_props),
    Page.SITUATION: PageKind("SituationPage", SituationProps, situation_props),
    Page.PRECHECK: PageKind("PrecheckPage", PrecheckProps, precheck_props),
    Page.CARD: PageKind("CardPage", CardProps, card_props),
    Page.PHONE: PageKind("PhonePage", PhoneProps, phone_props),
    Page.NUMBER: PageKind("TypingPage", TypingProps, typing_props),
    Page.COMPANY: PageKind("TypingPage", TypingProps, typing_props),
    Page.RELATION: PageKind("RelationPage", RelationProps, relation_props),
    Page.PRINCIPAL: PageKind("PrincipalPage", PrincipalProps, principal_props),
    Page.LETTER: PageKind("LetterPage", LetterProps, letter_props),
    Page.CONSENT: PageKind("ConsentPage", ConsentProps, consent_props),
    Page.HAS_TICKET: PageKind("HasTicketPage", HasTicketProps, has_ticket_props),
    Page.REFERRAL: PageKind("ReferralPage", ReferralProps, referral_props),
    Page.CONFIRM: PageKind("ConfirmPage", ConfirmProps, confirm_props),
    Page.CHECKING: PageKind("CheckingPage", CheckingProps, checking_props),
    Page.BOOKINGS: PageKind("BookingsPage", BookingsProps, bookings_props),
    Page.TICKET_STATE: PageKind("TicketStatePage", TicketStateProps, ticket_state_props),
    Page.CODE_REFUSED: PageKind("CodeRefusedPage", CodeRefusedProps, code_refused_props),
    Page.PRINTING: PageKind("PrintingPage", TicketProps, ticket_props),
    Page.TICKET: PageKind("TicketPage", TicketProps, ticket_props),
    Page.PAPER_OUT: PageKind("PaperOutPage", TicketProps, ticket_props),
    Page.ASK_SLIP: PageKind("AskSlipPage", TicketProps, ticket_props),
    Page.PROGRESS: PageKind("ProgressPage", ProgressProps, progress_props),
    Page.CASE_NUMBER: PageKind("CaseNumberPage", CaseNumberProps, case_number_props),
    Page.CASES: PageKind("CasesPage", CasesProps, cases_props),
    Page.CASE: PageKind("CasePage", CaseProps, case_props),
    Page.CERTIFICATE_CARD: PageKind("CertificateCardPage", CertificateCardProps, certificate_card_props),
    Page.CERTIFICATE_CONSENT: PageKind("CertificateConsentPage", PlainProps, plain_props),
    Page.CERTIFICATES: PageKind("CertificatesPage", CertificatesProps, certificates_props),
    Page.CERTIFICATE: PageKind("CertificatePage", CertificateProps, certificate_props),
    Page.CERTIFICATE_PAPER: PageKind("CertificatePaperPage", CertificatePaperProps, certificate_paper_props),
    Page.CERTIFICATE_PHONE: PageKind("CertificatePhonePage", CertificatePhoneProps, certificate_phone_props),
    Page.APPLY: PageKind("ApplyPage", ApplyProps, apply_props),
    Page.APPLY_CARD: PageKind("CertificateCardPage", CertificateCardProps, apply_card_props),
    Page.APPLY_MATERIALS: PageKind("ApplyMaterialsPage", ApplyMaterialsProps, apply_materials_props),
    Page.APPLY_SCAN: PageKind("ApplyScanPage", ApplyScanProps, apply_scan_props),
    Page.APPLY_BLACKEN: PageKind("ApplyBlackenPage", ApplyBlackenProps, apply_blacken_props),
    Page.APPLY_FORM: PageKind("ApplyFormPage", ApplyFormProps, apply_form_props),
    Page.APPLY_FIELD: PageKind("ApplyFieldPage", ApplyFieldProps, apply_field_props),
    Page.APPLY_DELIVERY: PageKind("ApplyDeliveryPage", ApplyDeliveryProps, apply_delivery_props),
    Page.APPLY_CHECK: PageKind("ApplyCheckPage", ApplyCheckProps, apply_check_props),
    Page.APPLY_SENDING: PageKind("ApplySendingPage", ApplySendingProps, apply_sending_props),
    Page.APPLY_RECEIPT: PageKind("ApplyReceiptPage", ApplyReceiptProps, apply_receipt_props),
    Page.HELP: PageKind("HelpPage", HelpProps, help_props),
    Page.STAFF_FIND: PageKind("StaffFindPage", StaffFindProps, staff_find_props),
    Page.STAFF_NUMBER: PageKind("StaffNumberPage", StaffNumberProps, staff_number_props),
    Page.STAFF_PIN: PageKind("StaffPinPage", StaffPinProps, staff_pin_props),
    Page.STAFF: PageKind("StaffPage", StaffProps, staff_props),
    Page.SETUP: PageKind("SetupPage", SetupProps, setup_props),
    Page.SELF_TEST: PageKind("SelfTestPage", SelfTestProps, self_test_props),
    Page.BENCH: PageKind("BenchPage", BenchProps, bench_props),
    Page.TOUCH_GRID: PageKind("TouchGridPage", TouchGridProps, touch_grid_props),
    Page.SOUNDS: PageKind("SoundsPage", SoundsProps, sounds_props),
    Page.GLASS_LOOK: PageKind("GlassLookPage", GlassLookProps, glass_look_props),
    Page.WAY: PageKind("WayPage", WayProps, way_props),
    Page.LOG: PageKind("LogPage", LogProps, log_props),
    Page.LOG_SEARCH: PageKind("LogSearchPage", LogSearchProps, log_search_props),
    Page.LOG_STICK: PageKind("LogStickPage", LogStickProps, log_stick_props),
    Page.UPGRADE: PageKind("UpgradePage", UpgradeProps, upgrade_props),
    Page.SETTINGS: PageKind("SettingsPage", SettingsProps, settings_props),
    Page.DRILL: PageKind("DrillPage", DrillProps, drill_props),
    Page.BUSY: PageKind("BusyPage", BusyProps, busy_props),
    Page.WAYS: PageKind("WaysPage", WaysProps, ways_props),
    Page.REMOTE: PageKind("RemotePage", RemoteProps, remote_props),
    Page.COMPLAINT: PageKind("ComplaintPage", ComplaintProps, complaint_props),
    Page.RATING: PageKind("RatingPage", RatingProps, rating_props),
    Page.CLEARED: PageKind("ClearedPage", PlainProps, plain_props),
    Page.OUT_OF_SERVICE: PageKind("OutOfServicePage", OutOfServiceProps, out_of_service_props),
}
