package uk.homeward.server.exchange.outgoing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import uk.homeward.server.exchange.mllp.MllpClient;
import uk.homeward.server.exchange.resources.Json;

/** Sends one message and understands what the receiver says to it. */
@Component("outgoingSender")
class Sender {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int LONGEST = 500;
    private static final int LONGEST_ANSWER = 1 << 20;

    private final Environment environment;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    Sender(Environment environment) {
        this.environment = environment;
    }

    Answer send(Subscriber to, byte[] content) {
        try {
            return switch (to.line()) {
                case Subscriber.Mllp line -> mllp(line, content);
                case Subscriber.Fhir line -> fhir(line, content);
            };
        } catch (IOException e) {
            return new Answer.Later(shortened("it cannot be reached (" + e + ")"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Later("the server was stopped meanwhile");
        }
    }

    private static Answer mllp(Subscriber.Mllp line, byte[] content) throws IOException {
        try (MllpClient client = MllpClient.connect(line.host(), line.port(), PATIENCE)) {
            return acknowledged(content, client.exchange(content));
        }
    }

    /** AA and CA are yes; AE, AR and their like are no, but for the receiver's own faults (207); the answer must be to this message. */
    static Answer acknowledged(byte[] sent, byte[] answer) {
        String text = new String(answer, StandardCharsets.UTF_8);
        String[] msa = Arrays.stream(text.split("[\\r\\n]+"))
                .filter(line -> line.startsWith("MSA|"))
                .findFirst()
                .map(line -> line.split("\\|", -1))
                .orElse(new String[0]);
        if (msa.length < 3) {
            return new Answer.Later(shortened("the answer is no acknowledgement (" + firstLine(text) + ")"));
        }
        if (!msa[2].strip().equals(controlId(sent))) {
            return new Answer.Later(shortened("the answer is to another message (" + msa[2] + ")"));
        }
        String words = shortened(text.replaceAll("[\\r\\n]+", "\n").strip());
        return switch (msa[1].strip()) {
            case "AA", "CA" -> new Answer.Taken(msa[1]);
            case "AE", "AR", "CE", "CR" -> text.contains("207") ? new Answer.Later(words) : new Answer.Refused(words);
            default -> new Answer.Later(words);
        };
    }

    private static String controlId(byte[] sent) {
        String[] header = new String(sent, StandardCharsets.UTF_8).split("\\r", 2)[0].split("\\|", -1);
        return header.length > 9 ? header[9] : "";
    }

    private Answer fhir(Subscriber.Fhir line, byte[] content) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(line.base() + "/$process-message"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/fhir+json;charset=UTF-8")
                .header("Accept", "application/fhir+json")
                .POST(BodyPublishers.ofByteArray(content));
        @Nullable String token = line.tokenFrom() == null ? null : environment.getProperty(line.tokenFrom());
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<java.io.InputStream> answer =
                http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        try (java.io.InputStream body = answer.body()) {
            return responded(answer.statusCode(), new String(body.readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8));
        }
    }

    /** The response of a message says more than the status; where there is none, the status says it. */
    static Answer responded(int status, String body) {
        String words = shortened(status + " " + outcome(body));
        if (status / 100 == 2) {
            return switch (code(body)) {
                case "fatal-error" -> new Answer.Refused(words);
                case "transient-error" -> new Answer.Later(words);
                default -> new Answer.Taken(words);
            };
        }
        boolean later = status / 100 == 5 || status == 408 || status == 425 || status == 429 || status == 401;
        return later ? new Answer.Later(words) : new Answer.Refused(words);
    }

    private static String code(String body) {
        return read(body)
                .path("entry")
                .path(0)
                .path("resource")
                .path("response")
                .path("code")
                .asString("");
    }

    /** What the OperationOutcome says, or the response. */
    private static String outcome(String body) {
        JsonNode read = read(body);
        for (JsonNode entry : read.path("entry")) {
            String said = issue(entry.path("resource"));
            if (!said.isEmpty()) {
                return said;
            }
        }
        String said = issue(read);
        return said.isEmpty() ? code(body) : said;
    }

    private static String issue(JsonNode outcome) {
        List<String> all = new ArrayList<>();
        for (JsonNode issue : outcome.path("issue")) {
            String coded =
                    issue.path("details").path("coding").path(0).path("code").asString("");
            String text = issue.path("details").path("text").asString("");
            String told = text.isEmpty() ? issue.path("diagnostics").asString("") : text;
            all.add((coded + " " + told).strip());
        }
        return String.join("; ", all);
    }

    private static JsonNode read(String body) {
        try {
            return Json.MAPPER.readTree(body.isBlank() ? "{}" : body);
        } catch (JacksonException e) {
            return Json.MAPPER.createObjectNode();
        }
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("nothing");
    }

    private static String shortened(String words) {
        String clean = words.replace('\0', ' ');
        return clean.length() > LONGEST ? clean.substring(0, LONGEST) : clean;
    }
}
