package org.backpropnet.explain;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.backpropnet.testing.Prerequisite;

/** A Chromium without a window, told what to do by its DevTools protocol. */
final class Browser implements AutoCloseable, WebSocket.Listener {
  private static final Pattern TEXT = Pattern.compile("\"value\":\"((?:[^\"\\\\]++|\\\\.)*+)\"");
  private static final Pattern ADDRESS =
      Pattern.compile("\"request\":\\{\"url\":\"(?!file:|data:|about:)");
  private static final Pattern DATA = Pattern.compile("\"data\":\"([^\"]*)\"");
  private static final Pattern SOCKET =
      Pattern.compile(
          "\"type\": \"page\".*?\"webSocketDebuggerUrl\": \"([^\"]*)\"", Pattern.DOTALL);

  private final Process process;
  private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
  private final List<String> events = new ArrayList<>();
  private final StringBuilder part = new StringBuilder();
  private WebSocket socket;
  private int last;

  private Browser(Process process) {
    this.process = process;
  }

  static Browser open(Path profile) throws IOException, InterruptedException {
    Path program = null;
    for (String name : List.of("chromium", "chromium-browser", "google-chrome")) {
      Path candidate = Path.of("/usr/bin", name);
      program = program == null && Files.isExecutable(candidate) ? candidate : program;
    }
    Prerequisite.require(program != null, "the browser Chromium (Debian's package chromium)");
    Process process =
        new ProcessBuilder(
                program.toString(),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectErrorStream(true)
            .redirectOutput(profile.resolve("log").toFile())
            .start();
    Browser browser = new Browser(process);
    browser.connect(profile.resolve("DevToolsActivePort"));
    return browser;
  }

  private void connect(Path port) throws IOException, InterruptedException {
    for (int i = 0; i < 300 && !Files.exists(port); i++) {
      Thread.sleep(100);
    }
    String number = Files.readAllLines(port).get(0);
    HttpClient client = HttpClient.newHttpClient();
    URI list = URI.create("http://127.0.0.1:" + number + "/json/list");
    String pages =
        client
            .send(HttpRequest.newBuilder(list).build(), HttpResponse.BodyHandlers.ofString())
            .body();
    Matcher address = SOCKET.matcher(pages);
    if (!address.find()) {
      throw new IOException("The browser has no page: " + pages);
    }
    socket = client.newWebSocketBuilder().buildAsync(URI.create(address.group(1)), this).join();
    call("Runtime.enable", "{}");
    call("Log.enable", "{}");
    call("Network.enable", "{}");
    call("Page.enable", "{}");
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean complete) {
    part.append(data);
    if (complete) {
      messages.add(part.toString());
      part.setLength(0);
    }
    from.request(1);
    return null;
  }

  /** Calls a method of the protocol and waits for its answer; what comes between are events. */
  String call(String method, String parameters) throws InterruptedException {
    int id = ++last;
    socket
        .sendText(
            "{\"id\":" + id + ",\"method\":\"" + method + "\",\"params\":" + parameters + "}", true)
        .join();
    while (true) {
      String message = messages.poll(60, TimeUnit.SECONDS);
      if (message == null) {
        throw new IllegalStateException("The browser does not answer " + method + ".");
      }
      if (message.startsWith("{\"id\":" + id + ",")) {
        return message;
      }
      events.add(message);
    }
  }

  void show(Path page, int width, boolean dark) throws InterruptedException {
    events.clear();
    call(
        "Emulation.setDeviceMetricsOverride",
        "{\"width\":" + width + ",\"height\":900,\"deviceScaleFactor\":1,\"mobile\":false}");
    call(
        "Emulation.setEmulatedMedia",
        "{\"features\":[{\"name\":\"prefers-color-scheme\",\"value\":\""
            + (dark ? "dark" : "light")
            + "\"}]}");
    call("Page.navigate", "{\"url\":\"" + page.toUri() + "\"}");
    for (int i = 0; i < 300 && !evaluate("document.readyState").equals("complete"); i++) {
      Thread.sleep(50);
    }
  }

  /** The value of an expression, as text. */
  String evaluate(String expression) throws InterruptedException {
    String quoted = "String(" + expression + ")";
    String answer =
        call(
            "Runtime.evaluate",
            "{\"expression\":" + Html.json(quoted) + ",\"returnByValue\":true}");
    Matcher value = TEXT.matcher(answer);
    if (!value.find() || answer.contains("exceptionDetails")) {
      throw new IllegalStateException(expression + ": " + answer);
    }
    return value.group(1);
  }

  /** The value of a promise, as text. */
  String await(String expression) throws InterruptedException {
    String answer =
        call(
            "Runtime.evaluate",
            "{\"expression\":"
                + Html.json(expression)
                + ",\"awaitPromise\":true,\"returnByValue\":true}");
    Matcher value = TEXT.matcher(answer);
    if (!value.find() || answer.contains("exceptionDetails")) {
      throw new IllegalStateException(answer);
    }
    return value.group(1);
  }

  void press(String key, int code) throws InterruptedException {
    // A page takes Enter for a click only with the text that the key would write.
    String text = key.equals("Enter") ? "\",\"text\":\"\\r" : "";
    String what =
        text
            + "\",\"key\":\""
            + key
            + "\",\"code\":\""
            + key
            + "\",\"windowsVirtualKeyCode\":"
            + code
            + "}";
    call("Input.dispatchKeyEvent", "{\"type\":\"keyDown" + what);
    call("Input.dispatchKeyEvent", "{\"type\":\"keyUp" + what);
  }

  /** Forgets what was complained of. */
  void forget() {
    events.clear();
  }

  /** Complaints of the page, and what it asked for from outside. */
  List<String> complaints() {
    return events.stream()
        .filter(
            e ->
                e.contains("\"Runtime.exceptionThrown\"")
                    || e.contains("\"Log.entryAdded\"")
                    || e.contains("\"Runtime.consoleAPICalled\"")
                    || asksOutside(e))
        .toList();
  }

  /** Whether it asks for anything but files that were opened and data that the page holds. */
  private static boolean asksOutside(String event) {
    Matcher address = ADDRESS.matcher(event);
    return (event.contains("\"Network.requestWillBeSent\"") && address.find())
        || event.contains("\"Network.webSocketCreated\"");
  }

  /** The page from top to bottom. */
  byte[] picture(int width) throws InterruptedException {
    return picture(width, "0", evaluate("document.documentElement.scrollHeight"));
  }

  /** The page from the top of an element to the end of another. */
  byte[] picture(int width, String from, String to) throws InterruptedException {
    boolean places = from.matches("\\d+");
    String top = places ? from : evaluate(edge(from, "top"));
    String end = places ? to : evaluate(edge(to, "bottom"));
    String answer =
        call(
            "Page.captureScreenshot",
            "{\"format\":\"png\",\"captureBeyondViewport\":true,\"clip\":{\"x\":0,\"y\":"
                + top
                + ",\"width\":"
                + width
                + ",\"height\":"
                + (Integer.parseInt(end) - Integer.parseInt(top))
                + ",\"scale\":1}}");
    Matcher data = DATA.matcher(answer);
    if (!data.find()) {
      throw new IllegalStateException(answer);
    }
    return Base64.getDecoder().decode(data.group(1));
  }

  private static String edge(String element, String side) {
    String box = "document.querySelector('" + element + "').getBoundingClientRect()";
    return "Math.round(" + box + "." + side + " + scrollY)";
  }

  @Override
  public void close() {
    socket.abort();
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    try {
      process.waitFor(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
