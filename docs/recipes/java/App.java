import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A lender's app beside `codat-connect-elements serve`, by the JDK alone: `PORT=8000 java App.java`. */
public class App {
  /** Cookie → your own id of the customer; yours are in your database. */
  static final Map<String, String> SESSIONS = new ConcurrentHashMap<>();

  static final String PAGE =
      """
      <!doctype html><html lang="en"><meta charset="utf-8"><title>Larkspur</title>
      <script type="module" src="/vendor/connect-elements/connect-elements.js"></script>
      <connection-result token-endpoint="/codat/token"></connection-result>
      <platform-picker token-endpoint="/codat/token" lender="Larkspur" source-types="Accounting"></platform-picker>
      <connection-list token-endpoint="/codat/token" lender="Larkspur"></connection-list></html>
      """;

  static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > 0) exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) exchange.getResponseBody().write(bytes);
  }

  static String session(HttpExchange exchange) {
    var cookies = Pattern.compile("(?:^|; )session=([\\w-]+)");
    var found = cookies.matcher(String.valueOf(exchange.getRequestHeaders().getFirst("Cookie")));
    return found.find() ? found.group(1) : "";
  }

  static void respond(HttpExchange exchange) throws IOException, GeneralSecurityException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String customer = SESSIONS.get(session(exchange));
    switch (exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath()) {
      case "GET /codat-identity" -> { // asked by the server, with a person's cookies
        if (customer == null) answer(exchange, 401, "", "");
        else answer(exchange, 200, "application/json", "{\"reference\":\"" + customer + "\"}");
      }
      case "GET /apply", "GET /connected" -> answer(exchange, 200, "text/html", PAGE);
      case "POST /codat-hooks" -> hook(exchange, body);
      case "POST /sign-in" -> { // here whoever says so is this customer
        byte[] random = new byte[18];
        new SecureRandom().nextBytes(random);
        String id = Base64.getUrlEncoder().encodeToString(random);
        SESSIONS.put(id, new String(body, StandardCharsets.UTF_8).replaceAll("[^\\w.@-]", ""));
        exchange.getResponseHeaders().set("Set-Cookie", "session=" + id + "; Path=/; HttpOnly; SameSite=Lax");
        answer(exchange, 204, "", "");
      }
      case "POST /sign-out" -> answer(exchange, SESSIONS.remove(session(exchange)) == null ? 401 : 204, "", "");
      default -> answer(exchange, 404, "", "");
    }
  }

  static void hook(HttpExchange exchange, byte[] body) throws IOException, GeneralSecurityException {
    if (!isSigned(exchange, body)) {
      answer(exchange, 401, "", "");
      return;
    }
    // The JDK reads no JSON: use the library of your app in place of these two patterns.
    String call = new String(body, StandardCharsets.UTF_8);
    var type = Pattern.compile("^\\{\"type\":\"(\\w+)\"").matcher(call);
    if (type.find() && type.group(1).equals("permit")) { // may they reconnect, disconnect, delete?
      int questions = (int) Pattern.compile("\\{\"action\":\"").matcher(call).results().count();
      String allowed = String.join(",", Collections.nCopies(questions, "true"));
      answer(exchange, 200, "application/json", "{\"allowed\":[" + allowed + "]}");
      return;
    }
    System.out.println("hook " + type.group(1));
    answer(exchange, 204, "", "");
  }

  /** Signed as in Standard Webhooks (https://www.standardwebhooks.com), less than five minutes ago. */
  static boolean isSigned(HttpExchange exchange, byte[] body) throws GeneralSecurityException {
    byte[] secret = Base64.getDecoder().decode(System.getenv("HOOKS_SECRET").substring("whsec_".length()));
    // With an empty secret anyone can sign.
    if (secret.length == 0) return false;
    var headers = exchange.getRequestHeaders();
    String sent = String.valueOf(headers.getFirst("webhook-timestamp"));
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret, "HmacSHA256"));
    mac.update((headers.getFirst("webhook-id") + "." + sent + ".").getBytes(StandardCharsets.UTF_8));
    String expected = "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
    String signature = String.valueOf(headers.getFirst("webhook-signature"));
    boolean isRecent =
        sent.matches("\\d{1,12}") && Math.abs(Instant.now().getEpochSecond() - Long.parseLong(sent)) < 300;
    return isRecent && MessageDigest.isEqual(expected.getBytes(), signature.getBytes());
  }

  public static void main(String[] args) throws IOException {
    String host = System.getenv().getOrDefault("HOST", "127.0.0.1");
    var server = HttpServer.create(new InetSocketAddress(host, Integer.parseInt(System.getenv("PORT"))), 0);
    server.setExecutor(Executors.newFixedThreadPool(8));
    server.createContext("/", exchange -> {
      try (exchange) {
        respond(exchange);
      } catch (GeneralSecurityException wrong) {
        answer(exchange, 500, "", "");
      }
    });
    server.start();
  }
}
