package manumit.cli.demo;

import java.util.Locale;
import java.util.ResourceBundle;
import manumit.cli.check.Answer;
import manumit.cli.check.AnswerFormat;
import manumit.cli.check.TableAnswers;

/// The table of `check`, with a word on what each traveller is there to show.
final class DemoAnswers implements AnswerFormat {

    private final TableAnswers table = new TableAnswers(TableAnswers.Reasons.TOGETHER);
    private final ResourceBundle cases =
            ResourceBundle.getBundle("manumit.cli.demo.cases", Locale.ROOT);

    @Override
    public String render(Answer answer) {
        String id = answer.traveller().id();
        return (cases.containsKey(id) ? "# " + cases.getString(id) + "\n" : "")
                + table.render(answer);
    }

    @Override
    public String footer() {
        return table.footer();
    }
}
