package dev.waxwing.adapter.web.finished;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.waxwing.adapter.web.shared.RequestNumber;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.DateGenerator;
import org.eclipse.jetty.http.HttpStatus;

/** The first lines of the answers of one second: the status, the date and the number of the request. */
final class Opening {
    private static volatile Opening latest = new Opening(0);

    private final long second;
    private final byte[] whole;
    private final byte[] unchanged;

    private Opening(long second) {
        this.second = second;
        whole = lines(HttpStatus.OK_200, second);
        unchanged = lines(HttpStatus.NOT_MODIFIED_304, second);
    }

    private static byte[] lines(int status, long second) {
        return "HTTP/1.1 %d %s\r\nDate: %s\r\n%s: "
                .formatted(
                        status,
                        HttpStatus.getMessage(status),
                        DateGenerator.formatDate(second * 1_000),
                        RequestNumber.HEADER)
                .getBytes(US_ASCII);
    }

    static Opening now() {
        long second = System.currentTimeMillis() / 1_000;
        Opening known = latest;
        if (known.second == second) {
            return known;
        }
        Opening next = new Opening(second);
        latest = next;
        return next;
    }

    ByteBuffer lines(int status, String number) {
        byte[] lines = status == HttpStatus.OK_200 ? whole : unchanged;
        return ByteBuffer.allocate(lines.length + number.length() + 2)
                .put(lines)
                .put(number.getBytes(US_ASCII))
                .put((byte) '\r')
                .put((byte) '\n')
                .flip();
    }
}
