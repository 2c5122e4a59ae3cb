package dev.waxwing.application.post;

import dev.waxwing.domain.shared.Slug;
import java.time.Instant;

/** A published post as a sitemap lists it. */
public record PostAddress(Slug slug, Instant updatedAt) {}
