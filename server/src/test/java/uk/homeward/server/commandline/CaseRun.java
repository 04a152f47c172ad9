package uk.homeward.server.commandline;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One run of a command that answers cases: its exit code and the object on each line. */
record CaseRun(int exitCode, List<JsonNode> answers) {

    static final JsonMapper JSON = JsonMapper.shared();

    static CaseRun of(Function<InputStream, Object> command, List<String> lines, String... arguments) {
        byte[] in = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        StringWriter out = new StringWriter();
        int code = new CommandLine(command.apply(new ByteArrayInputStream(in)))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(new StringWriter()))
                .execute(arguments);
        return new CaseRun(code, out.toString().lines().map(JSON::readTree).toList());
    }

    /** The only answer, in one line. */
    String only() {
        return answers.size() == 1 ? answers.getFirst().toString() : "not one answer but " + answers;
    }
}
