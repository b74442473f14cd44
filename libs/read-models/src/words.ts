const MOST_HELD = 20_000;

/** Files use the same few thousand words again and again. */
const plain = new Map<string, readonly string[]>();

const ASCII = /^[a-z0-9]+$/;

const plainly = (word: string): readonly string[] => {
  if (ASCII.test(word)) return [word];
  const known = plain.get(word);
  if (known) return known;
  const words =
    word
      .replaceAll('đ', 'd')
      .normalize('NFD')
      .replaceAll(/\p{M}+/gu, '')
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  if (plain.size >= MOST_HELD) plain.clear();
  plain.set(word, words);
  return words;
};

/** The words of texts in lower case without diacritics, each once: what the search compares. */
export const wordsOf = (...texts: readonly string[]): readonly string[] => [
  ...new Set(
    (
      texts
        .join(' ')
        .toLowerCase()
        .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
    ).flatMap(plainly),
  ),
];

/** Every word must begin a word of the file. @returns a tsquery; nothing when the text has no words */
export const searchQuery = (text: string): string | undefined => {
  const words = wordsOf(text);
  return words.length === 0 ? undefined : words.map((word) => `${word}:*`).join(' & ');
};
