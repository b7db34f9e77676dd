/** Every kind of entity: its words, icon, shape and hue, the same in lists, on pages, in graphs and in legends. */

const kind = (word, icon, shape, hue, plural = word + 's') => ({ word, plural, icon, shape, hue });

const KINDS = {
  User: kind('user', 'user-round', 'circle', 'user'),
  Group: kind('group', 'users-round', 'circle', 'group'),
  Role: kind('role', 'id-card', 'square', 'role'),
  ServiceLinkedRole: kind('service-linked role', 'link-2', 'square', 'linked'),
  Service: kind('service', 'cloud', 'hexagon', 'service'),
  CustomerManaged: kind('managed policy', 'scroll-text', 'cut', 'policy', 'managed policies'),
  AwsManaged: kind('AWS managed policy', 'book-lock', 'cut', 'aws', 'AWS managed policies'),
  ManagedPolicy: kind('managed policy', 'scroll-text', 'cut', 'policy', 'managed policies'),
  InlinePolicy: kind('inline policy', 'file-text', 'cut', 'policy', 'inline policies'),
  PolicyVersion: kind('policy version', 'git-commit-horizontal', 'cut', 'policy'),
  InstanceProfile: kind('instance profile', 'server', 'barrel', 'resource'),
  ServerCertificate: kind('server certificate', 'award', 'diamond', 'credential'),
  AccessKey: kind('access key', 'key-round', 'diamond', 'credential'),
  LoginProfile: kind('console password', 'lock-keyhole', 'diamond', 'credential'),
  MfaDevice: kind('MFA device', 'smartphone', 'diamond', 'credential'),
  SigningCertificate: kind('signing certificate', 'file-badge', 'diamond', 'credential'),
  SshPublicKey: kind('SSH public key', 'terminal', 'diamond', 'credential'),
  ServiceSpecificCredential: kind('service-specific credential', 'key-square', 'diamond', 'credential'),
  Credential: kind('credential', 'key-round', 'diamond', 'credential'),
  Resource: kind('resource', 'box', 'barrel', 'resource'),
  Account: kind('account', 'building-2', 'octagon', 'account'),
  SamlProvider: kind('SAML provider', 'fingerprint', 'pentagon', 'external'),
  OidcProvider: kind('OIDC provider', 'fingerprint', 'pentagon', 'external'),
  ExternalPrincipal: kind('external principal', 'globe', 'octagon', 'external'),
  AnyPrincipal: kind('anyone', 'asterisk', 'octagon', 'external', 'anyone'),
  Principal: kind('principal', 'user-round', 'circle', 'user'),
  Tag: kind('tag', 'tag', 'barrel', 'tag'),
  TagPolicy: kind('tag policy', 'tag', 'cut', 'tag', 'tag policies'),
  DeletionTask: kind('deletion task', 'ticket-x', 'barrel', 'account'),
  ServiceLinkedRoleType: kind('kind of service-linked role', 'shapes', 'square', 'aws', 'kinds of service-linked roles'),
  ResourceType: kind('resource type', 'boxes', 'barrel', 'resource'),
};

export const kindOf = name => KINDS[name] ?? kind(splitWords(name ?? 'thing'), 'circle-dashed', 'circle', 'account');

/** The kinds that a person filters a list by, in the order of their importance. */
export const LISTED = ['User', 'Group', 'Role', 'ServiceLinkedRole', 'CustomerManaged', 'AwsManaged', 'InlinePolicy', 'PolicyVersion',
  'InstanceProfile', 'AccessKey', 'LoginProfile', 'MfaDevice', 'SigningCertificate', 'SshPublicKey', 'ServiceSpecificCredential',
  'ServerCertificate', 'SamlProvider', 'OidcProvider', 'Resource', 'ExternalPrincipal'];

/** Kinds that somebody deletes by name: what the overview counts first. */
export const IDENTITIES = ['User', 'Group', 'Role', 'ServiceLinkedRole', 'CustomerManaged', 'InstanceProfile'];

/** Outlines on a 24 × 24 grid. */
export const SHAPES = {
  circle: 'M12 1a11 11 0 1 1 0 22a11 11 0 1 1 0-22Z',
  square: 'M6 1.5h12a4.5 4.5 0 0 1 4.5 4.5v12a4.5 4.5 0 0 1-4.5 4.5h-12a4.5 4.5 0 0 1-4.5-4.5v-12a4.5 4.5 0 0 1 4.5-4.5Z',
  hexagon: 'M6.6 1.8h10.8L23.4 12l-6 10.2H6.6L.6 12Z',
  cut: 'M6 2h12l4 4v12l-4 4H6l-4-4V6Z',
  barrel: 'M4 3q8-2.6 16 0q3 9 0 18q-8 2.6-16 0q-3-9 0-18Z',
  diamond: 'M12 .4L23.6 12L12 23.6L.4 12Z',
  octagon: 'M7.4 1h9.2L23 7.4v9.2L16.6 23H7.4L1 16.6V7.4Z',
  pentagon: 'M12 .8L23.4 9.2L19 22.6H5L.6 9.2Z',
};

/** The same outlines by Cytoscape's names. */
export const GRAPH_SHAPES = { circle: 'ellipse', square: 'round-rectangle', hexagon: 'hexagon', cut: 'cut-rectangle', barrel: 'barrel',
  diamond: 'diamond', octagon: 'octagon', pentagon: 'pentagon' };

export function splitWords(text) {
  return text.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2').replace(/\b[A-Z][a-z]/g, s => s.toLowerCase());
}
