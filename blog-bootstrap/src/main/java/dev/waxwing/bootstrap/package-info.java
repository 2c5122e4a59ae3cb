/** The composition root: reads the configuration, wires the adapters to the use cases, and is the command line. */
@NullMarked
package dev.waxwing.bootstrap;

import org.jspecify.annotations.NullMarked;
