package dev.waxwing.domain.planted;

import java.nio.file.Path;
import org.slf4j.Logger;

/** The domain needs a library, and files. */
public final class Borrower {
    Logger log;
    Path file;
}
