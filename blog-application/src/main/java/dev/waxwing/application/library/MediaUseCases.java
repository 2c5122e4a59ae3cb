package dev.waxwing.application.library;

import dev.waxwing.application.author.AuthorQueries;
import dev.waxwing.application.media.MediaStore;
import dev.waxwing.application.shared.UnitOfWork;
import dev.waxwing.application.site.SettingsRepository;
import java.time.Clock;

/** Everything that can be done with the library, wired by hand: for embedding, for tests and for the bootstrap. */
public record MediaUseCases(
        UploadMedia upload, DescribeMedia describe, RemoveMedia remove, ListMediaUses uses, MediaQueries queries) {

    public static MediaUseCases of(
            MediaStore store,
            MediaRepository library,
            MediaQueries queries,
            AuthorQueries authors,
            SettingsRepository settings,
            UnitOfWork work,
            Clock clock) {
        OtherUses others = new OtherUses(authors, settings);
        return new MediaUseCases(
                new UploadMedia(store, library, work, clock),
                new DescribeMedia(library, work, clock),
                new RemoveMedia(library, others, work, clock),
                new ListMediaUses(library, others),
                queries);
    }
}
