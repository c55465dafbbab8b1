// A lender's app beside `codat-connect-elements serve`, by Go's standard library alone: `PORT=8000 go run .`
package main

import (
	"crypto/rand"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"sync"
)

const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Larkspur</title>
<script type="module" src="/vendor/connect-elements/connect-elements.js"></script>
<connection-result token-endpoint="/codat/token"></connection-result>
<platform-picker token-endpoint="/codat/token" lender="Larkspur" source-types="Accounting"></platform-picker>
<connection-list token-endpoint="/codat/token" lender="Larkspur"></connection-list></html>`

var sessions sync.Map // cookie → your own id of the customer; yours are in your database

func answer(w http.ResponseWriter, status int, body any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	if body != nil {
		json.NewEncoder(w).Encode(body)
	}
}

func session(r *http.Request) string {
	if cookie, err := r.Cookie("session"); err == nil {
		return cookie.Value
	}
	return ""
}

func hook(w http.ResponseWriter, r *http.Request) {
	call := readCall(r)
	if call == nil {
		answer(w, 401, nil)
	} else if call.Type == "permit" { // may they reconnect, disconnect, delete?
		allowed := make([]bool, len(call.Data.Questions))
		for i := range allowed {
			allowed[i] = true
		}
		answer(w, 200, map[string]any{"allowed": allowed})
	} else {
		fmt.Println("hook", call.Type)
		answer(w, 204, nil)
	}
}

func app(w http.ResponseWriter, r *http.Request) {
	switch r.Method + " " + r.URL.Path {
	case "GET /codat-identity": // asked by the server, with a person's cookies
		if customer, found := sessions.Load(session(r)); found {
			answer(w, 200, map[string]any{"reference": customer})
		} else {
			answer(w, 401, nil)
		}
	case "GET /apply", "GET /connected":
		w.Header().Set("Content-Type", "text/html")
		io.WriteString(w, page)
	case "POST /codat-hooks":
		hook(w, r)
	case "POST /sign-in": // here whoever says so is this customer
		customer, _ := io.ReadAll(io.LimitReader(r.Body, 100))
		random := make([]byte, 18)
		rand.Read(random)
		id := base64.URLEncoding.EncodeToString(random)
		sessions.Store(id, string(customer))
		http.SetCookie(w, &http.Cookie{Name: "session", Value: id, Path: "/", HttpOnly: true, SameSite: http.SameSiteLaxMode})
		answer(w, 204, nil)
	case "POST /sign-out":
		if _, found := sessions.LoadAndDelete(session(r)); found {
			answer(w, 204, nil)
		} else {
			answer(w, 401, nil)
		}
	default:
		answer(w, 404, nil)
	}
}

func main() {
	host := os.Getenv("HOST")
	if host == "" {
		host = "127.0.0.1"
	}
	panic(http.ListenAndServe(net.JoinHostPort(host, os.Getenv("PORT")), http.HandlerFunc(app)))
}
