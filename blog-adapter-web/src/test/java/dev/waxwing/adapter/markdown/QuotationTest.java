package dev.waxwing.adapter.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.domain.shared.LanguageTag;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class QuotationTest {
    @Test
    void the_title_of_a_work_may_be_the_link() {
        String html = new CommonMarkRenderer()
                .render("> Say so.\n>\n> — Ada, [*Letters*](https://example.org/letters), 1843", LanguageTag.ENGLISH)
                .body()
                .html();

        assertThat(html)
                .contains("<blockquote cite=\"https://example.org/letters\">")
                .contains("<figcaption>Ada, <a href=\"https://example.org/letters\"><cite>Letters</cite></a>, 1843");
    }
}
