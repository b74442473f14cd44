/** What was left empty isn't sent: optional fields are absent, not blank. */
export const filled = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(filled).filter((part) => part !== undefined);
  if (typeof value === 'string') return value.trim() === '' ? undefined : value.normalize('NFC');
  if (value === null || typeof value !== 'object') return value ?? undefined;
  const parts = Object.entries(value)
    .map(([key, part]) => [key, filled(part)] as const)
    .filter(([, part]) => part !== undefined);
  return parts.length === 0 ? undefined : Object.fromEntries(parts);
};
