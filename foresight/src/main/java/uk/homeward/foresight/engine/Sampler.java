package uk.homeward.foresight.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import uk.homeward.foresight.chance.Chance;
import uk.homeward.foresight.network.Network;

/**
 * The draws of a network one at a time, by the very samplers with which it is played: for one live person at one place.
 * Places are numbered from 0 in the order of the network; keys name people, rounds how often they went back to an earlier
 * step. Any number of threads may ask at once: nothing is remembered between two draws.
 */
public final class Sampler {

    private final Compiled net;

    private Sampler(Compiled net) {
        this.net = net;
    }

    public static Sampler of(Network network) {
        return new Sampler(NetworkCompiler.compile(network));
    }

    /** The traits that someone gets who comes by a source. */
    public long traits(int source, long key) {
        return net.packing.draw(net.doors[source].mix, key, new Chance(0));
    }

    /** Traits with these values; those that are not named keep what {@code drawn} has. */
    public long with(long drawn, Map<String, String> values) {
        return net.packing.put(drawn, values);
    }

    /** Traits by name. */
    public Map<String, String> named(long traits) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < net.network.traits().size(); i++) {
            named.put(net.network.traits().get(i).name(), net.packing.value(traits, i));
        }
        return named;
    }

    /** How long a step lasts for this person, in milliseconds. */
    public long lasts(int step, long key, int round, long traits, long delayMillis) {
        return net.plans[step].lasts.draw(key, round, traits, delayMillis, new Chance(0));
    }

    /** How long it takes until a step can begin that this person has a place for, in milliseconds. */
    public long begins(int step, long key, int round, long traits, long delayMillis) {
        Lasts transfer = net.plans[step].transfer;
        return transfer == null ? 0 : transfer.draw(key, round, traits, delayMillis, new Chance(0));
    }

    /** Which option of a decision this person takes. */
    public int option(int decision, long key, int round, long traits, long delayMillis) {
        return net.choices[decision].pick(key, round, traits, delayMillis, new Chance(0));
    }

    /** After how many milliseconds this person comes back after an exit; empty if they do not. */
    public OptionalLong comesBack(int exit, long key, int round, long traits) {
        if (net.comebacks[exit] == null) {
            return OptionalLong.empty();
        }
        Compiled.Comeback comeback = Objects.requireNonNull(net.comebacks[exit]);
        Chance chance = new Chance(0);
        chance.at(key, comeback.purpose() + Purpose.round(round));
        return chance.uniform() < comeback.share()
                ? OptionalLong.of(comeback.after().draw(key, round, traits, 0, chance))
                : OptionalLong.empty();
    }
}
