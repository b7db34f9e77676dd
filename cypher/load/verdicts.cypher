// title: Write verdicts
// description: By what was proven when the account was judged. All that share a verdict and its age at once.
// :param ids => []
// :param verdict => "CLEAR"
// :param impact => "UNKNOWN"
// :param provenAt => null
UNWIND $ids AS id
MATCH (n:Entity {id: id})
SET n.verdict = $verdict, n.impact = $impact, n.provenAt = $provenAt
