package dev.waxwing.application.archive;

import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.redirect.SitePath;
import java.util.List;
import java.util.Optional;

/**
 * What became of one file.
 *
 * @param address where readers find it now
 * @param status of the post, if it is one
 * @param redirects the former addresses that lead there
 * @param notes at least one if it was left out
 */
public record Settled(
        String source,
        Outcome outcome,
        Optional<SitePath> address,
        Optional<Post.Status> status,
        List<SitePath> redirects,
        List<Note> notes) {

    /** How a file may end. */
    public enum Outcome {
        /** It became a post. */
        IMPORTED,
        /** It had become a post, redirect or medium before, and nothing about it has changed. */
        UNCHANGED,
        /** Its post was brought up to date. */
        REVISED,
        /** Its addresses lead elsewhere now. */
        REDIRECT,
        /** It was stored for the posts that show it. */
        MEDIA,
        /** It is no post by the habits of blogs. */
        NO_POST,
        /** It should have become part of the blog and could not; the notes say why. */
        REFUSED
    }

    public Settled {
        redirects = List.copyOf(redirects);
        notes = List.copyOf(notes);
    }

    static Settled leftOut(LeftOut file) {
        return new Settled(
                file.source(),
                file.cause() == LeftOut.Cause.NO_POST ? Outcome.NO_POST : Outcome.REFUSED,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(new Note(file.line(), file.reason())));
    }

    static Settled refused(String source, int line, String reason) {
        return leftOut(new LeftOut(source, LeftOut.Cause.REFUSED, line, reason));
    }
}
