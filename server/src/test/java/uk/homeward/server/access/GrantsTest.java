package uk.homeward.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GrantsTest {

    private static final Set<Permission> WITH_NAMES = EnumSet.of(
            Permission.READ_PERSON,
            Permission.READ_BOARDS,
            Permission.READ_REFERRALS,
            Permission.ACT_ON_JOURNEY,
            Permission.MEND_MESSAGES);

    @ParameterizedTest
    @EnumSource(names = {"ANALYST", "COMMISSIONER", "PROGRAMME", "ADMINISTRATOR"})
    void thoseWhoAnalyseCommissionChangeOrAdministerCareNeverSeeNames(Role role) {
        assertThat(WITH_NAMES).noneMatch(permission -> permission.isOf(role));
    }

    @ParameterizedTest
    @EnumSource(Permission.class)
    void everyPermissionIsSomebodys(Permission permission) {
        assertThat(permission.roles()).isNotEmpty();
        assertThat(permission.words()).isNotBlank();
    }

    @Test
    void onlyThoseWhoCareOpenARecord() {
        assertThat(Permission.READ_PERSON.roles())
                .containsExactly(
                        Role.TRIAGE_CLINICIAN,
                        Role.RESPONDER,
                        Role.THERAPIST,
                        Role.WARD,
                        Role.HUB,
                        Role.COORDINATOR,
                        Role.HEAD_OF_BROKERAGE);
    }

    @ParameterizedTest
    @EnumSource(Permission.class)
    void theGuideForOperatorsHasTheSameTable(Permission permission) throws IOException {
        Path guide = Path.of(Objects.requireNonNull(System.getProperty("homeward.root")), "docs/operate.md");
        Set<Role> roles = permission.roles();
        String cell = roles.size() == Role.values().length
                ? "all"
                : roles.stream().map(Role::word).collect(Collectors.joining(", "));
        assertThat(Files.readString(guide))
                .contains("| " + permission + " | " + permission.words() + " | " + cell + " |");
    }

    @Test
    void aTableWithoutARowOrWithAShortOneIsRefused() {
        String lacking = Grants.TABLE.lines().limit(5).reduce("", (a, b) -> a + b + "\n");
        assertThatThrownBy(() -> Grants.read(lacking)).hasMessageContaining("lacks permissions");
        assertThatThrownBy(() -> Grants.read(Grants.TABLE.replaceFirst("yes\n", "\n")))
                .hasMessageContaining("READ_AGGREGATES");
    }
}
