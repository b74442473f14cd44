/**
 * The rows of a table of tab-separated values, each by its headings.
 * @throws Error when a row has another number of fields than the headings
 */
export const parseTsv = <Heading extends string>(text: string, headings: readonly Heading[]) => {
  const [head = '', ...lines] = text
    .normalize('NFC')
    .split(/\r?\n/u)
    .filter((line) => line.trim() !== '');
  if (head !== headings.join('\t')) throw new Error(`headings must be: ${headings.join(', ')}`);
  return lines.map((line, at) => {
    const fields = line.split('\t');
    if (fields.length !== headings.length) throw new Error(`row ${at + 2}: ${headings.length} fields expected`);
    return Object.fromEntries(headings.map((heading, index) => [heading, fields[index] ?? ''])) as Record<
      Heading,
      string
    >;
  });
};
