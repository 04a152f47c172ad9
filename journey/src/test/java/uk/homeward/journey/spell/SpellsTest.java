package uk.homeward.journey.spell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.event.SpellEvent;
import uk.homeward.journey.event.Subject;
import uk.homeward.journey.spell.Spell.State;

class SpellsTest {

    private static final Instant START = Instant.parse("2026-11-23T08:00:00Z");

    @Test
    void aStayArrivesIsAdmittedMovesAndEnds() {
        Spell spell = only(
                at(0, arrived("E1", "ED")),
                at(60, admitted("E1", "AMU")),
                at(90, moved("E1", "AMU", "W5")),
                at(100, expected("E1", 200)),
                at(210, discharged("E1", "home")));
        assertThat(spell)
                .isEqualTo(new Spell(
                        "p1",
                        "qehb",
                        "E1",
                        State.LEFT,
                        "W5",
                        t(0),
                        t(60),
                        t(210),
                        t(200),
                        "fall",
                        "home",
                        List.of(),
                        List.of(new WardMove(t(90), "AMU", "W5"))));
    }

    @Test
    void theOrderAndTheNumberOfTellingsDoNotMatter() {
        Random random = new Random(5);
        for (int round = 0; round < 2_000; round++) {
            List<Recorded<SpellEvent>> facts = randomFacts(random);
            List<Recorded<SpellEvent>> shuffled = new ArrayList<>(facts);
            facts.stream().filter(fact -> random.nextInt(3) == 0).forEach(shuffled::add);
            Collections.shuffle(shuffled, random);
            assertThat(Spells.of(shuffled)).isEqualTo(Spells.of(facts));
        }
    }

    @Test
    void onlyMovesFromWardToWardOfSomebodyInABedAreCountedAndACancelledOneIsNot() {
        Spell spell = only(
                at(0, arrived("E1", "ED")),
                at(10, moved("E1", "ED", "ED2")),
                at(60, admitted("E1", "AMU/1/1")),
                at(70, moved("E1", "AMU/1/1", "AMU/2/4")),
                at(90, moved("E1", "AMU/2/4", "W5")),
                at(95, moved("E1", "W5", "W6")),
                at(99, new SpellEvent.MoveCancelled("p1", "qehb", "E1", "W5")));
        assertThat(spell.moves()).containsExactly(new WardMove(t(90), "AMU/2/4", "W5"));
        assertThat(spell.ward()).isEqualTo("W5");
    }

    @Test
    void aDischargeThatIsToldBeforeTheAdmissionEndsTheStay() {
        assertThat(only(at(50, discharged("V1", "home")), at(10, admitted("V1", "W1")))
                        .state())
                .isEqualTo(State.LEFT);
    }

    @Test
    void aCancelledAdmissionLeavesTheArrivalAndACancelledArrivalLeavesNothing() {
        Spell back = only(at(0, arrived("V1", "ED")), at(5, admitted("V1", "W1")), at(9, admissionCancelled("V1")));
        assertThat(back.state()).isEqualTo(State.ARRIVED);
        assertThat(back.admittedAt()).isNull();
        assertThat(only(at(0, arrived("V1", "ED")), at(9, admissionCancelled("V1")))
                        .state())
                .isEqualTo(State.CANCELLED);
        assertThat(only(at(9, admissionCancelled("V1")), at(0, admitted("V1", "W1")))
                        .state())
                .isEqualTo(State.CANCELLED);
    }

    @Test
    void aCancelledMoveGoesBack() {
        Spell spell = only(
                at(0, admitted("V1", "W1")),
                at(5, moved("V1", null, "W2")),
                at(6, moved("V1", null, "W3")),
                at(7, new SpellEvent.MoveCancelled("p1", "qehb", "V1", null)));
        assertThat(spell.location()).isEqualTo("W2");
    }

    @Test
    void aCancelledDischargeBringsThePersonBackAndASecondDischargeEndsTheStay() {
        List<Recorded<SpellEvent>> facts = new ArrayList<>(List.of(
                at(0, admitted("V1", "W1")),
                at(5, discharged("V1", "home")),
                at(6, new SpellEvent.DischargeCancelled("p1", "qehb", "", "W2"))));
        assertThat(Spells.of(facts)).singleElement().satisfies(spell -> {
            assertThat(spell.state()).isEqualTo(State.ADMITTED);
            assertThat(spell.location()).isEqualTo("W2");
        });
        facts.add(at(9, discharged("", "home")));
        assertThat(Spells.of(facts))
                .singleElement()
                .satisfies(spell -> assertThat(spell.leftAt()).isEqualTo(t(9)));
    }

