package uk.homeward.server.commandline;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import uk.homeward.journey.place.Place;
import uk.homeward.server.journal.Chain;
import uk.homeward.server.journal.Heads;
import uk.homeward.server.journal.JournalCheck;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.journal.Seals.Tampering;
import uk.homeward.server.journal.Seals.Verdict;
import uk.homeward.server.storage.Store;

/** Checks one chain: every seal against the rows that it covers, and against heads that were given out. */
abstract class ChainVerification implements Callable<Integer> {

    private final Chain chain;
    private final String rows;

    @Mixin
    private final JournalCommand.Where where = new JournalCommand.Where();

    @Option(
            names = "--heads",
            paramLabel = "FILE|DIR",
            description = "also check the heads that were given out before: one file, or a folder of them")
    private @Nullable Path heads;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    ChainVerification(Chain chain, String rows) {
        this.chain = chain;
        this.rows = rows;
    }

    @Override
    public Integer call() {
        Place place = Place.load(where.folder);
        PlaceKey key = new PlaceKey(place.id().value());
        try (Store store = where.open(place)) {
            JdbcTemplate jdbc = new JdbcTemplate(store.source());
            Verdict verdict = JournalCheck.of(jdbc, key, where.key()).check(chain);
            List<Tampering> found = new ArrayList<>(verdict.tampering());
            if (heads != null) {
                found.addAll(Heads.of(jdbc, key, where.key()).missing(chain, heads));
            }
            print(verdict, found);
            return found.isEmpty() ? 0 : 1;
        }
    }

    private void print(Verdict verdict, List<Tampering> found) {
        PrintWriter out = spec.commandLine().getOut();
        found.forEach(t -> out.println(t.organisation() + ", seal " + t.seal() + ": " + t.what()));
        out.printf(
                "%,d %s in %,d seals, %,d not sealed yet: %s%n",
                verdict.sealed(),
                rows,
                verdict.seals(),
                verdict.unsealed(),
                found.isEmpty() ? "sound" : "TAMPERED WITH");
        out.flush();
    }
}
