package uk.homeward.server.exchange.fhir;

import ca.uhn.fhir.context.FhirContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses bodies that are too long, whether they say so or not, and bodies that are packed. */
final class BodyLimit extends OncePerRequestFilter {

    private static final int TOO_LONG = 413;
    private static final int PACKED = 415;

    private final FhirContext context;
    private final int longest;
    private final int longestBundle;

    /** @param longestBundle of what is sent to the base address itself */
    BodyLimit(FhirContext context, int longest, int longestBundle) {
        this.context = context;
        this.longest = longest;
        this.longestBundle = longestBundle;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        int most = request.getRequestURI().matches(".*/fhir/?") ? longestBundle : longest;
        @Nullable String packing = request.getHeader("Content-Encoding");
        if (packing != null && !packing.equalsIgnoreCase("identity")) {
            refuse(response, PACKED, "a packed body (" + packing + ") is not taken", "send it as it is");
        } else if (request.getContentLengthLong() > most) {
            refuse(response, TOO_LONG, tooLong(most), MAYBE);
        } else {
            chain.doFilter(new Limited(request, most), response);
        }
    }

    private static final String MAYBE = "send it in several parts";

    private static String tooLong(int most) {
        return "the body is longer than " + most + " bytes";
    }

    private void refuse(HttpServletResponse response, int status, String what, String maybe) throws IOException {
        response.setStatus(status);
        response.setContentType("application/fhir+json;charset=UTF-8");
        IssueType code = status == TOO_LONG ? IssueType.TOOLONG : IssueType.NOTSUPPORTED;
        String json = context.newJsonParser()
                .encodeResourceToString(Outcomes.outcome(status, List.of(new Finding(code, "", what, maybe))));
        response.getOutputStream().write(json.getBytes(StandardCharsets.UTF_8));
    }

    /** A request whose body ends with a refusal when it goes on for too long. */
    private static final class Limited extends HttpServletRequestWrapper {

        private @Nullable ServletInputStream counted;

        private final int most;

        Limited(HttpServletRequest request, int most) {
            super(request);
            this.most = most;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            if (counted == null) {
                counted = new Counted(super.getInputStream(), most);
            }
            return counted;
        }
    }

    private static final class Counted extends ServletInputStream {

        private final ServletInputStream in;
        private final int most;
        private long read;

        Counted(ServletInputStream in, int most) {
            this.most = most;
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            int next = in.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int count = in.read(bytes, from, length);
            count(Math.max(count, 0));
            return count;
        }

        private void count(int more) {
            read += more;
            if (read > most) {
                throw Outcomes.of(TOO_LONG, IssueType.TOOLONG, tooLong(most), MAYBE);
            }
        }

        @Override
        public boolean isFinished() {
            return in.isFinished();
        }

        @Override
        public boolean isReady() {
            return in.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            in.setReadListener(listener);
        }
    }
}
