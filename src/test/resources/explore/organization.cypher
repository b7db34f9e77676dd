// Accounts small enough to know every answer: production (all evidence), staging (little), sandbox (findings), one never imported.
CREATE (prod:Account:Principal:Entity {id: 'arn:aws:iam::111122223333:root', name: 'production', accountId: '111122223333'}),
       (stag:Account:Principal:Entity {id: 'arn:aws:iam::444455556666:root', name: 'staging', accountId: '444455556666'}),
       (partner:ExternalPrincipal:Principal:Entity {id: 'arn:aws:iam::999999999999:root', name: '999999999999', accountId: '999999999999', principalType: 'AWS'}),
       (anyone:AnyPrincipal:Principal:Entity {id: '*', name: '*'}),
       (:Import {id: 'import-1', startedAt: datetime() - duration('P1D')})-[:RECORDED]->(:Change {what: 'added', entityId: 'old', entityKind: 'Role', name: 'old', accountId: '111122223333', at: datetime(), details: ''}),
       (:Import {id: 'import-2', startedAt: datetime()})-[:RECORDED]->(:Change {what: 'verdict', entityId: 'arn:aws:iam::111122223333:role/idle', entityKind: 'Role', name: 'idle', accountId: '111122223333', at: datetime(), details: 'UNPROVEN, now CLEAR'});
UNWIND ['users', 'groups', 'roles', 'policies', 'credential-report'] AS key
MATCH (a:Account {name: 'production'})
CREATE (a)-[:HAS_EVIDENCE]->(:Evidence {accountId: a.accountId, key: key, kind: key, subject: '', region: '', resourceType: '', state: 'complete', detail: '', observedAt: datetime() - duration('P1D'), source: key + '.json'});
MATCH (a:Account {name: 'staging'})
CREATE (a)-[:HAS_EVIDENCE]->(:Evidence {accountId: a.accountId, key: 'roles', kind: 'roles', state: 'complete', detail: '', observedAt: datetime() - duration('P60D'), source: 'gaad.json'}),
       (a)-[:HAS_EVIDENCE]->(:Evidence {accountId: a.accountId, key: 'users', kind: 'users', state: 'partial', detail: 'A page is missing.', observedAt: datetime(), source: 'gaad.json'}),
       (a)-[:HAS_EVIDENCE]->(:Evidence {accountId: a.accountId, key: 'login-profile:arn:aws:iam::444455556666:user/carl', kind: 'login-profile', state: 'complete', detail: '', observedAt: datetime(), source: 'carl.json'});
UNWIND [
  {account: '111122223333', name: 'ann', age: 500}, {account: '111122223333', name: 'bob', age: 500},
  {account: '111122223333', name: 'new', age: 0}, {account: '111122223333', name: 'bot', age: 500},
  {account: '444455556666', name: 'carl', age: 500}, {account: '444455556666', name: 'dora', age: 500}] AS row
