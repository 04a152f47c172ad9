package uk.homeward.server.hospital;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.homeward.journey.event.SpellEvent;
import uk.homeward.journey.pathway.PoolId;
import uk.homeward.server.access.Role;
import uk.homeward.server.capacity.HoldTold;
import uk.homeward.server.capacity.HoldWish;
import uk.homeward.server.capacity.Holds;
import uk.homeward.server.capacity.UnitsNow;
import uk.homeward.server.time.PlaceTime;

/** A ward is as full on the capacity board as the hospital's messages say, with or without a named bed. */
class WardRoomTest extends Ward {

    private static final String QUIET = "solihull-hospital-medical-ward-1"; // no other test puts anybody there
    private static final PoolId BEDS = PoolId.of("acute-beds");

    @Test
    void whoever_a_message_puts_in_a_bed_takes_it_on_ward_and_board_alike_until_they_leave() {
        double free = free();
        String named = lies("Nell", QUIET + "/7");
        String unnamed = lies("Nora", QUIET);

        assertThat(free()).isEqualTo(free - 2);
        assertThat(visitor(Role.HUB).get("/wards/" + QUIET))
                .contains("<strong>" + (long) (free - 2) + " of ")
                .contains("<strong>1</strong> person without a named bed")
                .contains("bed 7");
        assertThat(visitor(Role.HUB).get("/wards")).contains(">" + (long) (free - 2) + "<span");
        String unit = visitor(Role.HUB).get("/capacity/acute-beds/" + QUIET);
        assertThat(unit)
                .contains("<strong>7</strong> Occupied")
                .contains("1 of these beds is taken or held, and nobody has said which");
        assertThat(holding("7"))
                .as("a bed in which somebody lies is kept for nobody else")
                .isInstanceOfSatisfying(
                        HoldTold.Refused.class, no -> assertThat(no.code()).isEqualTo("bed-not-free"));

        leaves(named);
        leaves(unnamed);
        assertThat(free()).isEqualTo(free);
        assertThat(visitor(Role.HUB).get("/capacity/acute-beds/" + QUIET))
                .doesNotContain("<strong>7</strong> Occupied");
    }

    private HoldTold holding(String bed) {
        HoldWish wish = new HoldWish(
                BEDS,
                QUIET,
                bed,
                null,
                1,
                newId("p"),
                "After theatre",
                bean(PlaceTime.class).instant().plusSeconds(600));
        return bean(Holds.class).place(newId("hold"), wish, NURSE, null);
    }

    private String text(String sql, String value) {
        return String.valueOf(bean(JdbcTemplate.class).queryForObject(sql, String.class, value));
    }

    private double free() {
        return bean(UnitsNow.class).find(BEDS, QUIET).orElseThrow().room().free();
    }

    private String lies(String name, String location) {
        String person = person(name, false);
        return hospital(
                person, "2026-03-01T10:00", new SpellEvent.Admitted(person, "solihull-hospital", newId("V"), location));
    }

    private void leaves(String stay) {
        String person = text("select person from spell where id = ?", stay);
        hospital(
                person,
                "2026-03-02T10:00",
                new SpellEvent.Discharged(person, "solihull-hospital", visit(stay), "home"));
    }
}
