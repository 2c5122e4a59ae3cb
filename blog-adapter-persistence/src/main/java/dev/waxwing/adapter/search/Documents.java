package dev.waxwing.adapter.search;

import dev.waxwing.application.search.SearchDocument;
import dev.waxwing.domain.post.PostId;
import java.util.UUID;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;

/** How a post is kept in the index. A change of this form needs a new {@link OpenIndex#FORM}. */
final class Documents {
    static final String POST = "post";
    static final String STEMS = "stems";
    static final String PUBLISHED = "published";

    private static final FieldType WORDS = markable(Field.Store.YES);
    private static final FieldType STEMMED = markable(Field.Store.NO);

    private final Stemming stemming;

    Documents(Stemming stemming) {
        this.stemming = stemming;
    }

    static Term key(PostId post) {
        return new Term(POST, post.toString());
    }

    static PostId post(Document document) {
        return new PostId(UUID.fromString(document.get(POST)));
    }

    /** To be indexed before the next one is made: token streams are used again. */
    Document of(SearchDocument post) {
        Document document = new Document();
        document.add(new StringField(POST, post.post().toString(), Field.Store.YES));
        document.add(new NumericDocValuesField(PUBLISHED, post.publishedAt().toEpochMilli()));
        document.add(new Field(Part.TITLE.words(), post.title(), WORDS));
        document.add(new Field(Part.TEXT.words(), post.text(), WORDS));
        post.tags().forEach(tag -> document.add(new TextField(Part.TAGS.words(), tag, Field.Store.NO)));
        Stemming.nameOf(post.language()).ifPresent(name -> addStems(document, name, post));
        return document;
    }

    private void addStems(Document document, String name, SearchDocument post) {
        document.add(new StringField(STEMS, name, Field.Store.NO));
        Analyzer stems = stemming.of(name);
        for (Part part : Part.values()) {
            String field = part.stems();
            document.add(new Field(field, stems.tokenStream(field, text(part, post)), STEMMED));
        }
    }

    private static String text(Part part, SearchDocument post) {
        return switch (part) {
            case TITLE -> post.title();
            case TAGS -> String.join("\n", post.tags());
            case TEXT -> post.text();
        };
    }

    /** Offsets let a match be marked without reading the text again. */
    private static FieldType markable(Field.Store store) {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setStored(store == Field.Store.YES);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
        type.freeze();
        return type;
    }
}
