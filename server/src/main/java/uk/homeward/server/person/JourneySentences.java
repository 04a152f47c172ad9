package uk.homeward.server.person;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.event.JourneyEvent;
import uk.homeward.journey.pathway.Decision;
import uk.homeward.journey.pathway.Pathway;
import uk.homeward.journey.pathway.Standard;
import uk.homeward.journey.pathway.StandardId;
import uk.homeward.journey.pathway.StepId;
import uk.homeward.journey.place.CauseId;
import uk.homeward.journey.place.Place;
import uk.homeward.journey.place.PoolId;
import uk.homeward.journey.place.TeamId;
import uk.homeward.server.person.Sentence.Tone;

/** The sentence for each kind of journey event. */
final class JourneySentences {

    private static final DateTimeFormatter DAY_TIME = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.UK);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.UK);

    private final Place place;

    JourneySentences(Place place) {
        this.place = place;
    }

    /** A sentence and what was recorded with it. */
    record Words(String what, String detail, Tone tone) {

        static Words plain(String what, String detail) {
            return new Words(what, detail, Tone.PLAIN);
        }

        static Words step(String what, String detail) {
            return new Words(what, detail, Tone.STEP);
        }

        static Words warning(String what, String detail) {
            return new Words(what, detail, Tone.WARNING);
        }
    }

    Words words(Pathway pathway, JourneyEvent event) {
        return switch (event) {
            case JourneyEvent.JourneyOpened e -> opened(pathway, e);
            case JourneyEvent.ReferralAccepted e -> Words.step("The referral was accepted.", "");
            case JourneyEvent.MoreInformationAsked e -> Words.plain("The sender was asked for more.", e.question());
            case JourneyEvent.InformationGiven e -> Words.plain("The sender answered.", e.answer());
            case JourneyEvent.ReferralDeclined e ->
                Words.warning("The referral was declined: " + Plain.words(e.reasonCode()) + ".", e.advice());
            case JourneyEvent.ReferralWithdrawn e -> Words.warning("The referral was withdrawn.", e.reason());
            case JourneyEvent.JourneyReopened e -> Words.plain("The referral was reopened.", e.reason());
            case JourneyEvent.StepRequested e ->
                Words.plain("Ready for " + step(pathway, e.step()) + "; waiting for it to begin.", "");
            case JourneyEvent.StepStarted e ->
                Words.step(capital(step(pathway, e.step())) + " began" + at(e.places()) + ".", "");
            case JourneyEvent.ContactMade e ->
                Words.plain("Contact " + mode(e.mode()) + " by the " + Plain.words(e.profession()) + ".", e.note());
            case JourneyEvent.StepCompleted e ->
                Words.plain("The work of " + step(pathway, e.step()) + " is done.", e.summary());
            case JourneyEvent.StepLeft e -> Words.plain("Left " + step(pathway, e.step()) + ".", "");
            case JourneyEvent.RequestCancelled e ->
                Words.plain("The request for " + step(pathway, e.step()) + " was taken back.", e.reason());
            case JourneyEvent.DecisionMade e -> decided(pathway, e);
            case JourneyEvent.JourneyEnded e ->
                Words.step("The journey ended: " + lower(pathway.get(e.exit()).title()) + ".", e.note());
            case JourneyEvent.CommandRefused e -> Words.warning("Something was refused.", e.why());
            case JourneyEvent.EventAmended e -> amended(e);
            case JourneyEvent.ClockPaused e ->
                Words.plain(
                        "The clock '" + standard(pathway, e.standard()) + "' was paused: " + Plain.words(e.reason())
                                + ".",
                        "");
            case JourneyEvent.ClockResumed e ->
                Words.plain("The clock '" + standard(pathway, e.standard()) + "' runs again.", "");
            case JourneyEvent.DelayCaused e ->
                Words.warning("Held back: " + cause(e.cause()) + ". " + owner(e.owner()) + ".", e.note());
            case JourneyEvent.FollowedUp e ->
                Words.plain(pathway.get(e.followUp()).title() + ": " + Plain.words(e.whereabouts()) + ".", e.note());
            case JourneyEvent.NoteAdded e -> Words.plain("Note.", e.note());
            case JourneyEvent.TeamAssigned e -> Words.plain("Given to the team " + team(e.team()) + ".", "");
            case JourneyEvent.StaffAssigned e -> Words.plain(e.name() + " takes this on.", "");
            case JourneyEvent.CoordinatorNamed e ->
                Words.plain("The one to ring is " + e.name() + (e.phone().isBlank() ? "" : ", " + e.phone()) + ".", "");
            case JourneyEvent.FindingRecorded e -> Words.plain("Found:", e.finding());
            case JourneyEvent.TreatmentGiven e -> Words.plain("Treatment given: " + e.treatment() + ".", e.note());
            case JourneyEvent.VisitPlanned e ->
                Words.plain(
                        "A visit was planned for " + DAY_TIME.format(e.at().atZone(place.zone())) + ".", e.purpose());
            case JourneyEvent.VisitMade e -> Words.plain("The visit was made.", e.note());
            case JourneyEvent.VisitMissed e -> Words.warning("The visit did not happen.", e.reason());
            case JourneyEvent.GoalSet e ->
                Words.plain("A goal was set" + (e.due() == null ? "" : ", by " + DAY.format(e.due())) + ".", e.words());
            case JourneyEvent.GoalReviewed e ->
                Words.plain("A goal was reviewed: " + e.progress() + " of 10.", e.note());
            case JourneyEvent.ActionAdded e ->
                Words.plain(
                        "To do for " + Plain.words(e.owner()) + (e.due() == null ? "" : ", by " + DAY.format(e.due()))
                                + ":",
                        e.what());
            case JourneyEvent.ActionDone e -> Words.plain("An action was finished.", e.note());
            case JourneyEvent.OutcomeMeasured e ->
                Words.plain(
                        Plain.title(e.scale()) + " measured at the "
                                + Plain.words(e.when().name()) + ": " + number(e.score()) + ".",
                        "");
        };
    }

    private static Words opened(Pathway pathway, JourneyEvent.JourneyOpened e) {
        String from = Optional.ofNullable(pathway.routes().get(e.route()))
                .map(route -> route.title() + ", from: ")
                .orElse("Came in from: ");
        String who = e.sender().name().isBlank() ? "" : " (" + e.sender().name() + ")";
        return Words.step(from + Plain.title(e.sender().kind()) + who + ".", e.reason());
    }

    private static Words decided(Pathway pathway, JourneyEvent.DecisionMade e) {
        Decision decision = pathway.get(e.decision());
        List<String> details = new ArrayList<>();
        add(details, "Reason: ", e.reason());
        add(details, "The person's wish: ", e.personsWish());
        add(details, "The family's view: ", e.familysView());
        add(details, "Took part: ", Plain.list(e.professions()));
        String what = decision.title() + ": " + lower(decision.get(e.option()).title()) + ".";
        return new Words(what, String.join("\n", details), Tone.DECISION);
    }

    private Words amended(JourneyEvent.EventAmended e) {
        String time = e.occurredAt() == null
                ? ""
                : " It happened at " + DAY_TIME.format(e.occurredAt().atZone(place.zone())) + ".";
        return Words.warning("Line " + e.sequence() + " was put right." + time, e.correction());
    }

    private static void add(List<String> details, String label, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            details.add(label + text);
        }
    }

    private static String step(Pathway pathway, StepId step) {
        return pathway.find(step).map(s -> lower(s.title())).orElse(Plain.words(step.value()));
    }

    private static String standard(Pathway pathway, StandardId standard) {
        return Optional.ofNullable(pathway.standards().get(standard))
                .map(Standard::title)
                .orElse(standard.value());
    }

    private static String mode(JourneyEvent.Mode mode) {
        return switch (mode) {
            case FACE_TO_FACE -> "face to face";
            case VIDEO -> "by video";
            case TELEPHONE -> "by telephone";
        };
    }

    private String at(List<uk.homeward.journey.event.Place> places) {
        return places.isEmpty()
                ? ""
                : " at " + places.stream().map(p -> unit(p.unit())).collect(Collectors.joining(", "));
    }

    /** The title of a ward, centre or caseload. */
    private String unit(String unit) {
        return place.pools().find(PoolId.of(unit)).map(p -> p.title()).orElse(Plain.words(unit));
    }

    private String team(String team) {
        return place.teams().find(TeamId.of(team)).map(t -> t.title()).orElse(Plain.words(team));
    }

    private String cause(String cause) {
        return place.delayCauses()
                .find(CauseId.of(cause))
                .map(c -> lower(c.title()))
                .orElse(Plain.words(cause));
    }

    private static String owner(String owner) {
        return owner.isBlank() ? "Nobody is named to act" : Plain.title(owner) + " must act";
    }

    private static String number(double score) {
        return score == Math.rint(score) ? Long.toString((long) score) : Double.toString(score);
    }

    private static String capital(String text) {
        return Plain.capital(text);
    }

    /** Lower case at the start, unless it is an abbreviation. */
    private static String lower(String title) {
        boolean abbreviation = title.length() > 1 && Character.isUpperCase(title.charAt(1));
        return abbreviation ? title : title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1);
    }
}
