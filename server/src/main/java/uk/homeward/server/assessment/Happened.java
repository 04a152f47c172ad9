package uk.homeward.server.assessment;

import java.util.stream.Collectors;
import uk.homeward.journey.event.AgreementEvent;
import uk.homeward.journey.event.AssessmentEvent;
import uk.homeward.journey.event.AssessmentEvent.Asking;
import uk.homeward.journey.event.Event;
import uk.homeward.journey.event.Recorded;

/** What happened to an assessment or an agreement, as a sentence. */
public final class Happened {

    private Happened() {}

    /** Who did what; the moment stands beside it. */
    public static String words(Recorded<Event> told, Titles titles) {
        String who = titles.by(told.by()) + " ";
        return who
                + switch (told.event()) {
                    case AssessmentEvent e -> assessment(e, titles);
                    case AgreementEvent e -> agreement(e);
                    default -> told.event().type();
                };
    }

    private static String assessment(AssessmentEvent event, Titles titles) {
        return switch (event) {
            case AssessmentEvent.AssessmentBegun e ->
                "began the form" + (e.again() == null ? "." : " although another stood: " + e.again());
            case AssessmentEvent.QuestionsAsked e -> "asked " + asked(e, titles);
            case AssessmentEvent.AssessmentCompleted e ->
                "completed it with " + e.answers().size() + " answers.";
            case AssessmentEvent.AssessmentReliedOn e ->
                "relied on it for " + titles.organisation(e.organisation()) + ".";
            case AssessmentEvent.AssessmentChallenged e -> "challenged it: " + e.reason();
            case AssessmentEvent.ChallengeAnswered e ->
                (e.upheld() ? "found it flawed: " : "found that it stands: ") + e.words();
            case AssessmentEvent.AssessmentWithdrawn e -> "gave it up: " + e.reason();
            case AssessmentEvent.AssessmentRefused e -> "was refused: " + e.why();
        };
    }

    private static String asked(AssessmentEvent.QuestionsAsked e, Titles titles) {
        return e.asked().stream()
                .map(a -> titles.question(a.question()) + how(a.how()))
                .collect(Collectors.joining(" "));
    }

    private static String how(Asking how) {
        return switch (how) {
            case NEW -> "";
            case OUTDATED -> " (too old)";
            case AGAIN -> " (again, although known)";
        };
    }

    private static String agreement(AgreementEvent event) {
        return switch (event) {
            case AgreementEvent.AgreementMade e ->
                "agreed: " + e.terms().title() + ", " + e.terms().forms().size() + " forms, relied on for "
                        + e.terms().validDays() + " days.";
            case AgreementEvent.AgreementEnded e -> "ended it: " + e.reason();
            case AgreementEvent.AgreementRefused e -> "was refused: " + e.why();
        };
    }
}
