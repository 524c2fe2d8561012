package manumit.travel.warnings;

/// Where something stands in the input.
///
/// @param segment number of the segment in its message, the header being 1; 0 outside a message
/// @param byteOffset offset in the input, from 0
/// @param line line in the input, from 1
public record Place(int segment, long byteOffset, int line) {

    public Place {
        if (segment < 0 || byteOffset < 0 || line < 1) {
            throw new IllegalArgumentException(
                    "segment " + segment + ", byteOffset " + byteOffset + ", line " + line);
        }
    }

    @Override
    public String toString() {
        return "segment " + segment + ", line " + line + ", byte " + byteOffset;
    }
}
