package dev.waxwing.adapter.web.feed;

import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes XML 1.0 in which every character is allowed, so that a stray one in a post never breaks a feed. */
final class FeedXml {
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newInstance();

    private static final DateTimeFormatter RFC_822 =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    private final XMLStreamWriter xml;

    private FeedXml(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** Writes a document. */
    @FunctionalInterface
    interface Document {
        void write(FeedXml xml) throws XMLStreamException;
    }

    static String write(String styleSheet, Document document) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = FACTORY.createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeProcessingInstruction("xml-stylesheet", "type=\"text/css\" href=\"" + styleSheet + "\"");
            document.write(new FeedXml(xml));
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A feed cannot be written", e);
        }
        return text.toString();
    }

    void open(String name, String... attributes) throws XMLStreamException {
        xml.writeStartElement(name);
        attributes(attributes);
    }

    void close() throws XMLStreamException {
        xml.writeEndElement();
    }

    void empty(String name, String... attributes) throws XMLStreamException {
        xml.writeEmptyElement(name);
        attributes(attributes);
    }

    void element(String name, String text, String... attributes) throws XMLStreamException {
        open(name, attributes);
        xml.writeCharacters(allowed(text));
        close();
    }

    private void attributes(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            xml.writeAttribute(attributes[i], allowed(attributes[i + 1]));
        }
    }

    /** Such as {@code 2026-03-01T12:00:00Z} (RFC 3339). */
    static String rfc3339(Instant at) {
        return DateTimeFormatter.ISO_INSTANT.format(at.truncatedTo(ChronoUnit.SECONDS));
    }

    /** Such as {@code Sun, 01 Mar 2026 12:00:00 GMT} (RFC 822 as RSS wants it). */
    static String rfc822(Instant at) {
        return RFC_822.format(at.atOffset(ZoneOffset.UTC));
    }

    /** The text without what XML cannot hold (XML 1.0, section 2.2). */
    static String allowed(String text) {
        if (isPlain(text)) {
            return text;
        }
        StringBuilder allowed = new StringBuilder(text.length());
        text.codePoints().filter(FeedXml::isAllowed).forEach(allowed::appendCodePoint);
        return allowed.toString();
    }

    /** Whole posts are looked through, letter by letter; hardly one has any that must be looked at closely. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (Character.isSurrogate(letter) || !isAllowed(letter)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAllowed(int letter) {
        return letter == '\t'
                || letter == '\n'
                || letter == '\r'
                || (letter >= 0x20 && letter <= 0xD7FF)
                || (letter >= 0xE000 && letter <= 0xFFFD)
                || letter >= 0x10000;
    }
}
