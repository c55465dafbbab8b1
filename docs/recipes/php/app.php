<?php
// A lender's app beside `codat-connect-elements serve`: `php -S 127.0.0.1:8000 app.php`.
require __DIR__ . '/hooks.php';

const PAGE = <<<'HTML'
    <!doctype html><html lang="en"><meta charset="utf-8"><title>Larkspur</title>
    <script type="module" src="/vendor/connect-elements/connect-elements.js"></script>
    <connection-result token-endpoint="/codat/token"></connection-result>
    <platform-picker token-endpoint="/codat/token" lender="Larkspur" source-types="Accounting"></platform-picker>
    <connection-list token-endpoint="/codat/token" lender="Larkspur"></connection-list></html>
    HTML;

function answer(int $status, ?array $body = null): never
{
    http_response_code($status);
    header('Content-Type: application/json');
    exit($body === null ? '' : json_encode($body));
}

$route = $_SERVER['REQUEST_METHOD'] . ' ' . parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
$body = file_get_contents('php://input');

if ($route === 'POST /codat-hooks') {
    $call = read_call($body);
    if ($call === null) answer(401);
    // May they reconnect, disconnect, delete?
    if ($call['type'] === 'permit') answer(200, ['allowed' => array_map(fn () => true, $call['data']['questions'])]);
    error_log("hook {$call['type']}");
    answer(204);
}

session_set_cookie_params(['httponly' => true, 'samesite' => 'Lax']);
ini_set('session.use_strict_mode', '1'); // an id that someone made up is nobody's
session_start();
$customer = $_SESSION['customer'] ?? null; // your own id of the customer

switch ($route) {
    case 'GET /codat-identity': // asked by the server, with a person's cookies
        $customer === null ? answer(401) : answer(200, ['reference' => $customer]);
    case 'GET /apply':
    case 'GET /connected':
        header('Content-Type: text/html');
        exit(PAGE);
    case 'POST /sign-in': // here whoever says so is this customer
        session_regenerate_id(true);
        $_SESSION['customer'] = $body;
        answer(204);
    case 'POST /sign-out':
        session_destroy();
        answer($customer === null ? 401 : 204);
    default:
        answer(404);
}
