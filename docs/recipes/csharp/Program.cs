// A lender's app beside `codat-connect-elements serve`, by ASP.NET Core alone: `PORT=8000 dotnet run`.
// Unlike the other recipes this one is not run by the tests.
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

var app = WebApplication.CreateBuilder(args).Build();
var sessions = new ConcurrentDictionary<string, string>(); // cookie → your own id of the customer; yours are in your database
var secret = Convert.FromBase64String(Environment.GetEnvironmentVariable("HOOKS_SECRET")!["whsec_".Length..]);
const string page = """
    <!doctype html><html lang="en"><meta charset="utf-8"><title>Larkspur</title>
    <script type="module" src="/vendor/connect-elements/connect-elements.js"></script>
    <connection-result token-endpoint="/codat/token"></connection-result>
    <platform-picker token-endpoint="/codat/token" lender="Larkspur" source-types="Accounting"></platform-picker>
    <connection-list token-endpoint="/codat/token" lender="Larkspur"></connection-list></html>
    """;

foreach (var path in new[] { "/apply", "/connected" }) app.MapGet(path, () => Results.Content(page, "text/html"));

// Asked by the server, with a person's cookies.
app.MapGet("/codat-identity", (HttpRequest request) =>
    sessions.TryGetValue(request.Cookies["session"] ?? "", out var customer)
        ? Results.Json(new { reference = customer })
        : Results.StatusCode(401));

// Here whoever says so is this customer.
app.MapPost("/sign-in", async (HttpContext context) =>
{
    var session = Convert.ToHexString(RandomNumberGenerator.GetBytes(18));
    sessions[session] = await new StreamReader(context.Request.Body).ReadToEndAsync();
    context.Response.Cookies.Append("session", session, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax });
    return Results.NoContent();
});

app.MapPost("/sign-out", (HttpRequest request) =>
    sessions.TryRemove(request.Cookies["session"] ?? "", out _) ? Results.NoContent() : Results.StatusCode(401));

app.MapPost("/codat-hooks", async (HttpRequest request) =>
{
    using var body = new MemoryStream();
    await request.Body.CopyToAsync(body);
    if (!IsSigned(request, body.ToArray())) return Results.StatusCode(401);
    var call = JsonDocument.Parse(body.ToArray()).RootElement;
    var type = call.GetProperty("type").GetString();
    if (type == "permit") // may they reconnect, disconnect, delete?
    {
        var questions = call.GetProperty("data").GetProperty("questions").EnumerateArray();
        return Results.Json(new { allowed = questions.Select(_ => true) });
    }
    Console.WriteLine($"hook {type}");
    return Results.NoContent();
});

app.Run($"http://127.0.0.1:{Environment.GetEnvironmentVariable("PORT")}");

// Signed as in Standard Webhooks (https://www.standardwebhooks.com), less than five minutes ago.
bool IsSigned(HttpRequest request, byte[] body)
{
    string sent = request.Headers["webhook-timestamp"].ToString();
    byte[] signed = [.. Encoding.UTF8.GetBytes($"{request.Headers["webhook-id"]}.{sent}."), .. body];
    var expected = "v1," + Convert.ToBase64String(HMACSHA256.HashData(secret, signed));
    var isRecent = long.TryParse(sent, out var seconds)
        && Math.Abs(DateTimeOffset.UtcNow.ToUnixTimeSeconds() - seconds) < 300;
    return secret.Length > 0 && isRecent && CryptographicOperations.FixedTimeEquals(
        Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(request.Headers["webhook-signature"].ToString()));
}
