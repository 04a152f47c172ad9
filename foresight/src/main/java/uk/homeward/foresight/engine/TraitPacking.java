package uk.homeward.foresight.engine;

import java.util.List;
import java.util.Map;
import uk.homeward.foresight.chance.Chance;
import uk.homeward.foresight.network.Source;
import uk.homeward.foresight.network.Trait;

/** All traits of a person in one {@code long}: which bits belong to which trait, and how they are drawn. */
final class TraitPacking {

    private final List<Trait> traits;
    private final int[] shift;
    private final int[] mask;

    TraitPacking(List<Trait> traits) {
        this.traits = traits;
        this.shift = new int[traits.size()];
        this.mask = new int[traits.size()];
        int bits = 0;
        for (int i = 0; i < traits.size(); i++) {
            int width = 32
                    - Integer.numberOfLeadingZeros(
                            Math.max(1, traits.get(i).values().size() - 1));
            shift[i] = bits;
            mask[i] = (1 << width) - 1;
            bits += width;
        }
        if (bits > 63) {
            throw new IllegalArgumentException("there are too many traits and values (" + bits
                    + " bits). Maybe: merge values that no share and no duration depends on");
        }
    }

    List<Trait> traits() {
        return traits;
    }

    int shift(String trait) {
        return shift[index(trait)];
    }

    int mask(String trait) {
        return mask[index(trait)];
    }

    private int index(String name) {
        for (int i = 0; i < traits.size(); i++) {
            if (traits.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("there is no trait (" + name + "). Maybe: one of "
                + traits.stream().map(Trait::name).toList());
    }

    /** For a source, the running sums of the shares of each trait. */
    double[][] mix(Source source) {
        double[][] mix = new double[traits.size()][];
        for (int i = 0; i < mix.length; i++) {
            Trait trait = traits.get(i);
            List<Double> own = source.mix().get(trait.name());
            mix[i] = new double[trait.values().size()];
            double sum = 0;
            for (int v = 0; v < mix[i].length; v++) {
                sum += own == null ? trait.values().get(v).share() : own.get(v);
                mix[i][v] = sum;
            }
        }
        return mix;
    }

    /** Draws every trait, each from a stream of its own. */
    long draw(double[][] mix, long key, Chance chance) {
        long packed = 0;
        for (int i = 0; i < mix.length; i++) {
            chance.at(key, Purpose.trait(i));
            double u = chance.uniform();
            int v = 0;
            while (v < mix[i].length - 1 && u >= mix[i][v]) {
                v++;
            }
            packed |= (long) v << shift[i];
        }
        return packed;
    }

    /** Puts the named values into traits that were drawn. */
    long put(long drawn, Map<String, String> values) {
        long packed = drawn;
        for (Map.Entry<String, String> entry : values.entrySet()) {
            int i = index(entry.getKey());
            int v = traits.get(i).indexOf(entry.getValue());
            if (v < 0) {
                throw new IllegalArgumentException("trait (" + entry.getKey() + ") has no value (" + entry.getValue()
                        + "). Maybe: one of " + traits.get(i).values());
            }
            packed = packed & ~((long) mask[i] << shift[i]) | (long) v << shift[i];
        }
        return packed;
    }

    /** The name of the value that the packed traits hold. */
    String value(long packed, int trait) {
        return traits.get(trait)
                .values()
                .get((int) (packed >>> shift[trait] & mask[trait]))
                .name();
    }
}
