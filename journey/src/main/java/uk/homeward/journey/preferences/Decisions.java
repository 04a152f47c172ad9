package uk.homeward.journey.preferences;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import uk.homeward.journey.event.PersonEvent;
import uk.homeward.journey.event.PersonEvent.CareDecided;
import uk.homeward.journey.event.PersonEvent.CareDecisionEnded;
import uk.homeward.journey.event.PersonEvent.CareDecisionEndorsed;
import uk.homeward.journey.event.Recorded;

/**
 * All decisions about a person's care, folded from what was told of them: of each kind the one that was made last holds, and
 * those before it are its history. Whoever told it, and in whatever order it reached us, there is one truth.
 *
 * @param all newest first
 */
public record Decisions(List<Decision> all) {

    public Decisions {
        all = List.copyOf(all);
    }

    /** From the events of every record that is of this person. */
    public static Decisions of(List<Recorded<PersonEvent>> events) {
        List<Recorded<PersonEvent>> inOrder = new ArrayList<>(events);
        inOrder.sort(Comparator.<Recorded<PersonEvent>, java.time.Instant>comparing(Recorded::occurredAt)
                .thenComparing(Recorded::recordedAt)
                .thenComparingInt(Recorded::sequence));
        List<Decision> all = new ArrayList<>();
        for (Recorded<PersonEvent> told : inOrder) {
            switch (told.event()) {
                case CareDecided e -> DecisionKind.find(e.kind()).ifPresent(kind -> decided(all, kind, e, told));
                case CareDecisionEndorsed e -> endorsed(all, e, told);
                case CareDecisionEnded e -> ended(all, e, told);
                default -> {} // nothing of decisions
            }
        }
        all.sort(Comparator.comparing(Decision::at).reversed());
        return new Decisions(all);
    }

    private static void decided(List<Decision> all, DecisionKind kind, CareDecided e, Recorded<PersonEvent> told) {
        all.replaceAll(d -> d.kind() == kind && d.holds() ? d.ended(told.occurredAt(), "decided anew") : d);
        all.add(new Decision(
                kind,
                told.subject().id(),
                told.sequence(),
                e.decision(),
                e.words(),
                e.decidedBy(),
                e.capacity(),
                e.consulted(),
                e.reviewOn(),
                told.occurredAt(),
                told.by(),
                null,
                null,
                ""));
    }

    private static void endorsed(List<Decision> all, CareDecisionEndorsed e, Recorded<PersonEvent> told) {
        all.replaceAll(d ->
                d.sequence() == e.decided() && d.person().equals(told.subject().id())
                        ? d.endorsed(e.clinician(), told.occurredAt())
                        : d);
    }

    private static void ended(List<Decision> all, CareDecisionEnded e, Recorded<PersonEvent> told) {
        all.replaceAll(d -> d.kind().word().equals(e.kind()) && d.holds() ? d.ended(told.occurredAt(), e.reason()) : d);
    }

    /** What holds now, in the order of the kinds. */
    public List<Decision> current() {
        return java.util.Arrays.stream(DecisionKind.values())
                .map(this::find)
                .flatMap(Optional::stream)
                .toList();
    }

    /** The one that holds; empty if nothing was decided, or it was ended. */
    public Optional<Decision> find(DecisionKind kind) {
        return all.stream().filter(d -> d.kind() == kind && d.holds()).findFirst();
    }

    /** Those that do not hold any more, newest first. */
    public List<Decision> before(DecisionKind kind) {
        return all.stream().filter(d -> d.kind() == kind && !d.holds()).toList();
    }

    /** What must go with the person wherever they are taken: one sentence for each decision that holds. */
    public List<String> sentences(java.time.ZoneId zone) {
        return current().stream().map(d -> sentence(d, zone)).toList();
    }

    private static String sentence(Decision d, java.time.ZoneId zone) {
        StringBuilder words = new StringBuilder(d.kind().title())
                .append(": ")
                .append(d.title())
                .append('.');
        if (!d.remark().isBlank()) {
            words.append(' ')
                    .append(d.remark().strip())
                    .append(d.remark().strip().endsWith(".") ? "" : ".");
        }
        words.append(" Decided on ").append(d.at().atZone(zone).toLocalDate());
        words.append(d.decidedBy().isBlank() ? "" : " by " + d.decidedBy())
                .append("; ")
                .append(d.capacityWords());
        words.append(d.consulted().isBlank() ? "" : "; spoken with " + d.consulted());
        words.append(
                d.endorsedBy() != null
                        ? "; endorsed by "
                                + Objects.requireNonNull(d.endorsedBy()).clinician()
                        : d.isEndorsed() ? "" : "; NOT YET ENDORSED by a senior clinician");
        words.append(d.reviewOn() == null ? "" : "; to be reviewed on " + d.reviewOn());
        return words.append('.').toString();
    }
}
