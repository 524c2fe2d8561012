package manumit.hub.members;

import jakarta.validation.Validator;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import manumit.hub.access.Journaled;
import manumit.hub.access.Needs;
import manumit.hub.access.Right;
import manumit.hub.database.ActingTransaction;
import manumit.hub.members.Posts.Post;
import manumit.hub.members.Posts.PostDraft;
import manumit.hub.web.Form;
import manumit.hub.web.Option;
import manumit.hub.web.Page;
import manumit.journal.ActKind;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Posts as pages: list with a picture of where they are, one, add, edit.
@Controller
class PostsPages {

    private final Posts posts;
    private final Names names;
    private final Validator validator;
    private final MessageSource messages;

    PostsPages(Posts posts, Names names, Validator validator, MessageSource messages) {
        this.posts = posts;
        this.names = names;
        this.validator = validator;
        this.messages = messages;
    }

    @GetMapping("/posts")
    @Journaled(kind = ActKind.SEARCH)
    @Needs(Right.READ_DIRECTORY)
    String list(@RequestParam(required = false) @Nullable String after, Model model) {
        Page<Post> found = posts.list(Page.after(after), Page.DEFAULT_ITEMS);
        model.addAttribute("posts", found);
        model.addAttribute("picture", PostsPicture.of(found.items()));
        model.addAttribute(
                "memberNames", names.ofMembers(found.items().stream().map(Post::member)));
        model.addAttribute("own", ActingTransaction.signedIn().member());
        return "members/posts";
    }

    @GetMapping("/posts/{id}")
    @Journaled(kind = ActKind.READ, action = "posts.get")
    @Needs(Right.READ_DIRECTORY)
    String one(@PathVariable UUID id, Model model) {
        Post post = posts.get(id);
        model.addAttribute("post", post);
        model.addAttribute("picture", PostsPicture.of(List.of(post)));
        model.addAttribute(
                "memberName",
                names.ofMembers(java.util.stream.Stream.of(post.member()))
                        .getOrDefault(post.member(), ""));
        model.addAttribute("unitName", unitName(post.unit()));
        model.addAttribute("own", ActingTransaction.signedIn().member());
        return "members/post";
    }

    @GetMapping("/posts/add")
    @Needs(Right.ADMINISTER_POSTS)
    ModelAndView add() {
        return page(Form.blank("posts"));
    }

    @PostMapping("/posts/add")
    @Needs(Right.ADMINISTER_POSTS)
    ModelAndView make(@RequestParam MultiValueMap<String, String> typed) {
        Form form = Form.sent("posts", typed);
        PostDraft draft = draft(form);
        return form.attempt(validator, draft, "name", () -> posts.make(draft))
                .map(post -> new ModelAndView("redirect:/posts/" + post.id()))
                .orElseGet(() -> page(form));
    }

    @GetMapping("/posts/{id}/edit")
    @Needs(Right.ADMINISTER_POSTS)
    ModelAndView edit(@PathVariable UUID id) {
        Post post = posts.getOwn(id);
        return page(
                Form.blank("posts")
                        .with("name", post.name())
                        .with("kind", post.kind())
                        .with("unit", post.unit())
                        .with("latitudeDegrees", post.latitudeDegrees())
                        .with("longitudeDegrees", post.longitudeDegrees())
                        .withVersion(post.version()));
    }

    @PostMapping("/posts/{id}/edit")
    @Needs(Right.ADMINISTER_POSTS)
    ModelAndView change(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> typed) {
        Form form = Form.sent("posts", typed);
        PostDraft draft = draft(form);
        Post before = posts.getOwn(id);
        return form.attempt(
                        validator,
                        draft,
                        "name",
                        () -> posts.change(id, form.expectedVersion(), draft))
                .map(_ -> new ModelAndView("redirect:/posts/" + id))
                .orElseGet(() -> again(before, form));
    }

    private static PostDraft draft(Form form) {
        PostDraft draft =
                new PostDraft(
                        form.text("name"),
                        form.mustChoose("kind", PostKind.class),
                        form.id("unit"),
                        form.number("latitudeDegrees"),
                        form.number("longitudeDegrees"));
        if ((draft.latitudeDegrees() == null) != (draft.longitudeDegrees() == null)) {
            form.wrong(draft.latitudeDegrees() == null ? "latitudeDegrees" : "longitudeDegrees");
        }
        return draft;
    }

    private ModelAndView again(Post post, Form form) {
        ModelAndView page = page(form);
        if (form.isChangedMeanwhile()) {
            Map<String, String> stored = new LinkedHashMap<>();
            stored.put("posts.name", post.name());
            stored.put(
                    "posts.kind",
                    messages.getMessage(
                            "post.kind." + post.kind(), null, LocaleContextHolder.getLocale()));
            stored.put("posts.unit", unitName(post.unit()));
            stored.put("posts.latitudeDegrees", shown(post.latitudeDegrees()));
            stored.put("posts.longitudeDegrees", shown(post.longitudeDegrees()));
            Pages.conflict(page, form, post.version(), stored);
        }
        return page;
    }

    private ModelAndView page(Form form) {
        ModelAndView page = Pages.form("members/post-edit", form);
        page.addObject("units", names.ownUnits());
        page.addObject(
                "kinds",
                Arrays.stream(PostKind.values())
                        .map(kind -> Option.keyed(kind.name(), "post.kind." + kind))
                        .toList());
        return page;
    }

    private String unitName(@Nullable UUID unit) {
        return unit == null
                ? ""
                : names.ofUnits(java.util.stream.Stream.of(unit)).getOrDefault(unit, "");
    }

    private static String shown(@Nullable Double degrees) {
        return degrees == null ? "" : degrees.toString();
    }
}
