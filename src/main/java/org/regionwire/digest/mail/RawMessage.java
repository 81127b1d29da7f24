package org.regionwire.digest.mail;

import jakarta.mail.Session;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.BooleanSupplier;
import org.eclipse.angus.mail.smtp.SMTPMessage;

/** Bytes on their way. The final dot follows them when there is leave for it. */
final class RawMessage extends SMTPMessage {
  private final byte[] bytes;
  private final BooleanSupplier leave;
  private boolean let;

  RawMessage(Session session, byte[] bytes, BooleanSupplier leave) {
    super(session);
    this.bytes = bytes;
    this.leave = leave;
  }

  /** With headers in UTF-8: the bytes are not all ASCII (RFC 6531 section 3.1). */
  void international() {
    setMailExtension("BODY=8BITMIME");
  }

  /** Whether the other side may have it. */
  boolean isLet() {
    return let;
  }

  @Override
  public void writeTo(OutputStream out, String[] without) throws IOException {
    out.write(bytes);
    if (!leave.getAsBoolean()) {
      // The library hangs up without the final dot.
      throw new IOException(Outcome.WITHHELD.reply());
    }
    let = true;
  }
}
