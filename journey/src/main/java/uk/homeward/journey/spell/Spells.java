package uk.homeward.journey.spell;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.event.SpellEvent;

/**
 * Reads stays from facts. The facts are put in the order in which they happened, so it does not matter in which order
 * they were told, nor how often.
 *
 * <p>A fact without a visit number belongs to the stay that was under way when it happened. An emergency visit that
 * nobody ended is over when the same hospital gives the person a bed under another number.
 */
public final class Spells {

    private static final Comparator<Recorded<SpellEvent>> ORDER = Comparator.comparing(
                    (Recorded<SpellEvent> fact) -> fact.occurredAt())
            .thenComparingInt(fact -> rank(fact.event()))
            .thenComparing(fact -> fact.event().toString());

    private final List<Course> courses = new ArrayList<>();

    private Spells() {}

    /**
     * The stays of one person at one organisation.
     *
     * @param facts all that was told of them, in any order
     * @return the stays in the order in which they began
     */
    public static List<Spell> of(List<Recorded<SpellEvent>> facts) {
        Spells spells = new Spells();
        TreeSet<Recorded<SpellEvent>> once = new TreeSet<>(ORDER); // told twice is told once
        once.addAll(facts);
        once.forEach(fact -> spells.take(fact.event(), fact.occurredAt()));
        once.forEach(fact -> spells.code(fact.event()));
        spells.endVisitsThatBecameStays();
        return spells.courses.stream().map(Course::spell).toList();
    }

    /**
     * A stay's id: the subject, an organisation and a person, and the hospital's number of the stay; a stay without one is
     * counted among those without.
     */
    public static String id(String subject, List<Spell> spells, int index) {
        String visit = spells.get(index).visit();
        if (!visit.isBlank()) {
            return subject + "/" + visit;
        }
        long unnumbered = spells.subList(0, index).stream()
                .filter(s -> s.visit().isBlank())
                .count();
        return subject + "/-" + (unnumbered + 1);
    }

    /** Which of several facts of the same moment comes first. */
    private static int rank(SpellEvent event) {
        return switch (event) {
            case SpellEvent.Arrived e -> 0;
            case SpellEvent.Admitted e -> 1;
            case SpellEvent.Moved e -> 2;
            case SpellEvent.MoveCancelled e -> 3;
            case SpellEvent.DischargeExpected e -> 4;
            case SpellEvent.AdmissionCancelled e -> 5;
            case SpellEvent.Discharged e -> 6;
            case SpellEvent.DischargeCancelled e -> 7;
            case SpellEvent.Coded e -> 8;
        };
    }

    private void take(SpellEvent event, Instant at) {
        switch (event) {
            case SpellEvent.Arrived e ->
                begun(e.visit(), e.person(), e.site(), at).arrive(at, e.location(), e.reason());
            case SpellEvent.Admitted e ->
                begun(e.visit(), e.person(), e.site(), at).admit(at, e.location());
            case SpellEvent.Moved e ->
                running(e.visit(), e.person(), e.site(), at).move(at, e.from(), e.to());
            case SpellEvent.MoveCancelled e ->
                running(e.visit(), e.person(), e.site(), at).moveBack(e.backTo());
            case SpellEvent.DischargeExpected e ->
                running(e.visit(), e.person(), e.site(), at).expect(e.at());
            case SpellEvent.AdmissionCancelled e ->
                running(e.visit(), e.person(), e.site(), at).cancelAdmission();
            case SpellEvent.Discharged e ->
                running(e.visit(), e.person(), e.site(), at).leave(at, e.destination());
            case SpellEvent.DischargeCancelled e ->
                ended(e.visit(), e.person(), e.site(), at).comeBack(e.location());
            case SpellEvent.Coded e -> {} // once all stays are known
        }
    }

    /** Diagnoses are of a stay that is known by its other facts; they begin none. */
    private void code(SpellEvent event) {
        if (event instanceof SpellEvent.Coded e) {
            find(e.visit(), course -> true).ifPresent(course -> course.code(e.codes()));
        }
    }

    /** The stay that a beginning belongs to; without a number, one that is under way, else a new one. */
    private Course begun(String visit, String person, String site, Instant at) {
        return find(visit, Course::isOpen).orElseGet(() -> add(visit, person, site, at));
    }

    private Course running(String visit, String person, String site, Instant at) {
        return find(visit, Course::isOpen)
                .or(() -> find(visit, course -> true))
                .orElseGet(() -> add(visit, person, site, at));
    }

    private Course ended(String visit, String person, String site, Instant at) {
        return find(visit, course -> !course.isOpen())
                .or(() -> find(visit, course -> true))
                .orElseGet(() -> add(visit, person, site, at));
    }

    /** The stay with this number; without a number the latest stay that fits. */
    private Optional<Course> find(String visit, Predicate<Course> fits) {
        return courses.reversed().stream()
                .filter(course ->
                        visit.isBlank() ? fits.test(course) : course.visit().equals(visit))
                .findFirst();
    }

    private Course add(String visit, String person, String site, Instant at) {
        Course course = new Course(person, site, visit, at);
        courses.add(course);
        return course;
    }

    private void endVisitsThatBecameStays() {
        for (Course course : courses) {
            if (course.isWaitingForABed()) {
                @Nullable
                Instant bed = courses.stream()
                        .filter(other -> other != course)
                        .map(Course::admittedAt)
                        .filter(at -> at != null && !at.isBefore(course.firstKnownAt()))
                        .min(Comparator.naturalOrder())
                        .orElse(null);
                if (bed != null) {
                    course.leave(bed, Spell.INTO_A_BED);
                }
            }
        }
    }
}
