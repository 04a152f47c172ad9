package uk.homeward.server.hospital;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.homeward.journey.event.FlowEvent;
import uk.homeward.journey.event.FlowEvent.Need;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.flow.Criterion;
import uk.homeward.journey.flow.FlowPlace;
import uk.homeward.journey.flow.Summary;
import uk.homeward.server.person.Sentence;
import uk.homeward.server.person.Sentence.Tone;
import uk.homeward.server.person.Sentences;

/** The sentence for everything that staff say of a stay. */
@Component
public class FlowSentences {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.UK);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.UK);

    private final FlowPlace place;

    FlowSentences(FlowPlace place) {
        this.place = place;
    }

    private record Words(String what, String detail, Tone tone) {}

    public List<Sentence> of(List<Recorded<FlowEvent>> events) {
        return events.stream().map(this::sentence).toList();
    }

    private Sentence sentence(Recorded<FlowEvent> r) {
        Words words = words(r.event());
        return new Sentence(
                r.sequence(),
                r.occurredAt(),
                r.recordedAt(),
                Sentences.by(r.by()),
                words.what(),
                words.detail(),
                words.tone());
    }

    private Words words(FlowEvent event) {
        return switch (event) {
            case FlowEvent.ConsultantNamed e -> plain("Consultant: " + e.consultant() + ".", "");
            case FlowEvent.DischargeDateSet e -> step("Expected to leave on " + DAY.format(e.day()) + ".", e.reason());
            case FlowEvent.DischargeCriteriaSet e -> step("What must be true before they leave:", e.words());
            case FlowEvent.CriteriaReviewed e -> reviewed(e);
            case FlowEvent.NeedDescribed e ->
                step(
                        "What they need: " + e.needs().stream().map(Need::words).collect(Collectors.joining("; "))
                                + ".",
                        e.words());
            case FlowEvent.BedAsked e ->
                new Words(
                        e.lasting() ? "A home for good was asked for." : "A bed for a short time was asked for.",
                        e.whyNotHome().isEmpty()
                                ? ""
                                : "Not home, because: " + e.whyNotHome() + " (agreed with " + e.agreedWith() + ")",
                        Tone.DECISION);
            case FlowEvent.DayJudged e ->
                new Words(
                        DAY.format(e.day()) + " was a " + (e.green() ? "green" : "red") + " day.",
                        e.reason(),
                        e.green() ? Tone.PLAIN : Tone.WARNING);
            case FlowEvent.MoveExplained e ->
                plain(
                        "Why they were moved on " + moment(e.movedAt()) + ": "
                                + e.reason().words() + ".",
                        e.words());
            case FlowEvent.StayReviewed e ->
                step("Looked at afresh after " + e.days() + " days: " + e.finding(), "Next: " + e.next());
            case FlowEvent.TaskAsked e ->
                plain(
                        "Asked for: " + what(e) + ", by " + moment(e.dueAt()) + ".",
                        e.deliverTo().isEmpty() ? "" : "Goes to " + e.deliverTo() + "; the person does not wait.");
            case FlowEvent.TaskAdvanced e -> plain("How far it is: " + e.stage() + ".", "");
            case FlowEvent.TaskFinished e -> plain("Ready: what was asked for is here.", e.note());
            case FlowEvent.TaskDropped e -> plain("No longer needed.", e.reason());
            case FlowEvent.HoldUpNamed e -> new Words("Held up: " + cause(e.cause()) + ".", e.note(), Tone.WARNING);
            case FlowEvent.SummarySent e ->
                step(
                        "Discharge summary sent to " + e.receiver() + ", " + Summary.completeness(e.filled())
                                + "% complete.",
                        "");
            case FlowEvent.SummaryAcknowledged e ->
                step("Discharge summary read at " + e.receiver() + " by " + e.by() + ".", e.note());
            case FlowEvent.DestinationNamed e ->
                new Words(
                        "Goes to: " + e.kind().words() + (e.name().isEmpty() ? "" : ", " + e.name()) + ".",
                        e.acceptedBy().isEmpty()
                                ? ""
                                : "Taken on there by " + e.acceptedBy()
                                        + (e.phone().isEmpty() ? "" : ", " + e.phone()),
                        Tone.DECISION);
            case FlowEvent.HandedOver e ->
                new Words(
                        "Handed over to " + e.to() + ".",
                        (e.ended().isEmpty() ? "Nothing was open here" : "Ended here: " + String.join("; ", e.ended()))
                                + (e.left().isEmpty()
                                        ? "."
                                        : ". Still to hand over: " + String.join("; ", e.left()) + "."),
                        e.left().isEmpty() ? Tone.DECISION : Tone.WARNING);
            case FlowEvent.DepartureAgreed e -> step("Leaves at " + moment(e.at()) + ", as agreed.", "");
            case FlowEvent.ArrivalCheckNamed e ->
                plain("Looks in on them when they are home: " + e.who() + ".", e.phone());
            case FlowEvent.ArrivalChecked e ->
                new Words(
                        e.well() ? "Came home well." : "Did not come home well.",
                        e.note(),
                        e.well() ? Tone.STEP : Tone.WARNING);
            case FlowEvent.DecisionKept e ->
                new Words("Decision that travels with them (" + e.kind() + "):", e.words(), Tone.DECISION);
            case FlowEvent.FlowNoted e -> plain("Note:", e.note());
            case FlowEvent.FactAmended e ->
                new Words(
                        "Line " + e.sequence() + (e.withdrawn() ? " never happened." : " was put right.")
                                + (e.occurredAt() == null ? "" : " It happened on " + moment(e.occurredAt()) + "."),
                        e.correction(),
                        Tone.WARNING);
            case FlowEvent.FlowRefused e -> new Words("Not recorded (" + e.command() + "):", e.why(), Tone.WARNING);
        };
    }

    private Words reviewed(FlowEvent.CriteriaReviewed e) {
        String by = e.senior() ? " (senior review)" : "";
        return e.met()
                ? plain("Still needs an acute bed" + by + ": " + criterion(e.criterion()) + ".", e.note())
                : step("No longer meets the criteria to reside" + by + ".", e.note());
    }

    private static String what(FlowEvent.TaskAsked e) {
        return e.kind().words().toLowerCase(Locale.ROOT) + (e.what().isEmpty() ? "" : " (" + e.what() + ")");
    }

    /** A criterion's title. */
    String criterion(String id) {
        return place.criteria().find(id).map(Criterion::title).orElse(id);
    }

    /** A cause's title. */
    String cause(String id) {
        return place.causes().stream()
                .filter(cause -> cause.id().value().equals(id))
                .map(cause -> cause.title())
                .findFirst()
                .orElse(id);
    }

    private String moment(Instant at) {
        return MOMENT.format(at.atZone(place.zone()));
    }

    private static Words plain(String what, String detail) {
        return new Words(what, detail, Tone.PLAIN);
    }

    private static Words step(String what, String detail) {
        return new Words(what, detail, Tone.STEP);
    }
}
