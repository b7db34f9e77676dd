// Every label, relationship type and property that the graph can have, on nodes that answer no question.
// EXPLAIN warns of a word that the database never saw: with this it warns of misspelled ones alone.
CREATE (:Organization:OrganizationalUnit:TagPolicy:Entity {id: 'words/1', name: 'words'})-[:PARENT_OF]->
       (:ServerCertificate:Entity {id: 'words/2', serverCertificateId: '', path: '/', uploadDate: datetime(), expiration: datetime()}),
       (:SigningCertificate:Entity {id: 'words/3', certificateId: '', status: '', uploadDate: datetime()}),
       (:SshPublicKey:Entity {id: 'words/4', sshPublicKeyId: ''}),
       (:ServiceSpecificCredential:Entity {id: 'words/5', serviceSpecificCredentialId: '', serviceName: '', serviceUserName: ''}),
       (:Entity {id: 'words/6', maxSessionDuration: 1, assumeRolePolicyDocument: '', groupId: '', isAttachable: true,
                 instanceProfileId: '', passwordResetRequired: true, passwordLastChanged: datetime(), serialNumber: '',
                 virtual: true, enableDate: datetime(), evidence: [''], doubts: [''], documentation: '', prefix: '', principal: '',
                 docUrl: '', slrDocUrl: '', serviceLinkedRoles: '', catalogued: true, customSuffix: true,
                 multiRegion: true, confidence: '', note: '', alias: '', description: '', validUntil: datetime(),
                 incomplete: ['Tags'], region: '', lastRotated: datetime(), rootMfaActive: true,
                 rootAccessKey1Active: false, rootAccessKey2Active: false, summaryAccountMFAEnabled: 1,
                 summaryAccountAccessKeysPresent: 0}),
       (:ServiceLinkedRoleType {id: 'words/7'})-[:KEPT_BY {condition: '', cleanup: ''}]->(:ResourceType {id: 'words/8'});
