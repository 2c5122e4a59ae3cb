package dev.waxwing.adapter.web.finished;

import java.time.Duration;

/**
 * A finished page that was sent before the site heard of the request.
 *
 * @param number of the request
 * @param route such as {@code /tags/{slug}}
 * @param bytes of the body
 * @param took from when the request was there as a whole until its answer was handed over
 */
public record SentPage(String number, String route, int status, long bytes, Duration took) {}
