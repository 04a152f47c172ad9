package uk.homeward.server.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import uk.homeward.server.ServerTest;
import uk.homeward.server.Visitor;
import uk.homeward.server.access.Role;

/** The pressure on the place, by rule, with what is done about it. */
class EscalationPageTest extends ServerTest {

    @Test
    void the_level_is_told_with_its_reasons_and_its_actions_are_tracked() {
        Visitor hub = visitor(Role.HUB);
        hub.get("/escalation");
        assertThat(hub.send("/escalation/look"))
                .contains("Level ")
                .contains("Acute beds in use")
                .contains("from");
        String begun = hub.send("/escalation/weekly-system-meeting/start", "note", "Mondays at ten");
        assertThat(begun).contains("Under way since").contains("Jo Bennett: Mondays at ten");
        assertThat(visitor(Role.PROGRAMME).get("/winter-plan")).contains("Mondays at ten");
        assertThat(hub.send("/escalation/weekly-system-meeting/start")).contains("This was not kept");
        assertThat(hub.send("/escalation/weekly-system-meeting/stop", "note", "Winter is over"))
                .contains("Stopped.");
        assertThat(hub.send("/escalation/weekly-system-meeting/stop")).contains("This was not kept");
        assertThat(hub.send("/escalation/nonsense/start")).contains("no action (nonsense)");
        assertThat(script(Role.ANALYST)
                        .get("/api/escalation")
                        .json()
                        .path("level")
                        .asInt())
                .isBetween(1, 4);
        assertThat(bean(Pressure.class).history()).isNotEmpty();
    }
}
