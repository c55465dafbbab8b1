<?php
// Calls of `codat-connect-elements serve`, signed as in Standard Webhooks (https://www.standardwebhooks.com).

/** The call, or null: its signature and its time are checked before anything of it is believed. */
function read_call(string $body): ?array
{
    $secret = base64_decode(substr(getenv('HOOKS_SECRET'), strlen('whsec_')));
    [$id, $sent, $signature] = array_map(
        fn ($name) => $_SERVER["HTTP_WEBHOOK_$name"] ?? '',
        ['ID', 'TIMESTAMP', 'SIGNATURE'],
    );
    $expected = 'v1,' . base64_encode(hash_hmac('sha256', "$id.$sent.$body", $secret, true));
    $is_recent = ctype_digit($sent) && abs(time() - (int) $sent) < 300;
    // With an empty secret anyone can sign, and by default PHP-FPM passes no variables on (`clear_env`).
    $is_signed = $secret !== '' && hash_equals($expected, $signature);
    return $is_signed && $is_recent ? json_decode($body, true) : null;
}
