package uk.homeward.server.hospital;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.event.FlowEvent.DestinationKind;
import uk.homeward.journey.event.FlowEvent.MoveReason;
import uk.homeward.journey.event.FlowEvent.Need;
import uk.homeward.journey.event.FlowEvent.SummaryPart;
import uk.homeward.journey.event.FlowEvent.TaskKind;
import uk.homeward.journey.flow.FlowCommand;
import uk.homeward.server.web.Form;

/** Reads a command on a stay from the fields of a form or of a JSON object; their names are in docs/hospital-flow.md. */
final class FlowReader {

    /** The words of all commands. */
    static final List<String> WORDS = List.of(
            "name-consultant",
            "set-date",
            "set-criteria",
            "review",
            "describe-need",
            "ask-for-bed",
            "judge-day",
            "explain-move",
            "review-stay",
            "ask-task",
            "advance-task",
            "finish-task",
            "drop-task",
            "name-hold-up",
            "send-summary",
            "acknowledge-summary",
            "name-destination",
            "agree-departure",
            "name-arrival-check",
            "check-arrival",
            "add-note",
            "amend-fact");

    /** What a round answers where no criterion is met. */
    static final String NONE = "none";

    private final Supplier<String> ids;
    private final Function<String, Optional<String>> receivers;

    /** @param receivers what the receiver of a summary of this id is called */
    FlowReader(Supplier<String> ids, Function<String, Optional<String>> receivers) {
        this.ids = ids;
        this.receivers = receivers;
    }

    /** Empty if there is no such command; what is wrong with its fields is in the form's faults. */
    Optional<FlowCommand> read(String word, Form form, LocalDate today) {
        @Nullable
        FlowCommand command = switch (word) {
            case "name-consultant" -> new FlowCommand.NameConsultant(form.need("consultant", "Write the name."));
            case "set-date" -> new FlowCommand.SetDate(day(form, "day", null), form.may("reason"));
            case "set-criteria" ->
                new FlowCommand.SetCriteria(form.need("words", "Write what must be true before they leave."));
            case "review" -> review(form);
            case "describe-need" -> new FlowCommand.DescribeNeed(list(form, "needs", Need.class), form.may("words"));
            case "ask-for-bed" ->
                new FlowCommand.AskForBed(yes(form, "lasting"), form.may("whyNotHome"), form.may("agreedWith"));
            case "judge-day" ->
                new FlowCommand.JudgeDay(
                        day(form, "day", today),
                        form.oneOf("colour", List.of("green", "red"), "Choose green or red.")
                                .equals("green"),
                        form.may("reason"));
            case "explain-move" ->
                new FlowCommand.ExplainMove(
                        moment(form, "movedAt"),
                        form.one(MoveReason.class, "reason", "Choose why they were moved."),
                        form.may("words"));
            case "review-stay" ->
                new FlowCommand.ReviewStay(
                        form.whole("days"),
                        form.need("finding", "Write what you found."),
                        form.need("next", "Write what comes next."));
            case "ask-task" -> askTask(form);
            case "advance-task" ->
                new FlowCommand.AdvanceTask(form.may("task"), form.need("stage", "Write how far it is."));
            case "finish-task" -> new FlowCommand.FinishTask(form.may("task"), form.may("note"));
            case "drop-task" -> new FlowCommand.DropTask(form.may("task"), form.need("reason", "Write why not."));
            default -> leaving(word, form);
        };
        return Optional.ofNullable(command);
    }

