"""A lender's app beside `codat-connect-elements serve`, by Python's standard library alone: `PORT=8000 python3 app.py`."""
import json, os, secrets
from http.cookies import SimpleCookie
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from hooks import read_call

SESSIONS = {}  # cookie → your own id of the customer; yours are in your database
PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Larkspur</title>
<script type="module" src="/vendor/connect-elements/connect-elements.js"></script>
<connection-result token-endpoint="/codat/token"></connection-result>
<platform-picker token-endpoint="/codat/token" lender="Larkspur" source-types="Accounting"></platform-picker>
<connection-list token-endpoint="/codat/token" lender="Larkspur"></connection-list></html>"""


class App(BaseHTTPRequestHandler):
    def answer(self, status, body="", content_type="application/json", cookie=None):
        self.send_response(status)
        sent = {"Content-Type": content_type, "Content-Length": len(body.encode()), "Set-Cookie": cookie}
        for name, value in sent.items():
            self.send_header(name, value) if value is not None else None
        self.end_headers()
        self.wfile.write(body.encode())

    def session(self):
        cookie = SimpleCookie(self.headers.get("Cookie", "")).get("session")
        return cookie.value if cookie else None

    def do_GET(self):
        customer = SESSIONS.get(self.session())
        if self.path == "/codat-identity":  # asked by the server, with a person's cookies
            return self.answer(200, json.dumps({"reference": customer})) if customer else self.answer(401)
        return self.answer(200, PAGE, "text/html") if self.path in ("/apply", "/connected") else self.answer(404)

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if self.path == "/codat-hooks":
            return self.hook(read_call(self.headers, body))
        if self.path == "/sign-out":
            return self.answer(204 if SESSIONS.pop(self.session(), None) else 401)
        session = secrets.token_urlsafe(18)  # sign-in: here whoever says so is this customer
        SESSIONS[session] = body.decode()
        return self.answer(204, cookie=f"session={session}; Path=/; HttpOnly; SameSite=Lax")

    def hook(self, call):
        if call and call["type"] == "permit":  # may they reconnect, disconnect, delete?
            return self.answer(200, json.dumps({"allowed": [True for _ in call["data"]["questions"]]}))
        print("hook", call and call["type"], flush=True)
        return self.answer(204 if call else 401)


ThreadingHTTPServer((os.environ.get("HOST", "127.0.0.1"), int(os.environ["PORT"])), App).serve_forever()
