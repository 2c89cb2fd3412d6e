"""The slip of a complaint: its number, what it is about, and the hotline at the foot. Pure; nothing of a person."""

from __future__ import annotations

from devices.values.receipt_printer import Align, Headline, PrintDocument, Rule, Span, TextLine

NUMBER_MM, TITLE_MM, LINE_MM = 7.0, 5.0, 4.0


def complaint_slip(*, hall_name: str, number: str, category: str, hotline: str, job_id: str = "") -> PrintDocument:
    """受理号 and where to ask about it; heights are millimetres of ink, none below 3.5."""
    foot = f"没有回音、还有话说，请拨打 {hotline}" if hotline else "没有回音、还有话说，请到服务台"
    return PrintDocument(
        (
            Headline((Span(hall_name, TITLE_MM, bold=True),), emblem=True, space_after_mm=2.2),
            Rule(space_after_mm=3.6),
            TextLine((Span("投诉、建议受理号", LINE_MM),), align=Align.CENTER, space_after_mm=2.2),
            Headline((Span(number, NUMBER_MM, bold=True, digits=True),), space_after_mm=3.6),
            TextLine((Span(category, LINE_MM, bold=True),), align=Align.CENTER, space_after_mm=3.6),
            Rule(space_after_mm=2.2),
            TextLine((Span("没有记下您是谁，要问就报这个号", LINE_MM),), space_after_mm=1.6),
            TextLine((Span(foot, LINE_MM),), space_after_mm=1.0),
        ),
        job_id=job_id,
    )
