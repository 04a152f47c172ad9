package uk.homeward.server.person;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.web.Fields;

/** What is known of a person, as the fields of the form that changes it. */
@Repository
class PersonFields {

    private final JdbcTemplate jdbc;
    private final PlaceKey place;

    PersonFields(JdbcTemplate jdbc, PlaceKey place) {
        this.jdbc = jdbc;
        this.place = place;
    }

    /** The details as fields; empty if there is no such person. */
    Optional<Fields> find(String id) {
        return jdbc
                .query(
                        """
                        select nhs_number, family, given, cast(born as text) as born, sex, address, postcode, phone,
                            locality, practice, language, interpreter, ethnicity, lives_alone, dementia, frailty,
                            residence, synthetic
                        from person where place = ? and id = ?
                        """,
                        (row, n) -> {
                            Map<String, List<String>> fields = new LinkedHashMap<>();
                            for (String column : List.of(
                                    "nhs_number",
                                    "family",
                                    "given",
                                    "born",
                                    "sex",
                                    "address",
                                    "postcode",
                                    "phone",
                                    "locality",
                                    "practice",
                                    "language",
                                    "ethnicity",
                                    "residence")) {
                                put(fields, column.replace('_', '-'), row.getString(column));
                            }
                            put(fields, "frailty", row.getInt("frailty") == 0 ? "" : row.getString("frailty"));
                            for (String flag : List.of("interpreter", "lives_alone", "dementia", "synthetic")) {
                                put(fields, flag.replace('_', '-'), row.getBoolean(flag) ? "true" : "");
                            }
                            return new Fields(fields);
                        },
                        place.value(),
                        id)
                .stream()
                .findFirst();
    }

    private static void put(Map<String, List<String>> fields, String name, @Nullable String value) {
        fields.put(name, value == null ? List.of() : List.of(value));
    }
}
