package uk.homeward.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;

/** The houses and their one-way stairs, as docs/architecture.md draws them. */
@AnalyzeClasses(packages = "uk.homeward", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] PLAIN = {"uk.homeward.journey..", "uk.homeward.insight..", "uk.homeward.foresight.."};

    @ArchTest
    static final ArchRule journey_depends_on_nothing_of_ours = classes()
            .that()
            .resideInAPackage("uk.homeward.journey..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("uk.homeward.journey..", "java..", "org.jspecify..", "org.snakeyaml..");

    @ArchTest
    static final ArchRule insight_stands_on_journey = classes()
            .that()
            .resideInAPackage("uk.homeward.insight..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "uk.homeward.insight..",
                    "uk.homeward.journey..",
                    "java..",
                    "javax.crypto..",
                    "org.jspecify..",
                    "org.duckdb..");

    @ArchTest
    static final ArchRule foresight_stands_on_journey = classes()
            .that()
            .resideInAPackage("uk.homeward.foresight..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("uk.homeward.foresight..", "uk.homeward.journey..", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule the_plain_houses_never_ask_the_machine_for_the_time = noClasses()
            .that()
            .resideInAnyPackage(PLAIN)
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule the_server_asks_only_the_places_time = noClasses()
            .that()
            .resideInAPackage("uk.homeward.server..")
            .and()
            .resideOutsideOfPackage("uk.homeward.server.time..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now");

    @ArchTest
    static final ArchRule only_the_journal_writes_events = noClasses()
            .that()
            .resideOutsideOfPackage("uk.homeward.server.journal..")
            .should()
            .callMethodWhere(com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                            com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner(
                                    com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName("Journal")))
                    .and(com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                            com.tngtech.archunit.core.domain.properties.HasName.Predicates.name("append"))));

    @ArchTest
    static final ArchRule the_domain_has_no_cycles =
            slices().matching("uk.homeward.journey.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nothing_is_deserialised_by_java =
            noClasses().should().dependOnClassesThat().haveFullyQualifiedName("java.io.ObjectInputStream");

    /** Whoever sends to elsewhere stands here, and compares hosts as parsed with what the operator allows. */
    @ArchTest
    static final ArchRule only_few_speak_to_the_outside = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("uk.homeward.server.exchange.rest.Postman")
            .and()
            .doNotHaveFullyQualifiedName("uk.homeward.server.exchange.outgoing.Sender")
            .and()
            .doNotHaveFullyQualifiedName("uk.homeward.server.exchange.mllp.MllpClient")
            .and()
            .doNotHaveFullyQualifiedName("uk.homeward.server.measures.Post")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.net.http.HttpClient")
            .orShould()
            .callConstructor(java.net.Socket.class)
            .orShould()
            .callConstructor(java.net.Socket.class, String.class, int.class)
            .orShould()
            .callMethod(java.net.URL.class, "openConnection")
            .orShould()
            .callMethod(java.net.URL.class, "openStream");
}
