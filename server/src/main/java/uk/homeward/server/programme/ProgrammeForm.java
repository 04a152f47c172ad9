package uk.homeward.server.programme;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.event.ProgrammeEvent;
import uk.homeward.journey.event.ProgrammeEvent.Better;
import uk.homeward.journey.event.ProgrammeEvent.Opinion;
import uk.homeward.journey.programme.Programme;
import uk.homeward.server.web.Form;

/** Turns what was filled in into what is to be told of a programme. */
final class ProgrammeForm {

    /** The words under which pages and scripts tell something of a programme. */
    static final List<String> COMMANDS = List.of(
            "describe",
            "outcome",
            "drop-outcome",
            "milestone",
            "forecast",
            "reached",
            "drop-milestone",
            "dependency",
            "ask-decision",
            "decide",
            "action",
            "close-action",
            "opinion",
            "gap",
            "highlight");

    private final Form form;
    private final Programme now;

    ProgrammeForm(Form form, Programme now) {
        this.form = form;
        this.now = now;
    }

    /** What is to be told; empty where there is no such command. Ask the form for faults before using it. */
    Optional<ProgrammeEvent> read(String command) {
        return Optional.ofNullable(
                switch (command) {
                    case "describe" -> described();
                    case "outcome" -> outcome();
                    case "drop-outcome" ->
                        new ProgrammeEvent.OutcomeDropped(
                                form.need("outcome", "Say which outcome."), reason("Say why it is dropped."));
                    case "milestone" -> milestone();
                    case "forecast" ->
                        new ProgrammeEvent.MilestoneForecast(
                                form.need("milestone", "Say which milestone."),
                                day("day", "Say when it is expected."),
                                reason("Say why it is expected then."));
                    case "reached" ->
                        new ProgrammeEvent.MilestoneReached(
                                form.need("milestone", "Say which milestone."),
                                day("day", "Say when it was reached."),
                                form.may("note"));
                    case "drop-milestone" ->
                        new ProgrammeEvent.MilestoneDropped(
                                form.need("milestone", "Say which milestone."), reason("Say why it is dropped."));
                    case "dependency" -> dependency();
                    case "ask-decision" -> asked();
                    case "decide" -> decided();
                    case "action" -> action();
                    case "close-action" ->
                        new ProgrammeEvent.ActionClosed(
                                form.need("action", "Say which action."),
                                !form.fields().text("done").equals("no"),
                                form.may("note"));
                    case "opinion" ->
                        new ProgrammeEvent.OpinionGiven(
                                form.may("outcome"),
                                form.one(Opinion.class, "opinion", "Choose how you see it."),
                                form.need("words", "Say why you see it so."));
                    case "gap" ->
                        new ProgrammeEvent.GapExplained(
                                form.need("benefit", "Say which benefit."),
                                form.need("words", "Say what explains the gap."));
                    case "highlight" ->
                        new ProgrammeEvent.HighlightWritten(form.need("words", "Write what matters most."));
                    default -> null;
                });
    }

    private ProgrammeEvent described() {
        boolean known = now.isKnown();
        return new ProgrammeEvent.ProgrammeDescribed(
                form.need("title", "Give the programme a title."),
                form.may("strand"),
                form.need("objective", "Say what the programme is for."),
                form.need("owner", "Name the role that answers for it."),
                known ? now.described().organisations() : List.of(),
                known ? now.described().headings() : List.of(),
                known ? now.described().source() : "told here");
    }

    private ProgrammeEvent outcome() {
        String title = form.need("title", "Say what should become better.");
        String id = named("outcome", title, o -> now.outcome(o).isPresent());
        Better better = form.fields().has("better")
                ? form.one(Better.class, "better", "Choose which way is better.")
                : Better.NEITHER;
        return new ProgrammeEvent.OutcomeSet(
                id,
                title,
                form.may("unit"),
                form.may("measure"),
                form.may("locality"),
                better,
                number("baseline"),
                form.day("baseline-on"),
                form.may("baseline-says"),
                number("target"),
                form.day("target-by"),
                form.may("target-says"));
    }

    private ProgrammeEvent milestone() {
        String title = form.need("title", "Say what is to be reached.");
        String id = named("milestone", title, m -> now.milestone(m).isPresent());
        return new ProgrammeEvent.MilestoneSet(
                id, title, form.day("planned"), form.may("says"), form.fields().all("after"));
    }

    private ProgrammeEvent dependency() {
        String words = form.need("words", "Say what it depends on.");
        String id = Names.of(
                words,
                d -> now.dependencies().stream().anyMatch(x -> x.dependency().equals(d)));
        return new ProgrammeEvent.DependencySet(id, form.may("on"), words);
    }

    private ProgrammeEvent asked() {
        String words = form.need("words", "Say what is to be decided.");
        return new ProgrammeEvent.DecisionAsked(
                Names.of(words, d -> now.decision(d).isPresent()), words);
    }

    private ProgrammeEvent decided() {
        String words = form.need("words", "Say what was decided.");
        String id = named("decision", words, d -> now.decision(d).isPresent());
        return new ProgrammeEvent.DecisionTaken(
                id,
                words,
                form.need("why", "Say why, so that nobody has to guess later."),
                form.need("taken-by", "Say which role or board decided."));
    }

    private ProgrammeEvent action() {
        String words = form.need("words", "Say what is to be done.");
        return new ProgrammeEvent.ActionSet(
                Names.of(words, a -> now.action(a).isPresent()),
                words,
                form.need("owner", "Name the role that does it."),
                day("due", "Say by when."));
    }

    /** The name that was sent, for something that is known, or a new one from its title. */
    private String named(String field, String title, java.util.function.Predicate<String> taken) {
        String given = form.may(field);
        return given.isEmpty() ? Names.of(title, taken) : given;
    }

    private String reason(String message) {
        return form.need("reason", message);
    }

    private LocalDate day(String field, String message) {
        LocalDate day = form.day(field);
        if (day == null && !form.fields().has(field)) {
            form.fault(field, message);
        }
        return Objects.requireNonNullElse(day, LocalDate.EPOCH);
    }

    private @Nullable Double number(String field) {
        return form.fields().has(field) ? (Double) form.number(field) : null;
    }
}
