"""The test slip 测试票 of whoever tries a printer: it carries no number of the hall."""

from __future__ import annotations

from typing import TYPE_CHECKING

from devices.values.receipt_printer import Align, Headline, PrintDocument, Qr, Rule, Span, TextLine

if TYPE_CHECKING:
    from datetime import datetime

_QR = "KPT1:TEST"


def trial_slip(at: datetime, job: str) -> PrintDocument:
    """Large digits, Chinese words, a code, cut. `at`: when, as it is printed; the same `job` is printed once only."""
    big = Span("测试 123", height_mm=10, bold=True)
    line = TextLine((Span("这张不是号票 This is no ticket"),), align=Align.CENTER)
    when = TextLine((Span(f"{at:%Y-%m-%d %H:%M}"),), align=Align.CENTER)
    return PrintDocument((Headline((big,)), line, Rule(), Qr(_QR, beside=(when,))), job_id=job)
