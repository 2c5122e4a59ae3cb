package dev.waxwing.adapter.web.shared;

import java.util.Set;

/** A form in which somebody writes at length, as its feature has it: what is refused of it comes back to them. */
public interface LongForm {
    /** Where what is new is sent; what is there already has an address below it. */
    String address();

    /** The field of the title. */
    String title();

    /** The field of the text. */
    String text();

    /** The fields that are kept with the words when they become something new. */
    Set<String> keptFields();
}
