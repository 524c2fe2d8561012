/// Threads that call and wait, and how long the answers took.
@org.jspecify.annotations.NullMarked
package manumit.benchmarks.calls;
