// title: Write verdicts
// description: As far as the evidence goes at the time of import; age is judged when somebody asks.
// :param rows => []
UNWIND $rows AS row
MATCH (n:Entity {id: row.id})
SET n.verdict = row.verdict, n.impact = row.impact, n.provenAt = row.provenAt
