"""The words of `kapok hall check`: what was found, at which key of the site file, and what was expected there."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hall_server.domain.findings import Finding

WORDS = {
    "year_unknown": "public holidays of {subject} are not known, plain weekdays hold: bring the program up to date, "
    "or write hall.overrides",
    "queue_without_counter": "queue {subject}: no counter on weekdays {days}, though the hall is open",
    "queue_pauses": "queue {subject}: all its counters are closed from {from} until {until} on weekdays {days}: "
    "name one of them in noon_counters, or give it a lunch of its own",
    "extended_without_effect": "{subject} until {until} makes no weekday {days} longer: give it `open`, or a later "
    "`until`",
    "code_format_unknown": "item {subject}: {field} {code!r} is of no length in catalogue.code_lengths; it is kept",
    "bookings_end": "no [[{subject}]] holds from {from} on, though queues have a book_share: nothing is bookable then",
    "issuer_in_clear": "sso.issuer {subject} is asked without TLS: whoever sits on the line can sign in as anybody; "
    "use https",
    "tree_missing": "bundle {subject} has no questions: give it `first`, [[bundle.question]] and [[bundle.leaf]]",
    "tree_leads_nowhere": "bundle {subject}: {at} leads to an id that is neither a question nor a leaf",
    "tree_turns_in_circles": "bundle {subject}: from question {at} some answers never come to a leaf",
    "tree_never_reached": "bundle {subject}: no answer leads to {at}",
    "tree_empty_leaf": "bundle {subject}: leaf {at} names no item and says nothing",
    "tree_foreign_item": "bundle {subject}: a leaf names item {at}, which is none of the bundle's",
    "tree_item_left_out": "bundle {subject}: no answer leads to its item {at}",
    "proxy_without_way": "item {subject}: nobody else may come, and neither at_home nor by_video is a way",
    "hkmo_without_reason": "item {subject}: hkmo = false, and no hkmo_note says why",
    "counter_kind_missing": "no counter of kind {subject}, as a hall of level {level} should have",
    "no_accessible_counter": "no counter is {subject}: whoever comes in a wheelchair is served nowhere",
    "walk_in_floor_low": "only {subject} of the counters' time is kept for whoever walks in",
    "closed_on_workdays": "the hall has no hours on weekdays {subject}",
}

PLACES = {  # code: (key, what is expected there)
    "year_unknown": ("hall.overrides", "the public holidays and make-up days of {subject}"),
    "queue_without_counter": ("counter.queues", "{subject} at a counter that is open on weekdays {days}"),
    "queue_pauses": ("hall.hours.noon_counters", "a counter with queue {subject}"),
    "extended_without_effect": ("{subject}.until", "a time after the hall closes, or `open` beside it"),
    "code_format_unknown": ("item[{subject}].{field}", "a length that catalogue.code_lengths names"),
    "bookings_end": ("booking.last", "a [[booking]] that holds on {from}"),
    "issuer_in_clear": ("sso.issuer", "an address that begins with https://"),
    "tree_missing": ("bundle[{subject}].first", "the id of a question or of a leaf"),
    "tree_leads_nowhere": ("bundle[{subject}].question.answers.to", "the id of a question or of a leaf; see {at}"),
    "tree_turns_in_circles": ("bundle[{subject}].question[{at}].answers.to", "a way that ends at a leaf"),
    "tree_never_reached": ("bundle[{subject}].question.answers.to", "an answer that leads to {at}"),
    "tree_empty_leaf": ("bundle[{subject}].leaf[{at}]", "items, words or elsewhere"),
    "tree_foreign_item": ("bundle[{subject}].leaf.items", "items of the bundle only, or {at} in bundle.items"),
    "tree_item_left_out": ("bundle[{subject}].leaf.items", "a leaf that names {at}"),
    "proxy_without_way": ("item[{subject}].at_home", "true, or by_video = true, or somebody in proxy"),
    "hkmo_without_reason": ("item[{subject}].hkmo_note", "why holders of such documents cannot have it"),
    "counter_kind_missing": ("counter.kinds", '"{subject}" at one counter'),
    "no_accessible_counter": ("counter.accessible", "true at one counter at least"),
    "walk_in_floor_low": ("hall.walk_in_floor", "{usual} or more"),
    "closed_on_workdays": ("hall.hours.days", "weekdays {subject} too, if the hall is open then"),
}


def sentence(finding: Finding) -> str:
    """A finding in words, for the person who writes the site file."""
    return WORDS[finding.code].format(subject=finding.subject, **finding.detail)


def place(finding: Finding) -> tuple[str, str]:
    """At which key of the site file, and what is expected there."""
    key, expected = PLACES[finding.code]
    values = {"subject": finding.subject, **finding.detail}
    return key.format(**values), expected.format(**values)
