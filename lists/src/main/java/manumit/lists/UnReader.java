package manumit.lists;

import java.io.EOFException;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import manumit.matching.BirthDate;
import manumit.matching.Country;
import manumit.matching.DocumentType;
import manumit.matching.EntityKind;
import manumit.matching.Name;
import manumit.matching.NameKind;
import manumit.matching.Particulars;
import manumit.matching.Sex;

/// The Consolidated List of the United Nations Security Council, streamed entry by entry.
///
/// Document type declarations are refused, and with them entities of every kind. Depth, number of
/// elements and length of text of one entry are limited, as is what the parser may swallow without
/// giving anything back.
final class UnReader {

    /// Most elements in one entry; the largest real one has about 400.
    private static final int MAX_ELEMENTS = 20_000;

    /// Most characters of text in one entry.
    private static final int MAX_CHARS = 1 << 20;

    private static final int MAX_DEPTH = 12;

    /// Most characters between two events of the parser: a tag with an endless attribute gives
    /// none.
    private static final long MAX_CHARS_PER_EVENT = 4 << 20;

    private static final Pattern FREE_BIRTH =
            Pattern.compile(
                    "(?i)\\b(?:born|d?p?ob)\\b(?: in| on)?\\s*[:–-]?\\s*([^;()]{0,40}?\\d{4})");

    /// Stands for bytes that could not be decoded, on the way to the parser. A private character,
    /// to tell them from U+FFFD in the list itself, which occurs.
    private static final char UNDECODED = '\ue0fe';

    private static final Pattern ENCODING =
            Pattern.compile("\\s*<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([A-Za-z0-9._-]{1,40})");

    private final Records records;
    private final Rejects rejects;

    UnReader(Records records, Rejects rejects) {
        this.records = records;
        this.rejects = rejects;
    }

