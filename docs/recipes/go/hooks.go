package main

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"io"
	"net/http"
	"os"
	"strconv"
	"strings"
	"time"
)

type hookCall struct {
	Type string
	Data struct{ Questions []json.RawMessage }
}

// readCall returns a call of `codat-connect-elements serve`, signed as in Standard Webhooks
// (https://www.standardwebhooks.com), or nil: its signature and its time are checked before anything of it is believed.
func readCall(r *http.Request) *hookCall {
	secret, _ := base64.StdEncoding.DecodeString(strings.TrimPrefix(os.Getenv("HOOKS_SECRET"), "whsec_"))
	body, err := io.ReadAll(io.LimitReader(r.Body, 1<<20))
	if err != nil || len(secret) == 0 {
		return nil
	}
	id, sent := r.Header.Get("webhook-id"), r.Header.Get("webhook-timestamp")
	mac := hmac.New(sha256.New, secret)
	mac.Write([]byte(id + "." + sent + "."))
	mac.Write(body)
	expected := "v1," + base64.StdEncoding.EncodeToString(mac.Sum(nil))
	isSigned := hmac.Equal([]byte(expected), []byte(r.Header.Get("webhook-signature")))
	seconds, err := strconv.ParseInt(sent, 10, 64)
	age := time.Since(time.Unix(seconds, 0))
	call := &hookCall{}
	if !isSigned || err != nil || age > 5*time.Minute || age < -5*time.Minute || json.Unmarshal(body, call) != nil {
		return nil
	}
	return call
}
