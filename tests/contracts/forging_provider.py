"""A provider that says whatever a test wants: real HTTP on a port of its own, with keys of every kind to sign with."""

from __future__ import annotations

import asyncio
import json
import time
from functools import lru_cache
from typing import Any, Self

import jwt
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from jwt.algorithms import ECAlgorithm, OKPAlgorithm, RSAAlgorithm

MAKERS = {
    "EdDSA": (ed25519.Ed25519PrivateKey.generate, OKPAlgorithm),
    "ES256": (lambda: ec.generate_private_key(ec.SECP256R1()), ECAlgorithm),
    "ES384": (lambda: ec.generate_private_key(ec.SECP384R1()), ECAlgorithm),
    "RS256": (lambda: rsa.generate_private_key(65537, 2048), RSAAlgorithm),
    "PS256": (lambda: rsa.generate_private_key(65537, 2048), RSAAlgorithm),
    "weak RS256": (lambda: rsa.generate_private_key(65537, 1024), RSAAlgorithm),
}


@lru_cache
def key(name: str, which: int = 1) -> Any:
    """A private key of this kind; the same one each time."""
    del which
    return MAKERS[name][0]()


def public(name: str, which: int = 1, **more: str) -> dict[str, Any]:
    """Its public half as a JWK."""
    told = MAKERS[name][1].to_jwk(key(name, which).public_key(), as_dict=True)
    return {**told, "kid": f"{name}-{which}", "use": "sig", **more}


class ForgingProvider:
    """`answers`: path → (status, headers, body); `token` makes the id_token's text from the form that came."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.forms: list[str] = []
        self.heads: list[str] = []
        self.hung = asyncio.Event()
        self.keys: list[dict[str, Any]] = [public("EdDSA")]
        self.more: dict[str, Any] = {}
        self.answers: dict[str, tuple[int, dict[str, str], bytes]] = {}
        self.silent = False
        self.id_token = ""

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.issuer = f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"
        return self

    async def __aexit__(self, *_: object) -> None:
        self.hung.set()
        self._server.close()
        await self._server.wait_closed()

    def claims(self, right_nonce: str, **other: Any) -> dict[str, Any]:
        """Claims as they should be, and what is otherwise; None takes one away."""
        now = int(time.time())
        right = {"iss": self.issuer, "aud": "hall", "sub": "s", "iat": now, "exp": now + 300, "nonce": right_nonce}
        return {name: value for name, value in {**right, "staff_no": "0317", **other}.items() if value is not None}

    def sign(self, claims: dict[str, Any], name: str = "EdDSA", which: int = 1, **headers: Any) -> str:
        alg = name.rsplit(maxsplit=1)[-1]
        return jwt.encode(claims, key(name, which), algorithm=alg, headers={"kid": f"{name}-{which}", **headers})

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode()
            length = next(
                (int(one[16:]) for one in head.lower().split("\r\n") if one.startswith("content-length: ")), 0
            )
            self.forms.append((await reader.readexactly(length)).decode())
            self.heads.append(head)
            path = head.split(" ")[1]
            self.asked.append(path)
            if self.silent:
                await self.hung.wait()
            status, headers, body = self.answers.get(path) or self._usual(path)
            lines = [f"HTTP/1.1 {status} x", f"content-length: {len(body)}", "connection: close"]
            lines += [f"{name}: {value}" for name, value in headers.items()]
            writer.write("\r\n".join([*lines, "", ""]).encode() + body)
            await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    def _usual(self, path: str) -> tuple[int, dict[str, str], bytes]:
        told: dict[str, Any] = {}
        if path == "/.well-known/openid-configuration":
            ends = {"authorization": "authorize", "token": "token", "end_session": "off"}
            told = {f"{name}_endpoint": f"{self.issuer}/{end}" for name, end in ends.items()}
            told |= {"issuer": self.issuer, "jwks_uri": f"{self.issuer}/jwks", **self.more}
        elif path == "/jwks":
            told = {"keys": self.keys}
        elif path == "/token":
            told = {"id_token": self.id_token, "access_token": "a", "token_type": "Bearer"}
        return 200, {"content-type": "application/json"}, json.dumps(told).encode()
