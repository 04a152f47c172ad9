package uk.homeward.server.response;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.event.JourneyEvent;
import uk.homeward.journey.event.Place;
import uk.homeward.journey.journeys.JourneyCommand;
import uk.homeward.journey.pathway.FollowUpId;
import uk.homeward.journey.pathway.OptionId;
import uk.homeward.journey.pathway.PoolId;
import uk.homeward.journey.pathway.StandardId;
import uk.homeward.journey.place.CauseId;
import uk.homeward.server.web.Form;

/** Turns what was filled in, on a page or by a script, into a command on a journey. */
final class CommandReader {

    private final uk.homeward.journey.place.Place place;
    private final Supplier<String> ids;

    /** Reads commands; {@code ids} names new goals, actions and visits. */
    CommandReader(uk.homeward.journey.place.Place place, Supplier<String> ids) {
        this.place = place;
        this.ids = ids;
    }

    /** The words of all commands that can be told to a journey. */
    static final List<String> WORDS = List.of(
            "accept",
            "ask-for-more",
            "give-information",
            "decline",
            "withdraw",
            "reopen",
            "start-step",
            "make-contact",
            "complete-step",
            "decide",
            "assign-team",
            "assign-staff",
            "name-coordinator",
            "record-finding",
            "give-treatment",
            "plan-visit",
            "make-visit",
            "miss-visit",
            "set-goal",
            "review-goal",
            "add-action",
            "finish-action",
            "measure-outcome",
            "pause-clock",
            "resume-clock",
            "name-delay",
            "follow-up",
            "add-note",
            "amend");

    /** The command of this word; empty if there is none such. Faults are left with the form. */
    Optional<JourneyCommand> read(String word, Form f) {
        return Optional.ofNullable(
                switch (word) {
                    case "accept" -> new JourneyCommand.Accept();
                    case "ask-for-more" ->
                        new JourneyCommand.AskForMore(f.need("question", "Write what you need to know"));
                    case "give-information" ->
                        new JourneyCommand.GiveInformation(f.need("answer", "Write the answer to what was asked"));
                    case "decline" -> decline(f);
                    case "withdraw" ->
                        new JourneyCommand.Withdraw(f.need("reason", "Write why the referral is withdrawn"));
                    case "reopen" -> new JourneyCommand.Reopen(f.need("reason", "Write why the referral is reopened"));
                    case "start-step" -> new JourneyCommand.StartStep(places(f));
                    case "make-contact" -> contact(f);
                    case "complete-step" -> new JourneyCommand.CompleteStep(f.may("summary"));
                    case "decide" -> decide(f);
                    case "record-finding" ->
                        new JourneyCommand.RecordFinding(f.need("finding", "Write what you found"));
                    case "give-treatment" ->
                        new JourneyCommand.GiveTreatment(
                                f.need("treatment", "Write which treatment was given"), f.may("note"));
                    case "add-note" -> new JourneyCommand.AddNote(f.need("note", "Write the note"));
                    case "amend" -> amend(f);
                    case "pause-clock" ->
                        new JourneyCommand.PauseClock(standard(f), f.need("reason", "Choose why the clock is paused"));
                    case "resume-clock" -> new JourneyCommand.ResumeClock(standard(f));
                    case "name-delay" -> delay(f);
                    case "follow-up" -> followUp(f);
                    default -> people(word, f);
                });
    }

    private static StandardId standard(Form f) {
        String standard = f.need("standard", "Choose the clock");
        return name(f, "standard", standard) ? StandardId.of(standard) : StandardId.of("none");
    }

    /** True where the text is a name such as the definitions use; leaves a fault otherwise. */
    private static boolean name(Form f, String field, String text) {
        boolean name = text.matches("[a-z0-9][a-z0-9-]*");
        if (!name && !text.isEmpty()) {
            f.fault(field, "There is no such name (" + text + "). Choose one of the list");
        }
        return name;
    }

    /** Commands about who acts, and about the plan. */
    private @Nullable JourneyCommand people(String word, Form f) {
        return switch (word) {
            case "assign-team" -> new JourneyCommand.AssignTeam(f.need("team", "Choose a team"));
            case "assign-staff" -> staff(f);
            case "name-coordinator" ->
                new JourneyCommand.NameCoordinator(
                        f.may("user"),
                        f.need("name", "Write the name of the one to ring"),
                        f.need("phone", "Write the number to ring"),
                        f.may("organisation"));
            case "add-action" ->
                new JourneyCommand.AddAction(
                        named(f, "action"),
                        f.need("what", "Write what is to be done"),
                        f.need("owner", "Choose who will do it"),
                        f.day("due"));
            case "finish-action" ->
                new JourneyCommand.FinishAction(f.need("action", "Choose the action"), f.may("note"));
            default -> plan(word, f);
        };
    }

