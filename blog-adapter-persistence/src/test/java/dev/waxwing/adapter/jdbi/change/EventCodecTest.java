package dev.waxwing.adapter.jdbi.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waxwing.domain.account.AccountId;
import dev.waxwing.domain.account.EmailAddress;
import dev.waxwing.domain.account.Role;
import dev.waxwing.domain.author.AuthorId;
import dev.waxwing.domain.media.MediaAddress;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostEvent;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.post.PreviewId;
import dev.waxwing.domain.post.TranslationGroup;
import dev.waxwing.domain.redirect.RedirectEvent;
import dev.waxwing.domain.redirect.SitePath;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.DomainEvent;
import dev.waxwing.domain.shared.Slug;
import dev.waxwing.domain.site.Settings;
import dev.waxwing.domain.tag.TagId;
import dev.waxwing.domain.token.ApiTokenId;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EventCodecTest {
    private static final Instant AT = Instant.parse("2026-03-01T12:00:00.123456Z");
    private static final PostId POST = new PostId(UUID.fromString("00000000-0000-7000-8000-000000000001"));

    /** Every event of the model, found among its classes, so that none can be forgotten here. */
    static Stream<Class<?>> events() throws IOException, URISyntaxException {
        URI home = DomainEvent.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI();
        Path place = Path.of(home);
        if (Files.isDirectory(place)) {
            return eventsBelow(place).stream();
        }
        try (FileSystem jar = FileSystems.newFileSystem(place)) {
            return eventsBelow(jar.getPath("/")).stream();
        }
    }

    private static List<Class<?>> eventsBelow(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(file -> root.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && name.contains("$"))
                    .map(name ->
                            name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                    .<Class<?>>map(EventCodecTest::load)
                    .filter(DomainEvent.class::isAssignableFrom)
                    .toList();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void every_event_is_read_as_it_was_written(Class<?> kind) throws ReflectiveOperationException {
        for (int filling = 0; filling < 3; filling++) {
            DomainEvent event = sample(kind, filling);

            EventCodec.Encoded encoded = EventCodec.encode(event);

            assertThat(encoded.payload()).doesNotContain("at=");
            assertThat(EventCodec.decode(encoded, AT)).isEqualTo(event);
        }
    }

    @Test
    void there_are_events_to_test() throws IOException, URISyntaxException {
        assertThat(events())
                .contains(PostEvent.Published.class, RedirectEvent.Removed.class)
                .hasSizeGreaterThan(20);
    }

    @Test
    void what_is_stored_can_be_read_by_people() {
        EventCodec.Encoded moved = EventCodec.encode(new PostEvent.Moved(POST, new Slug("old"), new Slug("大きさ"), AT));

        assertThat(moved)
                .isEqualTo(new EventCodec.Encoded(
                        "Post.Moved", "00000000-0000-7000-8000-000000000001", "from=old\nto=大きさ"));
    }

    @Test
    void what_is_stored_today_is_readable_for_ever() {
        assertThat(EventCodec.decode(
                        new EventCodec.Encoded(
                                "Post.Tagged",
                                POST.toString(),
                                "before=\nafter=00000000-0000-7000-8000-000000000002,00000000-0000-7000-8000-000000000003"),
                        AT))
                .isEqualTo(new PostEvent.Tagged(
                        POST,
                        List.of(),
                        List.of(
                                new TagId(UUID.fromString("00000000-0000-7000-8000-000000000002")),
                                new TagId(UUID.fromString("00000000-0000-7000-8000-000000000003"))),
                        AT));
        assertThat(EventCodec.decode(new EventCodec.Encoded("Redirect.Added", "/a\\,b", ""), AT))
                .isEqualTo(new RedirectEvent.Added(new SitePath("/a,b"), AT));
    }

    @Test
    void letters_with_a_meaning_stay_what_they_are() {
        for (String path : List.of("/a,b", "/a=b", "/ ", "/,", "/a,,b,", "/n=", "/漢字🦜")) {
            RedirectEvent.Added event = new RedirectEvent.Added(new SitePath(path), AT);

            assertThat(EventCodec.decode(EventCodec.encode(event), AT)).isEqualTo(event);
        }
        assertThat(EventText.read(EventText.of(List.of("a,b", "c\\,d", "\n", "\\n")), listOf(String.class)))
                .isEqualTo(List.of("a,b", "c\\,d", "\n", "\\n"));
    }

    @Test
    void an_event_of_a_newer_program_is_refused_by_name() {
        assertThatThrownBy(() -> EventCodec.decode(new EventCodec.Encoded("Post.Sung", "x", ""), AT))
                .isInstanceOf(BlogException.Unavailable.class)
                .hasMessageContaining("Post.Sung");
    }

    @Test
    void an_event_that_is_damaged_is_refused_by_name() {
        for (EventCodec.Encoded damaged : List.of(
                new EventCodec.Encoded("Post.Published", "no identity", "slug=hello"),
                new EventCodec.Encoded("Post.Published", POST.toString(), ""),
                new EventCodec.Encoded("Post.Published", POST.toString(), "slug=Not A Slug"),
                new EventCodec.Encoded("Post.Revised", POST.toString(), "revision=many"))) {
            assertThatThrownBy(() -> EventCodec.decode(damaged, AT))
                    .isInstanceOf(BlogException.Unavailable.class)
                    .hasMessageContaining(damaged.type());
        }
    }

    private static DomainEvent sample(Class<?> kind, int filling) throws ReflectiveOperationException {
        RecordComponent[] components = kind.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Arrays.stream(components)
                .map(component -> component.getName().equals("at") ? AT : value(component.getGenericType(), filling))
                .toArray();
        return (DomainEvent) kind.getDeclaredConstructor(types).newInstance(values);
    }

    private static Object value(Type type, int filling) {
        if (type instanceof ParameterizedType list) {
            Type element = list.getActualTypeArguments()[0];
            return IntStream.range(0, filling).mapToObj(n -> value(element, n)).toList();
        }
        UUID id = new UUID(0x7000L << filling, -filling);
        return switch (type.getTypeName().replaceAll(".*\\.", "")) {
            case "AccountId" -> new AccountId(id);
            case "EmailAddress" -> new EmailAddress("ada+%d@example.org".formatted(filling));
            case "Role" -> Role.values()[filling];
            case "PostId" -> new PostId(id);
            case "TranslationGroup" -> new TranslationGroup(id);
            case "PreviewId" -> new PreviewId(id);
            case "Post$Status" -> Post.Status.values()[filling];
            case "Settings$Part" -> Settings.Part.values()[filling];
            case "ApiTokenId" -> new ApiTokenId(id);
            case "TagId" -> new TagId(id);
            case "AuthorId" -> new AuthorId(id);
            case "MediaAddress" -> new MediaAddress("/media/" + "0123456789abcdef".repeat(2) + ".pdf");
            case "String" -> "One, \\two\nand \"ü\" =" + filling;
            case "Slug" -> new Slug(filling == 1 ? "größe-大きさ" : "slug-" + filling);
            case "SitePath" -> new SitePath("/old, older/" + filling + "=ü\"'");
            case "Instant" -> AT.plusSeconds(filling);
            case "int" -> 7 * filling;
            default -> throw new IllegalArgumentException("Teach this test what a " + type + " looks like");
        };
    }

    private static ParameterizedType listOf(Class<?> element) {
        return new ParameterizedType() {
            @Override
            public Type[] getActualTypeArguments() {
                return new Type[] {element};
            }

            @Override
            public Type getRawType() {
                return List.class;
            }

            @Override
            public Type getOwnerType() {
                return List.class;
            }
        };
    }
}
