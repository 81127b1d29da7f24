package org.regionwire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFileTest {
  @TempDir private Path folder;

  @Test
  void a_secret_is_made_once_and_is_no_other() throws Exception {
    var random = new SecureRandom();
    var ours = SecretFile.in(folder.resolve("ours"), random);
    var other = SecretFile.in(folder.resolve("deep/other"), random);
    assertThat(SecretFile.in(folder.resolve("ours"), random).fingerprint())
        .isEqualTo(ours.fingerprint())
        .isNotEqualTo(other.fingerprint());
    assertThat(ours.is(ours.text())).isTrue();
    assertThat(other.is(ours.text())).isFalse();
  }
}
