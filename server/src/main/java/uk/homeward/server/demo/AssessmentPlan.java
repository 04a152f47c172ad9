package uk.homeward.server.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import uk.homeward.journey.assessment.Bank;
import uk.homeward.journey.assessment.Form;
import uk.homeward.journey.event.AgreementEvent.Terms;

/**
 * Who assesses somebody on a journey, and when. Each organisation that an agreement names for a form wants it filled, as
 * organisations did before they trusted each other; the share that rely on what stands instead grows over the demo's told
 * days. The list depends on the journey alone, so that it can be made again at any time.
 */
final class AssessmentPlan {

    /** From this day after the place's first told day on, habits are the new ones. */
    private static final double DAYS_OF_CHANGE = 45;

    private static final double RELIES_FIRST = 0.05;
    private static final double RELIES_LAST = 0.95;
    private static final double ASKS_AGAIN_FIRST = 0.35;
    private static final double ASKS_AGAIN_LAST = 0.03;
    private static final double CHALLENGED = 0.06;

    private final Bank bank;
    private final Luck luck;
    private final ZoneId zone;
    private final Instant first;

    /** @param first the place's first told day */
    AssessmentPlan(Bank bank, Luck luck, ZoneId zone, Instant first) {
        this.bank = bank;
        this.luck = luck;
        this.zone = zone;
        this.first = first;
    }

    /** Something that somebody of an organisation does about a form of one person. */
    sealed interface Deed {
        Instant at();

        Want want();
    }

    /** They look for an assessment that stands, and begin one where they find none or do not trust it. */
    record Looks(Instant at, Want want, boolean relies) implements Deed {}

    /** They ask what is missing and complete what they began. */
    record Finishes(Instant at, Want want, double asksAgain) implements Deed {}

    /** They hold what they relied on to be wrong. */
    record Doubts(Instant at, Want want) implements Deed {}

    /** Those who made it answer. */
    record Answers(Instant at, Want want, boolean upheld) implements Deed {}

    /** An organisation wants a form of somebody, as one of a journey's wants. */
    record Want(String journey, String person, Form form, String organisation, String role) {

        /** The id of the assessment that they make, if they make one. */
        String assessment() {
            return "demo-" + journey + "-" + form.id() + "-" + organisation;
        }
    }

    /** Everything that is done about one journey, in order. */
    List<Deed> of(String journey, String person, Instant opened) {
        List<Deed> deeds = new ArrayList<>();
        Instant at = opened;
        for (Form form : bank.forms().values()) {
            if (isNeeded(form, journey)) {
                for (Want want : wants(journey, person, form)) {
                    String what = want.assessment();
                    at = Hours.DAY.next(
                            at.plus(luck.about(Duration.ofHours(12), Duration.ofHours(10), journey, what)),
                            zone,
                            luck.uniform(journey, what + " hour"));
                    about(want, at, deeds);
                }
            }
        }
        deeds.sort(java.util.Comparator.comparing(Deed::at));
        return deeds;
    }

    /** The more a form asks that others ask, too, the more often it is needed. */
    private boolean isNeeded(Form form, String journey) {
        double shared =
                form.questions().stream().filter(q -> bank.asking(q).size() > 1).count()
                        / (double) form.questions().size();
        return luck.happens(0.4 + 0.45 * shared, journey, "needs " + form.id());
    }

    private List<Want> wants(String journey, String person, Form form) {
        Set<String> organisations = new LinkedHashSet<>();
        bank.agreements().values().stream()
                .filter(t -> t.forms().contains(form.id()))
                .forEach(t -> {
                    organisations.add(t.assessor());
                    organisations.add(t.receiver());
                });
        return organisations.stream()
                .map(o -> new Want(journey, person, form, o, role(form, o)))
                .toList();
    }

    private String role(Form form, String organisation) {
        return bank.agreements().values().stream()
                .filter(t -> t.assessor().equals(organisation) && t.forms().contains(form.id()))
                .map(Terms::roles)
                .findFirst()
                .map(List::getFirst)
                .orElse("coordinator");
    }

    private void about(Want want, Instant at, List<Deed> deeds) {
        String what = want.assessment();
        String journey = want.journey();
        double later = later(at);
        deeds.add(new Looks(at, want, luck.happens(between(RELIES_FIRST, RELIES_LAST, later), journey, what)));
        Duration lasts = luck.about(Duration.ofHours(3), Duration.ofHours(4), journey, what + " lasts");
        deeds.add(
                new Finishes(at.plus(lasts).plusSeconds(900), want, between(ASKS_AGAIN_FIRST, ASKS_AGAIN_LAST, later)));
        if (luck.happens(CHALLENGED, journey, what + " doubts")) {
            Instant doubts = Hours.DAY.next(at.plus(1, ChronoUnit.DAYS), zone, luck.uniform(journey, what + " when"));
            deeds.add(new Doubts(doubts, want));
            deeds.add(new Answers(
                    Hours.DAY.next(doubts.plus(30, ChronoUnit.HOURS), zone, luck.uniform(journey, what + " answer")),
                    want,
                    luck.happens(0.4, journey, what + " upheld")));
        }
    }

    /** How far habits have changed: 0 on the first told day, 1 once they have. */
    private double later(Instant at) {
        double days = Duration.between(first, at).toHours() / 24.0;
        return Math.clamp(days / DAYS_OF_CHANGE, 0, 1);
    }

    private static double between(double from, double to, double share) {
        return from + (to - from) * share;
    }
}
