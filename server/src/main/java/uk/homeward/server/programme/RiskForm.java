package uk.homeward.server.programme;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import uk.homeward.journey.event.RiskEvent;
import uk.homeward.journey.event.RiskEvent.Stage;
import uk.homeward.journey.programme.Risk;
import uk.homeward.server.web.Form;

/** Turns what was filled in into what is to be told of a risk. */
final class RiskForm {

    /** The words under which pages and scripts tell something of a risk. */
    static final List<String> COMMANDS =
            List.of("describe", "score", "mitigate", "mitigated", "review", "escalate", "answer", "close", "reopen");

    private static final String USUAL_REVIEW = "28";

    private final Form form;
    private final Risk now;

    RiskForm(Form form, Risk now) {
        this.form = form;
        this.now = now;
    }

    /** What is to be told; empty where there is no such command. Ask the form for faults before using it. */
    Optional<RiskEvent> read(String command) {
        return Optional.ofNullable(
                switch (command) {
                    case "describe" -> described();
                    case "score" -> scored();
                    case "mitigate" -> mitigation();
                    case "mitigated" ->
                        new RiskEvent.MitigationDone(
                                form.need("mitigation", "Say which mitigation."), form.may("note"));
                    case "review" ->
                        new RiskEvent.RiskReviewed(
                                form.need("words", "Say what the review found."),
                                day("next", "Say when it is looked at again."));
                    case "escalate" ->
                        new RiskEvent.RiskEscalated(
                                form.need("organisation", "Choose who should take it over."),
                                form.need("why", "Say why it cannot be mitigated where it is."));
                    case "answer" -> answered();
                    case "close" -> new RiskEvent.RiskClosed(form.need("reason", "Say why it is no risk any more."));
                    case "reopen" -> new RiskEvent.RiskReopened(form.need("reason", "Say why it is a risk again."));
                    default -> null;
                });
    }

    private RiskEvent described() {
        String every = form.fields().has("review-every") ? form.fields().text("review-every") : USUAL_REVIEW;
        int days = form.fields().has("review-every") ? form.whole("review-every") : Integer.parseInt(every);
        return new RiskEvent.RiskDescribed(
                form.may("programme"),
                form.need("cause", "Say because of what."),
                form.need("event", "Say what may happen."),
                form.need("effect", "Say what that would do."),
                form.need("owner", "Name the role that owns it."),
                form.need("organisation", "Choose who carries it."),
                form.fields().all("measure"),
                days,
                now.isKnown() ? now.described().source() : "");
    }

    private RiskEvent scored() {
        return new RiskEvent.RiskScored(
                form.one(Stage.class, "stage", "Say whether it is scored as it is (before) or once mitigated (after)."),
                part("likelihood", "Choose how likely it is, from 1 to 5."),
                part("impact", "Choose how bad it would be, from 1 to 5."),
                form.may("why"));
    }

    private int part(String field, String message) {
        form.need(field, message);
        return form.whole(field);
    }

    private RiskEvent mitigation() {
        String words = form.need("words", "Say what makes it smaller.");
        return new RiskEvent.MitigationSet(
                Names.of(words, m -> now.mitigation(m).isPresent()),
                words,
                form.need("owner", "Name the role that does it."),
                day("due", "Say by when."));
    }

    private RiskEvent answered() {
        String accepted = form.oneOf("accepted", List.of("yes", "no"), "Say yes or no.");
        return new RiskEvent.EscalationAnswered(accepted.equals("yes"), form.need("words", "Say why."));
    }

    private LocalDate day(String field, String message) {
        LocalDate day = form.day(field);
        if (day == null && !form.fields().has(field)) {
            form.fault(field, message);
        }
        return Objects.requireNonNullElse(day, LocalDate.EPOCH);
    }
}
