package uk.homeward.journey.packages;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.event.PackageEvent;
import uk.homeward.journey.event.PackageEvent.Told;
import uk.homeward.journey.event.Recorded;

/** What is arranged for one person: the fold of what was told of it. */
public final class CarePackage {

    private final String id;
    private final List<Recorded<PackageEvent>> told;
    private PackageEvent.@Nullable PackageOpened opened;
    private final Map<String, Element> elements = new LinkedHashMap<>();
    private @Nullable LocalDate nextReview;
    private PackageEvent.@Nullable BudgetOffered budget;
    private @Nullable ContinuingCareCase care;

    private CarePackage(String id, List<Recorded<PackageEvent>> told) {
        this.id = id;
        this.told = List.copyOf(told);
    }

    public static CarePackage of(String id, List<Recorded<PackageEvent>> told) {
        CarePackage carePackage = new CarePackage(id, told);
        carePackage.told.forEach(carePackage::take);
        return carePackage;
    }

    private void take(Recorded<PackageEvent> r) {
        switch (r.event()) {
            case PackageEvent.PackageOpened e -> opened = e;
            case PackageEvent.ElementAdded e -> added(e);
            case PackageEvent.ElementApproved e -> change(e.element(), one -> one.with(new Element.Given()));
            case PackageEvent.ElementNotApproved e ->
                change(e.element(), one -> one.with(new Element.NotApproved(e.reason())));
            case PackageEvent.ElementChanged e -> change(e.element(), one -> changed(one, e));
            case PackageEvent.ElementPaused e -> change(e.element(), one -> paused(one, e));
            case PackageEvent.ElementResumed e -> change(e.element(), one -> resumed(one, e.on()));
            case PackageEvent.ElementEnded e ->
                change(e.element(), one -> one.with(new Element.Ended(e.on(), e.reason(), e.exception())));
            case PackageEvent.PackageReviewed e -> nextReview = e.next();
            case PackageEvent.BudgetOffered e -> budget = e;
            case PackageEvent.ContinuingCareAsked e ->
                care = new ContinuingCareCase(
                        e.contact(),
                        e.phone(),
                        e.fastTrack(),
                        r.occurredAt(),
                        null,
                        "",
                        null,
                        null,
                        EnumSet.allOf(Told.class),
                        null,
                        null,
                        null);
            case PackageEvent.ContinuingCareDecided e -> decided(r.occurredAt(), e.eligible(), e.reasons());
            case PackageEvent.DecisionExplained e -> explained(r.occurredAt(), e.told());
            case PackageEvent.DecisionAcknowledged e -> acknowledged(r.occurredAt());
            case PackageEvent.DecisionReviewAsked e -> reviewAsked(r.occurredAt());
            case PackageEvent.DecisionReviewed e -> reviewed(r.occurredAt(), e);
            case PackageEvent.PackageRefused e -> {}
        }
    }

    private void added(PackageEvent.ElementAdded e) {
        Element.Stretch first = new Element.Stretch(e.from(), e.hoursAWeek(), e.price(), e.weekly(), e.shares());
        elements.put(
                e.element(),
                new Element(
                        e.element(),
                        e.kind(),
                        e.provider(),
                        e.what(),
                        e.per(),
                        List.of(first),
                        List.of(),
                        e.review(),
                        e.waitsFor(),
                        e.waitsFor().isEmpty() ? new Element.Given() : new Element.Waits()));
        if (nextReview == null || e.review().isBefore(nextReview)) {
            nextReview = e.review();
        }
    }

    /** A change that waits for approval begins to count once it has it. */
    private static Element changed(Element one, PackageEvent.ElementChanged e) {
        List<Element.Stretch> all = new ArrayList<>(one.stretches());
        all.add(new Element.Stretch(e.from(), e.hoursAWeek(), e.price(), e.weekly(), e.shares()));
        Element with = one.with(all, e.waitsFor());
        return e.waitsFor().isEmpty()
                ? with
                : new Element(
                        with.id(),
                        with.kind(),
                        with.provider(),
                        with.what(),
                        with.per(),
                        with.stretches(),
                        with.pauses(),
                        with.review(),
                        e.waitsFor(),
                        new Element.Waits());
    }

