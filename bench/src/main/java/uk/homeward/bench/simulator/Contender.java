package uk.homeward.bench.simulator;

/** Something that plays models A and B. */
interface Contender {

    /** M/M/10, arrival rate 9, service rate 1, a million customers; returns the mean wait (exact: 0.668732). */
    double modelA(long seed);

    /** 150 acute beds before 180 home places and 68 enablement beds, 3,650 days; returns mean acute beds occupied. */
    double modelB(long seed);

    static Contender named(String name) {
        return switch (name) {
            case "homeward" -> new HomewardEngine(true);
            case "homeward-silent" -> new HomewardEngine(false);
            case "ssj" -> new Ssj();
            case "loop" -> new PlainLoop();
            default -> throw new IllegalArgumentException("no contender (" + name + ")");
        };
    }
}
