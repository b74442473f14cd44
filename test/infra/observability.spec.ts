import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#infra';
import { metricTable, type MetricDefinition } from '#telemetry';
import { infraFile, yamlFile, type Tree } from './documents.js';
import { queryFaults } from './promql.js';

interface Rule extends Tree {
  readonly alert: string;
  readonly expr: string;
}

const rules: readonly Rule[] = yamlFile('observability/alerts.yaml')['groups'].flatMap((group: Tree) => group['rules']);
const dashboard = JSON.parse(infraFile('observability/dashboard.json')) as Tree;
const panels: readonly Tree[] = dashboard['panels'].filter(({ type }: Tree) => type !== 'row');
const table = Object.values<MetricDefinition>(metricTable);

describe('the alert rules', () => {
  it.each(rules.map((rule) => [rule.alert, rule] as const))('%s asks for what the programs tell', (_, rule) => {
    expect(queryFaults(rule.expr)).toEqual([]);
    expect(Object.keys(rule).filter((key) => !['alert', 'expr', 'for', 'labels', 'annotations'].includes(key))).toEqual(
      [],
    );
    expect(['page', 'ticket', 'report']).toContain(rule['labels'].severity);
    expect(rule['annotations']).toEqual({ summary: expect.any(String), description: expect.any(String) });
    expect(rule['for'] ?? '0m').toMatch(/^\d+[smhd]$/);
  });

  it.each([
    'kiemsat_projection_still_seconds',
    'kiemsat_projection_lag_seconds',
    'kiemsat_parked_streams',
    'kiemsat_appends_total',
    'kiemsat_due_items',
    'kiemsat_disk_free_bytes',
  ])('watch %s', (metric) => {
    expect(rules.some(({ expr }) => expr.includes(metric))).toBe(true);
  });

  it('bear a name each', () => {
    expect(new Set(rules.map(({ alert }) => alert)).size).toBe(rules.length);
  });
});

describe('the dashboard', () => {
  it.each(panels.map((panel) => [panel['title'] as string, panel] as const))(
    '“%s” asks for what the programs tell',
    (_, panel) => {
      expect(panel['targets'].length).toBeGreaterThan(0);
      for (const { expr } of panel['targets']) expect(queryFaults(expr)).toEqual([]);
      expect(panel['datasource'].uid).toBe('${source}');
    },
  );

  it('shows every metric that there is', () => {
    const asked = panels
      .flatMap(({ targets }) => targets as Tree[])
      .map(({ expr }) => expr as string)
      .join('\n');
    expect(table.map(({ name }) => name).filter((name) => !asked.includes(name))).toEqual([]);
  });

  it('has a place of its own for each panel', () => {
    const places = panels.flatMap(({ gridPos: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (_, i) => `${x + (i % w)}/${y + Math.floor(i / w)}`),
    );
    expect(new Set(places).size).toBe(places.length);
    expect(panels.every(({ gridPos: { x, w } }) => x + w <= 24)).toBe(true);
  });
});

describe('the guide', () => {
  it('names every metric, what sets its series apart and who tells it', () => {
    const guide = readFileSync(join(projectRoot, 'docs/observability.md'), 'utf8');
    const told = [...guide.matchAll(/^\| `(kiemsat_\w+)`\s*\| ([^|]*?)\s*\| ([^|]*?)\s*\|/gm)].map(
      ([, name, labels, from]) => [name, labels, from],
    );
    const wanted = table.map(({ name, labels, from }) => [
      name,
      labels.map((label) => `\`${label}\``).join(', '),
      from.join(', '),
    ]);
    expect(told).toEqual(wanted);
  });
});

describe('a wrong query is found', () => {
  it.each([
    ['a bracket left open', 'sum(rate(kiemsat_appends_total[5m])', /is no PromQL/],
    ['a metric that nobody tells', 'kiemsat_apends_total', /no program tells kiemsat_apends_total/],
    ['a histogram without its ending', 'rate(kiemsat_append_seconds[5m])', /no program tells kiemsat_append_seconds/],
    ['a label that the metric lacks', 'kiemsat_appends_total{register="petition"}', /register is no label there/],
    ['a grouping by nothing', 'sum by (unit) (kiemsat_due_items)', /unit is no label to group by/],
  ])('%s', (_, query, fault) => {
    expect(queryFaults(query).join('\n')).toMatch(fault);
  });
});
