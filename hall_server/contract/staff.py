"""The words about people who work in the hall: what somebody is, and how their account stands (docs/rights.md)."""

from __future__ import annotations

from enum import StrEnum


class StaffRole(StrEnum):
    """What a member of staff does in the hall; somebody may be several."""

    CLERK = "clerk"  # 窗口人员
    GREETER = "greeter"  # 导办员
    LEAD = "lead"  # 值班长
    MANAGER = "manager"  # 大厅主管
    TECHNICIAN = "technician"  # 技术员
    AUDITOR = "auditor"  # 审计员
