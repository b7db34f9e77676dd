// title: Write verdicts
// description: As far as the evidence goes at the time of import; age is judged when somebody asks. All that share a
//   verdict and its age at once.
// :param ids => []
// :param verdict => "CLEAR"
// :param impact => "UNKNOWN"
// :param provenAt => null
UNWIND $ids AS id
MATCH (n:Entity {id: id})
SET n.verdict = $verdict, n.impact = $impact, n.provenAt = $provenAt
