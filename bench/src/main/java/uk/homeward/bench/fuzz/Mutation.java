package uk.homeward.bench.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Makes new inputs from known ones: cut, doubled, spliced, with bytes turned and with words that parsers stumble over. */
final class Mutation {

    private static final int LONGEST = 200_000;
    private static final List<String> WORDS = List.of(
            "\"",
            "{",
            "}",
            "[",
            "]",
            ":",
            ",",
            "\\",
            "\\u0000",
            "\\uD800",
            "\0",
            "\u2028",
            "\uFEFF",
            "&#0;",
            "<![CDATA[",
            "<!--",
            "]]>",
            "<x",
            "/>",
            "&amp;",
            "|",
            "^",
            "~",
            "\\F\\",
            "\\X0D\\",
            "\\.br\\",
            "MSH|^~\\&|",
            "\rPID|",
            "\rOBX|",
            "\r\n",
            "\n\n",
            "- ",
            "? ",
            "!!",
            "&a ",
            "*a",
            ">-",
            "%",
            "%zz",
            "%00",
            "&&",
            "==",
            "_sort=-",
            ":missing=",
            ":exact",
            "eq",
            "ge",
            "9999-99-99",
            "0000-01-01",
            "-1",
            "1e999",
            "1e-999",
            "99999999999999999999999999",
            "NaN",
            "true",
            "null",
            "{}",
            "[]",
            "\"resourceType\":",
            "\"reference\":\"#\"",
            "\"id\":\"\"",
            "\u00e9",
            "\ud83d\ude00",
            "''",
            "\"\"",
            "\t");

    private final SplittableRandom random;
    private final List<byte[]> seeds;

    Mutation(SplittableRandom random, List<byte[]> seeds) {
        this.random = random;
        this.seeds = seeds;
    }

    byte[] next() {
        byte[] input = pick();
        int changes = 1 + random.nextInt(6);
        for (int i = 0; i < changes; i++) {
            input = changed(input);
        }
        return input.length > LONGEST ? Arrays.copyOf(input, LONGEST) : input;
    }

    private byte[] pick() {
        return seeds.get(random.nextInt(seeds.size()));
    }

    private byte[] changed(byte[] in) {
        int from = random.nextInt(in.length + 1);
        int to = from + random.nextInt(Math.min(in.length - from, 400) + 1);
        return switch (random.nextInt(8)) {
            case 0 -> turned(in);
            case 1 -> join(in, 0, from, word(), in, from, in.length);
            case 2 -> join(in, 0, from, new byte[0], in, to, in.length);
            case 3 -> join(in, 0, to, new byte[0], in, from, in.length);
            case 4 -> {
                byte[] other = pick();
                int at = random.nextInt(other.length + 1);
                yield join(in, 0, from, new byte[0], other, at, other.length);
            }
            case 5 -> Arrays.copyOf(in, from);
            case 6 -> join(in, 0, from, nested(), in, to, in.length);
            default -> join(in, 0, from, word(), in, to, in.length);
        };
    }

    private byte[] turned(byte[] in) {
        byte[] out = in.clone();
        for (int i = 0; i < 1 + random.nextInt(4) && out.length > 0; i++) {
            out[random.nextInt(out.length)] = (byte) random.nextInt(256);
        }
        return out;
    }

    private byte[] word() {
        return WORDS.get(random.nextInt(WORDS.size())).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] nested() {
        String one = List.of("[", "{\"a\":", "<a>", "(", "- ", "\\T\\").get(random.nextInt(6));
        return one.repeat(random.nextInt(3_000)).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] join(byte[] a, int aFrom, int aTo, byte[] middle, byte[] b, int bFrom, int bTo) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(aTo - aFrom + middle.length + Math.max(0, bTo - bFrom));
        out.write(a, aFrom, aTo - aFrom);
        out.writeBytes(middle);
        out.write(b, bFrom, Math.max(0, bTo - bFrom));
        return out.toByteArray();
    }
}
