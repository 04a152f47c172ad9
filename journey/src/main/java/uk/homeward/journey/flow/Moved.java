package uk.homeward.journey.flow;

import java.time.Instant;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.event.FlowEvent.MoveExplained;
import uk.homeward.journey.event.FlowEvent.MoveReason;
import uk.homeward.journey.spell.WardMove;

/**
 * A move to another ward, with why it was done.
 *
 * @param reason null while nobody has said
 */
public record Moved(WardMove move, @Nullable MoveReason reason, String words, boolean byNight) {

    /** A move is a harm unless it was for the person's own care and by day; one that nobody explained counts as one. */
    public boolean isHarm() {
        return byNight || reason == null || !reason.isForThePerson();
    }

    static List<Moved> of(List<WardMove> moves, FlowFacts facts, FlowPlace place) {
        Map<Instant, MoveExplained> explained = new HashMap<>();
        facts.all(MoveExplained.class)
                .forEach(said -> explained.put(said.event().movedAt(), said.event()));
        return moves.stream()
                .filter(move -> !place.lounges().contains(WardMove.ward(move.to())))
                .map(move -> of(move, explained.get(move.at()), place))
                .toList();
    }

    private static Moved of(WardMove move, @Nullable MoveExplained explained, FlowPlace place) {
        LocalTime time = move.at().atZone(place.zone()).toLocalTime();
        boolean byNight = Limits.isBetween(time, Limits.NIGHT_FROM, Limits.NIGHT_UNTIL);
        return explained == null
                ? new Moved(move, null, "", byNight)
                : new Moved(move, explained.reason(), explained.words(), byNight);
    }
}
