package org.regionwire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.regionwire.nodes.Role;

class SettingsTest {
  private static Properties properties(String... pairs) {
    var properties = new Properties();
    for (int i = 0; i < pairs.length; i += 2) {
      properties.setProperty(pairs[i], pairs[i + 1]);
    }
    return properties;
  }

  @Test
  void what_is_shipped_runs_on_a_laptop() {
    var settings = new Settings(Map.of(), properties());
    assertThat(settings.inbox).isEqualTo(Path.of("data/inbox"));
    assertThat(settings.base).isEqualTo("http://127.0.0.1:8080");
    assertThat(settings.database).isEqualTo("sqlite:data/regionwire.db");
  }

  @Test
  void the_home_moves_everything_in_it() {
    var settings = new Settings(Map.of(), properties("regionwire.home", "/srv/wire"));
    assertThat(settings.inbox).isEqualTo(Path.of("/srv/wire/inbox"));
    assertThat(settings.mail).isEqualTo("folder:/srv/wire/outbox");
  }

  @Test
  void the_environment_overrides_by_name() {
    var settings =
        new Settings(
            Map.of("REGIONWIRE_HTTP_PORT", "9090"), properties("regionwire.http.port", "1"));
    assertThat(settings.port).isEqualTo(9090);
    assertThat(settings.base).isEqualTo("http://127.0.0.1:9090");
  }

  @Test
  void every_bad_key_is_named_at_once() {
    var bad =
        properties(
            "regionwire.http.port", "many",
            "regionwire.mail", "pigeon:",
            "regionwire.inbox.settle", "soon",
            "regionwire.base", "https://example.org/wire",
            "regionwire.proxies", "proxy.example",
            "regionwire.limit.asks", "0",
            "regionwire.colour", "blue");
    assertThatThrownBy(() -> new Settings(Map.of(), bad))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("regionwire.http.port is \"many\", not a whole number")
        .hasMessageContaining("regionwire.mail is \"pigeon:\"")
        .hasMessageContaining("regionwire.base is \"https://example.org/wire\"")
        .hasMessageContaining("regionwire.inbox.settle is \"soon\"")
        .hasMessageContaining("regionwire.proxies is \"proxy.example\", not networks such as")
        .hasMessageContaining("regionwire.limit.asks is \"0\", not a whole number from 1")
        .hasMessageContaining("regionwire.colour is not a setting");
  }

  @Test
  void the_base_loses_its_last_slash() {
    var settings =
        new Settings(Map.of(), properties("regionwire.base", "https://news.example.org/"));
    assertThat(settings.base).isEqualTo("https://news.example.org");
  }

  @Test
  void a_node_has_the_roles_it_is_given() {
    var settings = new Settings(Map.of("REGIONWIRE_ROLES", "feeds, web"), properties());
    assertThat(settings.roles).containsExactlyInAnyOrder(Role.FEEDS, Role.WEB);
    assertThat(settings.placeholders())
        .containsEntry("role.feeds", "true")
        .containsEntry("role.archive", "false");
  }

  @Test
  void what_is_no_role_or_broker_is_named_without_a_password() {
    var bad =
        properties("regionwire.roles", "feeds,cook", "regionwire.broker", "tcp://me:secret@host");
    assertThatThrownBy(() -> new Settings(Map.of(), bad))
        .hasMessageContaining("some of intake,archive,feeds,digest,web")
        .hasMessageContaining("regionwire.broker is neither embedded nor tcp://")
        .hasMessageNotContaining("secret");
  }
}
