package uk.homeward.bench.simulator;

import java.util.SplittableRandom;

/**
 * What a JVM can do when a loop is written by hand for one model and nothing else: arrays, no people, no statistics
 * beyond the one that is asked for.
 */
final class PlainLoop implements Contender {

    @Override
    public double modelA(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int customers = 1_000_000;
        double[] queue = new double[1 << 16]; // arrival times of those who wait
        int head = 0;
        int tail = 0;
        Heap ends = new Heap(16);
        double nextArrival = random.nextExponential() / 9;
        int arrived = 0;
        int started = 0;
        double waits = 0;
        while (started < customers) {
            if (nextArrival <= ends.first()) {
                double now = nextArrival;
                arrived++;
                nextArrival = arrived < customers ? now + random.nextExponential() / 9 : Double.POSITIVE_INFINITY;
                if (ends.size() < 10) {
                    started++;
                    ends.add(now + random.nextExponential());
                } else {
                    queue[tail++ & 0xFFFF] = now;
                }
            } else {
                double now = ends.removeFirst();
                if (head < tail) {
                    waits += now - queue[head++ & 0xFFFF];
                    started++;
                    ends.add(now + random.nextExponential());
                }
            }
        }
        return waits / customers;
    }

    @Override
    public double modelB(long seed) {
        return new ModelB(seed).run();
    }

    private static final class ModelB {
        private static final double DAYS = 3_650;
        private static final double SIGMA = Math.sqrt(Math.log1p(36 / (6.5 * 6.5)));
        private static final double MU = Math.log(6.5) - 0.5 * SIGMA * SIGMA;

        private final SplittableRandom random;
        private final Heap ends = new Heap(512); // acute 0, home 1, enablement 2, in the last bits
        private int queue;
        private int acute; // occupied, those who wait for another place included
        private int home;
        private int enablement;
        private int waitHome;
        private int waitEnablement;
        private double now;
        private double last;
        private double area;

        ModelB(long seed) {
            random = new SplittableRandom(seed);
        }

        double run() {
            double nextArrival = random.nextExponential() / 20;
            while (true) {
                double end = ends.first();
                now = Math.min(nextArrival, end);
                if (now >= DAYS) {
                    count();
                    return area / DAYS;
                }
                if (nextArrival <= end) {
                    nextArrival = now + random.nextExponential() / 20;
                    if (acute < 150) {
                        count();
                        acute++;
                        admit();
                    } else {
                        queue++;
                    }
                } else {
                    ended((int) (Double.doubleToRawLongBits(ends.removeFirst()) & 3));
                }
            }
        }

        private void count() {
            area += acute * (now - last);
            last = now;
        }

        private void schedule(double time, int kind) {
            ends.add(Double.longBitsToDouble(Double.doubleToRawLongBits(time) & ~3L | kind));
        }

        private void admit() {
            schedule(now + Math.exp(MU + SIGMA * random.nextGaussian()), 0);
        }

        private void ended(int kind) {
            switch (kind) {
                case 0 -> stayEnded();
                case 1 -> {
                    if (waitHome > 0) {
                        waitHome--;
                        schedule(now + 28 * random.nextExponential(), 1);
                        leave();
                    } else {
                        home--;
                    }
                }
                default -> {
                    if (waitEnablement > 0) {
                        waitEnablement--;
                        schedule(now + 21 * random.nextExponential(), 2);
                        leave();
                    } else {
                        enablement--;
                    }
                }
            }
        }

        private void stayEnded() {
            double u = random.nextDouble();
            if (u < 0.55) {
                leave();
            } else if (u < 0.85) {
                if (home < 180) {
                    home++;
                    schedule(now + 28 * random.nextExponential(), 1);
                    leave();
                } else {
                    waitHome++;
                }
            } else if (enablement < 68) {
                enablement++;
                schedule(now + 21 * random.nextExponential(), 2);
                leave();
            } else {
                waitEnablement++;
            }
        }

        private void leave() {
            if (queue > 0) {
                queue--;
                admit();
            } else {
                count();
                acute--;
            }
        }
    }

    /** A binary heap of times. */
    private static final class Heap {
        private double[] times;
        private int size;

        Heap(int room) {
            times = new double[room];
        }

        int size() {
            return size;
        }

        double first() {
            return size == 0 ? Double.POSITIVE_INFINITY : times[0];
        }

        void add(double time) {
            if (size == times.length) {
                times = java.util.Arrays.copyOf(times, 2 * size);
            }
            int at = size++;
            while (at > 0 && times[at - 1 >> 1] > time) {
                times[at] = times[at - 1 >> 1];
                at = at - 1 >> 1;
            }
            times[at] = time;
        }

        double removeFirst() {
            double first = times[0];
            double moved = times[--size];
            int at = 0;
            for (int child = 1; child < size; child = 2 * at + 1) {
                if (child + 1 < size && times[child + 1] < times[child]) {
                    child++;
                }
                if (times[child] >= moved) {
                    break;
                }
                times[at] = times[child];
                at = child;
            }
            times[at] = moved;
            return first;
        }
    }
}
