package dev.waxwing.domain.planted;

import dev.waxwing.domain.shared.AggregateRoot;
import dev.waxwing.domain.shared.DomainEvent;
import java.time.Instant;

/** Anybody may make one, and change it. */
public class OpenAggregate extends AggregateRoot<OpenAggregate.Happened> {
    private String title = "";

    public OpenAggregate() {}

    public void setTitle(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** An event that is no record. */
    public static final class Happened implements DomainEvent {
        @Override
        public Instant at() {
            return Instant.EPOCH;
        }
    }
}
