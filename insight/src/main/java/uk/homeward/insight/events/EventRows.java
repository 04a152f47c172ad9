package uk.homeward.insight.events;

import java.util.Locale;
import uk.homeward.journey.event.AgreementEvent;
import uk.homeward.journey.event.AssessmentEvent;
import uk.homeward.journey.event.ChangeEvent;
import uk.homeward.journey.event.ContingencyEvent;
import uk.homeward.journey.event.EscalationEvent;
import uk.homeward.journey.event.Event;
import uk.homeward.journey.event.FlowEvent;
import uk.homeward.journey.event.HoldEvent;
import uk.homeward.journey.event.JourneyEvent;
import uk.homeward.journey.event.MatchEvent;
import uk.homeward.journey.event.PackageEvent;
import uk.homeward.journey.event.PathwayEvent;
import uk.homeward.journey.event.PersonEvent;
import uk.homeward.journey.event.Place;
import uk.homeward.journey.event.PoolEvent;
import uk.homeward.journey.event.PrescriptionEvent;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.event.ReviewEvent;
import uk.homeward.journey.event.SearchEvent;
import uk.homeward.journey.event.ServiceEvent;
import uk.homeward.journey.event.SpellEvent;
import uk.homeward.journey.event.Subject;
import uk.homeward.journey.event.TrustEvent;

/** Makes rows of {@link FactTable#EVENTS}. Words that people wrote, names and contacts stay behind. */
final class EventRows {

    private final Facts facts;

    EventRows(Facts facts) {
        this.facts = facts;
    }

    /** Nothing of what is told about the change that is made: facts are of care. */
    void add(long position, Recorded<? extends Event> told) {
        FactRow row = new FactRow(FactTable.EVENTS)
                .put("position", position)
                .put("type", told.event().type())
                .put("subject_kind", told.subject().kind())
                .put("subject", subject(told.subject()))
                .put("sequence", told.sequence())
                .put("happened_at", told.occurredAt())
                .day("happened_on", told.occurredAt(), facts.zone())
                .put("told_at", told.recordedAt())
                .put("role", told.by().role())
                .put("organisation", told.by().organisation())
                .put("by_system", told.by().isSystem());
        switch (told.event()) {
            case JourneyEvent e -> journey(row, e);
            case PersonEvent e -> person(row.put("person", subject(told.subject())), e);
            case SpellEvent e -> spell(row, e);
            case FlowEvent e -> {} // the way out of a stay: its type, time and teller
            case PoolEvent e -> pool(row, e);
            case ChangeEvent e -> {} // a programme's own story: its type, time and teller
            case PathwayEvent e -> {} // that a definition was published, not what it says
            case HoldEvent e -> hold(row, e);
            case EscalationEvent e -> {} // its type, time and teller
            case ServiceEvent e -> {} // its type, time and teller
            case PrescriptionEvent e -> prescription(row, e);
            case ReviewEvent e -> {} // what reviewers say of a case stays with the review
            case MatchEvent e -> {} // who is whom: nothing of it is published but that it was asked and answered
            case SearchEvent e -> search(row, e);
            case PackageEvent e -> arranged(row, e);
            case ContingencyEvent e -> {}
            case AssessmentEvent e -> assessment(row, e);
            case AgreementEvent e -> {} // its type, time and teller
            case TrustEvent e -> {} // reasons and choices are nobody's figures
        }
        facts.add(FactTable.EVENTS, facts.month(told.occurredAt()), row);
    }

    private long subject(Subject subject) {
        return facts.pseudonyms().subject(subject);
    }

    private void journey(FactRow row, JourneyEvent event) {
        switch (event) {
            case JourneyEvent.JourneyOpened e -> opened(row, e);
            case JourneyEvent.ReferralDeclined e -> row.put("reason_code", e.reasonCode());
            case JourneyEvent.StepRequested e -> row.put("step", e.step().value());
            case JourneyEvent.StepStarted e -> {
                row.put("step", e.step().value());
                e.places().stream().findFirst().ifPresent(p -> place(row, p));
            }
            case JourneyEvent.ContactMade e -> row.put("step", e.step().value()).put("mode", e.mode());
            case JourneyEvent.StepCompleted e -> row.put("step", e.step().value());
            case JourneyEvent.StepLeft e -> row.put("step", e.step().value());
            case JourneyEvent.RequestCancelled e -> row.put("step", e.step().value());
            case JourneyEvent.DecisionMade e -> decided(row, e);
            case JourneyEvent.OutcomeMeasured e ->
                row.put("scale", e.scale()).put("score", e.score()).put("measured", e.when());
            case JourneyEvent.GoalReviewed e -> row.put("score", (double) e.progress());
            case JourneyEvent.ClockPaused e -> row.put("standard", e.standard().value());
            case JourneyEvent.ClockResumed e -> row.put("standard", e.standard().value());
            case JourneyEvent.DelayCaused e -> row.put("cause", e.cause());
            case JourneyEvent.JourneyEnded e -> row.put("exit", e.exit().value());
            case JourneyEvent.FollowedUp e ->
                row.put("follow_up", e.followUp().value()).put("whereabouts", e.whereabouts());
            case JourneyEvent.EventAmended e -> row.put("amends", e.sequence()).put("amended_to", e.occurredAt());
            case JourneyEvent.CommandRefused e ->
                row.put("command", e.command()).put("reason_code", e.code());
            default -> {} // tells no more in columns than its type, time and teller
        }
    }