    @Test
    void aFactWithoutANumberBelongsToTheStayThatWasUnderWay() {
        List<Spell> spells = Spells.of(List.of(
                at(0, admitted("V1", "W1")),
                at(5, discharged("V1", "home")),
                at(20, admitted("V2", "W3")),
                at(25, moved("", null, "W4"))));
        assertThat(spells)
                .extracting(Spell::visit, Spell::location)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("V1", "W1"),
                        org.assertj.core.groups.Tuple.tuple("V2", "W4"));
    }

    @Test
    void anEmergencyVisitEndsWhenThePersonIsAdmittedUnderAnotherNumber() {
        List<Spell> spells = Spells.of(List.of(at(0, arrived("E1", "ED")), at(30, admitted("I1", "AMU"))));
        assertThat(spells.getFirst().state()).isEqualTo(State.LEFT);
        assertThat(spells.getFirst().leftAt()).isEqualTo(t(30));
        assertThat(spells.getFirst().destination()).isEqualTo(Spell.INTO_A_BED);
        assertThat(spells.getLast().isOpen()).isTrue();
    }

    @Test
    void itDoesNotEndWhenThatAdmissionIsCancelled() {
        List<Spell> spells = Spells.of(
                List.of(at(0, arrived("E1", "ED")), at(30, admitted("I1", "AMU")), at(31, admissionCancelled("I1"))));
        assertThat(spells.getFirst().isOpen()).isTrue();
        assertThat(spells.getLast().state()).isEqualTo(State.CANCELLED);
    }

    @Test
    void whoIsMovedWithoutAnArrivalIsInABed() {
        assertThat(only(at(0, moved("V1", "W1", "W2"))).state()).isEqualTo(State.ADMITTED);
    }

    @Test
    void theLastCodingHoldsAndBeginsNoStay() {
        Spell spell = only(
                at(0, admitted("V1", "W1")),
                at(50, coded("V1", "R074")),
                at(60, discharged("V1", "home")),
                at(90, coded("V1", "I209", "I10X")),
                at(90, coded("V9", "J181")));
        assertThat(spell.codes()).containsExactly("I209", "I10X");
        assertThat(spell.state()).isEqualTo(State.LEFT);
    }

    @SafeVarargs
    private static Spell only(Recorded<SpellEvent>... facts) {
        List<Spell> spells = Spells.of(Arrays.asList(facts));
        assertThat(spells).hasSize(1);
        return spells.getFirst();
    }

    private static List<Recorded<SpellEvent>> randomFacts(Random random) {
        List<Recorded<SpellEvent>> facts = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(12); i++) {
            String visit = List.of("V1", "V2", "").get(random.nextInt(3));
            SpellEvent event = switch (random.nextInt(9)) {
                case 0 -> arrived(visit, "ED");
                case 8 -> coded(visit, "S72" + random.nextInt(3));
                case 1 -> admitted(visit, "W" + random.nextInt(3));
                case 2 -> moved(visit, null, "W" + random.nextInt(3));
                case 3 -> discharged(visit, "home");
                case 4 -> expected(visit, random.nextInt(90));
                case 5 -> admissionCancelled(visit);
                case 6 -> new SpellEvent.MoveCancelled("p1", "qehb", visit, "W9");
                default -> new SpellEvent.DischargeCancelled("p1", "qehb", visit, null);
            };
            facts.add(at(random.nextInt(15), event));
        }
        return facts.stream().distinct().toList();
    }

    private static SpellEvent arrived(String visit, String location) {
        return new SpellEvent.Arrived("p1", "qehb", visit, location, "fall");
    }

    private static SpellEvent admitted(String visit, String location) {
        return new SpellEvent.Admitted("p1", "qehb", visit, location);
    }

    private static SpellEvent coded(String visit, String... codes) {
        return new SpellEvent.Coded("p1", "qehb", visit, List.of(codes));
    }

    private static SpellEvent moved(String visit, @Nullable String from, String to) {
        return new SpellEvent.Moved("p1", "qehb", visit, from, to);
    }

    private static SpellEvent discharged(String visit, String destination) {
        return new SpellEvent.Discharged("p1", "qehb", visit, destination);
    }

    private static SpellEvent expected(String visit, int minute) {
        return new SpellEvent.DischargeExpected("p1", "qehb", visit, t(minute));
    }

    private static SpellEvent admissionCancelled(String visit) {
        return new SpellEvent.AdmissionCancelled("p1", "qehb", visit);
    }

    private static Recorded<SpellEvent> at(int minute, SpellEvent event) {
        return new Recorded<>(Subject.spell("uhb/p1"), 1, t(minute), START, Actor.system("hl7", "uhb"), event);
    }

    private static Instant t(int minute) {
        return START.plusSeconds(60L * minute);
    }
}
