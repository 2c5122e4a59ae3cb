package dev.waxwing.application.library;

import dev.waxwing.application.author.AuthorQueries;
import dev.waxwing.application.author.AuthorView;
import dev.waxwing.application.site.SettingsRepository;
import dev.waxwing.domain.media.MediaAddress;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What shows a file of the library beside the posts: the profiles of the authors and the head of the blog. */
public final class OtherUses {
    private final AuthorQueries authors;
    private final SettingsRepository settings;

    @Inject
    public OtherUses(AuthorQueries authors, SettingsRepository settings) {
        this.authors = authors;
        this.settings = settings;
    }

    /** What the file is, in words such as {@code the picture of Ada}, and how much else. */
    Optional<String> of(MediaAddress file) {
        List<String> all = Stream.concat(pictures(file), logo(file)).toList();
        return all.stream().findFirst().map(first -> first + andMore(all.size() - 1));
    }

    private Stream<String> pictures(MediaAddress file) {
        return authors.all().stream()
                .map(AuthorView::profile)
                .filter(author -> file.equals(author.avatar()))
                .map(author -> "the picture of " + author.name());
    }

    private Stream<String> logo(MediaAddress file) {
        return settings.find().stream()
                .map(saved -> saved.state().settings().logo())
                .filter(logo -> logo.picture().equals(file))
                .map(logo -> "the logo of the blog");
    }

    private static String andMore(int others) {
        return switch (others) {
            case 0 -> "";
            case 1 -> ", and is shown in one more place";
            default -> ", and is shown in %d more places".formatted(others);
        };
    }
}
