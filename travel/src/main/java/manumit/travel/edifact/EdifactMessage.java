package manumit.travel.edifact;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import manumit.travel.warnings.Place;
import manumit.travel.warnings.Warning;
import manumit.travel.warnings.WarningCode;

/// One message, from UNH to UNT, cut into segments.
public final class EdifactMessage {

    private final Envelope envelope;
    private final Tokens tokens;
    private final List<Segment> segments;
    private final List<Warning> warnings = new ArrayList<>();

    EdifactMessage(Envelope envelope, Tokens tokens) {
        this.envelope = envelope;
        this.tokens = tokens;
        List<Segment> views = new ArrayList<>(tokens.segments());
        for (int i = 0; i < tokens.segments(); i++) {
            views.add(new Segment(tokens, i));
        }
        this.segments = Collections.unmodifiableList(views);
    }

    /// The interchange around it; {@link Envelope#NONE} where it is missing.
    public Envelope envelope() {
        return envelope;
    }

    /// All segments in order, UNH first; UNT last, unless it is missing.
    public List<Segment> segments() {
        return segments;
    }

    /// UNH.
    public Segment header() {
        return segments.getFirst();
    }

    /// Six letters, for example `PAXLST`.
    public String type() {
        return header().text(2, 0);
    }

    /// Version and release, for example `D:05B`.
    public String version() {
        return header().text(2, 1) + ":" + header().text(2, 2);
    }

    /// UNH 0062.
    public String reference() {
        return header().text(1);
    }

    /// UNH 0068, which parts of one series share; empty if absent.
    public String accessReference() {
        return header().text(3);
    }

    /// Number of this part in its series as written (UNH S010, first component); empty if absent.
    public String sequence() {
        return header().text(4, 0);
    }

    /// `C` for the first part, `F` for the last or only one; empty if absent.
    public String sequenceMark() {
        return header().text(4, 1);
    }

    public Place place() {
        return header().place();
    }

    /// Where an input repeats a message, this repeats too: SHA-256 over the segments between UNH
    /// and UNT, in hexadecimal.
    public String bodyDigest() {
        return tokens.bodyDigest();
    }

    /// The message as written. A copy.
    public byte[] raw() {
        return tokens.raw();
    }

    /// What is odd in envelope and syntax. The list grows until the message is handed on.
    public List<Warning> warnings() {
        return Collections.unmodifiableList(warnings);
    }

    void warn(WarningCode code, Place place, String text) {
        warnings.add(new Warning(code, place, text));
    }

    /// Type and place: a message holds personal data.
    @Override
    public String toString() {
        return type() + " at " + place();
    }
}
