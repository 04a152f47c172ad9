package uk.homeward.server.exchange.resources;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;

/** Versions of resources as rows. */
final class Rows {

    /** What is selected of a resource {@code r}, but for its content. */
    static final String COLUMNS = "r.key, r.type, r.id, r.version, r.deleted, r.updated_at, r.patient,"
            + " coalesce(l.person, r.patient) as person, r.organisation, r.sender, r.channel, r.meta, r.cuts";

    /** Resources with the person whom they are about. */
    static final String FROM =
            " from resource r left join patient_link l on l.place = r.place and l.patient = r.patient";

    /** True of the newest version only. */
    static final String NEWEST = newest("r");

    private Rows() {}

    static String newest(String r) {
        return " not exists (select 1 from resource n where n.place = %1$s.place and n.type = %1$s.type and n.id = %1$s.id"
                        .formatted(r)
                + " and n.version > " + r + ".version)";
    }

    /** {@code from ... where ...} of what stands about a Patient. */
    static Sql about(String place, String patient, java.util.List<String> types, long before) {
        return Sql.of(
                FROM
                        + " where r.place = ? and r.patient = ? and r.key < ? and (? or r.type = any(?)) and not"
                        + " r.deleted and"
                        + NEWEST,
                place,
                patient,
                before,
                types.isEmpty(),
                types.toArray(new String[0]));
    }

    /** Reads {@link #COLUMNS} and then the content. */
    static Kept kept(ResultSet row, int number) throws SQLException {
        return new Kept(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getInt(4),
                row.getBoolean(5),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getString(11),
                row.getString(12),
                row.getBytes(13),
                row.getBytes(14));
    }
}
