package org.regionwire.push;

import java.util.Map;

/**
 * A request to a callback.
 *
 * @param target path and query
 * @param body empty for a GET
 */
record Call(Callback callback, String target, Map<String, String> headers, byte[] body) {
  boolean isPost() {
    return body.length > 0;
  }
}
