import org.jspecify.annotations.NullMarked;

/** The blog's model: aggregates, values and events. Needs nothing but the JDK's own base. */
@NullMarked
module dev.waxwing.domain {
    requires static org.jspecify;

    exports dev.waxwing.domain.account;
    exports dev.waxwing.domain.author;
    exports dev.waxwing.domain.library;
    exports dev.waxwing.domain.media;
    exports dev.waxwing.domain.post;
    exports dev.waxwing.domain.redirect;
    exports dev.waxwing.domain.shared;
    exports dev.waxwing.domain.site;
    exports dev.waxwing.domain.tag;
    exports dev.waxwing.domain.token;
}
