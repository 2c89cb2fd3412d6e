"""Sentences for whoever could not be signed in by the provider of identities 统一认证. Knows no pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.domain.identity_provider import ProviderRefusal
from hall_server.web.pin_desk import PinDeskBusyError, PinWrongError
from hall_server.web.problem_words import words_of

if TYPE_CHECKING:
    from hall_server.contract.problems import HallProblem

_AGAIN = "这次登录过了时间，或者已经用过，请再来一次。"
_NOT_RIGHT = "统一认证的回答核对不上，没有登录。请再试一次；还不行请告诉技术员。"
_SILENT = "统一认证没有应答，请稍后再试。"

WORDS: dict[ProviderRefusal, str] = {
    ProviderRefusal.AWAY: _SILENT,
    ProviderRefusal.NONSENSE: _SILENT,
    ProviderRefusal.BUSY: "现在登录的人多，请稍等再试。",
    ProviderRefusal.TROUBLE: "统一认证说它那边出了问题，请稍后再试。",
    ProviderRefusal.SETUP: "统一认证和这个大厅的设置对不上，请告诉技术员。",
    ProviderRefusal.DECLINED: "统一认证那边没有确认，所以没有登录。可以再试一次。",
    ProviderRefusal.CODE_REFUSED: _AGAIN,
    ProviderRefusal.TRIP_LOST: _AGAIN,
    ProviderRefusal.MALFORMED: _NOT_RIGHT,
    ProviderRefusal.ALGORITHM: _NOT_RIGHT,
    ProviderRefusal.KEY_UNKNOWN: _NOT_RIGHT,
    ProviderRefusal.SIGNATURE: _NOT_RIGHT,
    ProviderRefusal.ISSUER: _NOT_RIGHT,
    ProviderRefusal.AUDIENCE: _NOT_RIGHT,
    ProviderRefusal.NONCE: _NOT_RIGHT,
    ProviderRefusal.NOT_NOW: "统一认证的时间和这台服务器对不上，请告诉技术员。",
    ProviderRefusal.CLAIM_MISSING: "统一认证没有说出您的工号，请告诉技术员。",
    ProviderRefusal.STAFF_UNKNOWN: "统一认证认识您，但这个大厅的名单里没有您的工号，请找值班长。",
}


def why_not(problem: HallProblem) -> str:
    """The sentence for a PIN that opened nothing."""
    match problem:
        case PinDeskBusyError():
            return "现在登录的人多，请稍等再试。"
        case PinWrongError(left=left):
            more = f"还能试 {left} 次。" if left else "10 分钟后再试，或请值班长帮忙。"
            return f"工号或密码不对，{more}"
        case _:
            return words_of(problem.code, problem.retry_after_s)


PIN_CLOSED = "请用统一认证登录。它没有应答的时候，这里才收工号和密码。"
