/// The hub measured from outside: a process of its own, asked over HTTP.
@org.jspecify.annotations.NullMarked
package manumit.benchmarks.hub;
