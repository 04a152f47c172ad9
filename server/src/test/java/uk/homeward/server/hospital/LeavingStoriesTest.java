package uk.homeward.server.hospital;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.homeward.journey.event.FlowEvent.MoveReason;
import uk.homeward.journey.event.SpellEvent;
import uk.homeward.journey.flow.Due;
import uk.homeward.journey.flow.Flow;
import uk.homeward.journey.flow.Task;
import uk.homeward.journey.place.Place;
import uk.homeward.journey.place.Provider;
import uk.homeward.journey.place.ProviderKind;
import uk.homeward.server.Visitor;
import uk.homeward.server.access.Role;
import uk.homeward.server.time.PlaceTime;

/**
 * What happened to real people on their way out of hospital (documents 003 and 004, paraphrased in the reference's
 * stories), and how Homeward changes it. Whatever a person does goes through the pages, without JavaScript.
 */
class LeavingStoriesTest extends Ward {

    private final Instant now = bean(PlaceTime.class).instant();
    private final Visitor ward = visitor(Role.WARD);

    private LocalDate today() {
        return now.atZone(ZONE).toLocalDate();
    }

    private static String local(LocalDate day, String time) {
        return LocalDateTime.of(day, LocalTime.parse(time)).toString();
    }

    private String inBed(String person, long daysAgo) {
        return stays.tell(
                        "uhb",
                        person,
                        List.of(new SpellEvent.Admitted(person, SITE, newId("V"), WARD + "/A/1")),
                        now.minusSeconds(daysAgo * 86_400),
                        NURSE)
                .orElseThrow()
                .id();
    }

    private static String page(String stay) {
        return "/stays/" + StayRef.encode(stay);
    }

    private static String received(String stay) {
        return "/summaries/" + StayRef.encode(stay);
    }

    /** The ward records in her record what was decided, as everybody does. */
    private void decide(String person, String decision, String words) {
        String form = "/people/" + person + "/decisions/resuscitation";
        assertThat(ward.get(form)).contains("What was decided");
        ward.send(form, "decision", decision, "words", words, "decided-by", "Rose", "capacity", "has");
        assertThat(ward.path()).isEqualTo("/people/" + person + "/summary");
    }

    /** What a ward fills in at least, with words under a few headings. */
    private static String[] summary(String organisation, String... more) {
        List<String> fields = new ArrayList<>(List.of("organisation", organisation));
        for (String part : List.of("DIAGNOSES", "WHAT_HAPPENED", "MEDICINES", "ALLERGIES", "PLAN")) {
            fields.addAll(List.of("words-" + part, "Written under " + part));
        }
        fields.addAll(List.of(more));
        return fields.toArray(String[]::new);
    }

    /** One of the place's nursing homes. */
    private static Provider home(int number) {
        return bean(Place.class).providers().stream()
                .filter(p -> p.kind() == ProviderKind.NURSING_HOME)
                .skip(20L + number)
                .findFirst()
                .orElseThrow();
    }

    private void left(String person, String stay) {
        stays.tell(
                "uhb",
                person,
                List.of(new SpellEvent.Discharged(person, SITE, visit(stay), "19")),
                now.minusSeconds(10),
                NURSE);
    }

    private Flow flow(String stay) {
        return flows.find(stay).orElseThrow();
    }

    @Test
    void the_man_who_lives_alone_is_not_sent_home_late_at_night_unseen() {
        String arthur = person("Arthur", true);
        String stay = inBed(arthur, 3);
        String tomorrow = today().plusDays(1).toString();
        ward.get(page(stay));
        ward.send(page(stay) + "/review", "criterion", "none", "senior", "yes");
        assertThat(ward.send(page(stay) + "/ask-task", "kind", "TRANSPORT"))
                .contains("Recorded: Asked for: transport, by");
        assertThat(flow(stay).tasks().getFirst().dueAt())
                .as("transport warns after an hour")
                .isBetween(now.plusSeconds(3_590), now.plusSeconds(3_700));

        assertThat(ward.send(page(stay) + "/agree-departure", "departs", tomorrow + "T22:30"))
                .contains("This was not recorded", "They live alone", "Name who checks that they arrived well");
        assertThat(ward.send(page(stay) + "/name-arrival-check", "who", "Mrs Khan next door", "phone", "0121 496 0000"))
                .contains("Recorded: Looks in on them when they are home: Mrs Khan next door");
        assertThat(ward.send(page(stay) + "/agree-departure", "departs", tomorrow + "T22:30"))
                .contains("Recorded: Leaves at");

        stays.tell(
                "uhb",
                arthur,
                List.of(new SpellEvent.Discharged(arthur, SITE, visit(stay), "19")),
                now.minusSeconds(10),
                NURSE);
        assertThat(flow(stay).dues()).extracting(Due::kind).startsWith(Due.Kind.ARRIVAL_CHECK);
        assertThat(ward.send(page(stay) + "/check-arrival", "well", "yes", "note", "warm, fed, key in the safe"))
                .contains("Recorded: Came home well");
        assertThat(flow(stay).dues()).extracting(Due::kind).doesNotContain(Due.Kind.ARRIVAL_CHECK);
    }

