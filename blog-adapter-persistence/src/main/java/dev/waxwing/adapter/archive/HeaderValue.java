package dev.waxwing.adapter.archive;

import java.util.List;
import java.util.Map;

/** A value in a post's header, in the one shape that YAML, TOML, JSON and Pelican share; lines count from 1. */
sealed interface HeaderValue {
    int line();

    /** Numbers, dates and truth values stay as they were written: a tag 1.10 is not 1.1. */
    record Text(String text, int line) implements HeaderValue {}

    record Many(List<HeaderValue> items, int line) implements HeaderValue {}

    record Table(Map<String, HeaderValue> entries, int line) implements HeaderValue {}

    record Nothing(int line) implements HeaderValue {}
}
