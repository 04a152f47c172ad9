package uk.homeward.server.commandline;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.place.Place;
import uk.homeward.server.journal.StandAlone;
import uk.homeward.server.storage.Store;
import uk.homeward.server.trust.Retention;

/** {@code homeward retention}: what has been kept for as long as the place's rules say, and its erasure. */
@Command(
        name = "retention",
        mixinStandardHelpOptions = true,
        description = {
            "Lists what has been kept for as long as the place's rules say (retention.csv), and erases it with"
                    + " --erase.",
            "What is erased leaves its digests in the journal's chains, which can still be checked whole. Works as the"
                    + " owner of the schema."
        })
final class RetentionCommand implements Callable<Integer> {

    @Mixin
    private final JournalCommand.Where where = new JournalCommand.Where();

    @Option(names = "--erase", description = "erase what is due; without it, it is listed only")
    private boolean erase;

    @Option(names = "--by", paramLabel = "NAME", description = "who decided it; needed with --erase")
    private String by = "";

    @Option(names = "--most", paramLabel = "N", description = "at most so many people at once (default: 1000)")
    private int most = 1_000;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (erase && by.isBlank()) {
            throw new CommandFailure("nobody is named who decided it. Maybe: --by 'Miriam Stone, privacy officer'");
        }
        Place place = Place.load(where.folder);
        PrintWriter out = spec.commandLine().getOut();
        try (Store store = where.open(place)) {
            StandAlone journal = where.journal(store, place);
            Retention retention = new Retention(journal, place, where.folder);
            Instant now = journal.time().instant();
            List<Retention.Due> due = retention.due(now, most);
            if (due.isEmpty()) {
                out.println("the place has no rules. Maybe: write retention.csv into its folder, see docs/trust.md");
            }
            for (Retention.Due one : due) {
                out.printf(
                        "%s, %d years after %s: %,d due (%s)%n",
                        one.rule().what(),
                        one.rule().years(),
                        one.rule().after(),
                        one.count(),
                        one.rule().source());
                one.people().forEach(person -> out.println("    " + person));
                if (erase && one.count() > 0) {
                    Retention.Erased erased = retention.erase(
                            one,
                            now,
                            new Actor("retention", by, "system", place.id().value()));
                    out.printf(
                            "    erased as %s: %,d people, %,d events, %,d looks%n",
                            erased.id(), erased.people(), erased.events(), erased.looks());
                }
            }
            out.flush();
        }
        return 0;
    }
}
