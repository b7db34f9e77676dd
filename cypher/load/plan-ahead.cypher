// title: Change something, in a transaction that is rolled back
// description: Neo4j keeps the plans for transactions that changed something apart from those for transactions that did not.
CREATE ()
