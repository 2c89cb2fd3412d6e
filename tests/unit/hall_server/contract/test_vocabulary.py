"""Permanent words: whoever changes one finds out here that others speak them too."""

from __future__ import annotations

from hall_server.contract import certificates, item_words, licence_visits, progress_views
from hall_server.contract import vocabulary as v
from hall_server.contract.city import applications, licences, progress, seals, talk
from hall_server.contract.help_calls import HelpState


def words(of: type) -> str:
    return " ".join(of)  # type: ignore[arg-type]  # every one is a StrEnum


def test_the_words_are_those_of_the_definitions() -> None:
    assert words(v.TicketState) == (
        "reserved unconfirmed waiting called serving held no_show completed cancelled void expired"
    )
    assert words(v.Move) == (
        "take confirm_print check_in call recall serve hold resume transfer no_show return complete cancel undo"
    )
    assert words(v.Origin) == "online lease emergency staff"
    assert words(v.Delivery) == "paper screen none"
    assert words(v.Outcome) == (
        "accepted done_at_once received supplement_notice tolerant_accepted refused_with_reason consulted collected"
        " transferred_unsolved left_unprepared left"
    )


def test_the_hall_s_own_words_stay() -> None:
    assert words(v.PrintAnswer) == "paper screen void cannot_tell"
    assert words(v.ActorKind) == "kiosk clerk server visitor"
    assert words(v.Role) == "kiosk board counter peer admin"
    assert words(v.CounterState) == "closed idle paused calling serving"
    assert words(v.Why) == (
        "only_one_waiting earliest_taken booked_credit statutory_priority longest_wait_cap walk_in_turn directed "
        "accessible_only_here affinity returned by_rule"
    )


def test_the_words_of_guides_and_self_service_stay() -> None:
    assert words(item_words.Target) == "person company both"
    assert words(item_words.Proxy) == "none guardian relative any"
    assert words(item_words.MadeHere) == "photo copy print form"
    assert words(item_words.ResultWay) == "counter locker post"
    assert words(item_words.Hardware) == (
        "id_card smart_card code_scanner receipt_printer page_printer document_scanner camera face speaker"
    )
    assert words(item_words.Network) == "none hall city"
    assert words(item_words.Payment) == "none code card"
    assert words(item_words.PlaceKind) == "kiosk counter venue"
    assert words(item_words.Load) == "idle moderate busy"


def test_the_words_of_help_and_of_acting_for_others_stay() -> None:
    assert words(HelpState) == "called seen coming done given_up"
    assert words(v.Relation) == "guardian relative mandate"
    assert words(v.Chip) == "elder priority cantonese wheelchair guide"


def test_the_words_of_electronic_licences_stay() -> None:
    assert words(licences.UseReason) == "precheck acceptance print"
    assert words(licences.Way) == "holder entrusted function"
    assert words(licences.LicenceState) == "valid expired revoked"
    assert words(licences.CorrectionReason) == "wrong_value out_of_date missing not_theirs"
    assert words(licence_visits.ConsentState) == "given refused none"
    assert words(licence_visits.HeldState) == "held looking bring"
    assert words(licence_visits.OverrideReason) == "data_wrong unreadable original_by_law identity_in_doubt other"


def test_the_words_of_kiosks_that_ask_the_city_stay() -> None:
    assert words(certificates.PrintedAs) == "printed voided given_up"
    assert words(progress_views.ToldBy) == "city hall"
    assert words(talk.Speaker) == "visitor staff"
    assert words(talk.LineKind) == "text page"
    assert words(applications.Stage) == "open handed_in dropped"
    assert words(progress.CaseState) == "received accepted in_work supplement decided ready closed withdrawn"


def test_the_words_of_seals_stay() -> None:
    assert words(seals.DocumentKind) == (
        "receipt supplement_notice tolerance_notice refusal correction_slip collected_for"
    )
    assert words(seals.SealVerdict) == (
        "holds not_readable tampered forged unknown_key no_provider key_revoked key_out_of_date"
    )
