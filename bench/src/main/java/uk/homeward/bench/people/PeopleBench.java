package uk.homeward.bench.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.homeward.bench.EmptyPlace;
import uk.homeward.bench.Rates;
import uk.homeward.journey.identity.Judgement;
import uk.homeward.journey.identity.Traits;
import uk.homeward.journey.place.Place;
import uk.homeward.server.identity.PersonMatching;

/**
 * Finds people among a whole population by records that were typed anew, with slips; and people who are not among them.
 *
 * <p>Arguments: people (1,300,000), lookups (20,000), clients (2).
 */
public final class PeopleBench {

    private static final double STRANGERS = 0.2;

    private PeopleBench() {}

    /** A record to look for; {@code id} is blank where nobody known is meant. */
    private record Asked(Traits told, String id) {}

    public static void main(String[] args) throws Exception {
        int people = args.length > 0 ? Integer.parseInt(args[0]) : 1_300_000;
        int lookups = args.length > 1 ? Integer.parseInt(args[1]) : 20_000;
        int clients = args.length > 2 ? Integer.parseInt(args[2]) : 2;
        try (EmptyPlace server = EmptyPlace.start()) {
            Crowd crowd = new Crowd(server.part(Place.class));
            long from = System.nanoTime();
            crowd.fill(server.part(DataSource.class), server.part(JdbcTemplate.class), people);
            System.out.printf(
                    Locale.ROOT, "%,d people with keys after %.0f s%n", people, (System.nanoTime() - from) / 1e9);
            List<Asked> asked = asked(crowd, lookups);
            PersonMatching matching = server.part(PersonMatching.class);
            ask(matching, asked.subList(0, Math.min(2_000, asked.size())), clients, new Counts());
            Counts counts = new Counts();
            Rates rates = ask(matching, asked, clients, counts);
            System.out.println(rates.words() + EmptyPlace.busy());
            System.out.println(counts.words());
        }
        System.exit(0);
    }

    private static List<Asked> asked(Crowd crowd, int lookups) {
        Typist typist = new Typist(7);
        List<Asked> asked = new ArrayList<>();
        int known = (int) (lookups * (1 - STRANGERS));
        for (int i = 0; i < known; i++) {
            Traits one = crowd.sample().get(i % crowd.sample().size());
            asked.add(new Asked(typist.type(one), one.nhsNumber() + ""));
        }
        crowd.strangers(lookups - known).forEach(t -> asked.add(new Asked(typist.type(t), "")));
        java.util.Collections.shuffle(asked, new java.util.Random(3));
        return asked;
    }

    private static Rates ask(PersonMatching matching, List<Asked> asked, int clients, Counts counts) throws Exception {
        return Rates.of(clients, client -> {
            long[] nanos = new long[asked.size() / clients];
            for (int i = 0; i < nanos.length; i++) {
                Asked one = asked.get(i * clients + client);
                long from = System.nanoTime();
                Judgement judgement = matching.judge(one.told());
                nanos[i] = System.nanoTime() - from;
                counts.count(one, judgement);
            }
            return nanos;
        });
    }

    /** How often it was right. */
    private static final class Counts {
        private final AtomicInteger sureAndRight = new AtomicInteger();
        private final AtomicInteger sureAndWrong = new AtomicInteger();
        private final AtomicInteger askedWithTheRightOne = new AtomicInteger();
        private final AtomicInteger askedForNothing = new AtomicInteger();
        private final AtomicInteger missed = new AtomicInteger();
        private final AtomicInteger rightlyNew = new AtomicInteger();

        private void count(Asked asked, Judgement judgement) {
            (switch (judgement) {
                        case Judgement.Same(Judgement.Likeness known) ->
                            known.id().equals(asked.id()) ? sureAndRight : sureAndWrong;
                        case Judgement.Doubtful(List<Judgement.Likeness> perhaps) ->
                            perhaps.stream().anyMatch(l -> l.id().equals(asked.id()))
                                    ? askedWithTheRightOne
                                    : askedForNothing;
                        case Judgement.Nobody nobody -> asked.id().isEmpty() ? rightlyNew : missed;
                    })
                    .incrementAndGet();
        }

        private String words() {
            int sure = sureAndRight.get() + sureAndWrong.get();
            int known = sureAndRight.get() + askedWithTheRightOne.get() + missed.get();
            return String.format(
                    Locale.ROOT,
                    "certain %,d, of these wrong %,d (precision %.4f); right one among the doubts %,d; found with"
                            + " certainty %.3f, with doubts %.4f of those known; missed %,d; doubts for nothing %,d;"
                            + " rightly new %,d",
                    sure,
                    sureAndWrong.get(),
                    sure == 0 ? 1 : sureAndRight.get() / (double) sure,
                    askedWithTheRightOne.get(),
                    sureAndRight.get() / (double) known,
                    (sureAndRight.get() + askedWithTheRightOne.get()) / (double) known,
                    missed.get(),
                    askedForNothing.get(),
                    rightlyNew.get());
        }
    }
}
