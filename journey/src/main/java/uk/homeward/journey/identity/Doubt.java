package uk.homeward.journey.identity;

import java.util.List;
import uk.homeward.journey.event.MatchEvent;
import uk.homeward.journey.event.MatchEvent.FoundDifferent;
import uk.homeward.journey.event.MatchEvent.FoundSame;
import uk.homeward.journey.event.MatchEvent.FoundSameUndone;
import uk.homeward.journey.event.MatchEvent.MatchDoubted;
import uk.homeward.journey.event.MatchEvent.MatchPutOff;
import uk.homeward.journey.event.MatchEvent.MatchRefused;

/** How it stands with two records that may be of one person, and what may be said of them next. */
public sealed interface Doubt {

    /** Nobody has asked. */
    record Unasked() implements Doubt {}

    /** Asked, and to be answered. */
    record Open() implements Doubt {}

    /** Joined: {@code gaveWay} is seen under {@code stands}. */
    record Joined(String stands, String gaveWay) implements Doubt {}

    /** Two people, for good: it is not asked again. */
    record TwoPeople() implements Doubt {}

    /** What somebody or a door says of the two. */
    sealed interface Command {

        /** The name under which a refusal is kept. */
        default String word() {
            return getClass().getSimpleName();
        }
    }

    record Ask(String one, String other, double bits, String words) implements Command {}

    record PutOff(String reason) implements Command {}

    record SayDifferent(String reason) implements Command {}

    /**
     * They are one person.
     *
     * @param stand whether both records stand by themselves now, that is, neither gave way to another
     */
    record SaySame(String stands, String gaveWay, String reason, boolean stand) implements Command {}

    /**
     * They are not one person after all.
     *
     * @param joined whether the one record gives way to the other now, whoever said so
     */
    record Part(String stands, String gaveWay, String reason, boolean joined) implements Command {}

    /** How it stands after these events. */
    static Doubt of(List<MatchEvent> events) {
        Doubt doubt = new Unasked();
        for (MatchEvent event : events) {
            doubt = switch (event) {
                case MatchDoubted e -> new Open();
                case MatchPutOff e -> new Open();
                case FoundDifferent e -> new TwoPeople();
                case FoundSame e -> new Joined(e.stands(), e.gaveWay());
                case FoundSameUndone e -> new TwoPeople();
                case MatchRefused e -> doubt;
            };
        }
        return doubt;
    }

    /** The events that follow from a command; none if nothing changes, or one refusal. */
    default List<MatchEvent> answer(Command command) {
        return switch (command) {
            case Ask c ->
                this instanceof Unasked
                        ? List.of(new MatchDoubted(c.one(), c.other(), c.bits(), c.words()))
                        : List.of();
            case PutOff c ->
                this instanceof Open
                        ? List.of(new MatchPutOff(c.reason()))
                        : refused(
                                c,
                                "not-open",
                                "Nothing is asked of these two records any more. Look at what was answered.");
            case SayDifferent c -> different(c);
            case SaySame c -> same(c);
            case Part c -> part(c);
        };
    }

    private List<MatchEvent> different(SayDifferent c) {
        return switch (this) {
            case Unasked d -> List.of(new FoundDifferent(c.reason()));
            case Open d -> List.of(new FoundDifferent(c.reason()));
            case TwoPeople d -> List.of();
            case Joined d -> refused(c, "joined", "These two records are joined. Part them first.");
        };
    }

    /** Only records that stand by themselves are joined, so that no chain can lead nowhere. */
    private List<MatchEvent> same(SaySame c) {
        if (c.stands().equals(c.gaveWay())) {
            return refused(c, "one-record", "This is one and the same record.");
        }
        if (c.reason().isBlank()) {
            return refused(c, "no-reason", "Write how you know that they are one person.");
        }
        if (this instanceof Joined) {
            return refused(c, "joined", "These two records are joined already.");
        }
        return c.stand()
                ? List.of(new FoundSame(c.stands(), c.gaveWay(), c.reason()))
                : refused(
                        c,
                        "gave-way",
                        "One of these records was joined to another meanwhile. Compare the ones that stand.");
    }

    private List<MatchEvent> part(Part c) {
        if (c.reason().isBlank()) {
            return refused(c, "no-reason", "Write how you know that they are two people.");
        }
        return c.joined()
                ? List.of(new FoundSameUndone(c.stands(), c.gaveWay(), c.reason()))
                : refused(c, "not-joined", "These two records are not joined, so they cannot be parted.");
    }

    private static List<MatchEvent> refused(Command command, String code, String why) {
        return List.of(new MatchRefused(command.word(), code, why));
    }
}
