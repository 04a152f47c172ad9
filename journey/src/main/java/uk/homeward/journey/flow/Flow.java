package uk.homeward.journey.flow;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import uk.homeward.journey.event.FlowEvent;
import uk.homeward.journey.event.FlowEvent.DestinationNamed;
import uk.homeward.journey.event.FlowEvent.NeedDescribed;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.flow.FlowFacts.Said;
import uk.homeward.journey.spell.Spell;

/** A stay on its way out: the fold of what the hospital's system and the staff tell of it. Immutable. */
public final class Flow {

    private final String stay;
    private final Spell spell;
    private final FlowPlace place;
    private final List<Recorded<FlowEvent>> told;
    private final FlowFacts facts;

    private Flow(String stay, Spell spell, FlowPlace place, List<Recorded<FlowEvent>> told) {
        this.stay = stay;
        this.spell = spell;
        this.place = place;
        this.told = List.copyOf(told);
        this.facts = FlowFacts.of(told);
    }

    /**
     * @param stay the stay's id
     * @param told everything that staff said of it, in the order in which it was told
     */
    public static Flow of(String stay, Spell spell, FlowPlace place, List<Recorded<FlowEvent>> told) {
        return new Flow(stay, spell, place, told);
    }

    public String stay() {
        return stay;
    }

    public Spell spell() {
        return spell;
    }

    public FlowPlace place() {
        return place;
    }

    /** How many facts were told; the sequence of the last. */
    public int version() {
        return told.size();
    }

    /** Everything that was told, in the order of telling, refusals and amendments included. */
    public List<Recorded<FlowEvent>> told() {
        return told;
    }

    FlowFacts facts() {
        return facts;
    }

    /** True if somebody at work, not a part of the system, said something of this stay. */
    public boolean isByHand() {
        return told.stream().anyMatch(fact -> !fact.by().isSystem());
    }

    /** When the person came into a bed, or was first known to be there. */
    public Optional<Instant> since() {
        return Optional.ofNullable(spell.admittedAt()).or(() -> Optional.ofNullable(spell.arrivedAt()));
    }

    public boolean isOver() {
        return spell.leftAt() != null;
    }

    /** Nights in hospital until the person left, or until now. */
    public long nights(Instant now) {
        Instant end = spell.leftAt() == null ? now : spell.leftAt();
        return since().map(at -> Math.max(0, ChronoUnit.DAYS.between(place.day(at), place.day(end))))
                .orElse(0L);
    }

    public String consultant() {
        return facts.last(FlowEvent.ConsultantNamed.class)
                .map(said -> said.event().consultant())
                .orElse("");
    }

    /** The expected dates in the order in which they were set; the last one stands. */
    public List<Expected> expected() {
        return facts.all(FlowEvent.DischargeDateSet.class)
                .map(said -> new Expected(
                        said.event().day(),
                        said.event().reason(),
                        said.recorded().by().name(),
                        said.at()))
                .toList();
    }

    public Optional<LocalDate> expectedDay() {
        return expected().isEmpty()
                ? Optional.empty()
                : Optional.of(expected().getLast().day());
    }

    /** What must be true before this person can leave; empty if nobody has said. */
    public String criteriaForDischarge() {
        return facts.last(FlowEvent.DischargeCriteriaSet.class)
                .map(said -> said.event().words())
                .orElse("");
    }

    /** The last round's answer. */
    public Optional<Review> lastReview() {
        return reviews().isEmpty() ? Optional.empty() : Optional.of(reviews().getLast());
    }

    /** A round's answer with when and by whom. */
    public record Review(Instant at, boolean met, String criterion, boolean senior, String note, String by) {}

    public List<Review> reviews() {
        return facts.all(FlowEvent.CriteriaReviewed.class)
                .map(said -> new Review(
                        said.at(),
                        said.event().met(),
                        said.event().criterion(),
                        said.event().senior(),
                        said.event().note(),
                        said.recorded().by().name()))
                .toList();
    }

    /** The times in which the person did not meet the criteria to reside. */
    public List<ReadyPeriod> readyPeriods() {
        List<DischargeReady.Round> rounds = facts.all(FlowEvent.CriteriaReviewed.class)
                .map(said -> new DischargeReady.Round(
                        said.at(), said.event().met(), said.recorded().sequence()))
                .toList();
        return DischargeReady.periods(rounds, spell.leftAt());
    }

    public Optional<DischargeReady> ready(Instant now) {
        return DischargeReady.of(readyPeriods(), spell.leftAt(), now, place.zone());
    }

    /** When the running period without criteria began; empty while they are met, or after the person has left. */
    public Optional<Instant> readySince() {
        List<ReadyPeriod> periods = readyPeriods();
        return periods.isEmpty() || isOver() || periods.getLast().until() != null
                ? Optional.empty()
                : Optional.of(periods.getLast().from());
    }

    /** The chain of what held the person up, over all periods in which they were ready. */
    public List<HoldUp> holdUps() {
        List<HoldUp.Named> named = facts.all(FlowEvent.HoldUpNamed.class)
                .map(said -> new HoldUp.Named(
                        said.at(),
                        said.event().cause(),
                        said.event().note(),
                        said.recorded().by().name()))
                .toList();
        return HoldUp.chain(readyPeriods(), named);
    }

    /** What holds the person up now; empty if they are not ready or nobody has named it. */
    public Optional<HoldUp> holdUp() {
        List<HoldUp> chain = holdUps();
        return readySince().isEmpty() || !chain.getLast().isNamed() ? Optional.empty() : Optional.of(chain.getLast());
    }

    public Optional<NeedDescribed> need() {
        return facts.last(NeedDescribed.class).map(Said::event);
    }

