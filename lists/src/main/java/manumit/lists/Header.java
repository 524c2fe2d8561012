package manumit.lists;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Columns by name. Names are compared without case, spaces and hyphens being underscores.
final class Header {

    private final Map<String, Integer> columns = new HashMap<>();
    private final int size;

    Header(List<String> names) {
        for (int i = 0; i < names.size(); i++) {
            columns.putIfAbsent(normal(names.get(i)), i);
        }
        size = names.size();
    }

    static String normal(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
    }

    int size() {
        return size;
    }

    boolean has(String name) {
        return columns.containsKey(name);
    }

    /// The cell of a row, or the empty text where the column or the cell is missing.
    String cell(List<String> row, String name) {
        Integer column = columns.get(normal(name));
        return column == null || column >= row.size() ? "" : row.get(column);
    }
}
