package dev.waxwing.application.post;

import dev.waxwing.domain.post.Content;

/** Makes content of what an author hands in. */
final class Contents {
    private Contents() {}

    static Content of(Draft draft, MarkdownRenderer renderer) {
        return new Content(
                draft.title(),
                renderer.render(draft.markdown(), draft.language()).body(),
                draft.excerpt(),
                draft.cover(),
                draft.language(),
                draft.canonical());
    }
}