CREATE (u:User:Principal:Entity {id: 'arn:aws:iam::' + row.account + ':user/' + row.name, name: row.name, accountId: row.account, userId: 'AIDA' + row.name, path: '/', createDate: datetime() - duration({days: row.age}), evidence: CASE WHEN row.account = '111122223333' AND row.age > 1 THEN ['users', 'credential-report'] ELSE ['users'] END, verdict: 'UNPROVEN', impact: 'UNKNOWN'})
WITH u, row WHERE row.name IN ['ann', 'bob', 'new']
CREATE (u)-[:HAS_CREDENTIAL]->(:LoginProfile:Credential:Entity {id: u.id + '/login-profile', name: 'console password', accountId: u.accountId, createDate: u.createDate, passwordLastUsed: datetime()});
MATCH (ann:User {name: 'ann'}), (bot:User {name: 'bot'})
CREATE (ann)-[:HAS_CREDENTIAL]->(:MfaDevice:Credential:Entity {id: 'arn:aws:iam::111122223333:mfa/ann', name: 'ann', accountId: '111122223333', serialNumber: 'arn:aws:iam::111122223333:mfa/ann', virtual: true})
WITH bot
UNWIND [['AKIAIOSFODNN7EXAMPLE', 'Active', 400], ['AKIAI44QH8DHBEXAMPLE', 'Inactive', 100], ['AKIAYOUNGEXAMPLE', 'Active', 5]] AS key
CREATE (bot)-[:HAS_CREDENTIAL]->(:AccessKey:Credential:Entity {id: bot.id + '/access-key/' + key[0], name: key[0], accessKeyId: key[0], accountId: bot.accountId, status: key[1], createDate: datetime() - duration({days: key[2]}), lastUsedDate: datetime(), lastUsedService: 's3', lastUsedRegion: 'eu-west-1'});
UNWIND [
  {account: '111122223333', name: 'deploy', used: 1, age: 500, verdict: 'BLOCKED', impact: 'BREAKS'},
  {account: '111122223333', name: 'build', used: 1, age: 500, verdict: 'BLOCKED', impact: 'UNKNOWN'},
  {account: '111122223333', name: 'idle', age: 300, verdict: 'CLEAR', impact: 'UNKNOWN'},
  {account: '111122223333', name: 'retired', used: 200, age: 900, verdict: 'CLEAR', impact: 'NONE_SEEN'},
  {account: '111122223333', name: 'fresh', age: 3, verdict: 'CLEAR', impact: 'UNKNOWN'},
  {account: '444455556666', name: 'open', used: 1, age: 500, verdict: 'UNPROVEN', impact: 'UNKNOWN'}] AS row
CREATE (r:Role:Principal:Entity {id: 'arn:aws:iam::' + row.account + ':role/' + row.name, name: row.name, roleId: 'AROA' + row.name, path: '/', accountId: row.account, createDate: datetime() - duration({days: row.age}), verdict: row.verdict, impact: row.impact, provenAt: datetime() - duration('P1D')})
WITH r, row WHERE row.used IS NOT NULL
SET r.lastUsedDate = datetime() - duration({days: row.used}), r.lastUsedRegion = 'eu-west-1';
UNWIND [
  {account: '111122223333', service: 'autoscaling.amazonaws.com', name: 'AWSServiceRoleForAutoScaling', verdict: 'BLOCKED', days: 1},
  {account: '444455556666', service: 'autoscaling.amazonaws.com', name: 'AWSServiceRoleForAutoScaling', verdict: 'CLEAR', days: 1},
  {account: '111122223333', service: 'ops.amazonaws.com', name: 'AWSServiceRoleForOps', verdict: 'CLEAR', days: 60},
  {account: '111122223333', service: 'trustedadvisor.amazonaws.com', name: 'AWSServiceRoleForTrustedAdvisor', verdict: 'PROTECTED', days: 1}] AS row
MERGE (s:Service:Principal:Entity {id: row.service}) SET s.name = row.service
CREATE (s)-[:OWNS]->(:ServiceLinkedRole:Role:Principal:Entity {id: 'arn:aws:iam::' + row.account + ':role/aws-service-role/' + row.service + '/' + row.name, name: row.name, roleId: 'AROA', path: '/aws-service-role/' + row.service + '/', accountId: row.account, servicePrincipal: row.service, verdict: row.verdict, impact: 'UNKNOWN', createDate: datetime(), provenAt: datetime() - duration({days: row.days})});
MATCH (a:Service {id: 'autoscaling.amazonaws.com'}), (t:Service {id: 'trustedadvisor.amazonaws.com'})
CREATE (a)-[:DEFINES]->(at:ServiceLinkedRoleType {id: 'slr-type/autoscaling', name: 'AWSServiceRoleForAutoScaling', servicePrincipal: a.id, deletableBy: 'iam'}),
       (t)-[:DEFINES]->(tt:ServiceLinkedRoleType {id: 'slr-type/trustedadvisor', name: 'AWSServiceRoleForTrustedAdvisor', servicePrincipal: t.id, deletableBy: 'service'})
