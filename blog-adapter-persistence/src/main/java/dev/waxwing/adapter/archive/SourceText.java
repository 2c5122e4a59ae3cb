package dev.waxwing.adapter.archive;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The text of a file as a post may keep it: Unicode with plain line feeds and no control characters. */
record SourceText(String text, List<Remark> remarks) {

    static SourceText decode(byte[] bytes) throws UnreadableFile {
        String raw = characters(bytes);
        int first = firstUnwanted(raw);
        if (first == raw.length()) {
            return new SourceText(raw, List.of());
        }
        return cleaned(raw, first);
    }

    private static String characters(byte[] bytes) throws UnreadableFile {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return strict(bytes, 3, StandardCharsets.UTF_8);
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return strict(bytes, 2, StandardCharsets.UTF_16BE);
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return strict(bytes, 2, StandardCharsets.UTF_16LE);
        }
        return strict(bytes, 0, StandardCharsets.UTF_8);
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static String strict(byte[] bytes, int from, Charset charset) throws UnreadableFile {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes, from, bytes.length - from);
        CharBuffer out = CharBuffer.allocate(bytes.length - from);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            int line = line(bytes, in.position());
            throw new UnreadableFile(
                    line, "not %s: byte 0x%02X".formatted(charset.name(), bytes[in.position()] & 0xFF));
        }
        return out.flip().toString();
    }

    private static int line(byte[] bytes, int end) {
        int line = 1;
        for (int i = 0; i < end; i++) {
            if (bytes[i] == '\n') {
                line++;
            }
        }
        return line;
    }

    private static int firstUnwanted(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isControl(text.charAt(i))) {
                return i;
            }
        }
        return text.length();
    }

    /** C0 controls but tab and line feed, DEL and noncharacters: illegal in XML feeds, invisible everywhere else. */
    private static boolean isControl(char c) {
        return (c < 0x20 && c != '\t' && c != '\n') || c == 0x7F || c >= 0xFFFE;
    }

    private static SourceText cleaned(String raw, int first) throws UnreadableFile {
        StringBuilder clean = new StringBuilder(raw.length()).append(raw, 0, first);
        int line = 1 + (int) raw.chars().limit(first).filter(c -> c == '\n').count();
        int dropped = 0;
        int firstLine = 0;
        for (int i = first; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '\r') {
                if (i + 1 == raw.length() || raw.charAt(i + 1) != '\n') {
                    clean.append('\n');
                    line++;
                }
            } else if (isControl(c)) {
                dropped++;
                firstLine = firstLine == 0 ? line : firstLine;
            } else {
                clean.append(c);
                line += c == '\n' ? 1 : 0;
            }
        }
        if (dropped > 16 && dropped > raw.length() / 50) {
            throw new UnreadableFile(firstLine, "not text: %d control characters".formatted(dropped));
        }
        List<Remark> remarks = dropped == 0
                ? List.of()
                : List.of(new Remark(firstLine, "%d control character(s) dropped".formatted(dropped)));
        return new SourceText(clean.toString(), remarks);
    }
}
