package dev.waxwing.adapter.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** {@code SHA256SUMS}: the checksums of all other entries, in the order in which they were written, as sha256sum reads it. */
final class Sums {
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  ([^\n]+)\n");

    /** In bytes: of a hundred thousand entries. */
    private static final int LONGEST = 16_000_000;

    private Sums() {}

    static String text(Map<String, String> sums) {
        return sums.entrySet().stream()
                .map(sum -> line(sum.getKey(), sum.getValue()))
                .collect(Collectors.joining());
    }

    static String line(String entry, String sum) {
        return sum + "  " + entry + "\n";
    }

    /**
     * The checksum of each entry, as far as there is room for them; lines of another form are left out, so that their entries
     * are missed.
     */
    static Map<String, String> read(InputStream content) throws IOException {
        return read(new String(content.readNBytes(LONGEST), StandardCharsets.UTF_8));
    }

    static Map<String, String> read(String text) {
        Map<String, String> sums = new LinkedHashMap<>();
        Matcher line = LINE.matcher(text);
        while (line.find()) {
            sums.put(line.group(2), line.group(1));
        }
        return sums;
    }
}
