import org.jspecify.annotations.NullMarked;

/** What the blog can do (use cases) and what it needs for that (ports). */
@NullMarked
module dev.waxwing.application {
    requires transitive dev.waxwing.domain;
    requires jakarta.inject;
    requires static org.jspecify;

    exports dev.waxwing.application.account;
    exports dev.waxwing.application.archive;
    exports dev.waxwing.application.audit;
    exports dev.waxwing.application.author;
    exports dev.waxwing.application.backup;
    exports dev.waxwing.application.change;
    exports dev.waxwing.application.library;
    exports dev.waxwing.application.media;
    exports dev.waxwing.application.post;
    exports dev.waxwing.application.publication;
    exports dev.waxwing.application.redirect;
    exports dev.waxwing.application.search;
    exports dev.waxwing.application.shared;
    exports dev.waxwing.application.site;
    exports dev.waxwing.application.tag;
    exports dev.waxwing.application.throttle;
    exports dev.waxwing.application.token;
    exports dev.waxwing.application.upkeep;
}
