"""Who we are at the hall, said with every request: by a secret, or by signing it with this machine's own key.

A hall that finds our time too far from its own says what time it is; the request is signed anew and sent once more. The
machine's clock is left alone.
"""

from __future__ import annotations

import secrets
import threading
import time
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

import msgspec

from hall_server.contract.problems import Problem, ProblemCode
from hall_server.contract.signing import Asked, Signer

if TYPE_CHECKING:
    from collections.abc import Callable

    from requests import PreparedRequest, Response

    from config.kiosk_file import Credential

    Identity = Callable[[PreparedRequest], PreparedRequest]

_NONCE_BYTES = 12


def identity_of(key_id: str, secret: str, signer: Signer | None = None) -> Identity:
    """How a session of `requests` says who it is."""
    if signer is not None:
        return Signing(signer)

    def bear(request: PreparedRequest) -> PreparedRequest:
        request.headers["Authorization"] = f"Kapok {key_id}.{secret}"
        return request

    return bear


def signer_of(credential: Credential, hardware: str, boot_id: str) -> Signer | None:
    """What signs this machine's requests; None for a credential with a secret."""
    private = credential.private_key
    return Signer(credential.key_id, bytes.fromhex(private), hardware, boot_id) if private else None


class Signing:
    """Signs each request as it leaves. For all threads of a client."""

    def __init__(self, signer: Signer, wall_s: Callable[[], float] = time.time) -> None:
        self._signer, self._wall_s = signer, wall_s
        self._ahead_s = 0  # the hall's clock before ours
        self._guard = threading.Lock()

    def __call__(self, request: PreparedRequest) -> PreparedRequest:
        """Sign, and look at the answer."""
        self._sign(request)
        request.hooks["response"].append(self._again)
        return request

    def _sign(self, request: PreparedRequest) -> None:
        body = request.body or b""
        asked = Asked(request.method or "", request.path_url, request.headers.get)
        with self._guard:
            now_s = int(self._wall_s()) + self._ahead_s
        whole = body.encode() if isinstance(body, str) else body
        nonce = secrets.token_hex(_NONCE_BYTES)
        request.headers["Authorization"] = self._signer.header(asked, whole, time=now_s, nonce=nonce)

    def _again(self, response: Response, **how: Any) -> Response:  # noqa: ANN401 - what `requests` hands its hooks
        """Once: the second answer stands whatever it is."""
        if response.status_code != HTTPStatus.UNAUTHORIZED or not self._told(response.content):
            return response
        response.close()
        request = response.request.copy()
        request.hooks = {"response": []}
        self._sign(request)
        again = response.connection.send(request, **how)
        again.history.append(response)
        again.request = request
        return again

    def _told(self, body: bytes) -> bool:
        """Whether the hall said what time it is."""
        try:
            problem = msgspec.json.decode(body, type=Problem)
        except msgspec.DecodeError:
            return False
        if problem.code is not ProblemCode.SIGNATURE_STALE or not problem.detail.isdigit():
            return False
        with self._guard:
            self._ahead_s = int(problem.detail) - int(self._wall_s())
        return True