WITH at, tt
MATCH (r:ServiceLinkedRole)
FOREACH (x IN CASE r.servicePrincipal WHEN at.servicePrincipal THEN [at] WHEN tt.servicePrincipal THEN [tt] ELSE [] END | CREATE (r)-[:INSTANCE_OF]->(x))
WITH DISTINCT r
MATCH (trusted:Service {id: CASE r.servicePrincipal WHEN 'ops.amazonaws.com' THEN 'autoscaling.amazonaws.com' ELSE r.servicePrincipal END})
CREATE (r)-[:TRUSTS {effect: 'Allow', actions: ['sts:AssumeRole'], statement: 0, principalType: 'Service'}]->(trusted);
MATCH (r:ServiceLinkedRole {verdict: 'PROTECTED'}) SET r.protection = 'Only Trusted Advisor removes it: disable it there.';
MATCH (s:Service {id: 'autoscaling.amazonaws.com'}), (r:ServiceLinkedRole {accountId: '111122223333'})<-[:OWNS]-(s)
CREATE (g:Resource:Entity {id: 'arn:aws:autoscaling:eu-west-1:111122223333:autoScalingGroup/web', name: 'web', accountId: '111122223333', resourceType: 'AWS::AutoScaling::AutoScalingGroup', region: 'eu-west-1'}),
       (g)-[:BELONGS_TO]->(s), (g)-[:USES]->(r), (g)-[:BLOCKS_DELETION_OF {rule: 'slr-in-use', severity: 'blocks'}]->(r),
       (:DeletionTask:Entity {id: 'task/1', name: 'task/1', accountId: r.accountId, status: 'FAILED', reason: 'In use.', usage: ['eu-west-1: ' + g.id], observedAt: datetime()})-[:REPORTS_ON]->(r),
       (:DeletionTask:Entity {id: 'task/2', name: 'task/2', accountId: r.accountId, status: 'SUCCEEDED', observedAt: datetime()});
CREATE (:ExternalPrincipal:Principal:Entity {id: 'AROAEXAMPLEGONE', name: 'AROAEXAMPLEGONE', principalType: 'AWS', danglingId: true}),
       (:ExternalPrincipal:Principal:Entity {id: 'arn:aws:iam::111122223333:role/left', name: 'left', accountId: '111122223333', principalType: 'AWS'}),
       (:ExternalPrincipal:Principal:Entity {id: 'arn:aws:iam::777788889999:role/unseen', name: 'unseen', accountId: '777788889999', principalType: 'AWS'}),
       (:SamlProvider:Principal:Entity {id: 'arn:aws:iam::111122223333:saml-provider/corp', name: 'corp', accountId: '111122223333', createDate: datetime(), validUntil: datetime()}),
       (:OidcProvider:Principal:Entity {id: 'arn:aws:iam::111122223333:oidc-provider/ci.example', name: 'ci.example', accountId: '111122223333', url: 'ci.example', createDate: datetime()});
UNWIND [
  {role: 'deploy', to: 'arn:aws:iam::111122223333:role/build', conditions: '{"Bool":{"aws:MultiFactorAuthPresent":"true"}}'},
  {role: 'deploy', to: 'arn:aws:iam::111122223333:root', action: 'sts:TagSession'},
  {role: 'build', to: 'arn:aws:iam::111122223333:user/ann'},
  {role: 'build', to: '*', effect: 'Deny', conditions: '{"Bool":{"aws:SecureTransport":"false"}}'},
  {role: 'build', to: 'arn:aws:iam::111122223333:role/deploy'},
  {role: 'build', to: 'arn:aws:iam::111122223333:saml-provider/corp', action: 'sts:AssumeRoleWithSAML', type: 'Federated', conditions: '{"StringEquals":{"SAML:aud":"https://signin.aws.amazon.com/saml"}}'},
  {role: 'idle', to: 'arn:aws:iam::111122223333:root'},
  {role: 'idle', to: 'arn:aws:iam::999999999999:root', conditions: '{"StringEquals":{"sts:ExternalId":"x"}}'},
  {role: 'open', to: '*', except: ['arn:aws:iam::444455556666:user/carl']},
  {role: 'open', to: 'AROAEXAMPLEGONE'},
  {role: 'retired', to: 'arn:aws:iam::111122223333:role/left'},
  {role: 'retired', to: 'arn:aws:iam::777788889999:role/unseen'},
  {role: 'retired', to: 'autoscaling.amazonaws.com', type: 'Service', conditions: '{"StringEquals":{"aws:SourceAccount":"111122223333"}}'}] AS row
