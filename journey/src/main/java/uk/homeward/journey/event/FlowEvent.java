package uk.homeward.journey.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What staff say about one stay in a hospital on its way out: when the person should leave, what still keeps them, what
 * they need, what is waited for. What the hospital's system tells of the same stay is a {@link SpellEvent}.
 */
public sealed interface FlowEvent extends Event {

    /** What a person needs when they leave, as those who care for them see it; never a package. */
    enum Need {
        NOTHING_NEW("Nothing new: what they had before is enough"),
        HELP_WITH_CARE("Help with washing, dressing, meals or medicines"),
        THERAPY("Therapy to win back strength and confidence"),
        NURSING("Nursing: wounds, injections, a catheter or the like"),
        TWO_TO_MOVE("Two people to help them move safely"),
        EQUIPMENT("Equipment or small changes at home"),
        NOT_SAFE_BETWEEN_VISITS("For now not safe alone between visits, with nobody at home who can help"),
        CARE_AT_NIGHT("For now care at night too, with nobody at home who can give it"),
        LASTING_CARE_DAY_AND_NIGHT("A change that will last: care day and night"),
        LAST_MONTHS("Care in the last months of life");

        private final String words;

        Need(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** Something that must be ready before the person can go. */
    enum TaskKind {
        MEDICINES("Medicines to take home"),
        TRANSPORT("Transport"),
        EQUIPMENT("Equipment"),
        TEST("Test or result"),
        OTHER("Something else");

        private final String words;

        TaskKind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** Why somebody was moved to another ward. */
    enum MoveReason {
        OWN_CARE("Their own care needed it"),
        SPECIALTY("To the right specialty"),
        INFECTION("Infection control"),
        ROOM_FOR_OTHERS("The bed was needed for somebody else"),
        CLOSING("The ward or bay closed"),
        OTHER("Another reason");

        private final String words;

        MoveReason(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        /** True where the person themselves was better cared for after it. */
        public boolean isForThePerson() {
            return this == OWN_CARE || this == SPECIALTY || this == INFECTION;
        }
    }

    /** Where somebody goes. */
    enum DestinationKind {
        HOME("Own home"),
        USUAL_CARE_HOME("The care home where they live"),
        WITH_FAMILY("With family or friends"),
        HOTEL("A hotel"),
        ELSEWHERE("Somewhere else, such as a hostel, temporary housing or custody"),
        COMMUNITY_BED("A community or enablement bed"),
        CARE_HOME_FOR_NOW("A care home for a short time"),
        NEW_CARE_HOME("A care home that is new to them, for good"),
        ISOLATION("Where they are kept apart before they go to a care home"),
        HOSPICE("A hospice"),
        OTHER_HOSPITAL("Another hospital"),
        OUT_OF_AREA("Another area"),
        DIED("Died");

        private final String words;

        DestinationKind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** A heading of the discharge summary; the choice follows the professional record standard for discharge. */
    enum SummaryPart {
        DIAGNOSES("Diagnoses", true),
        WHAT_HAPPENED("What happened in hospital", true),
        MEDICINES("Medicines, with what was changed and why", true),
        ALLERGIES("Allergies", true),
        PLAN("What is asked of whom", true),
        FUNCTION("How they move and manage", false),
        RISKS("Risks and alerts", false),
        RESUSCITATION("Resuscitation and treatment decisions", false),
        SOCIAL("Home, carers and support", false),
        PERSON_TOLD("What the person was told", false),
        WISHES("What matters to the person", false),
        CONTACT("Whom to ring", false);

        private final String words;
        private final boolean needed;

        SummaryPart(String words, boolean needed) {
            this.words = words;
            this.needed = needed;
        }

        public String words() {
            return words;
        }

        /** True where a summary is not sent without it. */
        public boolean isNeeded() {
            return needed;
        }
    }

    record ConsultantNamed(String consultant) implements FlowEvent {}

    /** The day on which the person should leave; a reason belongs to every change of it. */
    record DischargeDateSet(LocalDate day, String reason) implements FlowEvent {}

    /** What must be true before the person can leave, for them alone. */
    record DischargeCriteriaSet(String words) implements FlowEvent {}

    /**
     * A round asked whether the person still needs to be in an acute bed.
     *
     * @param met true while they meet the criteria to reside
     * @param criterion the criterion that is met; empty if none is
     * @param senior true if a consultant or another senior decided
     */
    record CriteriaReviewed(boolean met, String criterion, boolean senior, String note) implements FlowEvent {}

    record NeedDescribed(List<Need> needs, String words) implements FlowEvent {
        public NeedDescribed {
            needs = List.copyOf(needs);
        }
    }

    /** A bed was asked for somebody who is to leave; where home could do, it says why it cannot and who agreed. */
    record BedAsked(boolean lasting, String whyNotHome, String agreedWith) implements FlowEvent {}

    /** A day was judged green: it moved the person towards leaving; or red, and why. */
    record DayJudged(LocalDate day, boolean green, String reason) implements FlowEvent {}

    record MoveExplained(Instant movedAt, MoveReason reason, String words) implements FlowEvent {}

    /** A long stay was looked at afresh: after so many days, what was found, and what comes next. */
    record StayReviewed(int days, String finding, String next) implements FlowEvent {}

    /** @param deliverTo where it goes if not to the person; empty where the person waits for it */
    record TaskAsked(String task, TaskKind kind, String what, String deliverTo, Instant dueAt) implements FlowEvent {}

    record TaskAdvanced(String task, String stage) implements FlowEvent {}

    record TaskFinished(String task, String note) implements FlowEvent {}

    record TaskDropped(String task, String reason) implements FlowEvent {}

    /** Why a person who is ready has not left; the next one named takes over from it. */
    record HoldUpNamed(String cause, String note) implements FlowEvent {}

    /**
     * @param receiver who gets it, in words
     * @param filled the headings that it has
     * @param organisation the id of the receiving provider, practice or organisation; empty where it is none of the place's
     * @param words what stands under a heading; a heading without words stands in the hospital's own document
     */
    record SummarySent(String receiver, List<SummaryPart> filled, String organisation, Map<SummaryPart, String> words)
            implements FlowEvent {
        @SuppressWarnings("DataFlowIssue") // summaries told before these were kept have neither
        public SummarySent {
            filled = List.copyOf(filled);
            organisation = Objects.requireNonNullElse(organisation, "");
            words = Map.copyOf(Objects.requireNonNullElse(words, Map.of()));
        }

        public SummarySent(String receiver, List<SummaryPart> filled) {
            this(receiver, filled, "", Map.of());
        }
    }

    /** @param note what the receiver says of it, such as what it lacks */
    record SummaryAcknowledged(String receiver, String by, String note) implements FlowEvent {
        public SummaryAcknowledged {
            note = Objects.requireNonNullElse(note, "");
        }

        public SummaryAcknowledged(String receiver, String by) {
            this(receiver, by, "");
        }
    }

    /**
     * @param acceptedBy who took the person on there; needed where the place ends
     * @param phone how to ring them
     */
    record DestinationNamed(DestinationKind kind, String name, String acceptedBy, String phone) implements FlowEvent {
        public DestinationNamed {
            phone = Objects.requireNonNullElse(phone, "");
        }

        public DestinationNamed(DestinationKind kind, String name, String acceptedBy) {
            this(kind, name, acceptedBy, "");
        }
    }

    /**
     * What was open for somebody who left the place's network was ended, with the name of who has taken them on.
     *
     * @param ended what ended, in words
     * @param left what could not end by itself and somebody must hand over
     */
    record HandedOver(String to, List<String> ended, List<String> left) implements FlowEvent {
        public HandedOver {
            ended = List.copyOf(ended);
            left = List.copyOf(left);
        }
    }

    record DepartureAgreed(Instant at) implements FlowEvent {}

    /** Who sees to it that the person has come home and is well there. */
    record ArrivalCheckNamed(String who, String phone) implements FlowEvent {}

    record ArrivalChecked(boolean well, String note) implements FlowEvent {}

    /** A decision that travels with the person, such as one about resuscitation; the last of a kind stands. */
    record DecisionKept(String kind, String words) implements FlowEvent {}

    record FlowNoted(String note) implements FlowEvent {}

    /**
     * An earlier fact of the same stay was wrong.
     *
     * @param sequence which one
     * @param occurredAt when it really happened; null if that was right
     * @param withdrawn true if it never happened
     */
    record FactAmended(int sequence, @Nullable Instant occurredAt, boolean withdrawn, String correction)
            implements FlowEvent {}

    /** Something was asked and refused. What was refused is kept, not lost. */
    record FlowRefused(String command, String code, String why) implements FlowEvent, Refusal {}
}