    @Test
    void nobody_waits_for_medicines_to_move_one_step() {
        String stay = inBed(person("Walter", false), 9);
        ward.get(page(stay));
        ward.send(page(stay) + "/review", "criterion", "none");
        ward.send(page(stay) + "/describe-need", "needs", "THERAPY", "needs", "NOT_SAFE_BETWEEN_VISITS");
        ward.send(page(stay) + "/name-destination", "kind", "COMMUNITY_BED", "name", "Community Unit 27");
        assertThat(ward.send(page(stay) + "/ask-task", "kind", "MEDICINES"))
                .contains("Goes to Community Unit 27; the person does not wait.");
        Task medicines = flow(stay).tasks().getFirst();
        assertThat(medicines.holdsThePerson()).isFalse();
        assertThat(medicines.dueAt()).as("an alert after an hour").isBefore(now.plusSeconds(3_700));

        assertThat(ward.get("/wards/" + WARD)).contains("Walter Flow", "Medicines to take home");
        assertThat(ward.send(page(stay) + "/advance-task", "task", medicines.id(), "stage", "dispensed"))
                .contains("How far it is: dispensed");
        ward.send(page(stay) + "/finish-task", "task", medicines.id());
        assertThat(flow(stay).tasks()).noneMatch(Task::isOpen);
    }

    @Test
    void a_resuscitation_decision_that_changed_on_the_way_is_the_only_one_her_care_home_acts_on() {
        String rose = person("Rose", false);
        String stay = inBed(rose, 6);
        Provider home = home(0);
        String homes = home.id().value();
        String kept = "words-RESUSCITATION";
        ward.get(page(stay));
        decide(rose, "attempt", "Agreed with Rose");
        ward.get(page(stay));
        ward.send(page(stay) + "/name-destination", "kind", "USUAL_CARE_HOME", "name", home.title());
        assertThat(ward.send(page(stay) + "/send-summary", "organisation", homes, "parts", "DIAGNOSES"))
                .contains("The summary lacks: ", "Allergies");
        assertThat(ward.send(page(stay) + "/send-summary", summary(homes, kept, "For resuscitation")))
                .contains("Discharge summary sent to " + home.title() + ", 50% complete");
        left(rose, stay);

        Visitor matron = visitor(Role.PROVIDER, homes);
        assertThat(matron.get("/summaries")).contains("Rose Flow", "50% complete");
        assertThat(matron.get(received(stay)))
                .contains("Resuscitation: Attempt resuscitation", "Agreed with Rose", "We have read it");

        ward.get(page(stay));
        decide(rose, "do-not-attempt", "Agreed with Rose and her son");
        assertThat(ward.get("/people/" + rose + "/summary"))
                .as("whoever opens her record reads the new decision first")
                .contains("Do not attempt resuscitation (DNACPR)", "Agreed with Rose and her son");
        assertThat(ward.get(page(stay))).contains("Send the summary again: a decision changed");

        assertThat(matron.get("/summaries")).contains("A decision changed since it was sent");
        assertThat(matron.get(received(stay)))
                .as("before the summary is sent again the home already sees what holds")
                .contains("A decision about care changed after this was sent", "Resuscitation: Do not attempt")
                .doesNotContain("Resuscitation: Attempt resuscitation", "We have read it");
        assertThat(matron.send(received(stay) + "/acknowledge", "by", "Matron Ellis"))
                .contains("A decision changed after this summary was sent");

        ward.get(page(stay));
        ward.send(page(stay) + "/send-summary", summary(homes, kept, "Not for resuscitation"));
        assertThat(matron.get(received(stay))).contains("Not for resuscitation", "We have read it");
        assertThat(matron.send(received(stay) + "/acknowledge", "by", "Matron Ellis"))
                .contains("The hospital sees that the summary was read");
        assertThat(ward.get(page(stay))).contains("Discharge summary read at " + home.title() + " by Matron Ellis");
        assertThat(flow(stay).dues()).extracting(Due::kind).doesNotContain(Due.Kind.SUMMARY_AGAIN);
    }

    @Test
    void fredas_ward_move_while_she_waits_is_counted_as_a_harm_and_home_comes_before_a_bed() {
        String freda = person("Freda", true);
        String stay = inBed(freda, 8);
        ward.get(page(stay));
        ward.send(page(stay) + "/review", "criterion", "none", "at", local(today().minusDays(5), "10:00"));
        ward.send(page(stay) + "/describe-need", "needs", "HELP_WITH_CARE", "needs", "THERAPY");
        assertThat(ward.send(page(stay) + "/ask-for-bed", "lasting", "no")).contains("can be given at home");

        Instant moved = today().minusDays(3).atTime(23, 20).atZone(ZONE).toInstant();
        stays.tell(
                "uhb",
                freda,
                List.of(new SpellEvent.Moved(freda, SITE, visit(stay), null, "qehb-medical-ward-4/B/2")),
                moved,
                NURSE);
        assertThat(ward.get(page(stay))).contains("Counts as a harm", "Nobody has said why", "by night");
        assertThat(ward.get("/wards/qehb-medical-ward-4")).contains("Freda Flow", "1 harmful move");
        assertThat(ward.send(
                        page(stay) + "/explain-move",
                        "movedAt",
                        moved.toString(),
                        "reason",
                        MoveReason.ROOM_FOR_OTHERS.name()))
                .contains("The bed was needed for somebody else");
        assertThat(flow(stay).moves().getFirst().isHarm()).isTrue();
        assertThat(flow(stay).ready(now).orElseThrow().days()).isEqualTo(5);

        ward.send(
                page(stay) + "/ask-for-bed",
                "lasting",
                "no",
                "whyNotHome",
                "her family refuses",
                "agreedWith",
                "Grace Osei, therapist");
        assertThat(visitor(Role.HUB).get("/hub?pathway=2"))
                .as("the hub sees that she could go home")
                .contains("Freda Flow", "Could go home", "what was described can be given at home");
    }
}
