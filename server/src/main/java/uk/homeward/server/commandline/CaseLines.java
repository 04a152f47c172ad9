package uk.homeward.server.commandline;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads one JSON object a line and answers each with one JSON object a line. A line that cannot be answered gets an
 * object with the key {@code error} that says what is wrong and how to mend it; the other lines go on. Blank lines are
 * passed over.
 */
final class CaseLines {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();

    private static final String BYTE_ORDER_MARK = "\uFEFF"; // some editors put it first

    private CaseLines() {}

    /** Answers every line; the exit code is 0 when all could be answered, else 1. */
    static int answer(InputStream in, PrintWriter out, Function<CaseInput, ObjectNode> answer) {
        boolean allWell = true;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            int number = 0;
            String line;
            while ((line = lines.readLine()) != null) {
                number++;
                line = number == 1 && line.startsWith(BYTE_ORDER_MARK) ? line.substring(1) : line;
                if (!line.isBlank()) {
                    ObjectNode answered = answerOne(number, line, answer);
                    allWell &= !answered.has("error");
                    out.println(JSON.writeValueAsString(answered));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.flush();
        return allWell ? 0 : 1;
    }

    private static ObjectNode answerOne(int number, String line, Function<CaseInput, ObjectNode> answer) {
        try {
            return answer.apply(parse(line));
        } catch (JacksonException e) {
            return error(
                    number,
                    "this is not JSON: " + e.getOriginalMessage()
                            + " Maybe: the object is spread over several lines; write one object a line.");
        } catch (IllegalArgumentException e) {
            return error(number, String.valueOf(e.getMessage()));
        }
    }

    private static ObjectNode error(int number, String problem) {
        ObjectNode error = JSON.createObjectNode();
        error.put("error", "Line " + number + ": " + problem);
        return error;
    }

    /** A whole case, with its input under {@code input}, is taken as well as the bare input. */
    private static CaseInput parse(String line) {
        JsonNode node = JSON.readTree(line);
        JsonNode input = node.path("input");
        JsonNode meant = input.isObject() ? input : node;
        if (meant instanceof ObjectNode object) {
            return new CaseInput(object);
        }
        throw new IllegalArgumentException("the line holds (" + node.getNodeType()
                + "), not an object. Maybe: wrap the values in {\"key\": ...}.");
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }
}
