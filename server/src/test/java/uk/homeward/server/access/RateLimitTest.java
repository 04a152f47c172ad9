package uk.homeward.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class RateLimitTest {

    private Instant now = Instant.parse("2026-11-23T09:00:00Z");
    private final RateLimit limit = new RateLimit((InstantSource) () -> now, 3);

    @Test
    void holdsAnAddressBackUntilTheMinuteIsOverAndNoOther() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(status("/sign-in", "10.0.0.1")).isEqualTo(200);
        }
        assertThat(status("/oauth2/authorization/trust", "10.0.0.1")).isEqualTo(429);
        assertThat(status("/sign-in", "10.0.0.2")).isEqualTo(200);
        assertThat(status("/tasks", "10.0.0.1")).isEqualTo(200);
        now = now.plusSeconds(60);
        assertThat(status("/sign-in", "10.0.0.1")).isEqualTo(200);
    }

    private int status(String path, String address) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.setRemoteAddr(address);
        MockHttpServletResponse response = new MockHttpServletResponse();
        limit.doFilter(request, response, new MockFilterChain());
        return response.getStatus();
    }
}
