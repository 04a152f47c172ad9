package uk.homeward.foresight.network;

import java.util.ArrayList;
import java.util.List;

/**
 * A whole network. Names are unique over steps, decisions and exits together, because each of them can be the place to
 * which people go next. The engine refuses a network that cannot be played.
 */
public record Network(
        List<Pool> pools,
        List<Trait> traits,
        List<Step> steps,
        List<Decision> decisions,
        List<Exit> exits,
        List<Source> sources,
        List<Standing> standing,
        List<Standard> standards) {

    public Network {
        pools = List.copyOf(pools);
        traits = List.copyOf(traits);
        steps = List.copyOf(steps);
        decisions = List.copyOf(decisions);
        exits = List.copyOf(exits);
        sources = List.copyOf(sources);
        standing = List.copyOf(standing);
        standards = List.copyOf(standards);
    }

    /** A network to which parts are added one by one. */
    public static Builder builder() {
        return new Builder();
    }

    /** This network with other people standing in it at the start. */
    public Network withStanding(List<Standing> people) {
        return new Network(pools, traits, steps, decisions, exits, sources, people, standards);
    }

    /** Collects the parts of a network. */
    public static final class Builder {
        private final List<Pool> pools = new ArrayList<>();
        private final List<Trait> traits = new ArrayList<>();
        private final List<Step> steps = new ArrayList<>();
        private final List<Decision> decisions = new ArrayList<>();
        private final List<Exit> exits = new ArrayList<>();
        private final List<Source> sources = new ArrayList<>();
        private final List<Standing> standing = new ArrayList<>();
        private final List<Standard> standards = new ArrayList<>();

        private Builder() {}

        public Builder pool(String name, int places) {
            return pool(Pool.of(name, places));
        }

        public Builder pool(Pool pool) {
            pools.add(pool);
            return this;
        }

        public Builder trait(Trait trait) {
            traits.add(trait);
            return this;
        }

        public Builder step(Step.Builder step) {
            steps.add(step.build());
            return this;
        }

        public Builder decision(String name, Option... options) {
            decisions.add(new Decision(name, List.of(options)));
            return this;
        }

        public Builder exit(String name) {
            return exit(new Exit(name, null));
        }

        public Builder exit(Exit exit) {
            exits.add(exit);
            return this;
        }

        public Builder source(String name, Arrivals arrivals, String first) {
            return source(Source.of(name, arrivals, first));
        }

        public Builder source(Source source) {
            sources.add(source);
            return this;
        }

        public Builder standing(Standing person) {
            standing.add(person);
            return this;
        }

        /** {@code count} people of no particular traits who enter this step at the start. */
        public Builder population(int count, String step) {
            for (int i = 0; i < count; i++) {
                standing.add(Standing.entering(step));
            }
            return this;
        }

        public Builder standard(Standard standard) {
            standards.add(standard);
            return this;
        }

        public Network build() {
            return new Network(pools, traits, steps, decisions, exits, sources, standing, standards);
        }
    }
}
