package dev.waxwing.adapter.image;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A file in memory, read by place and copied by stretch. What lies behind its end reads as 0 and is never copied. */
final class Bytes {
    private final byte[] content;

    Bytes(byte[] content) {
        this.content = content;
    }

    int length() {
        return content.length;
    }

    int u8(int at) {
        return at >= 0 && at < content.length ? Byte.toUnsignedInt(content[at]) : 0;
    }

    int u16(int at) {
        return u8(at) << 8 | u8(at + 1);
    }

    long u32(int at) {
        return (long) u16(at) << 16 | u16(at + 2);
    }

    int u16LittleEndian(int at) {
        return u8(at + 1) << 8 | u8(at);
    }

    long u32LittleEndian(int at) {
        return (long) u16LittleEndian(at + 2) << 16 | u16LittleEndian(at);
    }

    boolean has(int at, String text) {
        return at + text.length() <= content.length && text(at, text.length()).equals(text);
    }

    String text(int at, int length) {
        int end = Math.min(content.length, at + length);
        return at >= end ? "" : new String(content, at, end - at, StandardCharsets.ISO_8859_1);
    }

    void copy(int from, long to, ByteArrayOutputStream copy) {
        int end = (int) Math.min(content.length, to);
        if (from < end) {
            copy.write(content, from, end - from);
        }
    }
}
