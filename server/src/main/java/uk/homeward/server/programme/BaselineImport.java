package uk.homeward.server.programme;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.BaselineEvent;
import uk.homeward.journey.event.BaselineEvent.FigureTold;
import uk.homeward.journey.event.Subject;
import uk.homeward.journey.event.Subject.Kind;
import uk.homeward.journey.place.Place;
import uk.homeward.journey.programme.BaselineFigure;
import uk.homeward.journey.programme.BaselineTable;
import uk.homeward.journey.programme.Said;
import uk.homeward.server.journal.Ledger;
import uk.homeward.server.journal.Verdict;
import uk.homeward.server.time.PlaceTime;
import uk.homeward.server.web.CsvLine;

/** Takes a table of baseline figures: tells what is new, and says of each row that it refuses why. */
@Component
class BaselineImport {

    private final Ledger ledger;
    private final Place place;
    private final PlaceTime time;

    BaselineImport(Ledger ledger, Place place, PlaceTime time) {
        this.ledger = ledger;
        this.place = place;
        this.time = time;
    }

    ImportReport take(String file, String text, Actor by) {
        Instant now = time.instant();
        LocalDate today = now.atZone(place.zone()).toLocalDate();
        BaselineTable table = BaselineTable.parse(file, text, today);
        int told = 0;
        for (BaselineTable.Row row : table.rows()) {
            LocalDate on = row.toldOn();
            Instant at = on == null || on.equals(today)
                    ? now
                    : on.atStartOfDay(place.zone()).toInstant();
            told += tell(row, at, by) ? 1 : 0;
        }
        return new ImportReport(file, told, table.rows().size() - told, table.refused());
    }

    private boolean tell(BaselineTable.Row row, Instant at, Actor by) {
        List<BaselineEvent> news = new ArrayList<>();
        ledger.tell(new Subject(Kind.BASELINE, row.id()), at, by, null, before -> {
            news.clear();
            BaselineFigure now = BaselineFigure.of(row.id(), before);
            if (!now.isKnown() || !now.named().equals(row.named())) {
                news.add(row.named());
            }
            if (!now.says(row.told())) {
                news.add(row.told());
            }
            return new Verdict.Done(news);
        });
        return !news.isEmpty();
    }

    /** A figure as a row of the table that it could be imported from. */
    String line(BaselineFigure figure, Said<FigureTold> said) {
        FigureTold t = said.what();
        return CsvLine.of(
                figure.id(),
                figure.named().theme(),
                figure.named().topic(),
                figure.named().title(),
                figure.named().area(),
                figure.named().unit(),
                t.period(),
                t.value() == null ? "" : plain(t.value()),
                t.says(),
                t.comparator() == null ? "" : plain(t.comparator()),
                t.comparedWith(),
                t.source(),
                said.at().atZone(place.zone()).toLocalDate().toString());
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }
}
