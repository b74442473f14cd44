import { describe, expect, it } from '@jest/globals';
import type { Manifest } from './documents.js';
import { kustomized } from './kustomized.js';
import { listedSecrets } from './listed-secrets.js';
import { referenceFaults } from './references.js';
import { schemaFaults } from './schemas.js';

const overlays = ['province', 'ministry'] as const;
type Overlay = (typeof overlays)[number];
const built = (overlay: Overlay): Manifest[] => structuredClone([...kustomized(`kubernetes/overlays/${overlay}`)]);
const listed = listedSecrets();

const faultsIn = (manifests: readonly Manifest[]) => [
  ...manifests.flatMap(schemaFaults),
  ...referenceFaults(manifests, listed),
];

const theOne = (manifests: readonly Manifest[], kind: string, name: string): Manifest => {
  const found = manifests.find((manifest) => manifest.kind === kind && manifest.metadata.name === name);
  if (!found) throw new Error(`no ${kind} ${name}`);
  return found;
};
const container = (manifest: Manifest) => manifest['spec'].template.spec.containers[0];

describe.each(overlays)('the manifests of a %s', (overlay) => {
  it('are what their schemas allow, and name nothing that isn’t there', () => {
    expect(faultsIn(built(overlay))).toEqual([]);
  });

  it('lie in one namespace and run pinned images without rights', () => {
    for (const manifest of built(overlay)) {
      if (manifest.kind !== 'Namespace') expect(manifest.metadata.namespace).toBe('kiemsat');
      const pod = manifest['spec']?.template?.spec;
      if (!pod?.containers) continue;
      expect(pod.securityContext).toMatchObject({ runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } });
      expect(pod.automountServiceAccountToken).toBe(false);
      for (const { securityContext } of pod.containers)
        expect(securityContext).toMatchObject({ allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } });
    }
  });

  it('keep passwords out: every address with one comes from a Secret', () => {
    expect(JSON.stringify(built(overlay))).not.toMatch(/postgres(ql)?:\/\/|esdb(\+discover)?:\/\/[^"]*@/);
    expect(built(overlay).filter(({ kind }) => kind === 'Secret')).toEqual([]);
  });
});

describe('what the manifests promise', () => {
  const ministry = built('ministry');

  it('an API serves while it can record, and is not stopped by figures that stand still', () => {
    const { readinessProbe, livenessProbe } = container(theOne(ministry, 'Deployment', 'kiemsat-api'));
    expect(readinessProbe.httpGet).toEqual({ path: '/api/ready', port: 'http' });
    expect(livenessProbe.httpGet).toEqual({ path: '/health', port: 'metrics' });
  });

  it('one projector works and another stands by on another machine', () => {
    const { replicas, template } = theOne(ministry, 'Deployment', 'kiemsat-projector')['spec'];
    const apart = template.spec.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution;
    expect([replicas, apart[0].topologyKey]).toEqual([2, 'kubernetes.io/hostname']);
  });

  it('an acknowledged event stands on two machines, and in a backup every night', () => {
    const { instances, postgresql, plugins } = theOne(ministry, 'Cluster', 'kiemsat-db')['spec'];
    expect(instances).toBe(3);
    expect(postgresql.synchronous).toEqual({ method: 'any', number: 1, dataDurability: 'required' });
    expect(plugins).toEqual([expect.objectContaining({ isWALArchiver: true })]);
    expect(theOne(ministry, 'ScheduledBackup', 'kiemsat-db-daily')['spec'].method).toBe('plugin');
  });

  it('nothing stands between the programs and the primary: LISTEN needs a session of its own', () => {
    expect(ministry.filter(({ kind }) => kind === 'Pooler')).toEqual([]);
  });

  it('a node of the log is ready when it knows a living leader, and is started again whenever it ends', () => {
    const nodes = theOne(ministry, 'StatefulSet', 'kiemsat-log');
    const [, , command] = container(nodes).readinessProbe.exec.command;
    expect(command).toContain('/gossip');
    expect(command).not.toContain('/health/live');
    expect(nodes['spec'].template.spec.restartPolicy).toBe('Always');
    expect(nodes['spec'].replicas).toBe(3);
  });

  it('the certificate of the nodes names each of them', () => {
    const { replicas, serviceName } = theOne(ministry, 'StatefulSet', 'kiemsat-log')['spec'];
    const names = Array.from({ length: replicas }, (_, i) => `kiemsat-log-${i}.${serviceName}`);
    expect(theOne(ministry, 'Certificate', 'kiemsat-log-node')['spec'].dnsNames).toEqual(names);
    const seeds = theOne(ministry, 'ConfigMap', 'kiemsat-log')['data'].EVENTSTORE_GOSSIP_SEED;
    expect(seeds.split(',')).toEqual(names.map((name) => `${name}:2113`));
  });
});

