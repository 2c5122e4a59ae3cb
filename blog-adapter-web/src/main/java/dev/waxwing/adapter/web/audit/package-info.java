/** The pages of the audit trail. */
@NullMarked
package dev.waxwing.adapter.web.audit;

import org.jspecify.annotations.NullMarked;
