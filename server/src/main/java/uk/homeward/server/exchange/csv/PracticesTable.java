package uk.homeward.server.exchange.csv;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import uk.homeward.journey.place.Place;
import uk.homeward.journey.place.Practice;
import uk.homeward.journey.place.PracticeCode;

/**
 * Practices are part of the place's data, which is changed in its folder: a table is only compared with them, and each
 * row that differs is told.
 */
final class PracticesTable implements RowTaker {

    private final Place place;

    PracticesTable(Place place) {
        this.place = place;
    }

    @Override
    public String kind() {
        return "practices";
    }

    @Override
    public List<String> required() {
        return List.of("code");
    }

    @Override
    public List<String> optional() {
        return List.of("title", "postcode", "locality", "network", "list_size", "source");
    }

    @Override
    public Report.Receipt take(Row row, boolean write) {
        String code = row.need("code").toUpperCase(Locale.ROOT);
        Optional<Practice> known =
                code.matches("[A-Z0-9]{3,10}") ? place.practices().find(PracticeCode.of(code)) : Optional.empty();
        if (!code.isEmpty() && known.isEmpty()) {
            row.fault("code", "the place has no such practice", "add it to the place's practices.csv");
        }
        known.ifPresent(practice -> compare(row, practice));
        return row.isSound() ? row.taken(Report.State.UNCHANGED, code) : row.refused();
    }

    private static void compare(Row row, Practice practice) {
        differs(row, "title", practice.title());
        differs(row, "postcode", practice.postcode());
        differs(row, "locality", practice.locality().value());
        if (!row.may("list_size").isEmpty() && row.amount("list_size") != practice.listSize()) {
            differs(row, "list_size", Integer.toString(practice.listSize()));
        }
    }

    private static void differs(Row row, String column, String known) {
        if (!row.may(column).isEmpty() && !row.may(column).equalsIgnoreCase(known)) {
            row.fault(column, "the place has (" + known + ")", "change the place's practices.csv, or the table");
        }
    }
}
