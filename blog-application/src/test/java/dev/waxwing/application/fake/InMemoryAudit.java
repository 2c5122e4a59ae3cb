package dev.waxwing.application.fake;

import dev.waxwing.application.audit.AuditEntry;
import dev.waxwing.application.audit.AuditQueries;
import dev.waxwing.application.audit.AuditTrail;
import dev.waxwing.application.audit.Occasion;
import dev.waxwing.domain.shared.DomainEvent;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The audit trail in memory. */
public final class InMemoryAudit implements AuditTrail, AuditQueries {
    private final InMemoryBlog blog;

    InMemoryAudit(InMemoryBlog blog) {
        this.blog = blog;
    }

    @Override
    public void record(String act, String subject, Instant at) {
        write(act, subject, "", at);
    }

    @Override
    public List<AuditEntry> latest(long before, int limit) {
        return blog.read(stored -> stored.audit.stream()
                .filter(entry -> entry.number() < before)
                .sorted(Comparator.comparing(AuditEntry::number).reversed())
                .limit(limit)
                .map(entry -> entry.called(name(stored, entry.subject())))
                .toList());
    }

    private static String name(InMemoryBlog.Tables stored, String subject) {
        return Stream.of(
                        stored.posts.values().stream()
                                .filter(post -> post.id().toString().equals(subject))
                                .map(post -> post.revision().content().title().value()),
                        stored.accounts.values().stream()
                                .filter(account -> account.id().toString().equals(subject))
                                .map(account -> account.person().name()),
                        stored.authors.values().stream()
                                .filter(author -> author.id().toString().equals(subject))
                                .map(author -> author.profile().name()),
                        stored.tags.values().stream()
                                .filter(tag -> tag.id().toString().equals(subject))
                                .map(tag -> tag.name().value()))
                .flatMap(names -> names)
                .findFirst()
                .orElse("");
    }

    void record(DomainEvent event) {
        RecordComponent[] components = event.getClass().getRecordComponents();
        String family = event.getClass().getEnclosingClass().getSimpleName().replaceAll("Event$", "");
        String detail = Arrays.stream(components)
                .skip(1)
                .filter(component -> !component.getName().equals("at"))
                .map(component -> component.getName() + "=" + value(component, event))
                .collect(Collectors.joining("\n"));
        write(family + "." + event.getClass().getSimpleName(), value(components[0], event), detail, event.at());
    }

    private void write(String act, String subject, String detail, Instant at) {
        blog.write(stored -> stored.audit.add(
                new AuditEntry(stored.audit.size() + 1, at, Occasion.current(), act, subject, "", detail)));
    }

    private static String value(RecordComponent component, Object owner) {
        try {
            return String.valueOf(component.getAccessor().invoke(owner));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The components of events are public", e);
        }
    }
}