describe('a broken manifest is found', () => {
  const api = (manifests: Manifest[]) => container(theOne(manifests, 'Deployment', 'kiemsat-api'));
  // prettier-ignore
  const mistakes: readonly (readonly [string, (manifests: Manifest[]) => void, RegExp])[] = [
    ['a misspelt field', (m) => (theOne(m, 'Deployment', 'kiemsat-api')['spec'].replica = 2), /additional properties \(replica\)/],
    ['a field of the wrong kind', (m) => (theOne(m, 'StatefulSet', 'kiemsat-log')['spec'].replicas = 'three'), /must be integer/],
    ['a field left out', (m) => delete theOne(m, 'Deployment', 'kiemsat-api')['spec'].selector, /must have required property 'selector'/],
    ['a kind nobody knows', (m) => void (theOne(m, 'Service', 'kiemsat-api').kind = 'Servise'), /no schema of v1 Servise/],
    ['an operator’s field misspelt', (m) => (theOne(m, 'Cluster', 'kiemsat-db')['spec'].instance = 3), /additional properties \(instance\)/],
    ['an operator’s value that isn’t one', (m) => (theOne(m, 'Cluster', 'kiemsat-db')['spec'].postgresql.synchronous.method = 'all'), /must be equal to one of the allowed values/],
    ['a setting that the program doesn’t read', (m) => api(m).env.push({ name: 'KIEMSAT_PROT', value: '1' }), /the api reads no KIEMSAT_PROT/],
    ['a Secret that nobody makes', (m) => (api(m).env[0].valueFrom.secretKeyRef.name = 'kiemsat-wirter'), /no Secret kiemsat-wirter with url/],
    ['a key that the Secret lacks', (m) => (api(m).env[0].valueFrom.secretKeyRef.key = 'uri'), /no Secret kiemsat-writer with uri/],
    ['a ConfigMap that isn’t there', (m) => (container(theOne(m, 'StatefulSet', 'kiemsat-log')).envFrom[0].configMapRef.name = 'log'), /no ConfigMap log/],
    ['a probe of a port that isn’t there', (m) => (api(m).readinessProbe.httpGet.port = 'web'), /readinessProbe asks port web/],
    ['a service to a port that isn’t there', (m) => (theOne(m, 'Service', 'kiemsat-api')['spec'].ports[0].targetPort = 80), /port 80 is not there/],
    ['a selector that selects nothing', (m) => (theOne(m, 'PodDisruptionBudget', 'kiemsat-log')['spec'].selector.matchLabels.app = 'log'), /selects no pod/],
    ['an image that moves', (m) => (api(m).image = 'registry.example/kiemsat:latest'), /is not pinned/],
    ['a volume that isn’t there', (m) => theOne(m, 'Deployment', 'kiemsat-api')['spec'].template.spec.volumes.pop(), /volume \S+ is not there/],
    ['a backup that goes nowhere', (m) => (theOne(m, 'Cluster', 'kiemsat-db')['spec'].plugins[0].parameters.barmanObjectName = 'b'), /no ObjectStore b/],
    ['an issuer that isn’t there', (m) => (theOne(m, 'Certificate', 'kiemsat-log-node')['spec'].issuerRef.name = 'x'), /Certificate kiemsat-log-node: no Issuer/],
  ];

  it.each(mistakes)('%s', (_, breakIt, fault) => {
    const manifests = built('ministry');
    breakIt(manifests);
    expect(faultsIn(manifests).join('\n')).toMatch(fault);
  });
});
