package uk.homeward.bench.simulator;

import java.util.ArrayDeque;
import umontreal.ssj.probdist.ExponentialDist;
import umontreal.ssj.probdist.NormalDist;
import umontreal.ssj.rng.LFSR113;
import umontreal.ssj.simevents.Event;
import umontreal.ssj.simevents.Simulator;
import umontreal.ssj.simevents.eventlist.BinaryTree;
import umontreal.ssj.simevents.eventlist.EventList;
import umontreal.ssj.simevents.eventlist.SplayTree;
import umontreal.ssj.stat.Tally;

/** SSJ at event level, its fastest style: event objects are used again, and the faster streams of its choice. */
final class Ssj implements Contender {

    private static EventList list() {
        return Boolean.getBoolean("ssj.tree") ? new BinaryTree() : new SplayTree();
    }

    private static LFSR113 stream(long seed) {
        LFSR113 stream = new LFSR113();
        stream.setSeed(new int[] {(int) seed + 10_000, (int) seed + 20_000, (int) seed + 30_000, (int) seed + 40_000});
        return stream;
    }

    @Override
    public double modelA(long seed) {
        return new ModelA(seed).run();
    }

    @Override
    public double modelB(long seed) {
        return new ModelB(seed).run();
    }

    private static final class ModelA {
        private final Simulator simulator = new Simulator(list());
        private final LFSR113 arrivals;
        private final LFSR113 services;
        private final double[] queue = new double[1 << 16];
        private final Tally waits = new Tally();
        private final ArrayDeque<Departure> spare = new ArrayDeque<>();
        private int head;
        private int tail;
        private int busy;
        private int arrived;

        ModelA(long seed) {
            arrivals = stream(seed);
            services = stream(seed + 1000);
            for (int i = 0; i < 10; i++) {
                spare.add(new Departure(simulator));
            }
        }

        double run() {
            simulator.init();
            new Arrival(simulator).schedule(ExponentialDist.inverseF(9, arrivals.nextDouble()));
            simulator.start();
            return waits.average();
        }

        private void begin(Departure departure, double wait) {
            waits.add(wait);
            departure.schedule(ExponentialDist.inverseF(1, services.nextDouble()));
        }

        private final class Arrival extends Event {
            Arrival(Simulator simulator) {
                super(simulator);
            }

            @Override
            public void actions() {
                if (++arrived < 1_000_000) {
                    schedule(ExponentialDist.inverseF(9, arrivals.nextDouble()));
                }
                if (busy < 10) {
                    busy++;
                    begin(spare.pop(), 0);
                } else {
                    queue[tail++ & 0xFFFF] = sim.time();
                }
            }
        }

        private final class Departure extends Event {
            Departure(Simulator simulator) {
                super(simulator);
            }

            @Override
            public void actions() {
                if (head < tail) {
                    begin(this, sim.time() - queue[head++ & 0xFFFF]);
                } else {
                    busy--;
                    spare.push(this);
                }
            }
        }
    }

    private static final class ModelB {
        private static final double SIGMA = Math.sqrt(Math.log1p(36 / (6.5 * 6.5)));
        private static final double MU = Math.log(6.5) - 0.5 * SIGMA * SIGMA;

        private final Simulator simulator = new Simulator(list());
        private final LFSR113 arrivals;
        private final LFSR113 stays;
        private final LFSR113 routes;
        private final ArrayDeque<Stay> spare = new ArrayDeque<>();
        private int queue;
        private int acute;
        private final int[] busy = new int[2];
        private final int[] limit = {180, 68};
        private final double[] mean = {28, 21};
        private final int[] blocked = new int[2];
        private double area;
        private double last;

        ModelB(long seed) {
            arrivals = stream(seed);
            stays = stream(seed + 1000);
            routes = stream(seed + 2000);
        }

        double run() {
            simulator.init();
            new Event(simulator) {
                @Override
                public void actions() {
                    sim.stop();
                }
            }.schedule(3_650);
            new Arrival(simulator).schedule(ExponentialDist.inverseF(20, arrivals.nextDouble()));
            simulator.start();
            count();
            return area / 3_650;
        }

        private void count() {
            area += acute * (simulator.time() - last);
            last = simulator.time();
        }

        private Stay spare() {
            Stay stay = spare.poll();
            return stay == null ? new Stay(simulator) : stay;
        }

        private void admit() {
            spare().begin(-1, Math.exp(MU + SIGMA * NormalDist.inverseF01(stays.nextDouble())));
        }

        private void leaveAcute() {
            if (queue > 0) {
                queue--;
                admit();
            } else {
                count();
                acute--;
            }
        }

        private void onwards(int to) {
            spare().begin(to, ExponentialDist.inverseF(1 / mean[to], stays.nextDouble()));
            leaveAcute();
        }

        private final class Arrival extends Event {
            Arrival(Simulator simulator) {
                super(simulator);
            }

            @Override
            public void actions() {
                schedule(ExponentialDist.inverseF(20, arrivals.nextDouble()));
                if (acute < 150) {
                    count();
                    acute++;
                    admit();
                } else {
                    queue++;
                }
            }
        }

        private final class Stay extends Event {
            private int where;

            Stay(Simulator simulator) {
                super(simulator);
            }

            void begin(int place, double lasts) {
                where = place;
                schedule(lasts);
            }

            @Override
            public void actions() {
                int place = where;
                spare.push(this);
                if (place >= 0) {
                    if (blocked[place] > 0) {
                        blocked[place]--;
                        onwards(place);
                    } else {
                        busy[place]--;
                    }
                    return;
                }
                double u = routes.nextDouble();
                if (u < 0.55) {
                    leaveAcute();
                    return;
                }
                int to = u < 0.85 ? 0 : 1;
                if (busy[to] < limit[to]) {
                    busy[to]++;
                    onwards(to);
                } else {
                    blocked[to]++;
                }
            }
        }
    }
}
