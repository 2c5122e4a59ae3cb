/** The network edge: the reading site over HTTP. {@link dev.waxwing.adapter.web.WebServer} puts it together. */
@NullMarked
package dev.waxwing.adapter.web;

import org.jspecify.annotations.NullMarked;
