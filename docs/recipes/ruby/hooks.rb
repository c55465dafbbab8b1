# Calls of `codat-connect-elements serve`, signed as in Standard Webhooks (https://www.standardwebhooks.com).
require 'json'
require 'openssl'

SECRET = ENV.fetch('HOOKS_SECRET').delete_prefix('whsec_').unpack1('m')

# The call, or nil: its signature and its time are checked before anything of it is believed.
def read_call(request, body)
  id, sent, signature = %w[id timestamp signature].map { |name| request["webhook-#{name}"].to_s }
  digest = OpenSSL::HMAC.digest('SHA256', SECRET, "#{id}.#{sent}.#{body}")
  is_signed = !SECRET.empty? && OpenSSL.secure_compare("v1,#{[digest].pack('m0')}", signature)
  is_recent = sent.match?(/\A\d+\z/) && (Time.now.to_i - sent.to_i).abs < 300
  is_signed && is_recent ? JSON.parse(body) : nil
end
