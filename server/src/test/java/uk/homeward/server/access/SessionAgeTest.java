package uk.homeward.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;

class SessionAgeTest {

    private final MockHttpSession session = new MockHttpSession();
    private Instant now = Instant.ofEpochMilli(session.getCreationTime());
    private final SessionAge filter = new SessionAge((InstantSource) () -> now);

    @Test
    void endsHalfAnHourAfterThePersonLastDidSomething() throws Exception {
        assertThat(after(Duration.ofMinutes(29), false)).isNotNull();
        assertThat(after(Duration.ofMinutes(29), false)).isNotNull();
        assertThat(after(Duration.ofMinutes(30), false)).isNull();
    }

    @Test
    void aBoardThatRefreshesItselfDoesNotKeepItOpen() throws Exception {
        assertThat(after(Duration.ofMinutes(10), false)).isNotNull();
        assertThat(after(Duration.ofMinutes(20), true)).isNotNull();
        assertThat(after(Duration.ofMinutes(10), true)).isNull();
    }

    @Test
    void endsAfterTwelveHoursWhateverThePersonDoes() throws Exception {
        for (int i = 0; i < 35; i++) {
            assertThat(after(Duration.ofMinutes(20), false)).isNotNull();
        }
        assertThat(after(Duration.ofMinutes(20), false)).isNull();
    }

    private @Nullable HttpSession after(Duration time, boolean bySelf) throws Exception {
        now = now.plus(time);
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/tasks");
        request.setSession(session);
        if (bySelf) {
            request.addHeader("X-Live", "true");
        }
        filter.doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
        return request.getSession(false);
    }
}
