package dev.identityexplorer.graph;

import java.util.Set;
import org.neo4j.driver.summary.Plan;

/**
 * Which plans the console runs: those made of operators that read, known by name. What a later Neo4j brings anew is
 * refused until somebody has looked at it.
 *
 * <p>The names are those of Neo4j's Cypher manual, "Operators in detail".
 */
final class AllowedPlan {

    private static final Set<String> OPERATORS = Set.of(("AllNodesScan PartitionedAllNodesScan NodeByLabelScan"
                    + " PartitionedNodeByLabelScan IntersectionNodeByLabelsScan PartitionedIntersectionNodeByLabelsScan"
                    + " SubtractionNodeByLabelsScan PartitionedSubtractionNodeByLabelsScan UnionNodeByLabelsScan"
                    + " PartitionedUnionNodeByLabelsScan DynamicLabelNodeLookup NodeByElementIdSeek NodeByIdSeek"
                    + " NodeIndexScan PartitionedNodeIndexScan NodeIndexContainsScan NodeIndexEndsWithScan NodeIndexSeek"
                    + " NodeIndexSeekByRange PartitionedNodeIndexSeek PartitionedNodeIndexSeekByRange NodeUniqueIndexSeek"
                    + " NodeUniqueIndexSeekByRange MultiNodeIndexSeek NodeCountFromCountStore"
                    + " RelationshipCountFromCountStore DirectedAllRelationshipsScan UndirectedAllRelationshipsScan"
                    + " PartitionedDirectedAllRelationshipsScan PartitionedUndirectedAllRelationshipsScan"
                    + " DirectedRelationshipTypeScan UndirectedRelationshipTypeScan"
                    + " PartitionedDirectedRelationshipTypeScan PartitionedUndirectedRelationshipTypeScan"
                    + " DirectedUnionRelationshipTypesScan UndirectedUnionRelationshipTypesScan"
                    + " PartitionedDirectedUnionRelationshipTypesScan PartitionedUndirectedUnionRelationshipTypesScan"
                    + " DynamicDirectedRelationshipTypeLookup DynamicUndirectedRelationshipTypeLookup"
                    + " DirectedRelationshipByElementIdSeek UndirectedRelationshipByElementIdSeek"
                    + " DirectedRelationshipByIdSeek UndirectedRelationshipByIdSeek Expand(All) Expand(Into)"
                    + " OptionalExpand(All) OptionalExpand(Into) VarLengthExpand(All) VarLengthExpand(Into)"
                    + " VarLengthExpand(Pruning) VarLengthExpand(Pruning,All) VarLengthExpand(Pruning,BFS)"
                    + " VarLengthExpand(Pruning,BFS,All) VarLengthExpand(Pruning,BFS,Into) Repeat(Trail)"
                    + " BidirectionalRepeat(Trail) Repeat(Walk) BidirectionalRepeat(Walk) NullifyMetadata"
                    + " StatefulShortestPath(All) StatefulShortestPath(Into) ShortestPath AllShortestPaths ProjectEndpoints"
                    + " Argument Apply SemiApply AntiSemiApply SelectOrSemiApply SelectOrAntiSemiApply LetSemiApply"
                    + " LetAntiSemiApply LetSelectOrSemiApply LetSelectOrAntiSemiApply RollUpApply AssertSameNode"
                    + " AssertSameRelationship Optional CartesianProduct NodeHashJoin ValueHashJoin"
                    + " NodeLeftOuterHashJoin NodeRightOuterHashJoin LeftOuterHashJoin RightOuterHashJoin"
                    + " TriadicSelection TriadicBuild TriadicFilter Filter CacheProperties Projection ProduceResults"
                    + " ProduceResult Limit Skip ExhaustiveLimit Sort PartialSort Top PartialTop Top1WithTies Distinct"
                    + " OrderedDistinct EagerAggregation OrderedAggregation Union OrderedUnion Unwind PartitionedUnwind"
                    + " Eager EmptyRow")
            .split(" "));

    private static final Set<String> PROCEDURES = Set.of("db.labels", "db.relationshipTypes", "db.propertyKeys");

    private AllowedPlan() {}

    /**
     * Walks a whole plan.
     *
     * @throws GraphException if an operator in it is not allowed
     */
    static void require(Plan plan) {
        var operator = plan.operatorType().replaceFirst("@.*", "");
        var details = plan.arguments().containsKey("Details")
                ? plan.arguments().get("Details").asObject().toString()
                : "";
        if (operator.equals("ProcedureCall")) {
            var name = details.replaceFirst("(?s)\\(.*", "").replaceFirst("(?s).*\\s", "");
            if (!PROCEDURES.contains(name)) {
                throw GraphException.refused("This query calls the procedure " + name
                        + ", and the console calls only "
                        + String.join(", ", PROCEDURES.stream().sorted().toList())
                        + ".");
            }
        } else if (!OPERATORS.contains(operator)) {
            throw GraphException.refused("This query does more than to read (" + operator
                    + "); the console runs only queries that read. Use cypher-shell for others.");
        }
        plan.children().forEach(AllowedPlan::require);
    }

    static boolean procedure(String name) {
        return PROCEDURES.contains(name);
    }
}