    private @Nullable FlowCommand leaving(String word, Form form) {
        return switch (word) {
            case "name-hold-up" ->
                new FlowCommand.NameHoldUp(form.need("cause", "Choose what holds them up."), form.may("note"));
            case "send-summary" -> sendSummary(form);
            case "acknowledge-summary" ->
                new FlowCommand.AcknowledgeSummary(
                        form.need("by", "Write who has read it."), form.may("receiver"), form.may("note"), 0);
            case "name-destination" ->
                new FlowCommand.NameDestination(
                        form.one(DestinationKind.class, "kind", "Choose where they go."),
                        form.may("name"),
                        form.may("acceptedBy"),
                        form.may("phone"));
            case "agree-departure" -> new FlowCommand.AgreeDeparture(moment(form, "departs"));
            case "name-arrival-check" -> new FlowCommand.NameArrivalCheck(form.may("who"), form.may("phone"));
            case "check-arrival" ->
                new FlowCommand.CheckArrival(
                        form.oneOf("well", List.of("yes", "no"), "Say whether they came home well.")
                                .equals("yes"),
                        form.may("note"));
            case "add-note" -> new FlowCommand.AddNote(form.need("note", "Write the note."));
            case "amend-fact" ->
                new FlowCommand.AmendFact(
                        form.whole("sequence"), form.past("happened"), yes(form, "withdrawn"), form.may("correction"));
            default -> null;
        };
    }

    private static FlowCommand review(Form form) {
        String answer = form.need("criterion", "Choose the criterion that is met, or that none is.");
        boolean met = !answer.equals(NONE);
        return new FlowCommand.Review(met, met ? answer : "", yes(form, "senior"), form.may("note"));
    }

    /** A receiver of the place is named by its id, anybody else in words. */
    private FlowCommand sendSummary(Form form) {
        String organisation = form.may("organisation");
        String receiver = form.may("receiver");
        Optional<String> title = organisation.isEmpty() ? Optional.empty() : receivers.apply(organisation);
        if (!organisation.isEmpty() && title.isEmpty()) {
            form.fault(
                    "organisation",
                    "Nobody of the place has this id (" + organisation + "). Maybe: name them in words as receiver");
        }
        Map<SummaryPart, String> words = new EnumMap<>(SummaryPart.class);
        for (SummaryPart part : SummaryPart.values()) {
            String written = form.may("words-" + part.name());
            if (!written.isEmpty()) {
                words.put(part, written);
            }
        }
        return new FlowCommand.SendSummary(
                title.orElse(receiver), list(form, "parts", SummaryPart.class), organisation, words);
    }

    private FlowCommand askTask(Form form) {
        String id = form.may("task").isEmpty() ? ids.get() : form.may("task");
        return new FlowCommand.AskTask(
                id,
                form.one(TaskKind.class, "kind", "Choose what is needed."),
                form.may("what"),
                form.may("deliverTo"),
                form.moment("dueAt"));
    }

    private static boolean yes(Form form, String field) {
        String text = form.may(field);
        return text.equals("yes") || text.equals("true") || text.equals("on");
    }

    private static LocalDate day(Form form, String field, @Nullable LocalDate otherwise) {
        LocalDate day = form.day(field);
        if (day != null) {
            return day;
        }
        if (otherwise == null && !form.fields().has(field)) {
            form.fault(field, "Choose the day.");
        }
        return otherwise == null ? LocalDate.EPOCH : otherwise;
    }

    private static Instant moment(Form form, String field) {
        Instant at = form.moment(field);
        if (at == null && !form.fields().has(field)) {
            form.fault(field, "Give the day and time.");
        }
        return at == null ? Instant.EPOCH : at;
    }

    private static <E extends Enum<E>> List<E> list(Form form, String field, Class<E> type) {
        List<E> chosen = new ArrayList<>();
        for (String word : form.fields().all(field)) {
            String name = word.toUpperCase(Locale.ROOT).replace('-', '_');
            List<E> found = java.util.Arrays.stream(type.getEnumConstants())
                    .filter(constant -> constant.name().equals(name))
                    .toList();
            if (found.isEmpty()) {
                form.fault(field, "There is no such choice (" + word + ").");
            }
            chosen.addAll(found);
        }
        return chosen.stream().distinct().toList();
    }
}
