package uk.homeward.server.planning;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.homeward.foresight.benefits.PrintedFigures;
import uk.homeward.foresight.benefits.finance.FinanceBook;
import uk.homeward.foresight.benefits.finance.FinanceCheck;
import uk.homeward.foresight.benefits.finance.PrintedSums;
import uk.homeward.foresight.benefits.payment.ContractReader;
import uk.homeward.foresight.benefits.payment.Service;
import uk.homeward.server.ServerSettings;

/** The place's finance tables, what they state, and its example of a contract; read once, when first asked for. */
@Component
class Money {

    private final Path folder;
    private @Nullable Read read;

    Money(ServerSettings settings) {
        this.folder = settings.place().resolve("benefits");
    }

    /**
     * What the folder holds.
     *
     * @param book null where the place has no finance tables
     */
    record Read(@Nullable FinanceBook book, List<FinanceCheck> checks, List<Service> services) {

        Read {
            checks = List.copyOf(checks);
            services = List.copyOf(services);
        }

        List<FinanceCheck> disagreeing() {
            return checks.stream().filter(c -> !c.agrees()).toList();
        }
    }

    synchronized Read get() {
        if (read == null) {
            read = read();
        }
        return read;
    }

    private Read read() {
        FinanceBook book = has("finance/finance.yaml") ? FinanceBook.read(folder.resolve("finance")) : null;
        List<FinanceCheck> checks = new ArrayList<>(book == null ? List.of() : book.checks());
        if (has("printed.csv")) {
            checks.addAll(PrintedSums.of(PrintedFigures.read(folder.resolve("printed.csv"))));
        }
        List<Service> services = has("payment.yaml") ? ContractReader.read(folder.resolve("payment.yaml")) : List.of();
        return new Read(book, checks, services);
    }

    private boolean has(String file) {
        return Files.exists(folder.resolve(file));
    }
}
