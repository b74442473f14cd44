import { parser } from '@prometheus-io/lezer-promql';
import { metricTable, type MetricDefinition } from '#telemetry';

/** Metrics of others that rules may look at, with their labels. */
const foreign: Readonly<Record<string, readonly string[]>> = {
  up: ['job', 'instance'],
  kubelet_volume_stats_available_bytes: ['persistentvolumeclaim', 'namespace'],
  kubelet_volume_stats_capacity_bytes: ['persistentvolumeclaim', 'namespace'],
};

/** What Prometheus itself puts on every series it collects. */
const ofCollecting = ['job', 'instance'];

const series = ({ name, kind, labels }: MetricDefinition): readonly (readonly [string, readonly string[]])[] =>
  kind === 'histogram'
    ? [
        [`${name}_bucket`, [...labels, 'le']],
        [`${name}_sum`, labels],
        [`${name}_count`, labels],
      ]
    : [[name, labels]];

/** The labels of every series that a query may name. */
const known: ReadonlyMap<string, readonly string[]> = new Map([
  ...Object.values<MetricDefinition>(metricTable).flatMap(series),
  ...Object.entries(foreign),
]);

/** What is wrong with a query: it isn't PromQL, or it names a metric or a label that no program tells. */
export const queryFaults = (query: string): readonly string[] => {
  const text = query.replaceAll('$__rate_interval', '5m');
  const faults: string[] = [];
  const all: string[] = [];
  let labels: readonly string[] = [];
  parser.parse(text).iterate({
    enter: (node) => {
      const { name, type, from, to } = node;
      const part = text.slice(from, to);
      if (type.isError) faults.push(`“${query}” is no PromQL at ${from}`);
      else if (name === 'Identifier' && node.matchContext(['VectorSelector'])) {
        const own = known.get(part);
        if (!own) faults.push(`no program tells ${part}`);
        labels = [...(own ?? []), ...ofCollecting];
        all.push(...labels);
      } else if (name === 'LabelName' && node.matchContext(['UnquotedLabelMatcher']) && !labels.includes(part))
        faults.push(`${part} is no label there`);
    },
  });
  parser.parse(text).iterate({
    enter: (node) => {
      const { name, from, to } = node;
      const part = text.slice(from, to);
      if (name === 'LabelName' && node.matchContext(['GroupingLabels']) && !all.includes(part))
        faults.push(`${part} is no label to group by`);
    },
  });
  return faults;
};