MATCH (r:Role {name: row.role})
MATCH (p:Entity {id: row.to})
CREATE (r)-[t:TRUSTS {effect: coalesce(row.effect, 'Allow'), actions: [coalesce(row.action, 'sts:AssumeRole')], statement: COUNT { (r)-[:TRUSTS]->() }, sid: 'S', principalType: coalesce(row.type, 'AWS')}]->(p)
SET t.conditions = row.conditions, t.notPrincipal = row.except;
MATCH (deploy:Role {name: 'deploy'}), (build:Role {name: 'build'}), (ann:User {name: 'ann'})
CREATE (admin:ManagedPolicy:AwsManaged:Entity {id: 'arn:aws:iam::aws:policy/AdministratorAccess', name: 'AdministratorAccess', policyId: 'ANPA', path: '/', verdict: 'PROTECTED', impact: 'UNKNOWN', protection: 'AWS owns it.'}),
       (bound:ManagedPolicy:CustomerManaged:Entity {id: 'arn:aws:iam::111122223333:policy/boundary', name: 'boundary', accountId: '111122223333', placeholder: true}),
       (spare:ManagedPolicy:CustomerManaged:Entity {id: 'arn:aws:iam::111122223333:policy/spare', name: 'spare', accountId: '111122223333', attachmentCount: 0, permissionsBoundaryUsageCount: 0, defaultVersionId: 'v2', updateDate: datetime(), verdict: 'BLOCKED', impact: 'NONE_SEEN'}),
       (:ManagedPolicy:CustomerManaged:Entity {id: 'arn:aws:iam::111122223333:policy/elsewhere', name: 'elsewhere', accountId: '111122223333', attachmentCount: 2, permissionsBoundaryUsageCount: 0, verdict: 'UNPROVEN', impact: 'UNKNOWN'}),
       (used:ManagedPolicy:CustomerManaged:Entity {id: 'arn:aws:iam::111122223333:policy/used', name: 'used', accountId: '111122223333', attachmentCount: 1, permissionsBoundaryUsageCount: 0, verdict: 'BLOCKED', impact: 'BREAKS'}),
       (spare)-[:HAS_VERSION]->(:PolicyVersion:Entity {id: spare.id + '/version/v1', name: 'v1', accountId: spare.accountId, versionId: 'v1', isDefaultVersion: false, createDate: datetime(), document: '{}'}),
       (spare)-[:HAS_VERSION]->(:PolicyVersion:Entity {id: spare.id + '/version/v2', name: 'v2', accountId: spare.accountId, versionId: 'v2', isDefaultVersion: true, createDate: datetime(), document: '{}'}),
       (used)-[:HAS_VERSION]->(:PolicyVersion:Entity {id: used.id + '/version/v1', name: 'v1', accountId: used.accountId, versionId: 'v1', isDefaultVersion: true, createDate: datetime(), document: '{}'}),
       (deploy)-[:ATTACHES]->(admin), (build)-[:ATTACHES]->(admin), (build)-[:ATTACHES]->(used), (deploy)-[:BOUNDED_BY]->(bound), (ann)-[:BOUNDED_BY]->(bound),
       (admin)-[:BLOCKS_DELETION_OF {rule: 'role-attached-policy', severity: 'blocks'}]->(deploy),
       (admin)-[:BLOCKS_DELETION_OF {rule: 'role-attached-policy', severity: 'blocks'}]->(build),
       (deploy)-[:BLOCKS_DELETION_OF {rule: 'trust-names-principal', severity: 'breaks'}]->(build),
       (deploy)-[:EMBEDS]->(:InlinePolicy:Entity {id: deploy.id + '/inline-policy/more', name: 'more', accountId: deploy.accountId, document: '{}'}),
       (team:Tag:Entity {id: 'tag:owner=web', name: 'owner=web', key: 'owner', value: 'web'}), (deploy)-[:TAGGED]->(team), (build)-[:TAGGED]->(team),
       (deploy)-[:TAGGED]->(:Tag:Entity {id: 'tag:stage=prod', name: 'stage=prod', key: 'stage', value: 'prod'}),
       (devs:Group:Entity {id: 'arn:aws:iam::111122223333:group/devs', name: 'devs', accountId: '111122223333', groupId: 'AGPA', path: '/', createDate: datetime(), verdict: 'BLOCKED', impact: 'BREAKS'}),
       (ann)-[:MEMBER_OF]->(devs), (devs)-[:ATTACHES]->(used),
       (:Group:Entity {id: 'arn:aws:iam::111122223333:group/empty', name: 'empty', accountId: '111122223333', groupId: 'AGPA', path: '/', createDate: datetime(), verdict: 'CLEAR', impact: 'NONE_SEEN'}),
       (:Group:Entity {id: 'arn:aws:iam::444455556666:group/maybe', name: 'maybe', accountId: '444455556666', groupId: 'AGPA', path: '/', createDate: datetime(), verdict: 'UNPROVEN', impact: 'UNKNOWN'}),
       (:InstanceProfile:Entity {id: 'arn:aws:iam::111122223333:instance-profile/bare', name: 'bare', accountId: '111122223333', path: '/', createDate: datetime(), verdict: 'CLEAR', impact: 'UNKNOWN'}),
       (:InstanceProfile:Entity {id: 'arn:aws:iam::111122223333:instance-profile/build', name: 'build-profile', accountId: '111122223333', path: '/', createDate: datetime(), verdict: 'BLOCKED', impact: 'UNKNOWN'})-[:CARRIES]->(build);
