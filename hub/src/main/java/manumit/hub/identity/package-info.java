/// Descriptions of people, documents and organisations, and evidence, as they stand in the API, in
/// the database and on pages. What they mean is of module `matching`.
@org.jspecify.annotations.NullMarked
package manumit.hub.identity;
