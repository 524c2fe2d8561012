package manumit.cli.check;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import manumit.matching.Band;

/// The closing figures of a run.
///
/// @param checked travellers answered
/// @param countByBand travellers by the band of their best candidate
/// @param rejected rows and list entries that could not be read or checked
/// @param seconds time spent on checking, without reading the lists
public record Summary(long checked, Map<Band, Long> countByBand, int rejected, double seconds) {

    public Summary {
        countByBand = Map.copyOf(countByBand);
    }

    /// For example `checked 25: strong 9, possible 6, weak 0, none 10; rejected 1; 0.4 s, 62
    /// checks/s`.
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("checked ").append(checked).append(':');
        String separator = " ";
        for (Map.Entry<Band, Long> entry : new TreeMap<>(countByBand).entrySet()) {
            text.append(separator)
                    .append(entry.getKey().code())
                    .append(' ')
                    .append(entry.getValue());
            separator = ", ";
        }
        double perSecond = seconds > 0 ? checked / seconds : 0;
        return text.append(
                        String.format(
                                Locale.ROOT,
                                "; rejected %d; %.1f s, %,.0f checks/s",
                                rejected,
                                seconds,
                                perSecond))
                .toString();
    }
}
