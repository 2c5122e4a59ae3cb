package dev.waxwing.application.shared;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What stands for a content and differs when it differs: SHA-256 (FIPS 180-4) in 64 hexadecimal digits. */
public final class Sha256 {
    /** How many digits there are. */
    public static final int LENGTH = 64;

    private final MessageDigest digest;

    private Sha256(MessageDigest digest) {
        this.digest = digest;
    }

    /** For a content that comes in parts. */
    public static Sha256 begin() {
        try {
            return new Sha256(MessageDigest.getInstance("SHA-256"));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    public static String of(byte[] content) {
        return begin().with(content).digits();
    }

    /** Of the text in UTF-8. */
    public static String of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    public Sha256 with(byte[] part) {
        return with(part, part.length);
    }

    /** Takes in the first bytes of a buffer. */
    public Sha256 with(byte[] buffer, int length) {
        return with(buffer, 0, length);
    }

    /** Takes in a part of a buffer. */
    public Sha256 with(byte[] buffer, int from, int length) {
        digest.update(buffer, from, length);
        return this;
    }

    /** Takes in what is read from here on. */
    public InputStream reading(InputStream in) {
        return new DigestInputStream(in, digest);
    }

    /** Takes in what is written from here on. */
    public OutputStream writing(OutputStream out) {
        return new DigestOutputStream(out, digest);
    }

    /** Of all that was taken in; called once, at the end. */
    public String digits() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
