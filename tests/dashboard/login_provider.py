"""A provider of OpenID Connect on this machine that lets everybody in as the same person."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlencode

import uvicorn
from joserfc import jwt
from joserfc.jwk import RSAKey
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse
from starlette.routing import Route

CLIENT, PERSON = "shisaku", {"sub": "1", "name": "試験 花子", "email": "hanako@example.jp"}
_KEY = RSAKey.generate_key(2048, {"kid": "1", "use": "sig", "alg": "RS256"})


def _application(issuer: str) -> Starlette:
    nonces: dict[str, str] = {}

    def metadata(_request: Request) -> JSONResponse:
        return JSONResponse(
            {
                "issuer": issuer,
                "authorization_endpoint": f"{issuer}/authorize",
                "token_endpoint": f"{issuer}/token",
                "jwks_uri": f"{issuer}/keys",
                "id_token_signing_alg_values_supported": ["RS256"],
                "response_types_supported": ["code"],
                "subject_types_supported": ["public"],
            }
        )

    def authorize(request: Request) -> RedirectResponse:
        asked = request.query_params
        nonces["code"] = asked["nonce"]
        answer = urlencode({"code": "code", "state": asked["state"]})
        return RedirectResponse(f"{asked['redirect_uri']}?{answer}", 302)

    async def token(request: Request) -> JSONResponse:
        form = await request.form()
        now = int(time.time())
        claims = {
            "iss": issuer,
            "aud": CLIENT,
            "iat": now,
            "exp": now + 600,
            "nonce": nonces.pop(str(form["code"])),
            **PERSON,
        }
        return JSONResponse(
            {
                "access_token": "access",
                "token_type": "Bearer",
                "expires_in": 600,
                "id_token": jwt.encode({"alg": "RS256", "kid": "1"}, claims, _KEY),
            }
        )

    def keys(_request: Request) -> JSONResponse:
        return JSONResponse({"keys": [_KEY.as_dict(private=False)]})

    return Starlette(
        routes=[
            Route("/.well-known/openid-configuration", metadata),
            Route("/authorize", authorize),
            Route("/token", token, methods=["POST"]),
            Route("/keys", keys),
        ]
    )


@contextmanager
def provider(port: int) -> Iterator[str]:
    """Runs it on a port; gives its address."""
    issuer = f"http://localhost:{port}"
    server = uvicorn.Server(
        uvicorn.Config(_application(issuer), host="localhost", port=port, log_level="warning")
    )
    running = threading.Thread(target=server.run, daemon=True)
    running.start()
    while not server.started:
        assert running.is_alive(), "the provider did not come up"
        time.sleep(0.05)
    yield issuer
    server.should_exit = True
    running.join(60)
