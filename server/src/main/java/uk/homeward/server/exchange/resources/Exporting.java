package uk.homeward.server.exchange.resources;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import uk.homeward.server.access.User;
import uk.homeward.server.journal.PlaceKey;

/** Hands over everything that stands, row by row, within the caller's transaction; the caller keeps the looks. */
@Component
public class Exporting {

    private static final int ROWS_AT_ONCE = 200;

    private final JdbcTemplate jdbc;
    private final PlaceKey place;
    private final Resources resources;

    Exporting(JdbcTemplate jdbc, PlaceKey place, Resources resources) {
        this.jdbc = new JdbcTemplate(java.util.Objects.requireNonNull(jdbc.getDataSource()));
        this.jdbc.setFetchSize(ROWS_AT_ONCE);
        this.place = place;
        this.resources = resources;
    }

    /**
     * Of whom.
     *
     * @param people true if only what is about a patient
     * @param members ids of Patients; null for all
     */
    public record Of(boolean people, @Nullable List<String> members) {

        public static Of everything() {
            return new Of(false, null);
        }

        public static Of patients() {
            return new Of(true, null);
        }

        public static Of group(List<String> members) {
            return new Of(true, List.copyOf(members));
        }
    }

    /** True if a user may have it without asking for a care relationship. */
    public static boolean isFree(User user, Kept kept) {
        return kept.organisation().equals(user.organisation()) || Types.isOfNobody(kept.type());
    }

    /** Hands over the resources of a type that stand, the oldest first. */
    public void each(String type, @Nullable Instant since, Of of, Consumer<Kept> to) {
        Sql sql = Sql.of(
                "select " + Rows.COLUMNS + ", r.content" + Rows.FROM
                        + " where r.place = ? and r.type = ? and not r.deleted and" + Rows.NEWEST,
                place.value(),
                type);
        if (since != null) {
            sql = sql.plus(" and r.updated_at >= ?", since.atOffset(ZoneOffset.UTC));
        }
        if (of.people()) {
            sql = sql.plus(" and r.patient is not null");
        }
        if (of.members() != null) {
            sql = sql.plus(" and r.patient = any(?)", (Object) of.members().toArray(new String[0]));
        }
        sql = sql.plus(" order by r.key");
        int[] n = new int[1];
        org.springframework.jdbc.core.RowCallbackHandler each = row -> to.accept(Rows.kept(row, n[0]++));
        jdbc.query(sql.text(), each, sql.values().toArray());
    }

    /** The ids of the Patients in a Group. */
    public List<String> members(String group) {
        List<String> members = new ArrayList<>();
        resources.find("Group", group).filter(k -> !k.deleted()).ifPresent(kept -> {
            byte[] content = java.util.Objects.requireNonNull(kept.content());
            for (JsonNode member : ResourceText.read(content).tree().path("member")) {
                String to =
                        Address.local(member.path("entity").path("reference").asString(""));
                if (to.startsWith("Patient/") && !member.path("inactive").asBoolean(false)) {
                    members.add(to.substring("Patient/".length()));
                }
            }
        });
        return members;
    }
}
