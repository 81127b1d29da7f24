package org.regionwire.bench;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** An HTTP request to the loopback, as it is written. */
record Request(String method, String path, Map<String, String> headers, byte[] body) {

  static Request get(String path) {
    return new Request("GET", path, Map.of(), new byte[0]);
  }

  static Request post(String path, String token, byte[] json) {
    var headers = Map.of("Authorization", "Bearer " + token, "Content-Type", "application/json");
    return new Request("POST", path, headers, json);
  }

  Request with(String name, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Request(method, path, more, body);
  }

  byte[] bytes() {
    var head = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    if (!method.equals("GET")) {
      head.append("Content-Length: ").append(body.length).append("\r\n");
    }
    byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    byte[] all = java.util.Arrays.copyOf(start, start.length + body.length);
    System.arraycopy(body, 0, all, start.length, body.length);
    return all;
  }
}
