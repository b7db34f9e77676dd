// title: The history of imports
// description: The newest first, with what each changed.
// :param id => ""
//   Empty for all.
// :param skip => 0
// :param limit => 50
MATCH (i:Import)
WHERE $id IN ["", i.id]
WITH i ORDER BY i.startedAt DESC, i.id SKIP $skip LIMIT $limit
RETURN i.id AS id, coalesce(i.state, "running") AS state, i.startedAt AS startedAt, i.finishedAt AS finishedAt, coalesce(i.sources, []) AS sources,
  i.accounts AS accounts, i.problems AS problems,
  {added: COUNT { (i)-[:RECORDED]->(:Change {what: "added"}) }, removed: COUNT { (i)-[:RECORDED]->(:Change {what: "removed"}) },
   changed: COUNT { (i)-[:RECORDED]->(:Change {what: "changed"}) }, verdict: COUNT { (i)-[:RECORDED]->(:Change {what: "verdict"}) }} AS changes
ORDER BY startedAt DESC, id
