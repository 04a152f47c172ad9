package uk.homeward.server.hospital;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import uk.homeward.server.access.User;
import uk.homeward.server.web.Fault;
import uk.homeward.server.web.Fields;

/** A board round: the same thing said of several people. Each is answered for themselves; one refusal stops no other. */
@Component
public class BoardRounds {

    private final StayTelling telling;
    private final StayLines lines;

    BoardRounds(StayTelling telling, StayLines lines) {
        this.telling = telling;
        this.lines = lines;
    }

    /**
     * What a round came to.
     *
     * @param done how many were recorded
     * @param not who was not, and why
     */
    public record Result(int done, List<Not> not) {
        static final Result NONE = new Result(0, List.of());

        public Result {
            not = List.copyOf(not);
        }

        public boolean isEmpty() {
            return done == 0 && not.isEmpty();
        }
    }

    /** Somebody for whom it was not recorded. */
    public record Not(String name, String address, String why) {}

    Result tell(List<String> stays, Fields asked, User user) {
        String word = asked.text("word");
        if (stays.isEmpty()) {
            return new Result(0, List.of(new Not("Nobody", "", "Tick the people of whom it is said.")));
        }
        if (!FlowReader.WORDS.contains(word)) {
            return new Result(0, List.of(new Not("Nothing", "", "Choose what is said.")));
        }
        Map<String, String> names = names(stays);
        List<Not> not = new ArrayList<>();
        int done = 0;
        for (String stay : stays) {
            String name = names.getOrDefault(stay, stay);
            String address = "/stays/" + StayRef.encode(stay);
            String key = asked.text("key").isEmpty() ? UUID.randomUUID().toString() : asked.text("key");
            StayOutcome outcome = names.containsKey(stay)
                    ? telling.tell(stay, word, asked, user, "round-" + key + "-" + word + "-" + stay)
                    : new StayOutcome.Refused("no-such-stay", "There is no such stay.");
            switch (outcome) {
                case StayOutcome.Done d -> done++;
                case StayOutcome.Refused r -> not.add(new Not(name, address, r.why()));
                case StayOutcome.Conflict c -> not.add(new Not(name, address, "Somebody changed it meanwhile."));
                case StayOutcome.Faulty f -> not.add(new Not(name, address, first(f.faults())));
            }
        }
        return new Result(done, not);
    }

    private static String first(List<Fault> faults) {
        return faults.getFirst().message();
    }

    private Map<String, String> names(List<String> stays) {
        Map<String, String> names = new LinkedHashMap<>();
        lines.named(stays).forEach(line -> names.put(line.stay(), line.name()));
        return names;
    }
}
