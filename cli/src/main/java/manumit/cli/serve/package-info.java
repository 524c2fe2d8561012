/// `manumit serve`.
@org.jspecify.annotations.NullMarked
package manumit.cli.serve;
