"""The reference city's files about its made-up persons and their company, under /profile. Read only, with consent."""

from __future__ import annotations

from typing import Any

from litestar import Request, post

from hall_server.city.reference.document import Contract, Operation
from hall_server.city.reference.persons import PERSONS
from hall_server.city.reference.problems import CityError, CityProblem, body_as
from hall_server.contract.city.profile import (
    BenefitCard,
    Profile,
    ProfileKind,
    ProfileRow,
    ProfileSection,
    ProfileWanted,
)

_COMPANY = "demo-company-00000001A"
_CARD = BenefitCard(
    "demo-subsidy", "示例：灵活就业社保补贴", "您可能符合，请以窗口答复为准。", "https://portal.example/s"
)


def _section(title: str, *rows: tuple[str, str]) -> ProfileSection:
    return ProfileSection(title, tuple(ProfileRow(label, value) for label, value in rows))


_FILES = {
    **{
        one.subject: Profile(
            ProfileKind.PERSON,
            (
                _section("我的证照", ("居民身份证", f"尾号 {one.number_tail}"), ("居住证", "示例：有效")),
                _section("我的办件", ("示例事项一", "办理中")),
            ),
            (_CARD,),
        )
        for one in PERSONS.values()
    },
    _COMPANY: Profile(
        ProfileKind.ORGANISATION,
        (_section("企业信息", ("名称", "样板贸易（示例）有限公司"), ("状态", "存续")),),
        (_CARD,),
    ),
}


@post("/profile/read", status_code=200)
async def read(request: Request[Any, Any, Any]) -> Profile:
    """What is on file."""
    wanted: ProfileWanted = await body_as(request, ProfileWanted)
    found = _FILES.get(wanted.holder.handle)
    if found is None:
        raise CityError(CityProblem.PERSON_UNKNOWN, field="holder")
    return found if wanted.cards else Profile(found.kind, found.sections)


PROFILE_ROUTES = (read,)
PROFILE = Contract(
    "profile",
    "How a hall reads somebody's file for them, with their consent; what each word means: profile.md.",
    (Operation("POST", "/profile/read", "What is on file.", ProfileWanted, 200, Profile),),
    PROFILE_ROUTES,
)
