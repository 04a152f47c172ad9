package uk.homeward.foresight.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import uk.homeward.foresight.network.Network;
import uk.homeward.foresight.network.Use;

/**
 * What steps occupy. A grant is a set of places that is taken together; grant 0 is nothing. A line is an ordered list of
 * grants of which one is enough; steps with the same needs share a line. Line 0 needs nothing.
 */
final class Needs {

    final int[][] grantPools;
    final int[][] grantAmounts;
    final int[][] lineGrants;
    final int[] lineOf; // by step
    final int[][] linesOf; // by pool
    final int[][] poolsOf; // by line
    final boolean[][] overlap; // grants that share a pool
    final boolean[] mixed; // by pool: some grant takes it together with another pool

    final int[] simplePool; // by line: the pool, if one place or more of one pool is all it ever needs; else -1
    final int[] simpleAmount; // by line
    final int[] onlyLine; // by pool: the line, if no other waits for it and it needs nothing else; else -1

    private final List<List<Use>> grants = new ArrayList<>(List.of(List.of()));
    private final List<List<Integer>> lines = new ArrayList<>(List.of(List.of(0)));

    Needs(Network network, Names names) {
        lineOf = network.steps().stream()
                .mapToInt(s -> line(s.alternatives(), names))
                .toArray();
        int g = grants.size();
        grantPools = new int[g][];
        grantAmounts = new int[g][];
        for (int i = 0; i < g; i++) {
            grantPools[i] =
                    grants.get(i).stream().mapToInt(u -> names.pool(u.pool())).toArray();
            grantAmounts[i] = grants.get(i).stream().mapToInt(Use::amount).toArray();
        }
        lineGrants =
                lines.stream().map(l -> l.stream().mapToInt(i -> i).toArray()).toArray(int[][]::new);
        overlap = new boolean[g][g];
        for (int i = 0; i < g; i++) {
            for (int j = 0; j < g; j++) {
                overlap[i][j] = share(grantPools[i], grantPools[j]);
            }
        }
        int pools = network.pools().size();
        poolsOf = new int[lines.size()][];
        for (int l = 0; l < poolsOf.length; l++) {
            poolsOf[l] = Arrays.stream(lineGrants[l])
                    .flatMap(i -> Arrays.stream(grantPools[i]))
                    .distinct()
                    .toArray();
        }
        linesOf = new int[pools][];
        mixed = new boolean[pools];
        for (int p = 0; p < pools; p++) {
            int pool = p;
            linesOf[p] = IntStream.range(0, poolsOf.length)
                    .filter(l -> Arrays.stream(poolsOf[l]).anyMatch(q -> q == pool))
                    .toArray();
            for (int[] together : grantPools) {
                mixed[p] |= together.length > 1 && share(together, new int[] {p});
            }
        }
        simplePool = IntStream.range(0, lines()).map(this::simplePool).toArray();
        simpleAmount = IntStream.range(0, lines())
                .map(l -> simplePool[l] < 0 ? 0 : grantAmounts[lineGrants[l][0]][0])
                .toArray();
        onlyLine = IntStream.range(0, pools)
                .map(p -> linesOf[p].length == 1 && simplePool[linesOf[p][0]] >= 0 ? linesOf[p][0] : -1)
                .toArray();
    }

    private int simplePool(int line) {
        int[] first = grantPools[lineGrants[line][0]];
        return lineGrants[line].length == 1 && first.length == 1 ? first[0] : -1;
    }

    private int line(List<List<Use>> alternatives, Names names) {
        List<Integer> line = new ArrayList<>();
        for (List<Use> together : alternatives) {
            together.forEach(use -> names.pool(use.pool()));
            if (!grants.contains(together)) {
                grants.add(together);
            }
            line.add(grants.indexOf(together));
        }
        if (line.isEmpty()) {
            return 0;
        }
        if (!lines.contains(line)) {
            lines.add(line);
        }
        return lines.indexOf(line);
    }

    private static boolean share(int[] a, int[] b) {
        return Arrays.stream(a).anyMatch(x -> Arrays.stream(b).anyMatch(y -> x == y));
    }

    /** How much of a pool a grant takes. */
    int amount(int grant, int pool) {
        int[] pools = grantPools[grant];
        for (int i = 0; i < pools.length; i++) {
            if (pools[i] == pool) {
                return grantAmounts[grant][i];
            }
        }
        return 0;
    }

    int lines() {
        return lineGrants.length;
    }
}
