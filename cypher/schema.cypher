// title: Constraints and indexes
// description: What finds nodes quickly. Every index makes each import slower, so each says what it is for.
//   Runs at the beginning of every import, and when a graph of an older program is taken over; what is there already stays.
//   Only kinds that Neo4j Community has.

// Every node of the graph by its id; the importer merges by it and every relationship ends by it.
CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (e:Entity) REQUIRE e.id IS UNIQUE;

// Where every rule starts, and an entity knows it by the twelve digits: found without looking at the other accounts.
CREATE CONSTRAINT account_id IF NOT EXISTS FOR (a:Account) REQUIRE a.id IS UNIQUE;
CREATE INDEX account_account IF NOT EXISTS FOR (a:Account) ON (a.accountId);

// People type names, not ARNs: `explorer owner deploy-bot`, an access key id found in a log.
CREATE INDEX entity_name IF NOT EXISTS FOR (e:Entity) ON (e.name);
// Lists in the order of names, without regard to case: a page is a walk along this index, however many share a name.
CREATE INDEX entity_search_order IF NOT EXISTS FOR (e:Entity) ON (e.searchText, e.id);
// Search as one types, anywhere in a name: three letters and more are found by the trigrams of a text index.
CREATE TEXT INDEX entity_search_part IF NOT EXISTS FOR (e:Entity) ON (e.searchText);
// Lists of one kind likewise: names of other kinds are not looked at, however many there are. Kinds that are few do without.
CREATE INDEX user_order IF NOT EXISTS FOR (e:User) ON (e.searchText, e.id);
CREATE INDEX role_order IF NOT EXISTS FOR (e:Role) ON (e.searchText, e.id);
CREATE INDEX group_order IF NOT EXISTS FOR (e:Group) ON (e.searchText, e.id);
CREATE INDEX customer_managed_order IF NOT EXISTS FOR (e:CustomerManaged) ON (e.searchText, e.id);
CREATE INDEX inline_policy_order IF NOT EXISTS FOR (e:InlinePolicy) ON (e.searchText, e.id);
CREATE INDEX policy_version_order IF NOT EXISTS FOR (e:PolicyVersion) ON (e.searchText, e.id);
CREATE INDEX access_key_order IF NOT EXISTS FOR (e:AccessKey) ON (e.searchText, e.id);
CREATE INDEX login_profile_order IF NOT EXISTS FOR (e:LoginProfile) ON (e.searchText, e.id);
CREATE INDEX mfa_device_order IF NOT EXISTS FOR (e:MfaDevice) ON (e.searchText, e.id);
CREATE INDEX resource_order IF NOT EXISTS FOR (e:Resource) ON (e.searchText, e.id);
// The newest and the oldest; what was used last, or not for the longest time.
CREATE INDEX entity_created IF NOT EXISTS FOR (e:Entity) ON (e.createDate, e.id);
CREATE INDEX entity_uploaded IF NOT EXISTS FOR (e:Entity) ON (e.uploadDate, e.id);
CREATE INDEX entity_used IF NOT EXISTS FOR (e:Entity) ON (e.lastUsedDate, e.id);
CREATE INDEX entity_password_used IF NOT EXISTS FOR (e:Entity) ON (e.passwordLastUsed, e.id);
// All of one account in the order of names: a page of its list is a walk along this index, too.
CREATE INDEX entity_account_order IF NOT EXISTS FOR (e:Entity) ON (e.accountId, e.searchText, e.id);
DROP INDEX entity_account IF EXISTS; // of older graphs, which the one above makes needless

// "What can go?" in all accounts or in one, and the counts of the summary, from the index alone.
CREATE INDEX entity_verdict IF NOT EXISTS FOR (e:Entity) ON (e.verdict, e.accountId);

// What keeps a service-linked role in use: all resources of a type in one account.
CREATE INDEX resource_type IF NOT EXISTS FOR (r:Resource) ON (r.resourceType, r.accountId);
// The few that lists of different types tell. A property of its own, since a look for those that have other types at all does
// not see what the same transaction wrote.
CREATE INDEX resource_other_types IF NOT EXISTS FOR (r:Resource) ON (r.accountId, r.hasOtherTypes);
// Tags are shared nodes and `Name` has a value for each resource: all values of one key.
CREATE INDEX tag_key IF NOT EXISTS FOR (t:Tag) ON (t.key);

// A piece of evidence is there once, found by account and key; an import, and a clean-up campaign by its name, is one node.
CREATE CONSTRAINT evidence_key IF NOT EXISTS FOR (e:Evidence) REQUIRE (e.accountId, e.key) IS UNIQUE;
CREATE CONSTRAINT import_id IF NOT EXISTS FOR (i:Import) REQUIRE i.id IS UNIQUE;
CREATE CONSTRAINT campaign_name IF NOT EXISTS FOR (c:Campaign) REQUIRE c.name IS UNIQUE;

// The timeline of everything, newest first, and of one entity.
CREATE INDEX change_at IF NOT EXISTS FOR (c:Change) ON (c.at);
CREATE INDEX change_entity IF NOT EXISTS FOR (c:Change) ON (c.entityId);

// Statements are planned once: one that met an index on its way into a large graph would go without it from then on.
CALL db.awaitIndexes(600);