// A third account for the findings: a role that anyone at GitHub may assume, a key that was never used, a root user with keys.
CREATE (a:Account:Principal:Entity {id: 'arn:aws:iam::222233334444:root', name: 'sandbox', accountId: '222233334444', rootMfaActive: false, rootAccessKey1Active: true, rootAccessKey2Active: false}),
       (tess:User:Principal:Entity {id: 'arn:aws:iam::222233334444:user/tess', name: 'tess', accountId: a.accountId, userId: 'AIDAtess', path: '/', createDate: datetime() - duration('P10D'), evidence: ['users'], verdict: 'BLOCKED', impact: 'BREAKS'}),
       (tess)-[:HAS_CREDENTIAL]->(:AccessKey:Credential:Entity {id: tess.id + '/access-key/AKIATESSEXAMPLE', name: 'AKIATESSEXAMPLE', accessKeyId: 'AKIATESSEXAMPLE', accountId: a.accountId, status: 'Active', createDate: datetime() - duration('P10D'), evidence: ['access-keys:' + tess.id]}),
       (olga:User:Principal:Entity {id: 'arn:aws:iam::222233334444:user/olga', name: 'olga', accountId: a.accountId, userId: 'AIDAolga', path: '/', createDate: datetime() - duration('P500D'), passwordLastUsed: datetime() - duration('P200D'), evidence: ['users', 'credential-report'], verdict: 'BLOCKED', impact: 'BREAKS'}),
       (olga)-[:HAS_CREDENTIAL]->(:LoginProfile:Credential:Entity {id: olga.id + '/login-profile', name: 'login profile', accountId: a.accountId}),
       (olga)-[:HAS_CREDENTIAL]->(:MfaDevice:Credential:Entity {id: 'arn:aws:iam::222233334444:mfa/olga', name: 'olga', accountId: a.accountId}),
       (preview:Role:Principal:Entity {id: 'arn:aws:iam::222233334444:role/preview', name: 'preview', roleId: 'AROApreview', path: '/', accountId: a.accountId, createDate: datetime() - duration('P300D'), lastUsedDate: datetime(), lastUsedRegion: 'eu-west-1', verdict: 'UNPROVEN', impact: 'UNKNOWN'}),
       (preview)-[:TRUSTS {effect: 'Allow', actions: ['sts:AssumeRoleWithWebIdentity'], statement: 0, principalType: 'Federated', conditions: '{"StringEquals":{"token.actions.githubusercontent.com:aud":"sts.amazonaws.com"}}'}]->
         (:ExternalPrincipal:Principal:Entity {id: 'arn:aws:iam::222233334444:oidc-provider/token.actions.githubusercontent.com', name: 'token.actions.githubusercontent.com', accountId: a.accountId, principalType: 'Federated'});
