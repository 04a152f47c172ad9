package uk.homeward.bench.fhir;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One kept-alive HTTP connection, as cheap as a client can be, so that what is measured is the server. */
final class Connection implements AutoCloseable {

    /** What came back. */
    record Reply(int status, String location, String body) {}

    private final URI base;
    private final String token;
    private Line open;

    /** One socket; a server may close it after an answer. */
    private static final class Line {

        private final Socket socket;
        private final InputStream in;
        private final OutputStream out;
        private boolean closing;

        Line(URI base) {
            try {
                socket = new Socket(base.getHost(), base.getPort());
                socket.setTcpNoDelay(true);
                in = new BufferedInputStream(socket.getInputStream(), 32_768);
                out = socket.getOutputStream();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    Connection(URI base, String token) {
        this.base = base;
        this.token = token;
        this.open = new Line(base);
    }

    /** Sends one request; opens a new connection where the server closed this one after its last answer. */
    Reply send(String method, String path, String body) {
        try {
            if (open.closing) {
                open.socket.close();
                open = new Line(base);
            }
            byte[] content = body.getBytes(StandardCharsets.UTF_8);
            String head = method + " " + base.getPath() + path + " HTTP/1.1\r\nHost: " + base.getAuthority()
                    + "\r\nAccept: application/fhir+json\r\n"
                    + (token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n")
                    + (content.length == 0
                            ? "\r\n"
                            : "Content-Type: application/fhir+json\r\nContent-Length: " + content.length + "\r\n\r\n");
            byte[] start = head.getBytes(StandardCharsets.US_ASCII);
            byte[] all = java.util.Arrays.copyOf(start, start.length + content.length);
            System.arraycopy(content, 0, all, start.length, content.length);
            open.out.write(all);
            return reply();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Reply reply() throws IOException {
        int status = Integer.parseInt(line().substring(9, 12));
        int length = 0;
        boolean chunked = false;
        String location = "";
        for (String header = line(); !header.isEmpty(); header = line()) {
            String small = header.toLowerCase(Locale.ROOT);
            if (small.startsWith("content-length:")) {
                length = Integer.parseInt(small.substring(15).strip());
            } else if (small.startsWith("transfer-encoding:")) {
                chunked = true;
            } else if (small.startsWith("location:")) {
                location = header.substring(9).strip();
            } else if (small.startsWith("connection:")) {
                open.closing = small.contains("close");
            }
        }
        StringBuilder body = new StringBuilder();
        if (chunked) {
            for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
                body.append(new String(open.in.readNBytes(size), StandardCharsets.UTF_8));
                line();
            }
            line();
        } else {
            body.append(new String(open.in.readNBytes(length), StandardCharsets.UTF_8));
        }
        return new Reply(status, location, body.toString());
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = open.in.read(); next != '\n'; next = open.in.read()) {
            if (next < 0) {
                throw new IOException("the server closed the connection");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() {
        try {
            open.socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
