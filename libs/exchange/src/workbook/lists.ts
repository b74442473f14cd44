/** Cuts a text at separators, but not inside straight double quotes; without a closing quote, quotes mean nothing. */
export const splitList = (text: string, separators: string): readonly string[] => {
  const quotes = (text.match(/"/g) ?? []).length % 2 === 0;
  const parts: string[] = [];
  let part = '';
  let quoted = false;
  for (const char of text) {
    if (char === '"' && quotes) quoted = !quoted;
    if (!quoted && separators.includes(char)) {
      parts.push(part);
      part = '';
    } else part += char;
  }
  return [...parts, part].map((one) => one.trim()).filter((one) => one !== '');
};

/** `"có; dấu ""ngoặc"""` as the text it stands for; anything not wrapped in quotes stays as it is. */
export const unquoted = (part: string): string =>
  /^"(?:[^"]|"")*"$/.test(part) ? part.slice(1, -1).replaceAll('""', '"') : part;
