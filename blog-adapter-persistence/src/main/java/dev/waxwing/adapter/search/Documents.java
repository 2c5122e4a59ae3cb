package dev.waxwing.adapter.search;

import dev.waxwing.adapter.search.Languages.Language;
import dev.waxwing.application.search.SearchDocument;
import dev.waxwing.domain.post.PostId;
import java.util.UUID;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;

/** How a post is kept in the index. A change of this form needs another {@link OpenIndex#FORM}. */
final class Documents {
    static final String POST = "post";
    static final String LANGUAGE = "language";
    static final String PUBLISHED = "published";

    /** The order of posts in each part of the index: of those that match equally well, the newest is found first. */
    static final Sort NEWEST_FIRST = new Sort(new SortField(PUBLISHED, SortField.Type.LONG, true));

    private static final FieldType WORDS = words();

    private final Languages languages;

    Documents(Languages languages) {
        this.languages = languages;
    }

    static Term key(PostId post) {
        return new Term(POST, post.toString());
    }

    static PostId post(Document document) {
        return new PostId(UUID.fromString(document.get(POST)));
    }

    /** To be indexed before the next one is made: the streams of words are used again. */
    Document of(SearchDocument post) {
        Language language = languages.of(post.language());
        Document document = new Document();
        document.add(new StringField(POST, post.post().toString(), Field.Store.YES));
        document.add(new StringField(LANGUAGE, language.name(), Field.Store.NO));
        document.add(new NumericDocValuesField(PUBLISHED, post.publishedAt().toEpochMilli()));
        document.add(new StoredField(Part.TITLE.field(), post.title()));
        document.add(new StoredField(Part.TEXT.field(), post.text()));
        for (Part part : Part.values()) {
            document.add(new Field(part.field(), language.forPosts().words(part.field(), text(part, post)), WORDS));
        }
        return document;
    }

    private static String text(Part part, SearchDocument post) {
        return switch (part) {
            case TITLE -> post.title();
            case TAGS -> String.join("\n", post.tags());
            case TEXT -> post.text();
        };
    }

    /** Offsets let a match be marked without reading the text again. */
    private static FieldType words() {
        FieldType type = new FieldType();
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
        type.freeze();
        return type;
    }
}
