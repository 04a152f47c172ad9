package uk.homeward.server.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import picocli.CommandLine;
import uk.homeward.server.ServerTest;
import uk.homeward.server.access.Looks;
import uk.homeward.server.access.Role;
import uk.homeward.server.access.User;
import uk.homeward.server.journal.Seals;
import uk.homeward.server.time.PlaceTime;

class AuditCommandTest extends ServerTest {

    private record Ran(int exit, String out) {}

    @Test
    void says_whether_the_list_of_looks_is_sound_and_names_the_row_that_is_not(@TempDir Path folder) {
        String person = newId("p");
        bean(Looks.class).keep(new User("ada", "Ada", Role.WARD, newId("org"), List.of()), person, "record", "");
        bean(Seals.class).seal(bean(PlaceTime.class).instant());
        Path heads = folder.resolve("heads.csv");
        assertThat(audit("heads", "--to", heads.toString()).exit()).isZero();

        Ran sound = audit("verify", "--heads", heads.toString());
        assertThat(sound.exit()).as(sound.out()).isZero();
        assertThat(sound.out()).contains("looks in").endsWith(": sound\n");

        JdbcTemplate owner = new JdbcTemplate(owner());
        Long number = owner.queryForObject("select number from look where person = ?", Long.class, person);
        tamper(owner, "update look set what = 'nothing' where number = " + number);
        Ran edited = audit("verify");
        tamper(owner, "update look set what = 'record' where number = " + number);
        assertThat(edited.exit()).isEqualTo(1);
        assertThat(edited.out()).contains("look " + number + " was edited").endsWith("TAMPERED WITH\n");
    }

    private static Ran audit(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", data().toString()));
        all.addAll(
                List.of("--place", root().resolve("places/birmingham-solihull").toString()));
        StringWriter out = new StringWriter();
        int exit =
                new CommandLine(new AuditCommand()).setOut(new PrintWriter(out)).execute(all.toArray(new String[0]));
        return new Ran(exit, out.toString());
    }

    private static void tamper(JdbcTemplate owner, String sql) {
        owner.execute("set session_replication_role = replica; " + sql + "; set session_replication_role = origin");
    }
}