    private static Element paused(Element one, PackageEvent.ElementPaused e) {
        Element.Pause pause = new Element.Pause(e.from(), null, e.reason(), e.wantsToReturn());
        List<Element.Pause> all = new ArrayList<>(one.pauses());
        if (one.state() instanceof Element.Paused) { // what was said of the same pause anew
            all.set(all.size() - 1, pause);
        } else {
            all.add(pause);
        }
        return one.paused(all, new Element.Paused(pause));
    }

    private static Element resumed(Element one, LocalDate on) {
        List<Element.Pause> all = new ArrayList<>(one.pauses());
        Element.Pause last = all.removeLast();
        all.add(new Element.Pause(last.from(), on, last.reason(), last.wantsToReturn()));
        return one.paused(all, new Element.Given());
    }

    private void change(String element, UnaryOperator<Element> change) {
        elements.computeIfPresent(element, (id, one) -> change.apply(one));
    }

    private void decided(Instant at, boolean eligible, String reasons) {
        ContinuingCareCase c = care;
        if (c != null) {
            care = new ContinuingCareCase(
                    c.contact(),
                    c.phone(),
                    c.fastTrack(),
                    c.askedAt(),
                    eligible,
                    reasons,
                    at,
                    null,
                    EnumSet.allOf(Told.class),
                    null,
                    null,
                    null);
        }
    }

    private void explained(Instant at, Set<Told> said) {
        ContinuingCareCase c = care;
        if (c != null) {
            Set<Told> missing = EnumSet.allOf(Told.class);
            missing.removeAll(said);
            care = new ContinuingCareCase(
                    c.contact(),
                    c.phone(),
                    c.fastTrack(),
                    c.askedAt(),
                    c.eligible(),
                    c.reasons(),
                    c.decidedAt(),
                    at,
                    missing,
                    c.acknowledgedAt(),
                    c.reviewAskedAt(),
                    c.reviewedAt());
        }
    }

    private void acknowledged(Instant at) {
        ContinuingCareCase c = care;
        if (c != null) {
            care = new ContinuingCareCase(
                    c.contact(),
                    c.phone(),
                    c.fastTrack(),
                    c.askedAt(),
                    c.eligible(),
                    c.reasons(),
                    c.decidedAt(),
                    c.explainedAt(),
                    c.missing(),
                    at,
                    c.reviewAskedAt(),
                    c.reviewedAt());
        }
    }

    private void reviewAsked(Instant at) {
        ContinuingCareCase c = care;
        if (c != null) {
            care = new ContinuingCareCase(
                    c.contact(),
                    c.phone(),
                    c.fastTrack(),
                    c.askedAt(),
                    c.eligible(),
                    c.reasons(),
                    c.decidedAt(),
                    c.explainedAt(),
                    c.missing(),
                    c.acknowledgedAt(),
                    at,
                    null);
        }
    }

    private void reviewed(Instant at, PackageEvent.DecisionReviewed e) {
        ContinuingCareCase c = care;
        if (c != null) {
            boolean eligible = e.changed() != Boolean.TRUE.equals(c.eligible());
            care = new ContinuingCareCase(
                    c.contact(),
                    c.phone(),
                    c.fastTrack(),
                    c.askedAt(),
                    eligible,
                    e.reasons(),
                    c.decidedAt(),
                    c.explainedAt(),
                    c.missing(),
                    c.acknowledgedAt(),
                    c.reviewAskedAt(),
                    at);
        }
    }

    public String id() {
        return id;
    }

    public int version() {
        return told.size();
    }

    public List<Recorded<PackageEvent>> told() {
        return told;
    }

    public boolean isOpened() {
        return opened != null;
    }

    public String person() {
        return opened == null ? "" : opened.person();
    }

    public String contact() {
        return opened == null ? "" : opened.contact() + (opened.phone().isBlank() ? "" : ", " + opened.phone());
    }

    public List<Element> elements() {
        return List.copyOf(elements.values());
    }

    public Optional<Element> findElement(String element) {
        return Optional.ofNullable(elements.get(element));
    }

    /** The day of the next review; empty while nothing is arranged. */
    public Optional<LocalDate> nextReview() {
        return Optional.ofNullable(nextReview);
    }

    public Optional<PackageEvent.BudgetOffered> budget() {
        return Optional.ofNullable(budget);
    }

    public Optional<ContinuingCareCase> continuingCare() {
        return Optional.ofNullable(care);
    }

    /** Pounds a week for all that is given or waits for approval. */
    public double weekly() {
        return elements.values().stream()
                .filter(element -> !element.isOver())
                .mapToDouble(element -> element.now().weekly())
                .sum();
    }
}