    /** Whether a bed was asked for after the need was last described. */
    public Optional<FlowEvent.BedAsked> bedAsked() {
        Optional<Said<NeedDescribed>> need = facts.last(NeedDescribed.class);
        return facts.last(FlowEvent.BedAsked.class)
                .filter(asked -> need.isEmpty()
                        || asked.recorded().sequence() > need.get().recorded().sequence())
                .map(Said::event);
    }

    /** The way out, 0 to 3; empty while nobody has described the need. */
    public Optional<Integer> pathway() {
        return need().map(need -> {
            int described = Advice.of(need.needs()).pathway();
            return bedAsked()
                    .map(asked -> Math.max(described, asked.lasting() ? 3 : 2))
                    .orElse(described);
        });
    }

    public List<Task> tasks() {
        return Task.of(facts);
    }

    public List<Moved> moves() {
        return Moved.of(spell.moves(), facts, place);
    }

    /** Every day of the stay until the person left, or until now. */
    public List<Day> days(Instant now) {
        Instant end = spell.leftAt() == null ? now : spell.leftAt();
        return since().map(at -> Day.of(
                        place.day(at),
                        place.day(end),
                        facts.all(FlowEvent.DayJudged.class).map(Said::event).toList()))
                .orElse(List.of());
    }

    /** The days that somebody judged. */
    public Set<LocalDate> judgedDays() {
        return facts.all(FlowEvent.DayJudged.class)
                .map(said -> said.event().day())
                .collect(Collectors.toSet());
    }

    /** The day that was judged last; of two judgements of one day the later one. */
    public Optional<FlowEvent.DayJudged> lastJudged() {
        return facts.all(FlowEvent.DayJudged.class)
                .map(Said::event)
                .reduce((first, second) -> second.day().isBefore(first.day()) ? first : second);
    }

    /** The long-stay reviews that were held, by the day of the stay they were for. */
    public Map<Integer, FlowEvent.StayReviewed> longStayReviews() {
        Map<Integer, FlowEvent.StayReviewed> reviews = new LinkedHashMap<>();
        facts.all(FlowEvent.StayReviewed.class)
                .forEach(said -> reviews.put(said.event().days(), said.event()));
        return reviews;
    }

    public Optional<DestinationNamed> destination() {
        return facts.last(DestinationNamed.class).map(Said::event);
    }

    /** Where they went: what staff named, else what the hospital's code says. */
    public Optional<FlowEvent.DestinationKind> goesTo(boolean livesInCareHome) {
        return destination()
                .map(DestinationNamed::kind)
                .or(() -> DischargeCode.read(spell.destination(), pathway().orElse(null), livesInCareHome));
    }

    /** True if the person died in this stay, by staff or by the hospital's message. */
    public boolean isDeath() {
        return destination()
                .map(to -> to.kind() == FlowEvent.DestinationKind.DIED)
                .orElse(DischargeCode.DIED.equals(spell.destination()));
    }

    /** What ended here when the person left for another area; empty until it has, and where they go elsewhere. */
    public Optional<FlowEvent.HandedOver> handedOver() {
        return handOver().map(Said::event);
    }

    /** When that was. */
    public Optional<Instant> handedOverAt() {
        return handOver().map(Said::at);
    }

    private Optional<Said<FlowEvent.HandedOver>> handOver() {
        int named = facts.last(DestinationNamed.class)
                .map(said -> said.recorded().sequence())
                .orElse(0);
        return facts.last(FlowEvent.HandedOver.class)
                .filter(said -> said.recorded().sequence() > named);
    }

    /** When it was agreed that the person leaves. */
    public Optional<Instant> departure() {
        return facts.last(FlowEvent.DepartureAgreed.class)
                .map(said -> said.event().at());
    }

    public Optional<FlowEvent.ArrivalCheckNamed> arrivalCheck() {
        return facts.last(FlowEvent.ArrivalCheckNamed.class).map(Said::event);
    }

    public Optional<FlowEvent.ArrivalChecked> arrival() {
        return facts.last(FlowEvent.ArrivalChecked.class).map(Said::event);
    }

    public Optional<Instant> arrivalCheckedAt() {
        return facts.last(FlowEvent.ArrivalChecked.class).map(Said::at);
    }

    /** True if the person left, or is to leave, at an hour at which nobody who lives alone goes home unseen. */
    public boolean isLate(Instant at) {
        return Limits.isBetween(at.atZone(place.zone()).toLocalTime(), Limits.LATE_FROM, Limits.LATE_UNTIL);
    }

    /** The decisions that travel with the person, the last of each kind. */
    public Map<String, FlowEvent.DecisionKept> decisions() {
        Map<String, FlowEvent.DecisionKept> decisions = new LinkedHashMap<>();
        facts.all(FlowEvent.DecisionKept.class)
                .forEach(said -> decisions.put(said.event().kind(), said.event()));
        return decisions;
    }

    /** The last discharge summary to each receiver. */
    public List<Summary> summaries() {
        return Summary.of(facts);
    }

    /** Of several receivers the one whose summary somebody has to see to; else the last that was sent. */
    public Optional<Summary> summary() {
        return Summary.mostPressing(summaries());
    }

    /** The last summary to a receiver, by their id or the words it was sent to; empty asks for {@link #summary}. */
    public Optional<Summary> summaryTo(String receiver) {
        return receiver.isBlank()
                ? summary()
                : summaries().stream().filter(summary -> summary.isTo(receiver)).findFirst();
    }

    /** What has to be done next, the most urgent first. */
    public List<Due> dues() {
        return Dues.of(this);
    }
}