    private @Nullable JourneyCommand plan(String word, Form f) {
        return switch (word) {
            case "plan-visit" -> visit(f);
            case "make-visit" -> new JourneyCommand.MakeVisit(f.need("visit", "Choose the visit"), f.may("note"));
            case "miss-visit" ->
                new JourneyCommand.MissVisit(
                        f.need("visit", "Choose the visit"), f.need("reason", "Write why it did not happen"));
            case "set-goal" ->
                new JourneyCommand.SetGoal(
                        named(f, "goal"), f.need("words", "Write the goal in the person's own words"), f.day("due"));
            case "review-goal" ->
                new JourneyCommand.ReviewGoal(f.need("goal", "Choose the goal"), f.whole("progress"), f.may("note"));
            case "measure-outcome" ->
                new JourneyCommand.MeasureOutcome(
                        f.need("scale", "Choose the scale"),
                        f.number("score"),
                        f.one(JourneyEvent.When.class, "when", "Say whether this is the start, a review or the end"));
            default -> null;
        };
    }

    private static JourneyCommand decline(Form f) {
        DeclineReason reason = f.one(DeclineReason.class, "reason-code", "Choose why the referral is declined");
        return new JourneyCommand.Decline(
                reason.word(), f.need("advice", "Write what the sender can do instead, and whom to ask"));
    }

    /** A cause of the place's list; the one who usually acts on it owns it, unless another is named. */
    private JourneyCommand delay(Form f) {
        List<String> known =
                place.delayCauses().stream().map(c -> c.id().value()).toList();
        String cause = f.oneOf("cause", known, "Choose what holds the person back");
        String owner = f.may("owner");
        String usual = known.contains(cause)
                ? place.delayCauses().get(CauseId.of(cause)).actor()
                : "";
        return new JourneyCommand.NameDelay(cause, owner.isEmpty() ? usual : owner, f.may("note"));
    }

    private static JourneyCommand contact(Form f) {
        return new JourneyCommand.MakeContact(
                f.one(JourneyEvent.Mode.class, "mode", "Choose how the contact took place"),
                f.need("profession", "Choose the profession of the one who made contact"),
                f.may("note"));
    }

    private static JourneyCommand decide(Form f) {
        return new JourneyCommand.Decide(
                option(f), f.may("reason"), professions(f), f.orNull("persons-wish"), f.orNull("familys-view"));
    }

    private static OptionId option(Form f) {
        String option = f.need("option", "Choose an answer to the question");
        return name(f, "option", option) ? OptionId.of(option) : OptionId.of("none");
    }

    /** Those that were ticked, and others that were written, divided by commas. */
    private static List<String> professions(Form f) {
        List<String> all = new ArrayList<>(f.fields().all("professions"));
        for (String other : f.may("other-professions").split(",")) {
            if (!other.isBlank()) {
                all.add(other.strip());
            }
        }
        return all;
    }

    private static JourneyCommand staff(Form f) {
        String[] userAndName = f.need("user", "Choose who takes this on").split("\\|", 2);
        String name = userAndName.length > 1 ? userAndName[1] : f.may("name");
        if (!userAndName[0].isEmpty() && name.isEmpty()) {
            f.fault("name", "Write the name of the one who takes this on");
        }
        return new JourneyCommand.AssignStaff(userAndName[0], name);
    }

    private JourneyCommand visit(Form f) {
        Instant at = f.moment("at-time");
        if (at == null) {
            f.fault("at-time", "Write when the visit will be");
            at = Instant.EPOCH;
        }
        return new JourneyCommand.PlanVisit(named(f, "visit"), at, f.need("purpose", "Write what the visit is for"));
    }

    private static JourneyCommand amend(Form f) {
        return new JourneyCommand.Amend(
                f.whole("sequence"), f.past("right-time"), f.need("correction", "Write what is right"));
    }

    private String named(Form f, String field) {
        String given = f.fields().text(field);
        return given.isEmpty() ? ids.get() : given;
    }

    private static JourneyCommand followUp(Form f) {
        String check = f.need("follow-up", "Choose the check");
        return new JourneyCommand.FollowUp(
                name(f, "follow-up", check) ? FollowUpId.of(check) : FollowUpId.of("none"),
                f.one(Whereabouts.class, "whereabouts", "Say where the person is now")
                        .word(),
                f.may("note"));
    }

    private static List<Place> places(Form f) {
        List<Place> places = new ArrayList<>();
        for (String text : f.fields().all("places")) {
            String[] parts = text.split("/", 3);
            if (parts.length < 2) {
                f.fault("places", "A place is written as pool/unit, such as home-places/enablement-east");
            } else if (name(f, "places", parts[0])) {
                places.add(new Place(PoolId.of(parts[0]), parts[1], parts.length > 2 ? parts[2] : null));
            }
        }
        return places;
    }
}
