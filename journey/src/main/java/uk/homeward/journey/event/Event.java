package uk.homeward.journey.event;

/** A fact. Its type name is the simple name of its record, in the past tense. */
public sealed interface Event
        permits JourneyEvent,
                PersonEvent,
                SpellEvent,
                FlowEvent,
                PoolEvent,
                PathwayEvent,
                HoldEvent,
                EscalationEvent,
                ServiceEvent,
                PrescriptionEvent,
                ChangeEvent,
                ReviewEvent,
                MatchEvent,
                SearchEvent,
                PackageEvent,
                ContingencyEvent,
                AssessmentEvent,
                AgreementEvent,
                TrustEvent {

    /** The name under which the journal keeps this kind of event. */
    default String type() {
        return getClass().getSimpleName();
    }
}
