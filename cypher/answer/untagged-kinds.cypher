// title: Kinds of which nothing carries a tag
// description: Of those of which there are many and that seldom carry any; from the counts that the database keeps.
CALL () {
  MATCH (:Group)-[tagged:TAGGED]->() RETURN count(tagged) AS groups
}
CALL () {
  MATCH (:MfaDevice)-[tagged:TAGGED]->() RETURN count(tagged) AS devices
}
RETURN [kind IN [["Group", groups], ["MfaDevice", devices]] WHERE kind[1] = 0 | kind[0]] AS kinds