UNWIND ['users', 'credential-report', 'oidc-providers', 'login-profile:arn:aws:iam::222233334444:user/tess', 'access-key-last-used:arn:aws:iam::222233334444:user/tess/access-key/AKIATESSEXAMPLE'] AS key
MATCH (a:Account {name: 'sandbox'})
CREATE (a)-[:HAS_EVIDENCE]->(:Evidence {accountId: a.accountId, key: key, kind: split(key, ':')[0], state: 'complete', detail: '', observedAt: datetime(), source: 'sandbox.json'});
MATCH (preview:Role {name: 'preview'})
UNWIND range(1, 50) AS i
CREATE (preview)-[:TAGGED]->(:Tag:Entity {id: 'tag:label-' + i + '=', name: 'label-' + i + '=', key: 'label-' + i, value: ''});
MATCH (a:Account {name: 'production'})
CREATE (a)-[:HAS_EVIDENCE]->(:Evidence {accountId: a.accountId, key: 'resource-inventory:global:organizations:ServiceAccess', kind: 'resource-inventory', state: 'complete', detail: '', observedAt: datetime(), source: 'access.json'}),
       (:Resource:Entity {id: a.id + '/global/organizations:ServiceAccess/trustedadvisor.amazonaws.com', name: 'trustedadvisor.amazonaws.com', accountId: a.accountId, resourceType: 'organizations:ServiceAccess', region: 'global'});
CREATE (:TagPolicy:Entity {id: 'arn:aws:iam::111122223333:root/effective-tag-policy', name: 'effective tag policy of 111122223333', accountId: '111122223333', targetId: '111122223333', effective: true, merged: false, tagKeys: ['Owner', 'stage', 'none'], tagValues: ['0:w*', '1:dev', '1:te*st'], enforcedFor: ['1:iam:role'], requiredFor: ['0:iam:role']});
MATCH (fresh:Role {name: 'fresh'})
CREATE (fresh)-[:TAGGED]->(:Tag:Entity {id: 'tag:aws:cloudformation:stack-name=shop', name: 'aws:cloudformation:stack-name=shop', key: 'aws:cloudformation:stack-name', value: 'shop'}),
       (:Resource:Entity {id: 'arn:aws:cloudformation:eu-west-1:111122223333:stack/shop/1', name: 'shop', accountId: fresh.accountId, resourceType: 'AWS::CloudFormation::Stack', region: 'eu-west-1'})-[:TAGGED]->(:Tag:Entity {id: 'tag:Team=crew', name: 'Team=crew', key: 'Team', value: 'crew'});
MATCH (a:Account), (e:Entity) WHERE e.accountId = a.accountId AND NOT e:Account AND NOT e:ExternalPrincipal CREATE (a)-[:CONTAINS]->(e);
