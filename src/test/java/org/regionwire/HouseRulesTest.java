package org.regionwire;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;

/** Which way imports point, and what stays where. */
@AnalyzeClasses(
    packages = HouseRulesTest.ROOT,
    importOptions = {
      ImportOption.DoNotIncludeTests.class,
      HouseRulesTest.WithoutCompiledTemplates.class
    })
class HouseRulesTest {
  static final String ROOT = "org.regionwire";
  private static final String STAGES = "org.regionwire.(*)..";

  static final class WithoutCompiledTemplates implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("/org/regionwire/jte/");
    }
  }

  @ArchTest
  static final ArchRule packages_know_each_other_one_way_only =
      slices().matching(STAGES).should().beFreeOfCycles();

  @ArchTest
  static final ArchRule packages_below_them_too =
      slices().matching("org.regionwire.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule the_flow_points_one_way =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("words")
          .definedBy(in("news"))
          .layer("region")
          .definedBy(in("region"))
          .layer("intake")
          .definedBy(in("intake"))
          .layer("archive")
          .definedBy(in("archive"))
          .layer("web")
          .definedBy(in("web"))
          .layer("door")
          .definedBy(in("door"))
          .layer("senders")
          .definedBy(in("senders"))
          .layer("backup")
          .definedBy(in("backup"))
          .layer("outputs")
          .definedBy(in("feeds"), in("digest"), in("pages"), in("push"))
          .layer("broker")
          .definedBy(in("broker"))
          .layer("figures")
          .definedBy(in("figures"))
          .layer("nodes")
          .definedBy(in("nodes"))
          .layer("whereabouts")
          .definedBy(in("whereabouts"))
          .layer("parked")
          .definedBy(in("parked"))
          .layer("http")
          .definedBy(in("http"))
          .layer("operate")
          .definedBy(in("operate"))
          .layer("root")
          .definedBy(ROOT)
          .whereLayer("root")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("http")
          .mayOnlyBeAccessedByLayers("root")
          .whereLayer("operate")
          .mayOnlyBeAccessedByLayers("root")
          .whereLayer("outputs")
          .mayOnlyBeAccessedByLayers("http", "operate", "root")
          .whereLayer("whereabouts")
          .mayOnlyBeAccessedByLayers("http", "operate", "root")
          .whereLayer("parked")
          .mayOnlyBeAccessedByLayers("http", "operate", "root")
          .whereLayer("nodes")
          .mayOnlyBeAccessedByLayers("http", "root")
          .whereLayer("broker")
          .mayOnlyBeAccessedByLayers("parked", "operate", "root")
          .whereLayer("door")
          .mayOnlyBeAccessedByLayers("http", "operate", "root")
          .whereLayer("senders")
          .mayOnlyBeAccessedByLayers("door", "http", "operate", "root")
          .whereLayer("backup")
          .mayOnlyBeAccessedByLayers("root")
          .whereLayer("figures")
          .mayOnlyBeAccessedByLayers("whereabouts", "operate", "root")
          .whereLayer("archive")
          .mayOnlyBeAccessedByLayers(
              "backup",
              "outputs",
              "senders",
              "figures",
              "nodes",
              "whereabouts",
              "parked",
              "http",
              "operate",
              "root")
          .whereLayer("intake")
          .mayOnlyBeAccessedByLayers(
              "outputs", "senders", "whereabouts", "parked", "http", "operate", "root")
          .whereLayer("region")
          .mayOnlyBeAccessedByLayers(
              "intake", "outputs", "senders", "parked", "http", "operate", "root")
          .whereLayer("web")
          .mayOnlyBeAccessedByLayers("outputs", "door", "http", "operate", "root");

  @ArchTest
  static final ArchRule feeds_digests_and_pages_do_not_know_each_other =
      slices()
          .matching(STAGES)
          .should()
          .notDependOnEachOther()
          .ignoreDependency(not(resideInAnOutput()), resideInAPackage(ROOT + ".."))
          .ignoreDependency(resideInAPackage(ROOT + ".."), not(resideInAnOutput()));

  @ArchTest
  static final ArchRule the_words_need_java_only =
      classes()
          .that()
          .resideInAPackage(in("news"))
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", in("news"), "org.jspecify..");

  @ArchTest
  static final ArchRule the_web_needs_vertx_and_jackson_only =
      classes()
          .that()
          .resideInAPackage(in("web"))
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              in("web"),
              in("news"),
              "io.vertx..",
              "io.netty.buffer..",
              "com.fasterxml..",
              "org.jspecify..");

  @ArchTest
  static final ArchRule camel_is_known_to_the_root_the_broker_and_what_routes_speak_http_with =
      only("org.apache.camel..").outsideOf(ROOT, in("broker"), in("http"));

  @ArchTest
  static final ArchRule jms_is_known_to_the_root_and_the_broker =
      only("jakarta.jms..", "org.apache.activemq..").outsideOf(ROOT, in("broker"));

  @ArchTest
  static final ArchRule rome_is_known_to_the_formats_of_feeds =
      only("com.rometools..", "org.jdom2..").outsideOf(in("feeds.formats"));

  @ArchTest
  static final ArchRule vertx_is_known_where_http_is_spoken =
      only("io.vertx..")
          .outsideOf(
              ROOT,
              in("web"),
              in("door"),
              in("feeds"),
              in("pages"),
              in("push"),
              in("http"),
              in("operate"));

  @ArchTest
  static final ArchRule mail_is_known_to_the_mail_adapter =
      only("jakarta.mail..", "org.eclipse.angus..").outsideOf(in("digest.mail"));

  @ArchTest
  static final ArchRule databases_are_known_to_jdbi_classes =
      noClasses()
          .that()
          .haveNameNotMatching(".*\\.(Jdbi\\w*|Database)(\\$.*)?")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.jdbi..", "java.sql..", "javax.sql..");

  @ArchTest
  static final ArchRule others_count_in_the_books_of_digests_but_do_not_open_them =
      noClasses()
          .that()
          .resideOutsideOfPackage(in("digest"))
          .should()
          .dependOnClassesThat()
          .haveNameMatching(".*\\.digest\\.books\\.(?!JdbiAudience|JdbiReach).*");

  @ArchTest
  static final ArchRule templates_are_known_to_who_renders_them =
      noClasses()
          .that()
          .haveNameNotMatching(".*\\.(pages\\.Templates|digest\\.letters\\.Templates)")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("gg.jte..");

  @ArchTest
  static final ArchRule time_settings_and_randomness_come_by_constructor =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT)
          .should()
          .callMethod(System.class, "getenv")
          .orShould()
          .callMethod(System.class, "getenv", String.class)
          .orShould()
          .callMethod(System.class, "getProperty", String.class)
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(Clock.class, "systemUTC")
          .orShould()
          .callMethod(Clock.class, "systemDefaultZone")
          .orShould()
          .callConstructor(Random.class)
          .orShould()
          .callMethod(ThreadLocalRandom.class, "current")
          .orShould()
          .callMethod(Math.class, "random");

  @ArchTest
  static final ArchRule nobody_asks_the_machine_for_the_time =
      noClasses().should().callMethod(Instant.class, "now");

  @ArchTest
  static final ArchRule only_the_program_speaks_to_the_terminal =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT)
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");

  @ArchTest
  static final ArchRule names_come_from_the_glossary =
      noClasses()
          .should()
          .haveNameMatching(
              ".*(Impl|Service|Manager|Helper|Utils?|DTO|Entity|Repository|Processor|Handler)");

  private static String in(String stage) {
    return ROOT + "." + stage + "..";
  }

  private static DescribedPredicate<JavaClass> resideInAnOutput() {
    return resideInAnyPackage(in("feeds"), in("digest"), in("pages"), in("push"));
  }

  private static Known only(String... packages) {
    return homes ->
        noClasses()
            .that()
            .resideOutsideOfPackages(homes)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(packages);
  }

  private interface Known {
    ArchRule outsideOf(String... homes);
  }
}
