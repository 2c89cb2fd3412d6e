"""试票: one slip of the kind that visitors get, without a number: it enters no queue, and says so. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from devices.values.receipt_printer import Align, Headline, Labelled, PrintDocument, Qr, Rule, Span, TextLine

if TYPE_CHECKING:
    from datetime import datetime

    from config.machine import Look
    from kiosk.session.setup_words import Answers

_QR = "KPT1:TEST"


def slip_of_trial(answers: Answers, at: datetime, known: Look, job: str) -> PrintDocument:
    """What is printed; `known`: whether the hall lets this machine in. The same `job` is printed once only."""
    lines = (
        TextLine((Span(answers.hall_name, bold=True),), align=Align.CENTER),
        Headline((Span("试票 000", height_mm=14, bold=True),)),
        TextLine((Span("不是号票：不排队，不叫号"),), align=Align.CENTER),
        TextLine((Span("A test: no ticket, no queue, no call"),), align=Align.CENTER),
        Rule(),
        Labelled(Span("机器"), (Span(f"{answers.kiosk_name} {answers.kiosk} {answers.where}".strip()),)),
        Labelled(Span("大厅"), (Span(known.chinese),)),
        Qr(_QR, beside=(TextLine((Span(f"{at:%Y-%m-%d %H:%M}"),)),)),
    )
    return PrintDocument(lines, job_id=job)
