package uk.homeward.server.exchange.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.homeward.journey.person.NhsNumber;
import uk.homeward.server.ServerSettings;
import uk.homeward.server.ServerTest;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.Role;
import uk.homeward.server.commandline.Homeward;
import uk.homeward.server.journal.Journal;

class TablesTest extends ServerTest {

    private static HttpResponse<String> send(String path, byte[] body, Role role) {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Authorization", "Bearer demo-" + role.word())
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofByteArray(body)));
    }

    private static JsonNode people(String table) {
        return report(send("/api/import/people", table.getBytes(StandardCharsets.UTF_8), Role.ADMINISTRATOR));
    }

    private static JsonNode capacity(String table) {
        return report(send("/api/import/capacity", table.getBytes(StandardCharsets.UTF_8), Role.HUB));
    }

    private static JsonNode report(HttpResponse<String> answer) {
        return JsonMapper.builder().build().readTree(answer.body());
    }

    private static String state(JsonNode report, int row) {
        return report.path("receipts").path(row).path("state").asString();
    }

    private static String fault(JsonNode report, int row, String field) {
        return report.path("receipts")
                .path(row)
                .path("faults")
                .path(0)
                .path(field)
                .asString();
    }

    private static long count(String sql, Object... arguments) {
        Long count = bean(JdbcTemplate.class).queryForObject(sql, Long.class, arguments);
        return count == null ? 0 : count;
    }

    @Test
    void peopleAreAddedChangedAndNeverDoubled() {
        String number = NhsNumber.beginningWith(999_400_000).value();
        String table = "nhs_number,family,given,born,practice,lives_alone\n" + number
                + ",Tafel,Ruth,1941-03-04,M85021,yes\n" + ",Tafel,Otto,1939-01-02,,\n";
        JsonNode first = people(table);
        assertThat(state(first, 0)).isEqualTo("ADDED");
        assertThat(state(first, 1)).isEqualTo("ADDED");
        JsonNode again = people(table);
        assertThat(state(again, 0)).isEqualTo("UNCHANGED");
        assertThat(state(again, 1)).isEqualTo("UNCHANGED");
        assertThat(state(people(table.replace("1941-03-04,M85021,yes", "1941-03-04,,no")), 0))
                .isEqualTo("CHANGED");
        assertThat(count("select count(*) from person where family = 'Tafel'")).isEqualTo(2);
        assertThat(count(
                        "select count(*) from person where nhs_number = ? and locality = 'central' and not lives_alone",
                        number))
                .isEqualTo(1);
    }

    @Test
    void aRowThatCannotBeUsedIsRefusedWithItsReasonAndTheOthersGoOn() {
        String table = """
            nhs_number,family,given,born,frailty,sex
            1234567890,Wrong,Number,1941-03-04,,
            ,Wrong,Date,04/03/1941,,
            ,,Nameless,1941-03-04,,
            ,Wrong,Frail,1941-03-04,severe,
            ,Wrong,Sex,1941-03-04,3,f
            too,few
            ,Right,Rosa,1941-03-04,3,female
            """;
        JsonNode report = people(table);
        for (int row = 0; row < 6; row++) {
            assertThat(state(report, row)).isEqualTo("REFUSED");
            assertThat(report.path("receipts").path(row).path("row").asInt()).isEqualTo(row + 2);
            assertThat(fault(report, row, "maybe")).isNotBlank();
        }
        assertThat(fault(report, 0, "column")).isEqualTo("nhs_number");
        assertThat(fault(report, 0, "value")).isEqualTo("1234567890");
        assertThat(fault(report, 3, "column")).isEqualTo("frailty");
        assertThat(state(report, 6)).isEqualTo("ADDED");
        assertThat(count("select count(*) from person where family = 'Wrong'")).isZero();
    }

    @Test
    void capacityIsConfirmedInTheJournal() {
        int before =
                bean(Journal.class).pool("response-places/response-places-east").size();
        JsonNode report = capacity("""
            unit,capacity,out_of_service,reason
            response-places-east,30,2,two nurses are ill
            response-places-north,-1,0,
            response-places-south,many,0,
            nowhere,3,0,
            response-places-north,3,4,
            response-places-east,31,2,
            """);
        assertThat(state(report, 0)).isEqualTo("CHANGED");
        for (int row = 1; row < 6; row++) {
            assertThat(state(report, row)).isEqualTo("REFUSED");
        }
        assertThat(fault(report, 1, "what")).contains("less than nothing");
        assertThat(fault(report, 2, "what")).contains("not a number");
        assertThat(fault(report, 4, "what")).contains("out of service");
        assertThat(fault(report, 5, "what")).contains("line 2");
        assertThat(count("select (capacity * 100 + out_of_service)::bigint from unit where unit ="
                        + " 'response-places-east'"))
                .isEqualTo(3002);
        int told =
                bean(Journal.class).pool("response-places/response-places-east").size();
        assertThat(told).isEqualTo(before + 1);
        assertThat(state(capacity("unit,capacity,out_of_service\nresponse-places-east,30,2\n"), 0))
                .isEqualTo("UNCHANGED");
        assertThat(bean(Journal.class).pool("response-places/response-places-east"))
                .hasSize(told);
        assertThat(count("select version from unit where unit = 'response-places-east'"))
                .isEqualTo(told);
    }

    @Test
    void aTableWithoutItsColumnsIsRefusedAsAWhole() {
        HttpResponse<String> answer =
                send("/api/import/capacity", "unit,beds\nx,1\n".getBytes(StandardCharsets.UTF_8), Role.HUB);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("out_of_service").contains("beds");
        assertThat(send("/api/import/people", new byte[0], Role.ADMINISTRATOR).statusCode())
                .isEqualTo(400);
        assertThat(send("/api/import/people", new byte[] {(byte) 0xE9, 1}, Role.ADMINISTRATOR)
                        .body())
                .contains("not UTF-8");
        assertThat(send("/api/import/people", new byte[20_000_001], Role.ADMINISTRATOR)
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void aDryRunWritesNothing() {
        HttpResponse<String> answer = send(
                "/api/import/people?dry-run=true",
                "family,given,born\nTrocken,Tina,1940-01-01\n".getBytes(StandardCharsets.UTF_8),
                Role.ADMINISTRATOR);
        assertThat(state(report(answer), 0)).isEqualTo("ADDED");
        assertThat(count("select count(*) from person where family = 'Trocken'"))
                .isZero();
    }

    @ParameterizedTest
    @EnumSource
    void eachRoleMayImportWhatItIsFor(Role role) {
        byte[] empty = "x\n".getBytes(StandardCharsets.UTF_8);
        assertThat(send("/api/import/people", empty, role).statusCode())
                .isEqualTo(Permission.MANAGE_PLACE.isOf(role) ? 400 : 403);
        assertThat(send("/api/import/capacity", empty, role).statusCode())
                .isEqualTo(Permission.MANAGE_CAPACITY.isOf(role) ? 400 : 403);
    }

    @Test
    void theCommandWorksBesideARunningServer(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("people.csv");
        Files.writeString(file, "family,given,born\nBefehl,Bea,1940-01-01\nBefehl,Otto,soon\n");
        String data = String.valueOf(bean(ServerSettings.class).data());
        String place = root().resolve("places/birmingham-solihull").toString();
        int code = Homeward.run("import", "people", file.toString(), "--data", data, "--place", place);
        assertThat(code).isEqualTo(1);
        assertThat(count("select count(*) from person where family = 'Befehl'")).isEqualTo(1);
        Path practices = root().resolve("places/birmingham-solihull/practices.csv");
        assertThat(Homeward.run("import", "practices", practices.toString(), "--data", data, "--place", place))
                .isZero();
        assertThat(Homeward.run("import", "people", folder.resolve("none.csv").toString(), "--data", data))
                .isEqualTo(1);
        assertThat(Homeward.run("import", "nonsense", file.toString())).isEqualTo(2);
    }
}
