// Runs on Neo4j's own system database when a store is made, and again when its password was lost.
ALTER USER neo4j SET PASSWORD $password CHANGE NOT REQUIRED
