package org.regionwire.push;

/**
 * What came of a call.
 *
 * @param status of the answer; 0 if there was none
 * @param body its beginning
 * @param failure why there is no answer; empty if there is one
 */
record Reply(int status, String body, String failure) {
  static Reply none(String failure) {
    return new Reply(0, "", failure);
  }

  boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  boolean isGone() {
    return status == 410;
  }

  /** Nobody there, or too slow: the others at this host would wait as long. */
  boolean isSilence() {
    return status == 0;
  }
}
