/// What all pages and answers share: security rules, problems, layout.
@org.jspecify.annotations.NullMarked
package manumit.hub.web;
