package dev.waxwing.domain.shared;

import java.util.ArrayList;
import java.util.List;

/** The entry point of a consistency boundary; it remembers what happened until a repository saves it. */
public abstract class AggregateRoot<E extends DomainEvent> {
    private final List<E> pending = new ArrayList<>();

    protected final void raise(E event) {
        pending.add(event);
    }

    /** Hands the pending events over, once, in the order they happened. Only repositories call this. */
    public final List<E> drainEvents() {
        List<E> drained = List.copyOf(pending);
        pending.clear();
        return drained;
    }
}
