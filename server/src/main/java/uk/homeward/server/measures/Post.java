package uk.homeward.server.measures;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** Sends short plain texts by SMTP (RFC 5321), with TLS where the server has it; a password never goes without. */
public final class Post {

    private static final int SMTP = 25;
    private static final int SMTPS = 465;
    private static final int WAIT_MS = 10_000;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss xx", Locale.UK);

    private final String host;
    private final int port;
    private final boolean secure;
    private final @Nullable String login;
    private final String from;

    private Post(String host, int port, boolean secure, @Nullable String login, String from) {
        this.host = host;
        this.port = port;
        this.secure = secure;
        this.login = login;
        this.from = address(from);
    }

    /**
     * By a server such as {@code smtp://user:password@mail.example:587}; {@code smtps} speaks TLS from the start, and
     * {@code smtp} turns to it where the server offers it, which with a password it must.
     */
    public static Post by(URI server, String from) {
        boolean secure = "smtps".equals(server.getScheme());
        if (server.getHost() == null || !(secure || "smtp".equals(server.getScheme()))) {
            throw new IllegalArgumentException(
                    "HOMEWARD_SMTP is no address of a mail server. Maybe: smtp://user:password@mail.example:587");
        }
        int port = server.getPort() > 0 ? server.getPort() : secure ? SMTPS : SMTP;
        return new Post(server.getHost(), port, secure, server.getRawUserInfo(), from);
    }

    /** As the server's settings say; null where they name no mail server. */
    public static @Nullable Post ofSettings() {
        String server = System.getenv("HOMEWARD_SMTP");
        String from = System.getenv("HOMEWARD_MAIL_FROM");
        return server == null ? null : by(URI.create(server), from == null ? "homeward@localhost" : from);
    }

    /** Nothing of an address may begin a line or a command of its own. */
    private static String address(String text) {
        if (!text.matches("[^\\s<>,;@]+@[^\\s<>,;@]+")) {
            throw new IllegalArgumentException("(" + text + ") is not one e-mail address");
        }
        return text;
    }

    /** Sends a text; throws where the server cannot be reached or does not take it. */
    public void send(String to, String subject, String text, Instant now) throws IOException {
        String recipient = address(to);
        try (Talk talk = greet()) {
            if (login != null) {
                talk.say("AUTH PLAIN " + plain(login), '2');
            }
            talk.say("MAIL FROM:<" + from + ">", '2');
            talk.say("RCPT TO:<" + recipient + ">", '2');
            talk.say("DATA", '3');
            talk.say(message(recipient, subject, text, now) + "\r\n.", '2');
            talk.say("QUIT", '2');
        }
    }

    private Talk greet() throws IOException {
        Socket socket = new Socket();
        socket.connect(new InetSocketAddress(host, port), WAIT_MS);
        socket.setSoTimeout(WAIT_MS);
        Talk talk = new Talk(secure ? encrypted(socket) : socket);
        talk.hear('2');
        boolean offersTls = talk.say("EHLO homeward", '2').contains("STARTTLS");
        if (!secure && offersTls) {
            talk.say("STARTTLS", '2');
            talk = new Talk(encrypted(socket));
            talk.say("EHLO homeward", '2');
        } else if (!secure && login != null) {
            talk.close();
            throw new IOException("the mail server offers no TLS, and a password is not sent without it");
        }
        return talk;
    }

    private Socket encrypted(Socket plain) throws IOException {
        SSLSocket socket =
                (SSLSocket) ((SSLSocketFactory) SSLSocketFactory.getDefault()).createSocket(plain, host, port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS"); // the certificate must be that of the host
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static String plain(String login) {
        String[] parts = login.split(":", 2);
        String secret = '\0' + decoded(parts[0]) + '\0' + (parts.length > 1 ? decoded(parts[1]) : "");
        return Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** Subject and text are written in base 64, so that no letter and no line of theirs means anything to the server. */
    private String message(String to, String subject, String text, Instant now) {
        Base64.Encoder lines = Base64.getMimeEncoder();
        return String.join(
                "\r\n",
                "From: <" + from + ">",
                "To: <" + to + ">",
                "Date: " + DATE.format(now.atOffset(ZoneOffset.UTC)),
                "Subject: =?UTF-8?B?" + Base64.getEncoder().encodeToString(subject.getBytes(StandardCharsets.UTF_8))
                        + "?=",
                "Auto-Submitted: auto-generated",
                "MIME-Version: 1.0",
                "Content-Type: text/plain; charset=UTF-8",
                "Content-Transfer-Encoding: base64",
                "",
                lines.encodeToString(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** One conversation with a server. */
    private static final class Talk implements AutoCloseable {
        private final Socket socket;
        private final BufferedReader in;
        private final Writer out;

        Talk(Socket socket) throws IOException {
            this.socket = socket;
            this.in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            this.out = new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.US_ASCII);
        }

        /** Says a line and returns the answer, which must begin with this digit. */
        String say(String line, char good) throws IOException {
            out.write(line + "\r\n");
            out.flush();
            return hear(good);
        }

        String hear(char good) throws IOException {
            StringBuilder answer = new StringBuilder();
            String line;
            do {
                line = in.readLine();
                if (line == null || line.isEmpty() || line.charAt(0) != good) {
                    throw new IOException("the mail server answers (" + line + ")");
                }
                answer.append(line).append('\n');
            } while (line.length() > 3 && line.charAt(3) == '-');
            return answer.toString();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
