/** One line of what Prometheus reads. */
export interface Sample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

export interface Scrape {
  readonly text: string;
  /** Metrics as they are announced, with their kind. */
  readonly kinds: ReadonlyMap<string, string>;
  readonly samples: readonly Sample[];
  readonly sum: (name: string, labels?: Readonly<Record<string, string>>) => number;
}

/** Reads what a program tells, in the text format of Prometheus. */
export const scrape = async (address: string): Promise<Scrape> => {
  const text = await (await fetch(`${address}/metrics`)).text();
  const kinds = new Map([...text.matchAll(/^# TYPE (\w+) (\w+)$/gm)].map(([, name = '', kind = '']) => [name, kind]));
  const samples = [...text.matchAll(/^(\w+)(?:\{(.*)\})? (\S+)$/gm)].map(([, name = '', labels = '', value]) => ({
    name,
    labels: Object.fromEntries([...labels.matchAll(/(\w+)="([^"]*)"/g)].map(([, key = '', word = '']) => [key, word])),
    value: Number(value),
  }));
  const sum: Scrape['sum'] = (name, labels = {}) =>
    samples
      .filter(
        (sample) => sample.name === name && Object.entries(labels).every(([key, word]) => sample.labels[key] === word),
      )
      .reduce((total, { value }) => total + value, 0);
  return { text, kinds, samples, sum };
};
