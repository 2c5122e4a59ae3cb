package dev.waxwing.application.shared;

import java.util.UUID;

/** Port: identities that no two things share; best ordered by time (UUID version 7, RFC 9562), which keeps indexes small. */
@FunctionalInterface
public interface IdGenerator {
    UUID next();
}
