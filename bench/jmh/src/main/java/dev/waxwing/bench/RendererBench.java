package dev.waxwing.bench;

import dev.waxwing.adapter.markdown.CommonMarkRenderer;
import dev.waxwing.application.post.MarkdownRenderer;
import dev.waxwing.domain.shared.LanguageTag;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the HTML of a post costs: with limits, typography, cleaning and presentation, and with the library beneath them alone.
 * Both know the same syntax of GitHub.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 10, time = 3)
@Measurement(iterations = 5, time = 3)
public class RendererBench {
    private static final List<Extension> GITHUB = List.of(
            TablesExtension.create(),
            StrikethroughExtension.create(),
            TaskListItemsExtension.create(),
            FootnotesExtension.create(),
            AutolinkExtension.create());

    private final Texts texts = Texts.in(Path.of("blog-bootstrap/src/main/resources/demo"));
    private final MarkdownRenderer waxwing = new CommonMarkRenderer();
    private final Parser parser = Parser.builder().extensions(GITHUB).build();
    private final HtmlRenderer renderer =
            HtmlRenderer.builder().extensions(GITHUB).build();

    @Benchmark
    public String ours() {
        return waxwing.render(texts.next(), LanguageTag.ENGLISH).body().html();
    }

    @Benchmark
    public String commonmark() {
        return renderer.render(parser.parse(texts.next()));
    }
}
