"""Calls of `codat-connect-elements serve`, signed as in Standard Webhooks (https://www.standardwebhooks.com)."""
import base64, hashlib, hmac, json, os, time

SECRET = base64.b64decode(os.environ["HOOKS_SECRET"].removeprefix("whsec_"))


def read_call(headers, body):
    """The call, or None: its signature and its time are checked before anything of it is believed."""
    sent_id, sent_at, signatures = (headers.get(f"webhook-{name}", "") for name in ("id", "timestamp", "signature"))
    digest = hmac.new(SECRET, f"{sent_id}.{sent_at}.".encode() + body, hashlib.sha256).digest()
    expected = f"v1,{base64.b64encode(digest).decode()}"
    is_signed = SECRET != b"" and hmac.compare_digest(expected.encode(), signatures.encode())
    is_recent = sent_at.isdecimal() and abs(time.time() - int(sent_at)) < 300
    return json.loads(body) if is_signed and is_recent else None
