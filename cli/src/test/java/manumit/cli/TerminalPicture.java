package manumit.cli;

import java.util.List;
import java.util.Locale;

/// A picture (SVG) of text on a terminal, readable on light and on dark pages.
final class TerminalPicture {

    private static final int WIDTH = 880;
    private static final int LINE_HEIGHT = 19;
    private static final int TOP = 58;
    private static final int LEFT = 24;

    private TerminalPicture() {}

    /// @param command shown after the prompt
    /// @param lines what it prints, or a part of that; lines that begin with `#` are comments, a
    ///   band at the beginning of a line stands out
    static String of(String command, List<String> lines) {
        StringBuilder svg = new StringBuilder();
        int height = TOP + LINE_HEIGHT * (lines.size() + 3);
        svg.append(
                String.format(
                        Locale.ROOT,
                        """
                        <svg xmlns="http://www.w3.org/2000/svg" xml:space="preserve" viewBox="0 0 %1$d %2$d" \
                        width="%1$d" height="%2$d" role="img" aria-label="Output of %3$s">
                        <style>
                          .sheet { fill: #f6f8fa; stroke: #d0d7de; }
                          text { font: 13.5px ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, \
                        monospace; fill: #1f2328; white-space: pre; }
                          .prompt, .strong { font-weight: bold; }
                          .strong { fill: #b42318; }
                          .possible { fill: #9a5b00; font-weight: bold; }
                          .none { fill: #1a7f37; font-weight: bold; }
                          .comment { fill: #59636e; }
                          @media (prefers-color-scheme: dark) {
                            .sheet { fill: #161b22; stroke: #3d444d; }
                            text { fill: #e6edf3; }
                            .strong { fill: #ff9b8f; }
                            .possible { fill: #e3b341; }
                            .none { fill: #56d364; }
                            .comment { fill: #9198a1; }
                          }
                        </style>
                        <rect class="sheet" x="1" y="1" width="%4$d" height="%5$d" rx="8"/>
                        """,
                        WIDTH,
                        height,
                        command,
                        WIDTH - 2,
                        height - 2));
        line(svg, 30, "prompt", "$ " + command);
        int y = TOP;
        line(svg, y, "comment", "…");
        for (String text : lines) {
            y += LINE_HEIGHT;
            if (!text.isEmpty()) {
                line(svg, y, style(text), text);
            }
        }
        line(svg, y + LINE_HEIGHT, "comment", "…");
        return svg.append("</svg>\n").toString();
    }

    private static String style(String text) {
        if (text.startsWith("#")) {
            return "comment";
        }
        String start = text.startsWith("  ") ? text.strip().split(" ", 2)[0] : "";
        return List.of("strong", "possible", "none").contains(start) ? start : "";
    }

    private static void line(StringBuilder svg, int y, String style, String text) {
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        svg.append(
                String.format(
                        Locale.ROOT,
                        "<text x=\"%d\" y=\"%d\"%s>%s</text>\n",
                        LEFT,
                        y,
                        style.isEmpty() ? "" : " class=\"" + style + "\"",
                        escaped));
    }
}
