"""Who may sign in at the reference city's provider of identities: made-up staff, without a password anywhere.

Those of the demonstration hall have its staff numbers; one of them works elsewhere, so that a hall can be seen to
refuse whom it does not know.
"""

from __future__ import annotations

import msgspec


class Member(msgspec.Struct, frozen=True):
    """One made-up member of staff. `subject` is what the provider calls them, for nobody else to understand."""

    staff_no: str
    name: str
    post: str

    @property
    def subject(self) -> str:
        """A handle that is no staff number."""
        return f"demo-staff-{self.staff_no}"


STAFF = {
    one.staff_no: one
    for one in (
        Member("0316", "何静", "木棉区政务服务中心 · 值班长"),
        Member("0317", "李慧", "木棉区政务服务中心 · 窗口"),
        Member("0318", "王敏", "木棉区政务服务中心 · 窗口"),
        Member("0319", "罗锐", "木棉区政务服务中心 · 窗口"),
        Member("0901", "温晴", "别处的单位，这个大厅不认识"),
    )
}
