# A lender's app beside `codat-connect-elements serve`, by WEBrick alone: `PORT=8000 ruby app.rb`.
require 'json'
require 'securerandom'
require 'webrick'
require_relative 'hooks'

SESSIONS = {} # cookie → your own id of the customer; yours are in your database
PAGE = <<~HTML
  <!doctype html><html lang="en"><meta charset="utf-8"><title>Larkspur</title>
  <script type="module" src="/vendor/connect-elements/connect-elements.js"></script>
  <connection-result token-endpoint="/codat/token"></connection-result>
  <platform-picker token-endpoint="/codat/token" lender="Larkspur" source-types="Accounting"></platform-picker>
  <connection-list token-endpoint="/codat/token" lender="Larkspur"></connection-list></html>
HTML

server = WEBrick::HTTPServer.new(
  BindAddress: ENV.fetch('HOST', '127.0.0.1'), Port: ENV.fetch('PORT'), AccessLog: [], Logger: WEBrick::Log.new(nil, 0)
)
%w[INT TERM].each { |signal| trap(signal) { server.shutdown } }

server.mount_proc('/') do |request, answer|
  session = request.cookies.find { |cookie| cookie.name == 'session' }&.value
  customer = SESSIONS[session]
  json = lambda do |status, body = nil|
    answer.status = status
    answer['Content-Type'] = 'application/json'
    answer.body = body.to_json if body
  end
  case "#{request.request_method} #{request.path}"
  when 'GET /codat-identity' # asked by the server, with a person's cookies
    customer ? json.(200, { reference: customer }) : json.(401)
  when 'GET /apply', 'GET /connected'
    answer['Content-Type'] = 'text/html'
    answer.body = PAGE
  when 'POST /codat-hooks'
    call = read_call(request, request.body.to_s)
    # May they reconnect, disconnect, delete?
    next json.(200, { allowed: call['data']['questions'].map { true } }) if call && call['type'] == 'permit'

    puts "hook #{call['type']}" if call
    $stdout.flush
    json.(call ? 204 : 401)
  when 'POST /sign-in' # here whoever says so is this customer
    session = SecureRandom.urlsafe_base64(18)
    SESSIONS[session] = request.body
    answer['Set-Cookie'] = "session=#{session}; Path=/; HttpOnly; SameSite=Lax"
    json.(204)
  when 'POST /sign-out'
    json.(SESSIONS.delete(session) ? 204 : 401)
  else
    json.(404)
  end
end
server.start
