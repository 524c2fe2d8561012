package manumit.travel.mrz;

import java.util.List;
import java.util.Objects;

/// The outcome of writing a zone.
public sealed interface MrzWriting {

    /// The zone.
    ///
    /// @param lines of the format's width
    /// @param isNameTruncated whether the name did not fit
    record Written(List<String> lines, boolean isNameTruncated) implements MrzWriting {

        public Written {
            lines = List.copyOf(lines);
        }

        /// The lines, each but the last with a line feed.
        public String text() {
            return String.join("\n", lines);
        }

        /// Without the lines, which are personal data.
        @Override
        public String toString() {
            return "Written[" + lines.size() + " lines]";
        }
    }

    /// Nothing was written.
    ///
    /// @param code why
    /// @param field which field
    /// @param position character in the field's value, from 1; 0 where it is not about one
    record Refused(MrzRefusalCode code, MrzField field, int position) implements MrzWriting {

        public Refused {
            Objects.requireNonNull(code);
            Objects.requireNonNull(field);
        }
    }
}
