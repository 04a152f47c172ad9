package uk.homeward.insight.events;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import uk.homeward.journey.event.Subject;

/**
 * Numbers in place of ids: the first 64 bits of HMAC-SHA256 under the place's key. The same id gives the same number each
 * time; without the key nobody can tell which id a number stands for. Not safe for use by several threads at once.
 */
public final class Pseudonyms {

    private final Mac mac;

    private Pseudonyms(Mac mac) {
        this.mac = mac;
    }

    /** With a key of at least 16 bytes. */
    public static Pseudonyms of(byte[] key) {
        if (key.length < 16) {
            throw new IllegalArgumentException(
                    "the key has (" + key.length + ") bytes. Maybe: make one of 32 random bytes");
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return new Pseudonyms(mac);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Others for this receiver, so that whoever has two receivers' files cannot tell who is who in both. */
    public Pseudonyms ofReceiver(String name) {
        mac.update("receiver".getBytes(StandardCharsets.UTF_8));
        mac.update((byte) 0);
        return of(mac.doFinal(name.getBytes(StandardCharsets.UTF_8)));
    }

    /** For people who never lived: everybody may know the key. */
    public static Pseudonyms ofSimulation() {
        return of("of a simulation, no secret".getBytes(StandardCharsets.UTF_8));
    }

    long person(String id) {
        return number("person", id);
    }

    long journey(String id) {
        return number("journey", id);
    }

    long spell(String id) {
        return number("spell", id);
    }

    long flow(String id) {
        return number("flow", id);
    }

    long match(String id) {
        return number("match", id);
    }

    long pool(String id) {
        return number("pool", id);
    }

    long hold(String id) {
        return number("hold", id);
    }

    long review(String id) {
        return number("review", id);
    }

    /** Of whatever kind the subject is. */
    long subject(Subject subject) {
        return number(subject.kind().name().toLowerCase(Locale.ROOT), subject.id());
    }

    /** Tells whether two exports were made with the same key, without telling the key. */
    String fingerprint() {
        return Long.toHexString(number("fingerprint", ""));
    }

    private long number(String kind, String id) {
        mac.update(kind.getBytes(StandardCharsets.UTF_8));
        mac.update((byte) 0);
        return ByteBuffer.wrap(mac.doFinal(id.getBytes(StandardCharsets.UTF_8))).getLong();
    }
}
