import type { Manifest, Tree } from './documents.js';
import { programIn, settingsOf } from './program-settings.js';

/** Secrets that are made by hand: their names and keys, as the guide lists them. */
export type Listed = ReadonlyMap<string, readonly string[]>;

interface Workload {
  readonly where: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly pod: Tree;
  readonly containers: readonly Tree[];
}

const workloadKinds = ['Deployment', 'StatefulSet', 'Job'];

const workloads = (manifests: readonly Manifest[]): readonly Workload[] =>
  manifests
    .filter(({ kind }) => workloadKinds.includes(kind))
    .map(({ kind, metadata, ...rest }) => {
      const { template } = rest['spec'];
      return {
        where: `${kind} ${metadata.name}`,
        labels: template.metadata?.labels ?? {},
        pod: template.spec,
        containers: template.spec.containers,
      };
    });

const named = (manifests: readonly Manifest[], kind: string) =>
  new Map(manifests.filter((manifest) => manifest.kind === kind).map((manifest) => [manifest.metadata.name, manifest]));

/** Keys of each Secret that is there: listed, or made by an operator of what stands here. */
const secretKeys = (manifests: readonly Manifest[], listed: Listed): Listed => {
  const keys = new Map(listed);
  for (const [, certificate] of named(manifests, 'Certificate'))
    keys.set(certificate['spec'].secretName, ['tls.crt', 'tls.key', 'ca.crt']);
  for (const [name] of named(manifests, 'Cluster')) {
    keys.set(`${name}-ca`, ['ca.crt']);
    keys.set(`${name}-app`, ['uri', 'username', 'password', 'host', 'port', 'dbname']);
  }
  return keys;
};

/** Every `secretKeyRef`-like pair below an object. */
const secretsWanted = ({ containers, pod }: Workload): readonly (readonly [string, string])[] => [
  ...containers.flatMap((container) =>
    (container['env'] ?? []).flatMap((variable: Tree) => {
      const wanted = variable['valueFrom']?.secretKeyRef;
      return wanted ? [[wanted.name, wanted.key] as const] : [];
    }),
  ),
  ...(pod['volumes'] ?? []).flatMap((volume: Tree) =>
    volume['secret'] ? volume['secret'].items.map(({ key }: Tree) => [volume['secret'].secretName, key] as const) : [],
  ),
];

const fits = (labels: Readonly<Record<string, string>>, wanted: Readonly<Record<string, string>> = {}) =>
  Object.entries(wanted).every(([key, value]) => labels[key] === value);

const portsOf = ({ containers }: Workload): readonly Tree[] => containers.flatMap(({ ports = [] }) => ports);

const hasPort = (workload: Workload, port: string | number) =>
  portsOf(workload).some(({ name, containerPort }) => name === port || containerPort === port);

const containerFaults = (workload: Workload, container: Tree): readonly string[] => {
  const { where } = workload;
  const faults: string[] = [];
  if (!/:v?\d+[^:]*$|@sha256:[\da-f]{64}$/.test(container['image']))
    faults.push(`${where}: image ${container['image']} is not pinned`);
  for (const probe of ['readinessProbe', 'livenessProbe', 'startupProbe']) {
    const port = container[probe]?.httpGet?.port ?? container[probe]?.tcpSocket?.port;
    if (port !== undefined && !hasPort(workload, port))
      faults.push(`${where}: ${probe} asks port ${port}, which is not there`);
  }
  const volumes = [...(workload.pod['volumes'] ?? []).map(({ name }: Tree) => name), ...(workload.pod['claims'] ?? [])];
  for (const { name } of container['volumeMounts'] ?? [])
    if (!volumes.includes(name)) faults.push(`${where}: volume ${name} is not there`);
  const program = programIn(container['args'] ?? []);
  const known = program === undefined ? undefined : settingsOf(program);
  for (const { name } of container['env'] ?? [])
    if (known && !known.has(name)) faults.push(`${where}: the ${program} reads no ${name}`);
  return faults;
};

