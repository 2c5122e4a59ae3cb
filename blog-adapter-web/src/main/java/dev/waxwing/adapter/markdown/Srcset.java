package dev.waxwing.adapter.markdown;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.internal.StringUtil;

/** Pictures of one subject in several sizes, as the attribute {@code srcset} lists them. */
record Srcset(List<Candidate> candidates) {
    private static final Pattern DESCRIPTOR = Pattern.compile("\\d{1,5}w|\\d{1,2}(\\.\\d{1,2})?x|");

    /** One size. */
    record Candidate(String address, String descriptor) {
        static Stream<Candidate> parse(String text) {
            String[] parts = text.strip().split("\\s+");
            String descriptor = parts.length > 1 ? parts[1] : "";
            Optional<String> address = Addresses.picture(parts[0]);
            return DESCRIPTOR.matcher(descriptor).matches()
                    ? address.map(written -> new Candidate(written, descriptor)).stream()
                    : Stream.empty();
        }

        private boolean isLocal() {
            return !Addresses.isRemote(address);
        }

        @Override
        public String toString() {
            return descriptor.isEmpty() ? address : address + " " + descriptor;
        }
    }

    /** Leaves out what is not an address that a text may show. */
    static Srcset parse(String value) {
        return new Srcset(Arrays.stream(value.split(",(?=\\s)|,$"))
                .flatMap(Candidate::parse)
                .toList());
    }

    /** Those alone that a page may load. */
    Srcset local() {
        return new Srcset(candidates.stream().filter(Candidate::isLocal).toList());
    }

    Srcset resolved(URI page) {
        return new Srcset(candidates.stream()
                .map(candidate ->
                        new Candidate(StringUtil.resolve(page.toString(), candidate.address), candidate.descriptor))
                .toList());
    }

    @Override
    public String toString() {
        return candidates.stream().map(Candidate::toString).collect(Collectors.joining(", "));
    }
}