    void read(InputStream in) throws IOException {
        // Decoded here: the parser's own decoder gives up the whole file for one bad byte.
        Counted counted = new Counted(new InputStreamReader(in, decoder(in)), rejects);
        XMLStreamReader xml = null;
        try {
            xml = factory().createXMLStreamReader(counted);
            entries(xml, counted);
        } catch (XMLStreamException e) {
            rejects.add(
                    e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNumber()),
                    RejectCode.XML_BROKEN,
                    "the XML ends early or is not well-formed here; the rest of the file is not"
                            + " read");
        } catch (LimitException | java.util.NoSuchElementException e) {
            rejects.add(
                    xml == null ? 0 : Math.max(0, xml.getLocation().getLineNumber()),
                    RejectCode.XML_BROKEN,
                    "an element is deeper or longer than any list needs; the rest of the file is"
                            + " not read");
        } finally {
            if (xml != null) {
                try {
                    xml.close();
                } catch (XMLStreamException e) {
                    // Nothing is held open but the stream, which the caller closes.
                }
            }
        }
    }

    /// The declared encoding, or UTF-8 where there is none or nobody knows it.
    private static CharsetDecoder decoder(InputStream in) throws IOException {
        Matcher m = ENCODING.matcher(Source.head(in));
        Charset charset = StandardCharsets.UTF_8;
        try {
            charset = m.lookingAt() ? Charset.forName(m.group(1)) : charset;
        } catch (IllegalArgumentException e) {
            // An encoding that nobody knows: its ASCII part is most likely readable.
        }
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                .replaceWith(String.valueOf(UNDECODED));
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setXMLResolver((_, _, _, _) -> {
            throw new XMLStreamException("external entities are refused");
        });
        return factory;
    }

    private void entries(XMLStreamReader xml, Counted counted) throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            counted.eventSeen();
            if (event == XMLStreamConstants.DTD) {
                rejects.add(
                        Math.max(0, xml.getLocation().getLineNumber()),
                        RejectCode.XML_DOCTYPE,
                        "a document type declaration is refused; nothing is read");
                return;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                String name = xml.getLocalName();
                if (name.equals("INDIVIDUAL") || name.equals("ENTITY")) {
                    long line = Math.max(0, xml.getLocation().getLineNumber());
                    entry(new Element.Builder(xml, counted).read(), line);
                }
            }
        }
    }

    private void entry(Element entry, long line) {
        String reference = entry.text("REFERENCE_NUMBER");
        if (reference.isEmpty()) {
            reference = entry.text("DATAID");
        }
        Entry reading = new Entry(entry, reference, line, rejects, Particulars.builder());
        records.add(
                ListFormat.UN_XML.list(),
                reference,
                entry.name().equals("INDIVIDUAL") ? reading.person() : reading.organisation(),
                line,
                rejects);
    }

    /// An entry and what was read of it.
    private record Entry(
            Element entry,
            String reference,
            long line,
            Rejects rejects,
            Particulars.Builder builder) {

        Particulars person() {
            builder.kind(EntityKind.PERSON);
            StringBuilder whole = new StringBuilder();
            for (String part : List.of("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")) {
                String text = entry.text(part);
                if (!text.isEmpty() && !text.equalsIgnoreCase("na")) {
                    whole.append(whole.isEmpty() ? "" : " ").append(text.replace(",", ""));
                }
            }
            if (NameText.isName(whole.toString())) {
                builder.name(Records.marked(Name.of(whole.toString())));
            }
            originalScript(true);
            for (Element alias : entry.children("INDIVIDUAL_ALIAS")) {
                alias(alias);
            }
            for (Element birth : entry.children("INDIVIDUAL_DATE_OF_BIRTH")) {
                birthDate(birth);
            }
            for (Element nationality : entry.children("NATIONALITY")) {
                nationality.children("VALUE").forEach(value -> nationality(value.text()));
            }
            sex();
            for (Element place : entry.children("INDIVIDUAL_PLACE_OF_BIRTH")) {
                birthPlace(place, "STREET", "CITY", "STATE_PROVINCE", "COUNTRY");
            }
            entry.children("INDIVIDUAL_DOCUMENT").forEach(this::document);
            return builder.build();
        }

        Particulars organisation() {
            builder.kind(EntityKind.ORGANISATION);
            String name = entry.text("FIRST_NAME");
            if (!name.isEmpty()) {
                NameText.others(name, NameKind.PRIMARY).forEach(builder::name);
            }
            originalScript(false);
            for (Element alias : entry.children("ENTITY_ALIAS")) {
                NameText.others(alias.text("ALIAS_NAME"), NameKind.ALIAS).forEach(builder::name);
            }
            return builder.build();
        }

        private void originalScript(boolean person) {
            String text = entry.text("NAME_ORIGINAL_SCRIPT");
            if (!text.isEmpty()) {
                (person
                                ? NameText.persons(text, NameKind.ORIGINAL_SCRIPT)
                                : NameText.others(text, NameKind.ORIGINAL_SCRIPT))
                        .forEach(builder::name);
            }
        }

        private void alias(Element alias) {
            String name = alias.text("ALIAS_NAME");
            if (name.isEmpty()) {
                return;
            }
            boolean weak = alias.text("QUALITY").equalsIgnoreCase("Low");
            NameKind kind = weak ? NameKind.WEAK_ALIAS : NameKind.ALIAS;
            NameText.persons(name, kind).forEach(builder::name);
            String note = alias.text("NOTE");
            aliasNote(note, kind);
            String date = alias.text("DATE_OF_BIRTH");
            if (!date.isEmpty()) {
                dates(date);
            }
            for (String text : List.of(name, note)) {
                Matcher born = FREE_BIRTH.matcher(text);
                while (born.find()) {
                    // Free text: what is not a date here is no loss worth a reject.
                    DateText.read(born.group(1)).dates().forEach(this::birthDate);
                }
            }
            birthPlace(alias, "CITY_OF_BIRTH", "COUNTRY_OF_BIRTH");
        }

        /// Notes beside an alias hold spellings in two forms: "original script: …", "in Arabic: …",
        /// and lists of variants, "Example Name; Example Nam".
        private void aliasNote(String note, NameKind kind) {
            int colon = note.indexOf(':');
            String rest = note.substring(colon + 1).strip();
            if (colon > 0 && !rest.isEmpty() && NameText.isForeignScript(rest)) {
                NameText.persons(rest, kind).forEach(builder::name);
            } else if (colon < 0
                    && note.indexOf(';') > 0
                    && note.chars().noneMatch(Character::isDigit)
                    && !note.startsWith("(")) {
                NameText.persons(note, kind).forEach(builder::name);
            }
        }

        private void birthDate(Element birth) {
            String type = birth.text("TYPE_OF_DATE").toUpperCase(Locale.ROOT);
            String about = type.equals("APPROXIMATELY") ? "circa " : "";
            String date = birth.text("DATE");
            String year = birth.text("YEAR");
            String from = birth.text("FROM_YEAR");
            String to = birth.text("TO_YEAR");
            String note = birth.text("NOTE");
            if (!date.isEmpty()) {
                dates(about + date);
            } else if (!from.isEmpty() && !to.isEmpty()) {
                dates(from + " to " + to);
            } else if (!year.isEmpty()) {
                // "Sep." beside a year narrows it.
                List<BirthDate> narrowed = DateText.read(note + " " + year).dates();
                if (!note.isEmpty() && !narrowed.isEmpty()) {
                    narrowed.forEach(this::birthDate);
                } else {
                    dates(about + year);
                }
            } else if (!from.isEmpty() || !to.isEmpty()) {
                dates(from + to);
            } else if (!note.isEmpty()) {
                dates(about + note);
            }
        }

        private void birthDate(BirthDate date) {
            if (!builder.build().birthDates().contains(date)) {
                builder.birthDate(date);
            }
        }

        private void dates(String text) {
            DateText dates = DateText.read(text);
            dates.dates().forEach(this::birthDate);
            if (dates.unreadable() > 0) {
                reject(RejectCode.BIRTH_DATE_UNREADABLE, "DATE_OF_BIRTH");
            }
        }

        private void nationality(String text) {
            CountryText countries = CountryText.read(text);
            countries.countries().forEach(builder::nationality);
            if (countries.unreadable() > 0) {
                reject(RejectCode.COUNTRY_UNKNOWN, "NATIONALITY");
            }
        }

        private void sex() {
            switch (entry.text("GENDER").toLowerCase(Locale.ROOT)) {
                case "" -> {}
                case "male" -> builder.sex(Sex.MALE);
                case "female" -> builder.sex(Sex.FEMALE);
                default -> reject(RejectCode.SEX_UNREADABLE, "GENDER");
            }
        }

        private void birthPlace(Element place, String... parts) {
            List<String> texts = new ArrayList<>();
            for (String part : parts) {
                String text = place.text(part);
                if (!text.isEmpty() && !text.equalsIgnoreCase("na")) {
                    texts.add(text);
                }
            }
            builder.birthPlace(String.join(", ", texts));
        }

        private void document(Element document) {
            String number = document.text("NUMBER");
            if (number.isEmpty() || number.equalsIgnoreCase("na")) {
                return;
            }
            String type =
                    document.text("TYPE_OF_DOCUMENT") + " " + document.text("TYPE_OF_DOCUMENT2");
            String country = document.text("ISSUING_COUNTRY");
            if (country.isEmpty()) {
                country = document.text("COUNTRY_OF_ISSUE");
            }
            Country issuer = Country.find(country).orElse(Country.UNKNOWN);
            if (issuer.equals(Country.UNKNOWN) && !country.isEmpty()) {
                reject(RejectCode.COUNTRY_UNKNOWN, "ISSUING_COUNTRY");
            }
            DocumentText read =
                    DocumentText.read(
                            number, DocumentText.type(type, DocumentType.UNKNOWN), issuer);
            read.documents().forEach(builder::document);
            if (read.documents().isEmpty() || read.unreadable() > 0) {
                reject(RejectCode.DOCUMENT_UNREADABLE, "NUMBER");
            }
        }

        private void reject(RejectCode code, String element) {
            rejects.add(
                    line,
                    code,
                    element
                            + " of record "
                            + Records.shown(reference)
                            + ": a part of it is not understood");
        }
    }

    /// An element with its children by name and its text, spaces collapsed.
    private record Element(String name, Map<String, List<Element>> byName, String text) {

        private static final Pattern SPACE = Pattern.compile("\\s+");

        List<Element> children(String child) {
            return byName.getOrDefault(child, List.of());
        }

        /// Text of the first such child, or the empty one.
        String text(String child) {
            List<Element> all = children(child);
            return all.isEmpty() ? "" : all.getFirst().text();
        }

        /// Reads one element whose start was just met, within the limits of an entry.
        private static final class Builder {
            private final XMLStreamReader xml;
            private final Counted counted;
            private int elements;
            private int chars;

            Builder(XMLStreamReader xml, Counted counted) {
                this.xml = xml;
                this.counted = counted;
            }

            Element read() throws XMLStreamException {
                return read(0);
            }

            private Element read(int depth) throws XMLStreamException {
                if (depth > MAX_DEPTH || ++elements > MAX_ELEMENTS) {
                    throw new LimitException();
                }
                String name = xml.getLocalName();
                Map<String, List<Element>> byName = new LinkedHashMap<>();
                StringBuilder text = new StringBuilder();
                while (true) {
                    int event = xml.next();
                    counted.eventSeen();
                    switch (event) {
                        case XMLStreamConstants.START_ELEMENT -> {
                            Element child = read(depth + 1);
                            byName.computeIfAbsent(child.name(), _ -> new ArrayList<>()).add(child);
                        }
                        case XMLStreamConstants.END_ELEMENT -> {
                            return new Element(
                                    name, byName, SPACE.matcher(text).replaceAll(" ").strip());
                        }
                        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                            chars += xml.getTextLength();
                            if (chars > MAX_CHARS) {
                                throw new LimitException();
                            }
                            text.append(
                                    xml.getTextCharacters(),
                                    xml.getTextStart(),
                                    xml.getTextLength());
                        }
                        case XMLStreamConstants.ENTITY_REFERENCE ->
                                throw new XMLStreamException(
                                        "an entity that is not declared", xml.getLocation());
                        default -> {}
                    }
                }
            }
        }
    }

    /// A stated limit was passed. Unchecked, so that it passes through the parser.
    private static final class LimitException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /// Counts what the parser swallows between two events, and reports what no charset explains.
    private static final class Counted extends FilterReader {
        private final Rejects rejects;
        private long chars;
        private boolean replaced;

        Counted(Reader in, Rejects rejects) {
            super(in);
            this.rejects = rejects;
        }

        void eventSeen() {
            chars = 0;
        }

        @Override
        public int read() throws IOException {
            char[] one = new char[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            int read;
            try {
                read = super.read(buffer, offset, length);
            } catch (EOFException | ZipException e) {
                // A gzip file cut off: the parser meets the end of the text and says so.
                return -1;
            }
            chars += read;
            if (chars > MAX_CHARS_PER_EVENT) {
                throw new LimitException();
            }
            for (int i = offset; i < offset + read; i++) {
                if (buffer[i] != UNDECODED) {
                    continue;
                }
                buffer[i] = '\ufffd';
                if (!replaced) {
                    replaced = true;
                    rejects.add(
                            0,
                            RejectCode.CHARSET_GUESSED,
                            "bytes that are not of the declared encoding were read as U+FFFD");
                }
            }
            return read;
        }
    }
}
