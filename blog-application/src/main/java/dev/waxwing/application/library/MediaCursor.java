package dev.waxwing.application.library;

import dev.waxwing.domain.media.MediaAddress;
import java.time.Instant;

/** The place of a file in the library, newest first; files of one instant are ordered by their address. */
public record MediaCursor(Instant at, MediaAddress address) {}
