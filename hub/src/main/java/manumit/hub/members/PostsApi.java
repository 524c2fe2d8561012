package manumit.hub.members;

import jakarta.validation.Valid;
import java.util.UUID;
import manumit.hub.access.Needs;
import manumit.hub.access.Right;
import manumit.hub.members.Posts.Post;
import manumit.hub.members.Posts.PostDraft;
import manumit.hub.web.Page;
import manumit.hub.web.Versions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Posts, where people and documents are checked: seen by all, kept by their own member.
@RestController
@RequestMapping(PostsApi.PATH)
class PostsApi {

    static final String PATH = "/api/v1/posts";

    private final Posts posts;

    PostsApi(Posts posts) {
        this.posts = posts;
    }

    @GetMapping
    @Needs(Right.READ_DIRECTORY)
    Page<Post> list(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return posts.list(Page.after(after), Page.limit(limit));
    }

    @GetMapping("/{id}")
    @Needs(Right.READ_DIRECTORY)
    ResponseEntity<Post> get(@PathVariable UUID id) {
        Post post = posts.get(id);
        return Versions.answer(post, post.version());
    }

    @PostMapping
    @Needs(Right.ADMINISTER_POSTS)
    ResponseEntity<Post> make(@Valid @RequestBody PostDraft body) {
        Post post = posts.make(body);
        return Versions.created(PATH, post.id(), post);
    }

    /// Another member's post is answered as if there were none to change.
    @PutMapping("/{id}")
    @Needs(Right.ADMINISTER_POSTS)
    ResponseEntity<Post> change(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody PostDraft body) {
        Post post = posts.change(id, Versions.expected(ifMatch), body);
        return Versions.answer(post, post.version());
    }
}
