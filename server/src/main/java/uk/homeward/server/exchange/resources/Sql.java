package uk.homeward.server.exchange.resources;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Text of a statement with the values of its parameters. */
record Sql(String text, List<Object> values) {

    static Sql of(String text, Object... values) {
        return new Sql(text, Arrays.asList(values));
    }

    Sql plus(Sql more) {
        List<Object> all = new ArrayList<>(values);
        all.addAll(more.values);
        return new Sql(text + more.text, all);
    }

    Sql plus(String more, Object... others) {
        return plus(of(more, others));
    }

    /** One of these holds. */
    static Sql any(List<Sql> parts) {
        Sql all = of("(");
        for (int i = 0; i < parts.size(); i++) {
            all = all.plus(i == 0 ? "" : " or ").plus(parts.get(i));
        }
        return all.plus(")");
    }
}
