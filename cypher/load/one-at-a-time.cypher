// title: Let one import at a time write an account in several transactions
// description: For the importer, in a transaction of its own that lasts as long: others wait here for the lock.
MATCH (catalogue:Catalogue)
SET catalogue.version = catalogue.version
