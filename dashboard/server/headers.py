"""The headers of every answer: nothing that a page shows may run, load or send anything that does
not come from this server.

What is allowed besides our own files is what Streamlit needs: styles in the page (its widgets make
them while they are drawn), pictures and scripts that the page itself holds (`blob:`: a component's
script, `data:` and `blob:`: charts, their saving), and the one script of its index page, by its
digest. Nothing may `eval`, no frame may show us, and no form may send anything anywhere.
"""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path

import streamlit

_INDEX = Path(streamlit.__file__).with_name("static") / "index.html"
_NOWHERE = (
    "accelerometer",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "usb",
)  # what of a browser no page of ours asks for


def headers(host: str) -> dict[str, str]:
    """The headers of every answer to a request to `host` (as its Host header says: name and
    port), by name.
    """
    return {
        "Content-Security-Policy": _policy(host),
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": ", ".join(f"{name}=()" for name in _NOWHERE),
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
    }


def _policy(host: str) -> str:
    allowed = {
        "default-src": "'none'",
        "script-src": " ".join(["'self'", "blob:", *_inline_scripts()]),
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        # 'self' alone is no socket to every browser; a blob is the page's own: a picture is saved
        # with the script that drew it
        "connect-src": f"'self' blob: ws://{host} wss://{host}" if host else "'self' blob:",
        "manifest-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'none'",
        "frame-ancestors": "'none'",
    }
    return "; ".join(f"{what} {where}" for what, where in allowed.items())


@cache
def _inline_scripts() -> list[str]:
    """The scripts that Streamlit's index page itself holds, each as a source of the policy."""
    _, *begun = _INDEX.read_text(encoding="utf-8").split("<script>")
    scripts = [each.partition("</script>")[0] for each in begun]
    return [f"'sha256-{b64encode(sha256(each.encode()).digest()).decode()}'" for each in scripts]
