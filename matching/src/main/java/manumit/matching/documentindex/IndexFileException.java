package manumit.matching.documentindex;

import java.nio.file.Path;

/// The file of an index cannot be used. The message names the file, what is wrong and the remedy.
public final class IndexFileException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /// What is wrong. Codes are stable.
    public enum Code {
        /// The file is something else.
        FOREIGN("index-foreign", "name a file written by Manumit's document index"),
        /// The file was written by a later version.
        NEWER("index-newer", "update Manumit, or build the index again from its source"),
        /// Numbers were folded by other rules than today's.
        OTHER_FOLD("index-other-fold", "build the index again from its source"),
        /// The file ends early.
        TRUNCATED("index-truncated", "copy the file again, or build it again from its source"),
        /// A checksum or a value does not hold.
        DAMAGED("index-damaged", "copy the file again, or build it again from its source");

        private final String code;
        private final String remedy;

        Code(String code, String remedy) {
            this.code = code;
            this.remedy = remedy;
        }

        /// As printed, for example `index-damaged`.
        public String code() {
            return code;
        }
    }

    private final Code code;

    IndexFileException(Path file, Code code, String what) {
        super(file + ": " + code.code + ": " + what + "; " + code.remedy);
        this.code = code;
    }

    public Code code() {
        return code;
    }
}
