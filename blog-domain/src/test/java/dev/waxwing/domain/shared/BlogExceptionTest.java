package dev.waxwing.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.domain.shared.BlogException.Kind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BlogExceptionTest {
    private static final Throwable CAUSE = new IllegalStateException("disk full");

    @Test
    void every_refusal_says_its_kind() {
        List<BlogException> refusals = List.of(
                new BlogException.NotFound("post", 7),
                new BlogException.Invalid("title", "Too long"),
                new BlogException.Conflict("Too late"),
                new BlogException.Forbidden("Not you"),
                new BlogException.TooOften(Duration.ofMillis(1_001)),
                new BlogException.Full("The disk is full"),
                new BlogException.Unavailable("Not now", CAUSE));

        assertThat(refusals).extracting(BlogException::kind).containsExactly(Kind.values());
        assertThat(refusals)
                .extracting(BlogException::getMessage)
                .containsExactly(
                        "There is no post 7",
                        "Too long",
                        "Too late",
                        "Not you",
                        "That was too often; try again in 2 seconds",
                        "The disk is full",
                        "Not now");
    }

    @Test
    void something_unavailable_keeps_its_cause_for_the_operator() {
        assertThat(new BlogException.Unavailable("Not now", CAUSE)).hasCause(CAUSE);
    }

    @Test
    void something_invalid_names_the_field_to_correct() {
        assertThat(new BlogException.Invalid("title", "Too long").field()).isEqualTo("title");
    }
}
