package dev.waxwing.application.planted;

import java.nio.file.Path;
import org.slf4j.Logger;

/** The application needs a library, and files. */
public final class Borrower {
    Logger log;
    Path file;
}
