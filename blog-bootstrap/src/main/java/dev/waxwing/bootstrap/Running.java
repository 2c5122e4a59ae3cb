package dev.waxwing.bootstrap;

import java.time.Instant;

/**
 * A server that runs.
 *
 * @param address where readers find it
 * @param memory in bytes: what Java may use of it for objects
 */
record Running(String version, String java, Instant since, String address, long memory) {}
