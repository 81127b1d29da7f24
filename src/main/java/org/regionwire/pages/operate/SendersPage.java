package org.regionwire.pages.operate;

import java.util.List;
import java.util.Optional;

/**
 * Who may send.
 *
 * @param said about what was done, or what is wrong; empty for nothing
 * @param alarm whether that is a mistake
 * @param made a new token, shown this once; empty for none
 * @param form as it was typed
 * @param once makes a form that is sent twice make one token
 */
public record SendersPage(
    String said, boolean alarm, String made, Form form, String once, List<Token> tokens) {
  public SendersPage {
    tokens = List.copyOf(tokens);
  }

  /** What was typed. */
  public record Form(String sender, String regions, String rate, String expires) {
    public static final Form EMPTY = new Form("", "", "", "P365D");
  }

  /**
   * A token that was issued.
   *
   * @param regions slugs, or all
   * @param rate a minute; empty for what the setting says
   * @param state in a word
   */
  public record Token(
      String id,
      String sender,
      String regions,
      String rate,
      String state,
      boolean valid,
      Stamp made,
      Optional<Stamp> expires,
      Optional<Stamp> used) {}
}
