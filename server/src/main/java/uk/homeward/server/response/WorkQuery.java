package uk.homeward.server.response;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Which open journeys a list shows, and in which order. Values are always bound, never written into the SQL. */
public final class WorkQuery {

    /** How many lines a page of a list has. */
    public static final int PAGE = 50;

    private final StringBuilder where = new StringBuilder();
    private final List<Object> values = new ArrayList<>();
    private Sort sort = Sort.DUE;
    private int offset;

    /** The orders that lists offer. */
    public enum Sort {
        DUE("What is late or about to be", "j.due_at nulls last, j.since, j.id"),
        WAITING("Longest here", "j.since, j.id"),
        NEWEST("Newest first", "j.opened_at desc, j.id"),
        NAME("Name", "p.family, p.given, j.id");

        private final String title;
        private final String order;

        Sort(String title, String order) {
            this.title = title;
            this.order = order;
        }

        public String title() {
            return title;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The order of this word; what is due first, for any other. */
        public static Sort of(String word) {
            for (Sort sort : values()) {
                if (sort.word().equals(word)) {
                    return sort;
                }
            }
            return DUE;
        }
    }

    /** Narrows to a value of a column; an empty value narrows nothing. {@code column} is never what a user wrote. */
    public WorkQuery with(String column, String value) {
        return value.isEmpty() ? this : where(column + " = ?", value);
    }

    /** Narrows to some values of a column. */
    public WorkQuery in(String column, Collection<String> any) {
        return where(column + " = any (?)", (Object) any.toArray(String[]::new));
    }

    /** Narrows to people whose name is like this, or whose NHS number begins so. */
    public WorkQuery named(String text) {
        String digits = text.replaceAll("[\\s-]", "");
        if (text.isEmpty()) {
            return this;
        }
        return digits.matches("[0-9]{3,10}")
                ? where("p.nhs_number like ?", digits + "%")
                : where(
                        "(p.search like ? or p.search operator(public.%) ?)",
                        "%" + text.toLowerCase(Locale.ROOT).replaceAll("[%_\\\\]", "") + "%",
                        text.toLowerCase(Locale.ROOT));
    }

    /** A condition with its bound values. */
    public WorkQuery where(String condition, Object... bound) {
        where.append(" and ").append(condition);
        values.addAll(List.of(bound));
        return this;
    }

    public WorkQuery sorted(Sort by) {
        this.sort = by;
        return this;
    }

    /** The page of the list, from 1. */
    public WorkQuery page(int page) {
        this.offset = Math.max(0, page - 1) * PAGE;
        return this;
    }

    /** The number of a page as it was asked for; 1 where that is no number. */
    public static int number(String text) {
        return text.matches("[0-9]{1,4}") ? Math.max(1, Integer.parseInt(text)) : 1;
    }

    String conditions() {
        return where.toString();
    }

    /** True where the list cannot be found without looking at people. */
    boolean reachesPeople() {
        return sort == Sort.NAME || where.indexOf("p.") >= 0;
    }

    String order() {
        return sort.order;
    }

    int offset() {
        return offset;
    }

    List<Object> values() {
        return values;
    }
}