const workloadFaults = (manifests: readonly Manifest[], listed: Listed): readonly string[] => {
  const secrets = secretKeys(manifests, listed);
  const configMaps = named(manifests, 'ConfigMap');
  const accounts = named(manifests, 'ServiceAccount');
  return workloads(manifests).flatMap((given) => {
    const claims =
      named(manifests, 'StatefulSet').get(given.where.split(' ')[1] ?? '')?.['spec'].volumeClaimTemplates ?? [];
    const workload: Workload = {
      ...given,
      pod: { ...given.pod, claims: claims.map(({ metadata }: Manifest) => metadata.name) },
    };
    const { where, pod, containers } = workload;
    const faults = containers.flatMap((container) => containerFaults(workload, container));
    for (const [name, key] of secretsWanted(workload))
      if (!secrets.get(name)?.includes(key)) faults.push(`${where}: no Secret ${name} with ${key}`);
    for (const { configMapRef } of containers.flatMap(({ envFrom = [] }) => envFrom as Tree[]))
      if (!configMaps.has(configMapRef.name)) faults.push(`${where}: no ConfigMap ${configMapRef.name}`);
    const account = pod['serviceAccountName'];
    if (account !== undefined && !accounts.has(account)) faults.push(`${where}: no ServiceAccount ${account}`);
    return faults;
  });
};

/** Pods that another object selects, and the ports that it names on them. */
const selectionFaults = (manifests: readonly Manifest[]): readonly string[] => {
  const pods = workloads(manifests);
  const clusters = [...named(manifests, 'Cluster').keys()].map((name) => ({ 'cnpg.io/cluster': name }));
  const faults: string[] = [];
  const selected = (where: string, labels: Readonly<Record<string, string>> | undefined) => {
    const found = pods.filter((pod) => fits(pod.labels, labels));
    if (found.length === 0 && !clusters.some((cluster) => fits(cluster, labels)))
      faults.push(`${where} selects no pod (${JSON.stringify(labels)})`);
    return found;
  };
  for (const [name, service] of named(manifests, 'Service')) {
    const found = selected(`Service ${name}`, service['spec'].selector);
    for (const { targetPort } of service['spec'].ports)
      if (!found.every((pod) => hasPort(pod, targetPort)))
        faults.push(`Service ${name}: port ${targetPort} is not there`);
  }
  for (const [name, budget] of named(manifests, 'PodDisruptionBudget'))
    selected(`PodDisruptionBudget ${name}`, budget['spec'].selector.matchLabels);
  for (const [name, policy] of named(manifests, 'NetworkPolicy')) {
    const where = `NetworkPolicy ${name}`;
    const found = selected(where, policy['spec'].podSelector.matchLabels);
    for (const { ports = [], from = [] } of policy['spec'].ingress ?? []) {
      for (const { port } of ports as Tree[])
        if (typeof port === 'string' && !found.every((pod) => hasPort(pod, port)))
          faults.push(`${where}: port ${port} is not there`);
      for (const { podSelector } of from as Tree[]) if (podSelector) selected(`${where} from`, podSelector.matchLabels);
    }
    for (const { to = [] } of policy['spec'].egress ?? [])
      for (const { podSelector } of to as Tree[]) if (podSelector) selected(`${where} to`, podSelector.matchLabels);
  }
  return faults;
};

/** What operators' resources name of each other. */
const operatorFaults = (manifests: readonly Manifest[], listed: Listed): readonly string[] => {
  const faults: string[] = [];
  const stores = named(manifests, 'ObjectStore');
  const clusters = named(manifests, 'Cluster');
  const issuers = named(manifests, 'Issuer');
  for (const [name, cluster] of clusters)
    for (const { parameters } of (cluster['spec'].plugins ?? []) as Tree[])
      if (!stores.has(parameters.barmanObjectName))
        faults.push(`Cluster ${name}: no ObjectStore ${parameters.barmanObjectName}`);
  for (const [name, backup] of named(manifests, 'ScheduledBackup'))
    if (!clusters.has(backup['spec'].cluster.name)) faults.push(`ScheduledBackup ${name}: no Cluster`);
  for (const [name, store] of stores)
    for (const { name: secret, key } of Object.values(store['spec'].configuration.s3Credentials) as Tree[])
      if (!listed.get(secret)?.includes(key)) faults.push(`ObjectStore ${name}: no Secret ${secret} with ${key}`);
  for (const [name, certificate] of named(manifests, 'Certificate'))
    if (!issuers.has(certificate['spec'].issuerRef.name)) faults.push(`Certificate ${name}: no Issuer`);
  return faults;
};

/** Whatever is named and isn't there: Secrets and their keys, ConfigMaps, ports, volumes, pods, settings of the programs. */
export const referenceFaults = (manifests: readonly Manifest[], listed: Listed): readonly string[] => [
  ...workloadFaults(manifests, listed),
  ...selectionFaults(manifests),
  ...operatorFaults(manifests, listed),
];
