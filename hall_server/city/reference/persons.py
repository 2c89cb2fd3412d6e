"""Who may be shown in the demonstration: made-up persons, of whom only what a phone shows is written anywhere.

There is no name and no number behind the masks. The handles that stand in codes are as long as real ones and read
as what they are. Knows no codes.
"""

from __future__ import annotations

import msgspec

from hall_server.contract.codes.claims import CodeKind


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """One made-up person. `family`: whose codes they may show for them, each with what they are to them."""

    id: str
    name_mask: str
    number_tail: str  # the last four of a number that does not exist
    subject: str  # the handle in codes: 22 characters of base64url
    note: str  # for the front page
    kind: CodeKind = CodeKind.PERSON
    family: dict[str, str] = {}


PERSONS = {
    person.id: person
    for person in (
        Person(
            id="chen",
            name_mask="陈*明",
            number_tail="0018",
            subject="demo-person-000000001A",
            note="本人，也替家人亮码",
            family={"chen-guo": "父亲", "chen-yu": "女儿"},
        ),
        Person(
            id="chen-guo", name_mask="陈*国", number_tail="0026", subject="demo-person-000000002A", note="78 岁，用大字"
        ),
        Person(id="chen-yu", name_mask="陈*", number_tail="0034", subject="demo-person-000000003A", note="16 岁"),
        Person(
            id="zhou",
            name_mask="周*",
            number_tail="0042",
            subject="demo-person-000000004A",
            note="代办人，替一家公司来办",
            kind=CodeKind.AGENT,
        ),
    )
}