    private void opened(FactRow row, JourneyEvent.JourneyOpened event) {
        row.put("person", facts.pseudonyms().person(event.person()))
                .put("pathway", event.pathway().value())
                .put("route", event.route().value())
                .put("sender_kind", event.sender().kind())
                .put("locality", event.attributes().get("locality"));
    }

    private static void decided(FactRow row, JourneyEvent.DecisionMade event) {
        row.put("decision", event.decision().value())
                .put("option", event.option().value())
                .put("professions", event.professions().size())
                .put("wish_heard", event.personsWish() != null);
    }

    private static void place(FactRow row, Place place) {
        row.put("pool", place.pool().value()).put("unit", place.unit());
    }

    private static void person(FactRow row, PersonEvent event) {
        switch (event) {
            case PersonEvent.PersonRegistered e ->
                row.put("locality", e.details().locality());
            case PersonEvent.PersonDetailsChanged e ->
                row.put("locality", e.details().locality());
            case PersonEvent.StoryAnswered e ->
                row.put("question", e.question()).put("repeated", e.repeatReason() != null);
            case PersonEvent.CarerSupported e -> row.put("support", e.kind());
            case PersonEvent.RiskActedOn e -> row.put("action", e.action());
            case PersonEvent.ExperienceTold e -> row.put("experience", e.answer());
            default -> {} // what else is told of a person is about that person alone
        }
    }

    private void assessment(FactRow row, AssessmentEvent event) {
        switch (event) {
            case AssessmentEvent.AssessmentBegun e ->
                row.put("person", facts.pseudonyms().person(e.person())).put("repeated", e.again() != null);
            case AssessmentEvent.AssessmentCompleted e ->
                row.put("person", facts.pseudonyms().person(e.person()));
            case AssessmentEvent.AssessmentReliedOn e ->
                row.put("person", facts.pseudonyms().person(e.person()));
            case AssessmentEvent.AssessmentRefused e ->
                row.put("command", e.command()).put("reason_code", e.code());
            default -> {} // what was answered is about one person alone
        }
    }

    private static void search(FactRow row, SearchEvent event) {
        switch (event) {
            case SearchEvent.SearchOpened e -> row.put("locality", e.locality());
            case SearchEvent.OfferDeclined e -> row.put("reason_code", word(e.reason()));
            default -> {} // who was shown, chose and was asked what is about one person alone
        }
    }

    private void arranged(FactRow row, PackageEvent event) {
        switch (event) {
            case PackageEvent.PackageOpened e ->
                row.put("person", facts.pseudonyms().person(e.person())).put("locality", e.locality());
            case PackageEvent.BudgetOffered e -> row.put("reason_code", word(e.answer()));
            case PackageEvent.ContinuingCareAsked e ->
                row.put("reason_code", e.fastTrack() ? "fast-track" : "standard");
            case PackageEvent.ContinuingCareDecided e ->
                row.put("reason_code", e.eligible() ? "eligible" : "not-eligible");
            case PackageEvent.PackageRefused e ->
                row.put("command", e.command()).put("reason_code", e.code());
            default -> {} // what is arranged for one person: its type, time and teller
        }
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static void pool(FactRow row, PoolEvent event) {
        row.put("pool", event.pool().value()).put("unit", event.unit());
        switch (event) {
            case PoolEvent.UnitDescribed e -> row.put("locality", e.locality());
            case PoolEvent.CapacityConfirmed e ->
                row.put("capacity", e.capacity()).put("out_of_service", e.outOfService());
            default -> {} // tells no more in columns than its unit, type, time and teller
        }
    }

    private void hold(FactRow row, HoldEvent event) {
        switch (event) {
            case HoldEvent.PlaceHeld e ->
                row.put("pool", e.pool().value())
                        .put("unit", e.unit())
                        .put("person", facts.pseudonyms().person(e.person()));
            case HoldEvent.HoldRefused e -> row.put("command", e.command()).put("reason_code", e.code());
            default -> {} // tells no more in columns than its type, time and teller
        }
    }

    private void prescription(FactRow row, PrescriptionEvent event) {
        if (event instanceof PrescriptionEvent.Prescribed e) {
            row.put("person", facts.pseudonyms().person(e.person()));
        }
    }

    private void spell(FactRow row, SpellEvent event) {
        switch (event) {
            case SpellEvent.Arrived e -> stay(row, e.person(), e.site()).put("ward", e.location());
            case SpellEvent.Admitted e -> stay(row, e.person(), e.site()).put("ward", e.location());
            case SpellEvent.Moved e -> stay(row, e.person(), e.site()).put("ward", e.to());
            case SpellEvent.Discharged e -> stay(row, e.person(), e.site()).put("destination", e.destination());
            case SpellEvent.DischargeExpected e -> stay(row, e.person(), e.site());
            case SpellEvent.AdmissionCancelled e -> stay(row, e.person(), e.site());
            case SpellEvent.MoveCancelled e -> stay(row, e.person(), e.site()).put("ward", e.backTo());
            case SpellEvent.DischargeCancelled e ->
                stay(row, e.person(), e.site()).put("ward", e.location());
            case SpellEvent.Coded e -> stay(row, e.person(), e.site());
        }
    }

    private FactRow stay(FactRow row, String person, String site) {
        return row.put("person", facts.pseudonyms().person(person)).put("site", site);
    }
}
